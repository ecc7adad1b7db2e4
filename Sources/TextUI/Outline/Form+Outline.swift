extension Form: Outlined where ID: Equatable {
  /// The notes that it begins with as sentences, then each line that is no gap.
  public func outline() -> Outline {
    let lead = fields.prefix { $0.kind.isSentence || $0.kind == .gap }
    var outline = Outline(
      sentences: lead.filter(\.kind.isSentence).map(\.label.spoken.withoutIndent).filter(\.hasWords)
    )
    for index in lead.endIndex..<fields.count {
      guard var item = fields[index].item else { continue }
      item.place = index
      if isFocused, index == focusIndex {
        outline.focus = outline.items.count
        if let numberEntry, case .number(_, _, let unit) = fields[index].kind {
          item.value = .text(FieldKind.text(numberEntry, unit))
        }
      }
      outline.items.append(item)
    }
    return outline
  }
}

extension FieldKind {
  fileprivate var isSentence: Bool { if case .note = self { true } else { false } }
}

extension FormField {
  /// What it is in words; nil for what is only room.
  fileprivate var item: OutlineItem? {
    guard var item = kind.item(label: label.spoken.withoutIndent) else { return nil }
    if let note = note?.spoken, note.hasWords { item.note = note }
    item.problem = problem?.spoken
    item.isEnabled = isEnabled
    item.whyDisabled = whyDisabled?.spoken
    return item
  }
}

extension FieldKind {
  /// A number with what it counts.
  fileprivate static func text(_ number: String, _ unit: Phrase) -> String {
    unit.isEmpty ? number : number + " " + unit.spoken
  }

  fileprivate func item(label: String) -> OutlineItem? {
    switch self {
    case .text(let field):
      var item = field.item
      item.label = label
      return item
    case .choice(let options, let selected):
      let option = options.indices.contains(selected) ? options[selected].spoken : ""
      return OutlineItem(label, .choice, value: .text(option))
    case .toggle(let isOn): return OutlineItem(label, .toggle, state: isOn ? .on : .off)
    case .number(let value, _, let unit):
      return OutlineItem(label, .number, value: .text(Self.text("\(value)", unit)))
    case .reading(let text): return OutlineItem(label, .reading, value: .text(text.spoken))
    case .button: return OutlineItem(label, .button)
    case .action(let text): return OutlineItem(label, .action, value: .text(text.spoken))
    case .heading: return OutlineItem(label, .heading)
    case .note: return label.hasWords ? OutlineItem(label, .sentence) : nil
    case .gap: return nil
    }
  }
}
