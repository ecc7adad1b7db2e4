import ConsoleData
import TextUI

/// A dialog that is a form: measured, drawn and handled alike wherever one opens.
package struct FormPanel: Equatable, Sendable {
  package var title: String
  package var form: Form
  /// The width of the form, in columns.
  package var columns: Int

  package init(_ title: String, columns: Int = 52, _ fields: [Form.Field]) {
    self.title = title
    self.columns = columns
    form = Form(fields)
  }

  /// Where the form goes within an area.
  package func inner(in area: Rect) -> Rect { dialog(in: area).inner(in: area) }

  private func dialog(in area: Rect) -> Dialog {
    let width = min(columns, area.columns - 6)
    return Dialog(title: title, rows: form.neededRows(columns: width), columns: width)
  }

  package mutating func handle(_ input: InputEvent, in area: Rect) -> FormOutcome {
    form.handle(input, in: inner(in: area))
  }

  /// What came of a key in a dialog that is all form.
  package enum Taken {
    /// This button was pressed.
    case pressed(String)
    case escaped
    /// Nothing that only the dialog could know: this is the answer.
    case answered(Outcome)
  }

  /// Takes a key as every dialog that is all form does.
  package mutating func take(_ input: InputEvent, in area: Rect) -> Taken {
    switch handle(input, in: area) {
    case .activated(let id): return .pressed(id)
    case .changed(let id):
      form.setProblem(id, nil)
      return .answered(.stay)
    case .refused(let why): return .answered(.say(.warning(why)))
    case .ignored: return input == .key(.escape) ? .escaped : .answered(.ignored)
    case .moved: return .answered(.stay)
    }
  }

  /// The way out, which asks first where typed text would be lost.
  package var closing: Outcome { form.isTouched ? .push(Question.discard(.pop)) : .pop }

  package func draw(on canvas: inout Canvas, in area: Rect) {
    let inner = dialog(in: area).open(on: &canvas, in: area)
    form.draw(on: &canvas, in: inner)
  }

  /// Whether a text field has the focus.
  package var takesText: Bool { form.takesText }
}

extension Form {
  /// Replaces the sentence of a note.
  package mutating func replaceNote(_ id: String, _ text: String, _ role: Role) {
    guard let place = fields.firstIndex(where: { $0.id == id }) else { return }
    fields[place].label = text
    fields[place].kind = .note(role)
  }

  /// The form with the focus on a field.
  package func focusing(_ id: String) -> Form {
    var form = self
    form.focusedID = id
    return form
  }

  /// Whether a text field has the focus.
  package var takesText: Bool {
    if case .text = focused?.kind { true } else { false }
  }
}

/// The keys of every form: one table for key bar and help.
package enum FormKeys {
  package enum Action: Hashable, Sendable { case next, activate, toggle, reveal, undo, back }

  package static let map = KeyMap<Action>([
    KeyBinding(
      keys: [.tab, .backTab, .down, .up], action: .next, label: "Next field",
      help: "Next field; Shift-Tab and ↑ go back."),
    KeyBinding(
      keys: [.enter], action: .activate, label: "Choose",
      help: "Presses the button; in the last field the one in round brackets."),
    KeyBinding(
      keys: [.character(" ")], action: .toggle, label: "Toggle",
      help: "Switches on and off; ← and → choose one of several.", isOnBar: false),
    KeyBinding(
      keys: [.control("r")], action: .reveal, label: "Reveal",
      help: "Shows or hides what is typed into a password field.", isOnBar: false),
    KeyBinding(
      keys: [.control("z")], action: .undo, label: "Undo",
      help: "Puts back what the field held; on a page of settings, all that the recorder has.",
      isOnBar: false),
    KeyBinding(
      keys: [.escape], action: .back, label: "Back",
      help: "Back, without doing anything; asks first where typed text would be lost."),
  ])

  /// The keys of a form as it stands; nil: none has been made yet.
  package static func hints(for form: Form?) -> [KeyHint] {
    map.hints { action in
      switch action {
      case .reveal where form?.isInSecret != true: tr("No password field has the focus.")
      case .next where form?.focused == nil, .activate where form?.focused == nil,
        .toggle where form?.focused == nil:
        tr("There is nothing to fill in.")
      default: nil
      }
    }
  }
}
