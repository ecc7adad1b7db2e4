extension Form where ID: Equatable {
  /// Edits, moves or activates; the area is the one that the form is drawn in.
  public mutating func handle(_ input: InputEvent, in area: Rect) -> FormOutcome<ID> {
    switch input {
    case .key(let key): handle(key)
    case .mouse(let event): handle(event, in: area)
    case .paste: edit(input)
    default: .ignored
    }
  }

  private mutating func handle(_ key: Key) -> FormOutcome<ID> {
    guard let index = focusIndex else { return .ignored }
    switch key {
    case .tab: return step(1, wraps: true)
    case .backTab: return step(-1, wraps: true)
    case .down: return stepLine(1)
    case .up: return stepLine(-1)
    // Never left to others, to whom it means to go back to the shell.
    case .control("z"):
      return fields[index].isEnabled && restore(index) ? changed(index) : .moved
    default: break
    }
    let field = fields[index]
    if field.isButton { return handleButton(key, at: index) }
    if case .action = field.kind, key == .enter || key == .character(" ") { return press(index) }
    if key == .enter { return enterPressed(at: index) }
    return edit(.key(key))
  }

  private func changed(_ index: Int) -> FormOutcome<ID> {
    fields[index].id.map { .changed($0) } ?? .moved
  }

  private mutating func handleButton(_ key: Key, at index: Int) -> FormOutcome<ID> {
    switch key {
    case .left: stepButton(-1)
    case .right: stepButton(1)
    case .enter, .character(" "): press(index)
    default: .ignored
    }
  }

  /// Hands a key or paste to the focused field.
  private mutating func edit(_ input: InputEvent) -> FormOutcome<ID> {
    guard let index = focusIndex else { return .ignored }
    var field = fields[index]
    guard field.isEnabled else {
      guard Self.isEditing(input) else { return .ignored }
      return .refused(field.whyDisabled ?? "That cannot be changed at the moment.")
    }
    let outcome = edit(&field, input)
    fields[index] = field
    switch outcome {
    case .ignored: return .ignored
    case .moved: return .moved
    case .refused(let reason): return .refused(reason)
    case .changed:
      fields[index].problem = nil
      return changed(index)
    }
  }

  private mutating func edit(_ field: inout FormField<ID>, _ input: InputEvent) -> FieldOutcome {
    switch field.kind {
    case .text(var text):
      let outcome = text.handle(input)
      field.kind = .text(text)
      return outcome
    case .choice(let options, let selected):
      let next = Self.option(after: selected, of: options, input)
      guard let next, next != selected else { return .ignored }
      field.kind = .choice(options: options, selected: next)
      return .changed
    case .toggle(let isOn):
      guard input == .key(.character(" ")) else { return .ignored }
      field.kind = .toggle(!isOn)
      return .changed
    case .number(let value, let range, let unit):
      return editNumber(&field, value, range, unit, input)
    default: return .ignored
    }
  }

  private static func isEditing(_ input: InputEvent) -> Bool {
    switch input {
    case .paste, .key(.character), .key(.backspace), .key(.delete), .key(.left), .key(.right):
      true
    default: false
    }
  }

  /// The option that a key goes to: a neighbour, an end, or the next with that first letter.
  private static func option(
    after selected: Int, of options: [Phrase], _ input: InputEvent
  ) -> Int? {
    guard !options.isEmpty, case .key(let key) = input else { return nil }
    switch key {
    case .left: return max(0, selected - 1)
    case .right: return min(options.count - 1, selected + 1)
    case .home: return 0
    case .end: return options.count - 1
    case .character(" "): return (selected + 1) % options.count
    case .character(let letter):
      let order = (1...options.count).map { (selected + $0) % options.count }
      return order.first { options[$0].spoken.prefix(1).lowercased() == letter.lowercased() }
    default: return nil
    }
  }
}

extension Form where ID: Equatable {
  private mutating func editNumber(
    _ field: inout FormField<ID>, _ value: Int, _ range: ClosedRange<Int>, _ unit: Phrase,
    _ input: InputEvent
  ) -> FieldOutcome {
    guard case .key(let key) = input else {
      return .refused("A number is typed digit by digit.")
    }
    switch key {
    case .left, .character("-"): return setNumber(&field, value - 1, range, unit)
    case .right, .character("+"): return setNumber(&field, value + 1, range, unit)
    case .pageUp: return setNumber(&field, min(value + 10, range.upperBound), range, unit)
    case .pageDown: return setNumber(&field, max(value - 10, range.lowerBound), range, unit)
    case .backspace:
      return type(String((numberEntry ?? String(value)).dropLast()), &field, range, unit)
    case .character(let digit):
      guard CharacterRule.digits.allows(digit) else {
        return .refused(CharacterRule.digits.refusal)
      }
      return type((numberEntry ?? "") + String(digit), &field, range, unit)
    default: return .ignored
    }
  }

  private mutating func setNumber(
    _ field: inout FormField<ID>, _ value: Int, _ range: ClosedRange<Int>, _ unit: Phrase
  ) -> FieldOutcome {
    guard range.contains(value) else {
      return .refused("\(range.lowerBound) to \(range.upperBound) \(unit) can be set.")
    }
    numberEntry = nil
    guard field.kind != .number(value: value, range: range, unit: unit) else { return .ignored }
    field.kind = .number(value: value, range: range, unit: unit)
    return .changed
  }

  /// Shows what is typed; it counts as soon as it is within the range.
  private mutating func type(
    _ entry: String, _ field: inout FormField<ID>, _ range: ClosedRange<Int>, _ unit: Phrase
  ) -> FieldOutcome {
    guard let value = Int(entry) else {
      numberEntry = ""
      return .moved
    }
    guard value <= range.upperBound else {
      return .refused("At most \(range.upperBound) \(unit) can be set.")
    }
    numberEntry = entry
    guard value >= range.lowerBound else { return .moved }
    field.kind = .number(value: value, range: range, unit: unit)
    return .changed
  }

  private mutating func handle(_ event: MouseEvent, in area: Rect) -> FormOutcome<ID> {
    switch event.kind {
    case .wheelUp where area.contains(event.point): return stepLine(-1)
    case .wheelDown where area.contains(event.point): return stepLine(1)
    case .press: break
    default: return .ignored
    }
    let placed = layout(in: area).fields.first {
      fields[$0.index].isFocusable && area.contains(event.point)
        && ($0.control.contains(event.point) || $0.label.contains(event.point))
    }
    guard let placed else { return .ignored }
    let moved = focus(placed.index)
    return click(placed, event.point) ?? moved
  }

  /// What a click does besides taking the keyboard there.
  private mutating func click(_ placed: FormLayout.Placed, _ point: Point) -> FormOutcome<ID>? {
    let field = fields[placed.index]
    switch field.kind {
    case .button, .action: return press(placed.index)
    case .toggle: return edit(.key(.character(" ")))
    case .choice: return edit(.key(.character(" ")))
    case .text(var text) where field.isEnabled && placed.control.contains(point):
      text.moveCursor(to: text.index(at: point.column, in: placed.control))
      fields[placed.index].kind = .text(text)
      return nil
    default: return nil
    }
  }
}
