import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// System > Maintenance: restart and shut-down.
struct MaintenancePage: Screen {
  private enum Field: Equatable, Sendable { case restart, shutDown }

  private var form = Form<Field>([
    .heading(tr("Power")),
    FormField(.restart, tr("Restart"), .action(tr("recording pauses meanwhile …"))),
    FormField(.shutDown, tr("Shut down"), .action(tr("switched on again at the back panel …"))),
  ])

  let name = "maintenance"
  let help = ["Restarts the recorder or shuts it down. Its clock is set at Date/time."]

  func hints(in context: ScreenContext) -> [KeyHint] { FormKeys.hints(for: form) }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    switch form.respond(to: input, in: context.area) {
    case .pressed(.restart): return guarded(PowerQuestions.restart, .restart, context)
    case .pressed(.shutDown): return guarded(PowerQuestions.shutDown, .shutDown, context)
    case .changed: return .stay
    case .escaped: return .pop
    case .handled(let outcome): return outcome
    }
  }

  private func guarded(
    _ question: Question, _ need: Need, _ context: ScreenContext
  ) -> Outcome {
    context.whyNot(need, .maintenance).map { .say(.warning($0)) } ?? .push(question)
  }

  private func presented(_ context: ScreenContext) -> Form<Field> {
    var shown = form
    shown.isFocused = context.hasFocus
    return shown
  }

  func outline(in context: ScreenContext) -> Outline { presented(context).outline() }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    presented(context).draw(on: &canvas, in: area)
  }
}
