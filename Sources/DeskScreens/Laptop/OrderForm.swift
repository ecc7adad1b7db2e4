import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// What an order needs to be told: passwords, addresses, the firmware, how many at once.
struct OrderForm: Screen {
  let act: RemoteAct
  let targets: [Int]
  /// The addresses of a job that is tried again; they stay as they were planned.
  let planned: [IPAddress]
  private let isRetry: Bool
  var panel: FormPanel<OrderFields.Field>
  /// What the dry run was asked for.
  private var asked: JobRequest?

  init(
    _ act: RemoteAct, targets: [Int], planned: [IPAddress] = [], isRetry: Bool = false,
    _ context: ScreenContext
  ) {
    self.act = act
    self.targets = targets
    self.planned = planned
    self.isRetry = isRetry
    let title: Phrase = isRetry ? tr("\(Words.job(act)), once more") : Words.job(act)
    let order = OrderFields(act: act, targets: targets, planned: planned, context: context)
    panel = FormPanel(title, columns: 60, order.fields)
  }

  let name = "order"
  let isOverlay = true
  let help = [
    "One password for all: that of admin, as it is now. A device that was never activated needs "
      + "none. Addresses are given in the order of the list, from the first one in steps.",
    "A dry run comes first. With “stop at a warning” no further device has its turn once "
      + "one says that it is about to lock itself.",
  ]
  var takesText: Bool { panel.takesText }
  var holdsUnsaved: Bool { panel.form.isTouched }

  func hints(in context: ScreenContext) -> [KeyHint] { FormKeys.hints(for: panel.form) }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    switch panel.respond(to: input, in: context.area) {
    case .pressed(.button(let button)): return press(button, context)
    case .pressed, .changed: return .stay
    case .escaped: return panel.closing
    case .handled(let outcome): return outcome
    }
  }

  private mutating func press(_ button: OrderFields.Button, _ context: ScreenContext) -> Outcome {
    switch button {
    case .go: rehearse(context)
    case .cancel: .pop
    }
  }

  private mutating func rehearse(_ context: ScreenContext) -> Outcome {
    panel.form.clearProblems()
    let reader = OrderReader(form: panel.form, for: self, context)
    switch reader.request {
    case .failure(let problem):
      panel.form.refuse(problem.field, problem.text)
      return .stay
    case .success(var request):
      request.isRetry = isRetry
      asked = request
      return .perform(.network(.rehearse(request)))
    }
  }

  mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    guard case .network(let event) = event else { return .ignored }
    switch event {
    case .rehearsed(let rehearsal):
      guard let request = asked else { return .stay }
      asked = nil
      return .push(DryRunScreen(request, rehearsal))
    case .refused(.password(let problem)):
      NewPasswordFields.show(problem, in: &panel.form)
      return .stay
    case .refused(let refusal): return .say(.warning(Words.of(refusal)))
    default: return .stay
    }
  }

  /// The form with what is to be said of a password as far as it is typed.
  private func presented(_ context: ScreenContext) -> FormPanel<OrderFields.Field> {
    var shown = panel
    if act == .setPassword {
      NewPasswordFields.annotate(
        &shown.form, under: context.profile.passwords,
        level: context.recorder.requiredPasswordLevel)
    }
    return shown
  }

  func outline(in context: ScreenContext) -> Outline { presented(context).outline() }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    presented(context).draw(on: &canvas, in: area)
  }
}
