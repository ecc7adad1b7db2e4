import RecorderEngine
import Training

/// The word of a recorder that is another of its kind in each attempt.
enum DrawnIdentity: String, CaseIterable { case drawn }

extension Format<Identity?> {
  /// The label of this very recorder: drawn for the attempt, or with its own words.
  static func label(_ trial: Trial) -> Format {
    Format { item in
      guard let item else { return nil }
      guard item.text != nil else { return Format<Identity>.identity.read(item) }
      _ = Format<DrawnIdentity>.oneOf("the word").read(item)
      return trial.identity
    }
  }
}

extension Trial {
  static let macName = "mac"
  static let serialName = "serial"

  /// Draws the label of the recorder where the situation asks for it: from now on `<mac>` and `<serial>`
  /// stand for it in the file's texts.
  func drawIdentity(of recorder: String, _ fields: Fields, seed: UInt64, in document: Document?) {
    guard fields.glimpse("situation", "identity") == DrawnIdentity.drawn.rawValue else { return }
    var random = Drawn.random(seed: seed, name: "identity")
    let identity = (profile?.identity ?? label(recorder))?.another(using: &random)
    self.identity = identity
    document?.drawing?.add(identity?.macAddress ?? "", for: Trial.macName)
    document?.drawing?.add(identity?.serialNumber ?? "", for: Trial.serialName)
  }
}

extension Identity {
  /// The label of another recorder of that model: the maker's half of the MAC address stays, and the
  /// serial number ends as the address does.
  fileprivate func another(using random: inout SeededRandom) -> Identity {
    let pairs = (0..<3).map { _ in
      let digits = String(random.next() % 256, radix: 16, uppercase: true)
      return digits.count < 2 ? "0" + digits : digits
    }
    return Identity(
      model: model, firmware: firmware,
      macAddress: ([String(macAddress.prefix(8))] + pairs).joined(separator: ":"),
      serialNumber: serialNumber.dropLast(6) + pairs.joined())
  }
}
