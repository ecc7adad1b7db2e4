import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// System > Maintenance: the clock, restart, shut-down.
struct MaintenancePage: Screen {
  private enum Field: Equatable, Sendable { case now, clock, setClock, restart, shutDown }

  private var form = Form<Field>([
    .heading(tr("Clock")),
    FormField(.now, tr("Shows"), .reading("")),
    FormField(
      .clock, tr("Set to"), .text(TextField(limit: 19, placeholder: "2026-11-20 23:04:00"))),
    FormField(.setClock, tr("Set clock"), .button(.normal)),
    .heading(tr("Power")),
    FormField(.restart, tr("Restart"), .action(tr("recording pauses meanwhile …"))),
    FormField(.shutDown, tr("Shut down"), .action(tr("switched on again at the back panel …"))),
  ])

  let name = "maintenance"
  let help = ["Sets the recorder's clock, restarts it or shuts it down."]
  var takesText: Bool { form.takesText }
  var holdsUnsaved: Bool { !form.text(.clock).isEmpty }

  func hints(in context: ScreenContext) -> [KeyHint] { FormKeys.hints(for: form) }
  func nextChange(in context: ScreenContext) -> Timestamp? { context.now + .seconds(1) }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    switch form.respond(to: input, in: context.area) {
    case .pressed(.setClock): return setClock()
    case .pressed(.restart): return guarded(PowerQuestions.restart, .restart, context)
    case .pressed(.shutDown): return guarded(PowerQuestions.shutDown, .shutDown, context)
    case .pressed(.now), .pressed(.clock), .changed: return .stay
    case .escaped: return .pop
    case .handled(let outcome): return outcome
    }
  }

  private func guarded(
    _ question: Question, _ need: Need, _ context: ScreenContext
  ) -> Outcome {
    context.whyNot(need, .maintenance).map { .say(.warning($0)) } ?? .push(question)
  }

  private mutating func setClock() -> Outcome {
    guard let time = CivilTime(parsing: form.text(.clock))?.timestamp else {
      form.refuse(.clock, tr("A date and a time, such as 2026-11-20 23:04:00."))
      return .stay
    }
    return .recorder(.setClock(time))
  }

  mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    guard case .recorder(.clock(.changed)) = event else { return .ignored }
    form.setText(.clock, "")
    return .say(.success(tr("Clock set.")))
  }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    var shown = form
    shown.isFocused = context.hasFocus
    shown.setText(.now, context.clockFormat.text(context.deviceTime))
    shown.draw(on: &canvas, in: area)
  }
}
