import PracticeDesk
import RecorderEngine
import TextUI

/// The distributor's support desk: takes three details, answers with a code.
struct SupportDeskScreen: Screen {
  private var form = Form([
    Form.Field("model", tr("Device model"), .text(TextField(limit: 40))),
    Form.Field("mac", "MAC address", .text(TextField(limit: 24))),
    Form.Field(
      "time", tr("Current time"), .text(TextField(limit: 19)), note: tr("as 2026-11-20 23:06:51")),
    Form.Field("gap", "", .gap),
    Form.Field("note", tr("Note the code"), .button(.normal)),
    Form.Field("photo", tr("Show the photo"), .button(.normal)),
    Form.Field("send", tr("Send"), .button(.standard)),
  ])

  let name = "support-desk"
  let help = [
    "The distributor turns model, MAC address and the time on the Dynamic Password screen into a "
      + "code. Type them exactly as shown, or take a photo at the monitor with Ctrl-P and show "
      + "it. Wrong details get a code as well: one that opens nothing.",
    "Practice codes come from a practice key. They open practice recorders and nothing else.",
  ]
  var takesText: Bool { form.takesText }

  func title(in context: ScreenContext) -> String? { tr("Distributor's hotline") }
  func hints(in context: ScreenContext) -> [KeyHint] {
    FormKeys.hints.filter { !$0.keys.contains(.escape) }
  }

  private func layout(_ area: Rect) -> (form: Rect, answer: Rect) {
    let box = area.inset(rows: 1, columns: 2).centred(rows: area.rows - 1, columns: 92)
    let rows = min(form.neededRows(columns: box.columns), box.rows / 2)
    return (box.droppingTop(2).top(rows), box.droppingTop(rows + 4))
  }

  private func presented(_ context: ScreenContext) -> Form {
    var shown = form
    shown.setEnabled(
      "photo", context.desk.surroundings.photo != nil,
      why: tr("There is no photo yet: Ctrl-P at the monitor's Dynamic Password screen takes one."))
    shown.setEnabled("note", code(context) != nil, why: tr("There is no code to note yet."))
    return shown
  }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    var shown = presented(context)
    let outcome = shown.handle(input, in: layout(context.area).form)
    form = shown
    switch outcome {
    case .activated("send"):
      return .perform(
        .askSupport(
          SupportRequest(
            model: form.text("model"), macAddress: form.text("mac"), time: form.text("time"))))
    case .activated("photo"): return showPhoto(context)
    case .activated("note"): return note(context)
    case .changed(let id):
      form.setProblem(id, nil)
      return .stay
    case .refused(let why): return .say(.warning(why))
    case .ignored: return input == .key(.escape) ? .go(.monitor) : .ignored
    default: return .stay
    }
  }

  private func code(_ context: ScreenContext) -> SpokenCode? {
    guard case .code(let code, _) = context.desk.surroundings.support else { return nil }
    return code
  }

  /// Writes the code into the notebook, to be read at the monitor.
  private func note(_ context: ScreenContext) -> Outcome {
    guard let code = code(context) else { return .stay }
    let notes = context.desk.surroundings.notes
    let line = "Code from the support desk: \(code.text)"
    return .all([
      .perform(.writeNotes(notes.isEmpty ? line : notes + "\n" + line)),
      .say(.success(tr("In your notebook: Ctrl-N shows it."))),
    ])
  }

  private mutating func showPhoto(_ context: ScreenContext) -> Outcome {
    guard let photo = context.desk.surroundings.photo else { return .stay }
    let request = SupportRequest(photo: photo)
    form.setText("model", request.model)
    form.setText("mac", request.macAddress)
    form.setText("time", request.time)
    return .perform(.askSupport(request))
  }

  mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    guard case .supportAnswered(.unreadable(let details)) = event else { return .ignored }
    for detail in details {
      switch detail {
      case .model: form.setProblem("model", tr("Which model is it? It stands on the screen."))
      case .macAddress:
        form.setProblem("mac", tr("Twelve digits 0-9 and A-F, such as 00:18:AE:4C:11:2F."))
      case .time: form.setProblem("time", tr("Date and time to the second, as on the screen."))
      }
    }
    return .stay
  }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    canvas.fill(area, .text)
    let layout = layout(area)
    canvas.writeFitted(
      tr("«Good evening. Which recorder is it, and what does its screen say?»"),
      row: layout.form.row - 2, column: layout.form.column, columns: layout.form.columns, .accent)
    presented(context).draw(on: &canvas, in: layout.form)
    drawAnswer(on: &canvas, in: layout.answer, context)
  }

  private func drawAnswer(on canvas: inout Canvas, in area: Rect, _ context: ScreenContext) {
    canvas.rule(row: area.row - 1, column: area.column, columns: area.columns)
    switch context.desk.surroundings.support {
    case nil:
      canvas.writeWrapped(
        tr(
          "Nothing sent yet. The three details stand on the recorder's Restore Password screen, tab Dynamic Password."
        ), in: area, .quiet)
    case .unreadable:
      canvas.writeWrapped(tr("«I can't read that. Please look again.»"), in: area, .warning)
    case .code(let code, let challenge):
      drawCode(code, for: challenge, on: &canvas, in: area)
    }
  }

  private func drawCode(
    _ code: SpokenCode, for challenge: DynamicChallenge, on canvas: inout Canvas, in area: Rect
  ) {
    canvas.writeFitted(
      tr("«For \(challenge.model), \(challenge.macAddress), \(CivilTime(challenge.time).text):»"),
      row: area.row, column: area.column, columns: area.columns, .accent)
    let box = Rect(
      row: area.row + 1, column: area.column, rows: 3,
      columns: min(area.columns, code.text.count * 3 + 4))
    canvas.box(box, style: .rounded, .borderFocused)
    for (place, character) in code.text.enumerated() {
      canvas.put(character, row: box.row + 1, column: box.column + 3 + place * 3, .strong)
      canvas.put(
        SupportDeskScreen.mark(of: character), row: box.row + 3,
        column: box.column + 3 + place * 3, .quiet)
    }
    canvas.writeWrapped(
      tr(
        "^ capital  # digit. Type it at the monitor (F2) while its screen stays as it is. Ctrl-N shows your notebook anywhere."
      ),
      in: area.droppingTop(5), .quiet)
  }

  /// What kind of character it is, for reading it out.
  private static func mark(of character: Character) -> Character {
    character.isNumber ? "#" : character.isUppercase ? "^" : " "
  }
}
