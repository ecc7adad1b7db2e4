/// What a button is for.
public enum ButtonKind: Equatable, Sendable {
  case normal
  /// The one that Enter in the last field presses.
  case standard
  case danger
}

/// What a line of a form is.
public enum FieldKind: Equatable, Sendable {
  case text(TextField)
  case choice(options: [Phrase], selected: Int)
  case toggle(Bool)
  case number(value: Int, range: ClosedRange<Int>, unit: Phrase)
  /// A line to read.
  case reading(Phrase)
  case button(ButtonKind)
  /// A line that leads somewhere: "3 set · Edit …".
  case action(Phrase)
  case heading
  case gap
  /// Sentences over the whole width; the label is their text.
  case note(Role)
}

/// What a field holds that can be typed or chosen.
enum FieldValue: Equatable, Sendable {
  case text([Character])
  case number(Int)
  case flag(Bool)
}

extension FieldKind {
  /// What stands around a value: `[ `, ` ▾ ]` and the blank before the mark.
  static let bracketColumns = 6

  /// What it holds; nil for what can only be read or pressed. Another kind's value is not taken.
  var value: FieldValue? {
    get {
      switch self {
      case .text(let text): .text(text.characters)
      case .choice(_, let selected): .number(selected)
      case .toggle(let isOn): .flag(isOn)
      case .number(let value, _, _): .number(value)
      case .reading, .button, .action, .heading, .gap, .note: nil
      }
    }
    set {
      switch (self, newValue) {
      case (.text(var text), .text(let characters)):
        text.text = String(characters)
        self = .text(text)
      case (.choice(let options, _), .number(let selected)):
        self = .choice(options: options, selected: selected)
      case (.number(_, let range, let unit), .number(let number)):
        self = .number(value: number, range: range, unit: unit)
      case (.toggle, .flag(let isOn)): self = .toggle(isOn)
      default: break
      }
    }
  }
}
