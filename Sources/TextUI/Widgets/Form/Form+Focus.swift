extension Form where ID: Equatable {
  /// Where the focused field stands among all; nil when none can be focused.
  var focusIndex: Int? {
    var first: Int?
    for index in fields.indices where fields[index].isFocusable {
      if focusedID == nil || fields[index].id == focusedID { return index }
      first = first ?? index
    }
    return first
  }

  /// Whether any field can have the keyboard.
  public var hasFocusable: Bool { fields.contains { $0.isFocusable } }

  /// The field that has the keyboard.
  public var focused: FormField<ID>? { focusIndex.map { fields[$0] } }

  /// Whether the keyboard is in a text field that hides what is typed.
  public var isInSecret: Bool {
    guard let index = focusIndex, case .text(let field) = fields[index].kind else { return false }
    return field.isSecret
  }

  /// Goes to the next field, or with -1 to the one before; round the ends if asked.
  mutating func step(_ direction: Int, wraps: Bool) -> FormOutcome<ID> {
    guard let from = focusIndex else { return .ignored }
    var index = from
    for _ in fields {
      index += direction
      if !fields.indices.contains(index) {
        guard wraps else { return .ignored }
        index = (index + fields.count) % fields.count
      }
      if fields[index].isFocusable { return focus(index) }
    }
    return .ignored
  }

  /// Goes up or down a line: the buttons of a row count as one.
  mutating func stepLine(_ direction: Int) -> FormOutcome<ID> {
    guard let from = focusIndex else { return .ignored }
    var index = from
    while fields[from].isButton, fields.indices.contains(index), fields[index].isButton {
      index += direction
    }
    if !fields[from].isButton { index += direction }
    while fields.indices.contains(index), !fields[index].isFocusable { index += direction }
    guard fields.indices.contains(index) else { return .ignored }
    // From above, a row of buttons is entered at the one that Enter would press.
    if fields[index].isButton { return focus(standardButton(near: index) ?? index) }
    return focus(index)
  }

  /// Goes to the neighbouring button of the same row.
  mutating func stepButton(_ direction: Int) -> FormOutcome<ID> {
    guard var index = focusIndex else { return .ignored }
    repeat {
      index += direction
    } while fields.indices.contains(index)
      && fields[index].isButton && !fields[index].isFocusable
    guard fields.indices.contains(index), fields[index].isButton else { return .ignored }
    return focus(index)
  }

  mutating func focus(_ index: Int) -> FormOutcome<ID> {
    let refusal = leaveNumber()
    focusedID = fields[index].id
    return refusal ?? .moved
  }

  /// Ends the typing of a number; what is out of range is not taken.
  private mutating func leaveNumber() -> FormOutcome<ID>? {
    defer { numberEntry = nil }
    guard let typed = numberEntry, case .number(let value, let range, let unit) = focused?.kind
    else { return nil }
    if let number = Int(typed), range.contains(number) { return nil }
    return .refused(
      "\(range.lowerBound) to \(range.upperBound) \(unit) can be set; \(value) was kept.")
  }

  private func standardButton(near index: Int) -> Int? {
    var candidates = [index]
    for direction in [-1, 1] {
      var place = index + direction
      while fields.indices.contains(place), fields[place].isButton {
        candidates.append(place)
        place += direction
      }
    }
    return candidates.first { fields[$0].kind == .button(.standard) && fields[$0].isFocusable }
  }

  /// Enter in a field: on to the next, and from the last one the default button.
  mutating func enterPressed(at index: Int) -> FormOutcome<ID> {
    let later = fields[(index + 1)...]
    if let next = later.firstIndex(where: { $0.isFocusable && !$0.isButton }) {
      return focus(next)
    }
    guard let button = fields.firstIndex(where: { $0.kind == .button(.standard) }) else {
      return step(1, wraps: false)
    }
    if let refusal = leaveNumber() { return refusal }
    return press(button)
  }

  func press(_ index: Int) -> FormOutcome<ID> {
    let field = fields[index]
    if field.isEnabled { return field.id.map { .pressed($0) } ?? .ignored }
    return .refused(field.whyDisabled ?? "That does not work at the moment.")
  }
}
