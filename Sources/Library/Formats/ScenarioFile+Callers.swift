import PracticeDesk
import RecorderEngine
import Training

extension Format<[Caller]> {
  /// Who calls the support desk, in the order in which they do.
  static var callers: Format {
    .list(of: .caller, "a list of callers", count: 1...12, eachOnceBy: \.name)
  }
}

/// Whether a caller's screen is still as it was read, as a file says it.
private enum ScreenWord: String, CaseIterable { case stands, closed }

extension Format<Caller> {
  fileprivate static var caller: Format {
    .group("a caller: a group with the keys name, recorder, says") { fields in
      let name = fields.read("name", .line(40))
      let label = fields.read("recorder", .label)
      var caller = Caller(
        name: name, model: label.model, macAddress: label.macAddress,
        serialNumber: label.serialNumber, lines: fields.read("says", .lines))
      caller.proof = fields.optional("proof", .oneOf("what they can show")) ?? .yes
      caller.slip = fields.optional("misreads", .slip) ?? nil
      let screen = fields.optional("screen", Format<ScreenWord>.oneOf("the word"))
      caller.screenStands = screen != .closed
      let lengths = Format<Interval>.length(.seconds(1) ... .days(1))
      caller.screenAge = fields.optional("opened", lengths) ?? .zero
      caller.clockOffset = fields.optional("clock", .offset) ?? .zero
      caller.patience = fields.optional("patience", lengths)
      fields.check(
        "misreads", isTrue: caller.slip?.isNothing(for: caller) != true,
        expected: "something else than what stands there", came: "the same")
      return caller
    }
  }
}

/// What stands on a caller's recorder.
private struct CallerLabel {
  let model: String
  let macAddress: String
  let serialNumber: String
}

extension Format<CallerLabel> {
  fileprivate static var label: Format {
    .group("a recorder: a group with the keys model, mac, serial") { fields in
      CallerLabel(
        model: fields.read("model", .line(32)), macAddress: fields.read("mac", .macAddress),
        serialNumber: fields.read("serial", .line(32)))
    }
  }
}

extension Format<Caller.Slip?> {
  /// The one thing that is read out wrongly the first time, such as `{ mac: "00:18:AE:4C:11:2E" }`.
  fileprivate static var slip: Format {
    Format { item in
      guard let item else { return nil }
      guard let entries = item.entries, entries.count == 1 else {
        item.refuse(expected: "one of the keys model, mac, serial, time with what is read out")
        return nil
      }
      return Fields.read(item, "what is read out wrongly") { fields in
        if let text = fields.optional("model", .line(32)) { return .model(text) }
        if let text = fields.optional("mac", .line(32)) { return .macAddress(text) }
        if let text = fields.optional("serial", .line(32)) { return .serialNumber(text) }
        return fields.optional("time", .offset).map { .time($0) }
      }
    }
  }
}

extension Caller.Slip {
  /// Whether it reads as what really stands there.
  fileprivate func isNothing(for caller: Caller) -> Bool {
    switch self {
    case .model(let text): text == caller.model
    case .macAddress(let text): text == caller.macAddress
    case .serialNumber(let text): text == caller.serialNumber
    case .time(let interval): interval == .zero
    }
  }
}

extension Format<[Caller.Occasion: String]> {
  /// What a caller says, by the occasion; the greeting must be there.
  fileprivate static var lines: Format {
    .group("what they say: a group with the key greeting") { fields in
      var lines: [Caller.Occasion: String] = [:]
      for occasion in Caller.Occasion.allCases {
        let name = occasion.rawValue
        lines[occasion] =
          occasion == .greeting
          ? fields.read(name, .line(200)) : fields.optional(name, .line(200))
      }
      return lines
    }
  }
}
