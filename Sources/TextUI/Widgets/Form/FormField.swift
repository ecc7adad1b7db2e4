/// One line of a form.
public struct FormField<ID: Sendable>: Sendable {
  /// What it goes by; nil for a line that is only there to be read.
  public let id: ID?
  /// What stands at its left, or on it where it is a button.
  public var label: Phrase
  /// What it is, its value included.
  public var kind: FieldKind
  /// A remark at the right, or beneath when there is no room.
  public var note: Phrase?
  /// What the remark means, and so which colours it has.
  public var noteRole: Role
  /// What is wrong with it, shown beneath.
  public var problem: Phrase?
  /// Whether it can be used; a line with a reason why not starts as false.
  public var isEnabled: Bool
  /// Why it is not enabled; with a reason it can be focused, so that the reason can be read.
  public var whyDisabled: Phrase?
  /// The value that `isTouched` compares with.
  var settled: FieldValue?

  /// Makes a line of a form.
  public init(
    _ id: ID, _ label: Phrase, _ kind: FieldKind, note: Phrase? = nil, noteRole: Role = .quiet,
    problem: Phrase? = nil, isEnabled: Bool = true, whyDisabled: Phrase? = nil
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

  private init(_ label: Phrase, _ kind: FieldKind) {
    id = nil
    self.label = label
    self.kind = kind
    noteRole = .quiet
    isEnabled = true
  }

  /// An empty line.
  public static var gap: FormField { FormField("", .gap) }

  /// The title of the lines that come after it.
  public static func heading(_ text: Phrase) -> FormField { FormField(text, .heading) }

  /// Sentences over the whole width that stay as they are.
  public static func note(_ text: Phrase, _ role: Role) -> FormField {
    FormField(text, .note(role))
  }

  /// A line to read that stays as it is.
  public static func reading(_ label: Phrase, _ text: Phrase) -> FormField {
    FormField(label, .reading(text))
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

  /// Whether its value is another one than at first, or at the last `settle`.
  var isTouched: Bool { kind.value != settled }

  /// The columns that its control would like to have.
  var wishedColumns: Int {
    switch kind {
    case .text(let field): min(max(field.limit, 8), 28) + 5
    case .choice(let options, _):
      (options.map { TextWidth.of($0.spoken) }.max() ?? 0) + FieldKind.bracketColumns
    case .number(_, let range, let unit):
      max(String(range.lowerBound).count, String(range.upperBound).count)
        + TextWidth.of(unit.spoken) + 7
    case .toggle: 3
    case .reading(let text), .action(let text): TextWidth.of(text.spoken)
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

  var buttonTitle: String { isEnabled ? label.spoken : label.spoken + " ⊘" }
}

extension FormField: Equatable where ID: Equatable {}
