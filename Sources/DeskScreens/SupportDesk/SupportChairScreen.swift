import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// The support desk where the trainee sits at it: somebody calls, and it is to be decided what they get.
package struct SupportChairScreen: Screen {
  private var focus: CallForm.Field?
  /// How many rows the conversation is scrolled back; nil: its end shows, with the code in large.
  private var rowsBack: Int?

  package typealias Action = SupportDeskScreen.Action

  package init() {}

  package let name = "support-chair"
  package let help = [
    "You are the support desk. Take a call, ask what has to be asked, and decide: a code, a refusal, "
      + "or a technician who looks at the recorder and the papers.",
    "The code is worked out of what the caller has read. A wrong character, or a screen that is gone, "
      + "makes a code that opens nothing. The serial number is on the bill, and the code is for "
      + "whoever can show one in their own name.",
    "Practice codes come from a practice key. They open practice recorders and nothing else.",
  ]

  package func title(in context: ScreenContext) -> Phrase? { tr("Support chair") }

  package func hints(in context: ScreenContext) -> [KeyHint] {
    let isLong = (context.desk.surroundings.chair?.calls.last?.turns.count ?? 0) > 1
    return FormKeys.hints(for: form(context)).filter { !$0.keys.contains(.escape) }
      + SupportDeskScreen.map.hints { _ in
        isLong ? nil : tr("There is no more of the conversation.")
      }.filter { isLong || $0.whyDisabled == nil }
  }

  private func chair(_ context: ScreenContext) -> SupportChair {
    context.desk.surroundings.chair ?? SupportChair(callers: [])
  }

  private func form(_ context: ScreenContext) -> Form<CallForm.Field> {
    CallForm.form(chair(context), focus: focus)
  }

  private func view(_ context: ScreenContext) -> ConversationView {
    let chair = chair(context)
    var view = CallView(call: chair.calls.last, caller: chair.caller).view
    view.rowsBack = rowsBack
    return view
  }

  package mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    var form = form(context)
    let layout = SupportLayout(context.area, head: head(context), form)
    if SupportDeskScreen.map.action(for: input) == .scroll {
      rowsBack = view(context).scrolled(
        rowsBack, isUp: input == .key(.pageUp), in: layout.conversation)
      return .stay
    }
    let response = form.respond(to: input, in: layout.form)
    focus = form.focusedID
    switch response {
    case .pressed(.act(let act)): return press(act, context)
    case .changed: return .stay
    case .escaped: return .go(.monitor)
    case .handled(let outcome): return outcome
    }
  }

  private func press(_ act: CallAct, _ context: ScreenContext) -> Outcome {
    let question = chair(context).caller.flatMap { CallForm.question(before: act, $0) }
    return question.map { .push($0) } ?? .perform(.call(act))
  }

  package mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    guard case .call = event else { return .ignored }
    rowsBack = nil
    return .stay
  }

  package func outline(in context: ScreenContext) -> Outline {
    var outline = Outline(sentences: [head(context)])
    outline.append(form(context).outline())
    outline.append(view(context).outline())
    return outline
  }

  package func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    canvas.fill(area, .text)
    var form = form(context)
    form.isFocused = context.hasFocus
    let layout = SupportLayout(area, head: head(context), form)
    canvas.writeWrapped(head(context), in: layout.head, .accent)
    form.draw(on: &canvas, in: layout.form)
    layout.drawRule(on: &canvas)
    view(context).draw(on: &canvas, in: layout.conversation)
  }

  /// Who is on the phone, and how many wait.
  private func head(_ context: ScreenContext) -> String {
    let chair = chair(context)
    guard let caller = chair.caller else {
      return tr("You are the support desk. Calls that wait: \(chair.waiting)")
    }
    guard chair.isTalking else {
      return chair.waiting == 0
        ? tr("\(caller.name) is gone. Nobody waits any more.")
        : tr("\(caller.name) is gone. Calls that wait: \(chair.waiting)")
    }
    return tr(
      "Call \(chair.calls.count) of \(chair.callers.count): \(caller.name) is on the phone.")
  }
}
