extension Form {
  /// What a button is for.
  public enum ButtonKind: Equatable, Sendable {
    case normal
    /// The one that Enter in the last field presses.
    case standard
    case danger
  }

  /// What a line of a form is.
  public enum Kind: Equatable, Sendable {
    case text(TextField)
    case choice(options: [String], selected: Int)
    case toggle(Bool)
    case number(value: Int, range: ClosedRange<Int>, unit: String)
    /// A line to read.
    case reading(String)
    case button(ButtonKind)
    /// A line that leads somewhere: "3 set · Edit …".
    case action(String)
    case heading
    case gap
    /// Sentences over the whole width; the label is their text.
    case note(Role)
  }

  /// One line of a form.
  public struct Field: Equatable, Sendable {
    public var id: String
    public var label: String
    public var kind: Kind
    /// A remark at the right, or beneath when there is no room.
    public var note: String?
    public var noteRole: Role
    /// What is wrong with it, shown beneath.
    public var problem: String?
    public var isEnabled: Bool
    /// Why it is not enabled; with a reason it can be focused, so that the reason can be read.
    public var whyDisabled: String?

    /// Makes a line of a form.
    public init(
      id: String, label: String = "", kind: Kind, note: String? = nil,
      noteRole: Role = .quiet, problem: String? = nil, isEnabled: Bool = true,
      whyDisabled: String? = nil
    ) {
      self.id = id
      self.label = label
      self.kind = kind
      self.note = note
      self.noteRole = noteRole
      self.problem = problem
      self.isEnabled = isEnabled && whyDisabled == nil
      self.whyDisabled = whyDisabled
    }

    /// Makes a line of a form, in the short spelling of a table of fields.
    public init(
      _ id: String, _ label: String, _ kind: Kind, note: String? = nil, noteRole: Role = .quiet,
      problem: String? = nil, isEnabled: Bool = true, whyDisabled: String? = nil
    ) {
      self.init(
        id: id, label: label, kind: kind, note: note, noteRole: noteRole, problem: problem,
        isEnabled: isEnabled, whyDisabled: whyDisabled)
    }

    var isButton: Bool { if case .button = kind { true } else { false } }

    /// Whether the keyboard can be in it.
    public var isFocusable: Bool {
      guard isEnabled || whyDisabled != nil else { return false }
      switch kind {
      case .text, .choice, .toggle, .number, .button, .action: return true
      case .reading, .heading, .gap, .note: return false
      }
    }

    /// Whether it stands beside its label, rather than over the whole width.
    var hasLabelColumn: Bool {
      switch kind {
      case .text, .choice, .toggle, .number, .reading, .action: true
      case .button, .heading, .gap, .note: false
      }
    }

    /// The columns that its control would like to have.
    var wishedColumns: Int {
      switch kind {
      case .text(let field): min(max(field.limit, 8), 28) + 5
      case .choice(let options, _): (options.map(TextWidth.of).max() ?? 0) + 6
      case .number(_, let range, let unit):
        max(String(range.lowerBound).count, String(range.upperBound).count)
          + TextWidth.of(unit) + 7
      case .toggle: 3
      case .reading(let text), .action(let text): TextWidth.of(text)
      case .button: TextWidth.of(buttonTitle) + 4
      case .heading, .gap, .note: 0
      }
    }

    /// Whether controls of its kind share one width, so that their ends line up.
    var isAligned: Bool {
      switch kind {
      case .text, .choice: true
      default: false
      }
    }

    var buttonTitle: String { isEnabled ? label : label + " ⊘" }
  }
}

/// What became of a key in a form.
public enum FormOutcome: Equatable, Sendable {
  case ignored
  /// This field has another value.
  case changed(String)
  case moved
  /// This button or action was pressed.
  case activated(String)
  /// Nothing was done, for this reason.
  case refused(String)
}
