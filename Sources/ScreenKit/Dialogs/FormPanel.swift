import ConsoleData
import TextUI

/// A dialog that is a form: measured, drawn and handled alike wherever one opens.
package struct FormPanel<ID: Sendable>: Sendable {
  package var title: Phrase
  package var form: Form<ID>
  /// The width of the form, in columns.
  package var columns: Int

  package init(_ title: Phrase, columns: Int = 52, _ fields: [FormField<ID>]) {
    self.title = title
    self.columns = columns
    form = Form(fields)
  }
}

extension FormPanel: Equatable where ID: Equatable {}

extension FormPanel where ID: Equatable {
  /// Where the form goes within an area.
  package func inner(in area: Rect) -> Rect { dialog(measure(in: area)).inner(in: area) }

  private func measure(in area: Rect) -> FormMeasure {
    form.measure(columns: min(columns, area.columns - 6))
  }

  private func dialog(_ measured: FormMeasure) -> Dialog {
    Dialog(title: title.spoken, rows: measured.rows, columns: measured.columns)
  }

  /// Hands a key to the form.
  package mutating func respond(to input: InputEvent, in area: Rect) -> FormResponse<ID> {
    form.respond(to: input, in: input.hasPlace ? inner(in: area) : area)
  }

  /// The way out, which asks first where typed text would be lost.
  package var closing: Outcome { form.isTouched ? .push(Question.discard(.pop)) : .pop }

  package func draw(on canvas: inout Canvas, in area: Rect) {
    let measured = measure(in: area)
    let inner = dialog(measured).open(on: &canvas, in: area)
    form.draw(on: &canvas, in: inner, measured: measured)
  }

  /// What is in the dialog, under its title.
  package func outline() -> Outline {
    Dialog(title: title.spoken, rows: 0, columns: 0).outline(of: form.outline())
  }

  /// Whether a text field has the focus.
  package var takesText: Bool { form.takesText }
}

extension Form where ID: Equatable {
  /// Replaces the sentence of a note.
  package mutating func replaceNote(_ id: ID, _ text: Phrase, _ role: Role) {
    guard let place = fields.firstIndex(where: { $0.id == id }) else { return }
    fields[place].label = text
    fields[place].kind = .note(role)
  }

  /// Says what is wrong with a field, and goes there.
  package mutating func refuse(_ id: ID, _ problem: Phrase) {
    setProblem(id, problem)
    focusedID = id
  }

  /// The form with the focus on a field; nil: on the first.
  package func focusing(_ id: ID?) -> Form {
    var form = self
    form.focusedID = id
    return form
  }

  /// Whether a text field has the focus.
  package var takesText: Bool {
    if case .text = focused?.kind { true } else { false }
  }
}
