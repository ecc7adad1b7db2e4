import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// System > Date/time > Set the clock.
struct ClockDialog: Screen {
  private enum Field: Equatable, Sendable { case now, date, time, set, cancel }

  private var panel: FormPanel<Field>

  init(_ context: ScreenContext) {
    let shown = CivilTime(context.deviceTime)
    panel = FormPanel(
      tr("Set the clock"), columns: 50,
      [
        FormField(.now, tr("Shows"), .reading("")),
        FormField(.date, tr("Date"), .text(TextField(shown.dateText, limit: 10))),
        FormField(.time, tr("Time"), .text(TextField(shown.clockText, limit: 8))),
        .gap, FormField(.cancel, tr("Cancel"), .button(.normal)),
        FormField(.set, tr("Set clock"), .button(.standard)),
      ])
    panel.form.focusedID = .time
  }

  let name = "clock"
  let isOverlay = true
  let help = [
    "The recorder's own clock. A Dynamic Password screen that is open gets the new time, and its code "
      + "is dead. Footage keeps the time that the clock showed when it was made."
  ]
  var takesText: Bool { panel.takesText }
  var holdsUnsaved: Bool { panel.form.isTouched }
  func hints(in context: ScreenContext) -> [KeyHint] { FormKeys.hints(for: panel.form) }
  func nextChange(in context: ScreenContext) -> Timestamp? { context.now + .seconds(1) }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    switch panel.respond(to: input, in: context.area) {
    case .pressed(.set): return setClock()
    case .pressed(.cancel): return .pop
    case .escaped: return panel.form.isTouched ? .push(Question.discard(.pop)) : .pop
    case .pressed(.now), .pressed(.date), .pressed(.time), .changed: return .stay
    case .handled(let outcome): return outcome
    }
  }

  private mutating func setClock() -> Outcome {
    let date = panel.form.text(.date)
    let time = panel.form.text(.time)
    guard CivilTime(parsing: date)?.timestamp != nil else {
      panel.form.refuse(.date, tr("Year, month and day, such as 2026-11-20."))
      return .stay
    }
    guard let moment = CivilTime(parsing: "\(date) \(time)")?.timestamp else {
      panel.form.refuse(.time, tr("Hours, minutes and seconds, such as 23:04:00."))
      return .stay
    }
    return .recorder(.setClock(moment))
  }

  mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    switch event {
    case .recorder(.logged(let entry)) where entry.action == .clockChanged:
      return .all([.pop, .say(.success(tr("Clock set.")))])
    case .recorder(.clock(.changed)) where !context.capabilities.isPractice:
      return .all([.pop, .say(.success(tr("Clock set.")))])
    case .recorder(.refused(let refusal)):
      panel.form.refuse(.date, Words.of(refusal, at: context.now))
      return .stay
    default: return .ignored
    }
  }

  /// The dialog with what the clock shows at this moment.
  private func presented(_ context: ScreenContext) -> FormPanel<Field> {
    var shown = panel
    shown.form.setText(.now, context.clockFormat.text(context.deviceTime))
    return shown
  }

  func outline(in context: ScreenContext) -> Outline { presented(context).outline() }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    presented(context).draw(on: &canvas, in: area)
  }
}
