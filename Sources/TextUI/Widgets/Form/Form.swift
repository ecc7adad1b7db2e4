/// Labelled fields, one under another, with their buttons: what dialogs and menu pages are made of.
public struct Form: Equatable, Sendable {
  /// The fields, in the order drawn and walked through.
  public var fields: [Field]
  /// The field that the keyboard is meant for; nil is the first that takes it.
  public var focusedID: String?
  /// Whether the keyboard is in this form at all.
  public var isFocused = true
  /// What was typed into the focused number, while it is typed.
  var numberEntry: String?
  private var settled: [String: Value]

  /// Makes a form; its present values are the ones that `isTouched` compares with.
  public init(_ fields: [Field]) {
    self.fields = fields
    settled = Self.values(of: fields)
  }

  /// The field of that name.
  public subscript(id: String) -> Field? { fields.first { $0.id == id } }

  /// Whether a value differs from what it was at first, or at the last `settle`.
  public var isTouched: Bool { Self.values(of: fields) != settled }

  /// Takes the present values as the ones to compare with.
  public mutating func settle() { settled = Self.values(of: fields) }

  /// Puts back what a field held at first, or at the last `settle`; false where it holds that.
  mutating func restore(_ index: Int) -> Bool {
    let id = fields[index].id
    guard let value = settled[id], Self.values(of: [fields[index]])[id] != value else {
      return false
    }
    numberEntry = nil
    switch (fields[index].kind, value) {
    case (.text(var text), .text(let characters)):
      text.text = String(characters)
      fields[index].kind = .text(text)
    case (.choice(let options, _), .number(let selected)):
      fields[index].kind = .choice(options: options, selected: selected)
    case (.number(_, let range, let unit), .number(let number)):
      fields[index].kind = .number(value: number, range: range, unit: unit)
    case (.toggle, .flag(let isOn)): fields[index].kind = .toggle(isOn)
    default: return false
    }
    fields[index].problem = nil
    return true
  }

  private enum Value: Equatable, Sendable {
    case text([Character])
    case number(Int)
    case flag(Bool)
  }

  private static func values(of fields: [Field]) -> [String: Value] {
    var values: [String: Value] = [:]
    for field in fields {
      switch field.kind {
      case .text(let text): values[field.id] = .text(text.characters)
      case .choice(_, let selected): values[field.id] = .number(selected)
      case .toggle(let isOn): values[field.id] = .flag(isOn)
      case .number(let value, _, _): values[field.id] = .number(value)
      default: break
      }
    }
    return values
  }
}

extension Form {
  /// The text of a field, a chosen option or a line; empty for what has none.
  public func text(_ id: String) -> String {
    switch self[id]?.kind {
    case .text(let field): field.text
    case .reading(let text), .action(let text): text
    case .choice(let options, let selected):
      options.indices.contains(selected) ? options[selected] : ""
    case .number(let value, _, _): String(value)
    default: ""
    }
  }

  /// Whether a toggle is on.
  public func isOn(_ id: String) -> Bool { self[id]?.kind == .toggle(true) }

  /// The index of a choice's option, 0 for what is no choice.
  public func selected(_ id: String) -> Int {
    if case .choice(_, let selected) = self[id]?.kind { selected } else { 0 }
  }

  /// The value of a number, 0 for what is none.
  public func number(_ id: String) -> Int {
    if case .number(let value, _, _) = self[id]?.kind { value } else { 0 }
  }

  /// Replaces the text of a field, a line or an action.
  public mutating func setText(_ id: String, _ text: String) {
    change(id) { field in
      switch field.kind {
      case .text(var edited):
        edited.text = text
        field.kind = .text(edited)
      case .reading: field.kind = .reading(text)
      case .action: field.kind = .action(text)
      default: break
      }
    }
  }

  /// Replaces what a field is, its value included.
  public mutating func setKind(_ id: String, _ kind: Kind) { change(id) { $0.kind = kind } }

  /// Turns a toggle on or off.
  public mutating func setOn(_ id: String, _ isOn: Bool) {
    change(id) { field in
      if case .toggle = field.kind { field.kind = .toggle(isOn) }
    }
  }

  /// Says what is wrong with a field, or that nothing is.
  public mutating func setProblem(_ id: String, _ problem: String?) {
    change(id) { $0.problem = problem }
  }

  /// Takes all problems away.
  public mutating func clearProblems() {
    for index in fields.indices { fields[index].problem = nil }
  }

  /// Says something beside a field.
  public mutating func setNote(_ id: String, _ note: String?, role: Role = .quiet) {
    change(id) { field in
      field.note = note
      field.noteRole = role
    }
  }

  /// Lets a field be used, or says why it cannot be.
  public mutating func setEnabled(_ id: String, _ isEnabled: Bool, why: String? = nil) {
    change(id) { field in
      field.isEnabled = isEnabled
      field.whyDisabled = isEnabled ? nil : why
    }
  }

  mutating func change(_ id: String, _ body: (inout Field) -> Void) {
    guard let index = fields.firstIndex(where: { $0.id == id }) else { return }
    body(&fields[index])
  }
}
