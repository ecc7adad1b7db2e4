import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// System > Maintenance: the clock, restart, shut-down.
struct MaintenancePage: Screen {
  private var form = Form([
    Form.Field("clockHeading", tr("Clock"), .heading),
    Form.Field("now", tr("Shows"), .reading("")),
    Form.Field(
      "clock", tr("Set to"), .text(TextField(limit: 19, placeholder: "2026-11-20 23:04:00"))),
    Form.Field("setClock", tr("Set clock"), .button(.normal)),
    Form.Field("powerHeading", tr("Power"), .heading),
    Form.Field("restart", tr("Restart"), .action("recording pauses meanwhile …")),
    Form.Field("shutDown", tr("Shut down"), .action("switched on again at the back panel …")),
  ])

  let name = "maintenance"
  let help = ["Sets the recorder's clock, restarts it or shuts it down."]
  var takesText: Bool { form.takesText }
  var holdsUnsaved: Bool { !form.text("clock").isEmpty }

  func hints(in context: ScreenContext) -> [KeyHint] { FormKeys.hints(for: form) }
  func nextChange(in context: ScreenContext) -> Timestamp? { context.now + .seconds(1) }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    let outcome = form.handle(input, in: context.area)
    switch outcome {
    case .activated("setClock"): return setClock()
    case .activated("restart"): return guarded(PowerQuestions.restart, context)
    case .activated("shutDown"): return guarded(PowerQuestions.shutDown, context)
    case .changed(let id):
      form.setProblem(id, nil)
      return .stay
    case .refused(let why): return .say(.warning(why))
    case .ignored: return input == .key(.escape) ? .pop : .ignored
    default: return .stay
    }
  }

  private func guarded(_ question: Question, _ context: ScreenContext) -> Outcome {
    context.recorder.allows(.maintenance)
      ? .push(question) : .say(.warning(Words.of(.notAllowed(.maintenance), at: context.now)))
  }

  private mutating func setClock() -> Outcome {
    guard let time = CivilTime(parsing: form.text("clock"))?.timestamp else {
      form.setProblem("clock", "A date and a time, such as 2026-11-20 23:04:00.")
      form.focusedID = "clock"
      return .stay
    }
    return .recorder(.setClock(time))
  }

  mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    guard case .recorder(.clockChanged) = event else { return .ignored }
    form.setText("clock", "")
    return .say(.success(tr("Clock set.")))
  }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    var shown = form
    shown.isFocused = context.hasFocus
    shown.setText("now", context.clockFormat.text(context.deviceTime))
    shown.draw(on: &canvas, in: area)
  }
}
