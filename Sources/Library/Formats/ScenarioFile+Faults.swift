import PracticeDesk
import RecorderEngine
import Training

extension Format<Situation.PlannedFault> {
  /// A fault's name, or its name with a length.
  static var plannedFault: Format {
    Format { item in
      let standIn = Situation.PlannedFault(.spam)
      guard let item else { return standIn }
      if item.text != nil {
        return Situation.PlannedFault(Format<Fault>.oneOf("a fault").read(item))
      }
      guard let entries = item.entries, entries.count == 1, let name = entries[0].key else {
        item.refuse(expected: "one fault such as spam or { mailDelay: 40 min }")
        return standIn
      }
      guard let fault = Fault(rawValue: name) else {
        let names = Fault.allCases.map(\.rawValue)
        item.document.note(
          entries[0].place, expected: choice("a fault", of: names, instead: name),
          came: quoted(name))
        return standIn
      }
      return planned(fault, entries[0].item)
    }
  }

  /// A fault with a length, or with a group that says when it begins and ends as well.
  private static func planned(_ fault: Fault, _ item: Item) -> Situation.PlannedFault {
    guard item.entries != nil else { return Situation.PlannedFault(fault, length(of: fault, item)) }
    return Fields.read(item, "a group with the keys length, after, lasts") { fields in
      let times = Format<Interval>.length(.seconds(1) ... .days(7))
      return Situation.PlannedFault(
        fault,
        fields.optional("length", Format<Interval?> { $0.flatMap { length(of: fault, $0) } })
          ?? nil,
        after: fields.optional("after", times) ?? .zero, lasts: fields.optional("lasts", times))
    }
  }

  private static func length(of fault: Fault, _ item: Item) -> Interval? {
    switch fault {
    case .clockWrong: return Format<Interval>.offset.read(item)
    case .mailDelay, .relocking:
      return Format<Interval>.length(.seconds(1) ... .days(7)).read(item)
    case .spam, .inboxFull, .supportClosed, .noProof, .cameraPasswords, .coveredLens, .powerCut:
      item.refuse(expected: "“\(fault.rawValue)” alone: it has no length")
      return nil
    }
  }
}

extension Situation.PlannedFault {
  /// What tells it from others of the list: the same may go wrong once more later.
  var name: String {
    after == .zero ? fault.rawValue : "\(fault.rawValue) after \(after)"
  }
}
