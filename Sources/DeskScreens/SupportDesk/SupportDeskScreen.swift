import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// The distributor's support desk: takes what the recorder's screen shows, answers with a code.
package struct SupportDeskScreen: Screen {
  private var form = SupportForm.form

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
    FormKeys.hints(for: form).filter { !$0.keys.contains(.escape) }
  }

  private func layout(_ area: Rect, _ form: Form<SupportForm.Field>) -> (form: Rect, answer: Rect) {
    let box = area.inset(rows: 1, columns: 2).centred(rows: area.rows - 1, columns: 92)
    let rows = min(form.neededRows(columns: box.columns), max(4, box.rows - 9))
    return (box.droppingTop(2).top(rows), box.droppingTop(rows + 3))
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
    var shown = presented(context)
    let response = shown.respond(to: input, in: layout(context.area, shown).form)
    SupportForm.merge(shown, into: &form)
    switch response {
    case .pressed(.button(let button)): return press(button, context)
    case .pressed, .changed: return .stay
    case .escaped: return .go(.monitor)
    case .handled(let outcome): return outcome
    }
  }

  private mutating func press(_ button: SupportForm.Button, _ context: ScreenContext) -> Outcome {
    switch button {
    case .send: .perform(.askSupport(SupportForm.request(in: form, context)))
    case .photo: showPhoto(context)
    case .note: note(context)
    }
  }

  private func code(_ context: ScreenContext) -> SpokenCode? {
    if case .code(let code, _) = context.desk.surroundings.support { code } else { nil }
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
    guard case .supportAnswered(.unreadable(let details)) = event else { return .ignored }
    for problem in details {
      form.setProblem(.detail(problem.detail), Words.complaint(about: problem))
    }
    return .stay
  }

  package func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    canvas.fill(area, .text)
    let shown = presented(context)
    let layout = layout(area, shown)
    canvas.writeFitted(
      greeting(context), row: layout.form.row - 2, column: layout.form.column,
      columns: layout.form.columns, .accent)
    shown.draw(on: &canvas, in: layout.form)
    canvas.rule(
      row: layout.answer.row - 1, column: layout.answer.column, columns: layout.answer.columns)
    SupportAnswerView(answer: context.desk.surroundings.support)
      .draw(on: &canvas, in: layout.answer)
  }

  private func greeting(_ context: ScreenContext) -> String {
    let surroundings = context.desk.surroundings
    if surroundings.faults.has(.supportClosed) {
      return tr("«You have reached the hotline. Nobody is here at the moment.»")
    }
    if let hours = surroundings.supportHours, !hours.isOpen(at: context.now) {
      return tr(
        "«Our hours are from \(hours.opens.clock) to \(hours.closes.clock), Monday to Friday.»")
    }
    return tr("«Hello. Which recorder is it, and what does its screen say?»")
  }
}

extension Int {
  /// Minutes since midnight as a clock shows them: `08:30`.
  package var clock: String {
    let minutes = self % 60
    return "\(self / 60 < 10 ? "0" : "")\(self / 60):\(minutes < 10 ? "0" : "")\(minutes)"
  }
}
