import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

/// The dialog that says from when to when entries are shown.
struct LogRange: Equatable, Sendable {
  /// What became of a key in it.
  enum Response {
    case closed
    case set(from: Timestamp?, until: Timestamp?)
    /// Nothing that the page must know of: this is the outcome.
    case handled(Outcome)
  }

  private enum Field: Equatable, Sendable { case from, until, all, cancel, set }

  private var panel: FormPanel<Field>
  /// The keys that it takes.
  var hints: [KeyHint] { FormKeys.hints(for: panel.form) }

  init(_ wish: LogSearch.Wish) {
    func field(
      _ id: Field, _ label: Phrase, _ time: Timestamp?, _ example: Phrase
    ) -> FormField<Field> {
      let text = time.map { CivilTime($0).text } ?? ""
      return FormField(id, label, .text(TextField(text, limit: 19, placeholder: example)))
    }
    panel = FormPanel(
      tr("Time of the entries"), columns: 44,
      [
        field(.from, tr("From"), wish.from, "2026-11-20"),
        field(.until, tr("Until"), wish.until, "2026-11-20 23:04"),
        .note(tr("An empty line means no limit."), .dialogQuiet),
        .gap, FormField(.all, tr("All"), .button(.normal)),
        FormField(.cancel, tr("Cancel"), .button(.normal)),
        FormField(.set, tr("Show"), .button(.standard)),
      ])
  }

  mutating func handle(_ input: InputEvent, in area: Rect) -> Response {
    switch panel.respond(to: input, in: area) {
    case .pressed(.set): range()
    case .pressed(.all): .set(from: nil, until: nil)
    case .pressed(.cancel), .escaped: .closed
    case .pressed(.from), .pressed(.until), .changed: .handled(.stay)
    case .handled(let outcome): .handled(outcome)
    }
  }

  private mutating func range() -> Response {
    do throws(Unreadable) {
      let from = try time(.from)
      // A day alone means all of it.
      let isDay = !panel.form.text(.until).contains(":")
      let until = try time(.until).map { isDay ? $0 + .days(1) - .milliseconds(1) : $0 }
      if let from, let until, until < from {
        panel.form.refuse(.until, tr("This is before the beginning."))
        return .handled(.stay)
      }
      return .set(from: from, until: until)
    } catch {
      panel.form.refuse(
        error.field, tr("A date, or a date and a time, such as 2026-11-20 23:04."))
      return .handled(.stay)
    }
  }

  /// What is typed into this field is no time.
  private struct Unreadable: Error { let field: Field }

  /// The time in a field; nil for an empty one.
  private func time(_ field: Field) throws(Unreadable) -> Timestamp? {
    guard !panel.form.text(field).isEmpty else { return nil }
    guard let time = CivilTime(parsing: panel.form.text(field)) else {
      throw Unreadable(field: field)
    }
    return time.timestamp
  }

  func outline() -> Outline { panel.outline() }

  func draw(on canvas: inout Canvas, in area: Rect) { panel.draw(on: &canvas, in: area) }
}
