import RecorderEngine

/// What somebody tells the support desk, as typed or read off a photo.
public struct SupportRequest: Equatable, Sendable {
  public var model: String
  public var macAddress: String
  public var time: String

  public init(model: String, macAddress: String, time: String) {
    self.model = model
    self.macAddress = macAddress
    self.time = time
  }

  /// The request that sends a photo.
  public init(photo: DynamicChallenge) {
    self.init(
      model: photo.model, macAddress: photo.macAddress, time: CivilTime(photo.time).text)
  }
}

/// A detail of a request.
public enum SupportDetail: String, Equatable, Sendable, CaseIterable {
  case model, macAddress, time
}

/// What the support desk answers.
public enum SupportAnswer: Equatable, Sendable {
  /// The code for exactly these details. Wrong details get a code as well: one that opens nothing.
  case code(SpokenCode, for: DynamicChallenge)
  /// What cannot be read; nothing is made of guesses.
  case unreadable([SupportDetail])
}

/// A code on its way from the support desk to the trainee: shown, never kept.
public struct SpokenCode: Equatable, Sendable, CustomStringConvertible {
  /// The characters to be typed, capitals as they are.
  public let text: String
  public var description: String { "•••" }

  public init(_ secret: Secret) { text = secret.revealed { $0 } }
}

/// The distributor's end of a Dynamic Password recovery.
public enum SupportDesk {
  /// Answers a request for a recorder whose codes have the length its profile says.
  static func answer(
    to request: SupportRequest, for recorder: RecorderState,
    with cryptography: any DeviceCryptography
  ) -> SupportAnswer {
    let length = recorder.snapshot.profile.recovery.dynamicPassword?.length.value
    return answer(to: request, length: length ?? 10, with: cryptography)
  }

  /// Answers a request with a code of `length` characters, or says what cannot be read.
  public static func answer(
    to request: SupportRequest, length: Int, with cryptography: any DeviceCryptography
  ) -> SupportAnswer {
    let model = request.model.filter { !$0.isWhitespace }.uppercased()
    let digits = request.macAddress.uppercased().filter { $0.isASCII && $0.isHexDigit }
    let isAddress =
      digits.count == 12
      && request.macAddress.allSatisfy { $0.isHexDigit || ":-. ".contains($0) }
    let time = CivilTime(parsing: request.time)?.timestamp
    guard !model.isEmpty, isAddress, let time else {
      var unreadable: [SupportDetail] = []
      if model.isEmpty { unreadable.append(.model) }
      if !isAddress { unreadable.append(.macAddress) }
      if time == nil { unreadable.append(.time) }
      return .unreadable(unreadable)
    }
    let challenge = DynamicChallenge(model: model, macAddress: pairs(of: digits), time: time)
    let code = cryptography.dynamicPassword(for: challenge.spoken, length: length)
    return .code(SpokenCode(code), for: challenge)
  }

  /// `0018AE4C112F` as `00:18:AE:4C:11:2F`.
  private static func pairs(of digits: String) -> String {
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, place.isMultiple(of: 2) { text.append(":") }
      text.append(digit)
    }
    return text
  }
}
