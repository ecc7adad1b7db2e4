import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// The distributor's support desk: takes what the recorder's screen shows, answers with a code.
package struct SupportDeskScreen: Screen {
  private var form = SupportForm.form
  /// How many rows the conversation is scrolled back; nil: its end shows, with the code in large.
  private var rowsBack: Int?

  package enum Action: Hashable, Sendable { case scroll }
  package static let map = KeyMap<Action>([
    KeyBinding(
      keys: [.pageUp, .pageDown], action: .scroll, label: "Conversation",
      help: "Scrolls through what was asked and answered.")
  ])

  package init() {}

  package let name = "support-desk"
  package let help = [
    "The distributor turns model, MAC address and the time on the Dynamic Password screen into a "
      + "code. Type them exactly as shown, or take a photo at the monitor with Ctrl-P and show "
      + "it. Wrong details get a code as well: one that opens nothing.",
    "For the tab Unlock code the dealer's portal takes the model and the unlock code.",
    "Without the proof of purchase nobody gets a code, and there may be business hours.",
    "Practice codes come from a practice key. They open practice recorders and nothing else.",
  ]
  package var takesText: Bool { form.takesText }

  package func title(in context: ScreenContext) -> Phrase? { tr("Distributor's hotline") }
  package func hints(in context: ScreenContext) -> [KeyHint] {
    let isLong = context.desk.surroundings.conversation.turns.count > 1
    return FormKeys.hints(for: form).filter { !$0.keys.contains(.escape) }
      + SupportDeskScreen.map.hints { _ in
        isLong ? nil : tr("There is no more of the conversation.")
      }.filter { isLong || $0.whyDisabled == nil }
  }

  private func layout(
    _ area: Rect, _ form: Form<SupportForm.Field>, _ context: ScreenContext
  ) -> SupportLayout {
    SupportLayout(area, head: greeting(context), form)
  }

  /// The form with what is true at this moment.
  private func presented(_ context: ScreenContext) -> Form<SupportForm.Field> {
    let surroundings = context.desk.surroundings
    var shown = form
    SupportForm.showFields(&shown)
    shown.setEnabled(
      .button(.photo), !surroundings.phone.photos.isEmpty,
      why: tr("There is no photo yet: Ctrl-P at the monitor's Restore Password takes one."))
    shown.setEnabled(
      .button(.note), code(context) != nil, why: tr("There is no code to note yet."))
    if !surroundings.hasProof {
      shown.setEnabled(.proof, false, why: tr("Nobody finds the bill of this recorder."))
    }
    return shown
  }

  package mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    if scroll(input, context) { return .stay }
    var shown = presented(context)
    let response = shown.respond(to: input, in: layout(context.area, shown, context).form)
    SupportForm.merge(shown, into: &form)
    switch response {
    case .pressed(.button(let button)): return press(button, context)
    case .pressed, .changed: return .stay
    case .escaped: return .go(.monitor)
    case .handled(let outcome): return outcome
    }
  }

  /// Scrolls the conversation; false where the key is for something else.
  private mutating func scroll(_ input: InputEvent, _ context: ScreenContext) -> Bool {
    guard SupportDeskScreen.map.action(for: input) != nil else { return false }
    let area = layout(context.area, presented(context), context).conversation
    rowsBack = conversation(context).view.scrolled(
      rowsBack, isUp: input == .key(.pageUp), in: area)
    return true
  }

  private mutating func press(_ button: SupportForm.Button, _ context: ScreenContext) -> Outcome {
    switch button {
    case .send: .perform(.askSupport(SupportForm.request(in: form, context)))
    case .photo: showPhoto(context)
    case .note: note(context)
    }
  }

  private func code(_ context: ScreenContext) -> SpokenCode? {
    context.desk.surroundings.conversation.code
  }

  /// Writes the code into the notebook, to be read at the monitor.
  private func note(_ context: ScreenContext) -> Outcome {
    guard let code = code(context) else { return .stay }
    return Notebook.note("Code from the support desk: \(code.text)", context)
  }

  private mutating func showPhoto(_ context: ScreenContext) -> Outcome {
    guard let photo = context.desk.surroundings.phone.photos.last else { return .stay }
    let request = SupportRequest(
      photo: photo, hasProof: SupportForm.request(in: form, context).hasProof)
    SupportForm.show(request, in: &form)
    return .perform(.askSupport(request))
  }

  package mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    guard case .supportAnswered(let turn) = event else { return .ignored }
    rowsBack = nil
    form.clearProblems()
    guard case .unreadable(let details) = turn.answer else { return .ignored }
    for problem in details {
      form.setProblem(.detail(problem.detail), Words.complaint(about: problem))
    }
    return .stay
  }

  private func conversation(_ context: ScreenContext) -> SupportConversationView {
    SupportConversationView(conversation: context.desk.surroundings.conversation)
  }

  package func outline(in context: ScreenContext) -> Outline {
    var outline = Outline(sentences: [greeting(context)])
    outline.append(presented(context).outline())
    outline.append(conversation(context).outline())
    return outline
  }

  package func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    canvas.fill(area, .text)
    let shown = presented(context)
    let layout = layout(area, shown, context)
    canvas.writeWrapped(greeting(context), in: layout.head, .accent)
    shown.draw(on: &canvas, in: layout.form)
    layout.drawRule(on: &canvas)
    var view = conversation(context).view
    view.rowsBack = rowsBack
    view.draw(on: &canvas, in: layout.conversation)
  }

  private func greeting(_ context: ScreenContext) -> String {
    let surroundings = context.desk.surroundings
    if surroundings.faults.has(.supportClosed) {
      return tr("“You have reached the hotline. Nobody is here at the moment.”")
    }
    if let hours = surroundings.supportHours, !hours.isOpen(at: context.now) {
      return tr(
        "“Our hours are from \(hours.opens.clock) to \(hours.closes.clock), Monday to Friday.”")
    }
    return tr("“Hello. Which recorder is it, and what does its screen say?”")
  }
}

extension Int {
  /// Minutes since midnight as a clock shows them: `08:30`.
  package var clock: String {
    let minutes = self % 60
    return "\(self / 60 < 10 ? "0" : "")\(self / 60):\(minutes < 10 ? "0" : "")\(minutes)"
  }
}
