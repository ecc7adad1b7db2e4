// The type itself asks nothing of the names but its methods do: for a requirement of the type the
// runtime would search all conformances, 0.3 ms the first time for each kind of form.
/// Labelled fields, one under another, with their buttons: what dialogs and menu pages are made of.
///
/// The fields go by the cases of an enum, one for each kind of form, so that a name that no field
/// has does not compile.
public struct Form<ID: Sendable>: Sendable {
  /// The fields, in the order drawn and walked through.
  public var fields: [FormField<ID>]
  /// The field that the keyboard is meant for; nil is the first that takes it.
  public var focusedID: ID?
  /// Whether the keyboard is in this form at all.
  public var isFocused = true
  /// What was typed into the focused number, while it is typed.
  var numberEntry: String?

  /// Makes a form; its present values are the ones that `isTouched` compares with.
  public init(_ fields: [FormField<ID>]) {
    self.fields = fields
    settle()
  }

  /// Whether a value differs from what it was at first, or at the last `settle`.
  public var isTouched: Bool { fields.contains(where: \.isTouched) }

  /// Takes the present values as the ones to compare with.
  public mutating func settle() {
    for index in fields.indices { fields[index].settled = fields[index].kind.value }
  }

  /// Puts back what a field held at first, or at the last `settle`; false where it holds that.
  mutating func restore(_ index: Int) -> Bool {
    guard let value = fields[index].settled, fields[index].kind.value != value else {
      return false
    }
    numberEntry = nil
    fields[index].kind.value = value
    fields[index].problem = nil
    return true
  }
}

extension Form: Equatable where ID: Equatable {}

extension Form where ID: Equatable {
  /// The field of that name.
  public subscript(id: ID) -> FormField<ID>? { fields.first { $0.id == id } }

  /// Whether a field's value differs from what it was at first, or at the last `settle`.
  public func isTouched(_ id: ID) -> Bool { self[id]?.isTouched ?? false }

  /// The text of a field, a chosen option or a line; empty for what has none.
  public func text(_ id: ID) -> String {
    switch self[id]?.kind {
    case .text(let field): field.text
    case .reading(let text), .action(let text): text.spoken
    case .choice(let options, let selected):
      options.indices.contains(selected) ? options[selected].spoken : ""
    case .number(let value, _, _): String(value)
    default: ""
    }
  }

  /// Whether a toggle is on.
  public func isOn(_ id: ID) -> Bool { self[id]?.kind == .toggle(true) }

  /// The index of a choice's option, 0 for what is no choice.
  public func selected(_ id: ID) -> Int {
    if case .choice(_, let selected) = self[id]?.kind { selected } else { 0 }
  }

  /// The value of a number, 0 for what is none.
  public func number(_ id: ID) -> Int {
    if case .number(let value, _, _) = self[id]?.kind { value } else { 0 }
  }

  /// Replaces the text of a field, a line or an action.
  public mutating func setText(_ id: ID, _ text: String) {
    change(id) { field in
      switch field.kind {
      case .text(var edited):
        edited.text = text
        field.kind = .text(edited)
      case .reading: field.kind = .reading(.verbatim(text))
      case .action: field.kind = .action(.verbatim(text))
      default: break
      }
    }
  }

  /// Replaces what a field is, its value included.
  public mutating func setKind(_ id: ID, _ kind: FieldKind) { change(id) { $0.kind = kind } }

  /// Turns a toggle on or off.
  public mutating func setOn(_ id: ID, _ isOn: Bool) {
    change(id) { field in
      if case .toggle = field.kind { field.kind = .toggle(isOn) }
    }
  }

  /// Says what is wrong with a field, or that nothing is.
  public mutating func setProblem(_ id: ID, _ problem: Phrase?) {
    change(id) { $0.problem = problem }
  }

  /// Takes all problems away.
  public mutating func clearProblems() {
    for index in fields.indices { fields[index].problem = nil }
  }

  /// Says something beside a field.
  public mutating func setNote(_ id: ID, _ note: Phrase?, role: Role = .quiet) {
    change(id) { field in
      field.note = note
      field.noteRole = role
    }
  }

  /// Lets a field be used, or says why it cannot be.
  public mutating func setEnabled(_ id: ID, _ isEnabled: Bool, why: Phrase? = nil) {
    change(id) { field in
      field.isEnabled = isEnabled
      field.whyDisabled = isEnabled ? nil : why
    }
  }

  mutating func change(_ id: ID, _ body: (inout FormField<ID>) -> Void) {
    guard let index = fields.firstIndex(where: { $0.id == id }) else { return }
    body(&fields[index])
  }
}
