import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// What the back panel shows, as a picture and in words.
extension BackPanel {
  package func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    canvas.fill(area, .text)
    let picture = BackPanelPicture(area: area, context: context)
    picture.draw(on: &canvas)
    drawTexts(on: &canvas, in: picture.layout.texts, picture.layout.isRoomy, context)
  }

  package func outline(in context: ScreenContext) -> Outline {
    var outline = BackPanelPicture(area: context.area, context: context).outline()
    if let held = held(context) {
      let hold = hold(held, context)
      outline.append(hold.bar.outline())
      outline.say(hold.count)
      outline.say(hold.text)
    } else {
      outline.say(BackPanel.invitation)
    }
    outline.say(networkText(context))
    outline.say(message?.text.spoken ?? "")
    return outline
  }

  private static var invitation: String { tr("Space puts the paperclip into the reset hole.") }

  /// The paperclip's bar or how to begin, where the recorder is in the network, what happened last.
  private func drawTexts(
    on canvas: inout Canvas, in area: Rect, _ isRoomy: Bool, _ context: ScreenContext
  ) {
    let network = networkText(context)
    let said = message.map { $0.text.spoken } ?? ""
    let facts = Canvas.wrap(network, columns: area.columns).count
    let news = said.isEmpty ? 0 : Canvas.wrap(said, columns: area.columns).count
    var rest = area
    if let held = held(context) {
      let bar = area.top(isRoomy ? 3 : max(2, min(3, area.rows - facts)))
      drawHold(held, on: &canvas, in: bar, context)
      rest = area.droppingTop(bar.rows + (isRoomy ? 1 : 0))
    } else if isRoomy || facts + news < area.rows {
      // In the smallest windows what happened goes before what could be done: the key bar says it.
      canvas.writeFitted(
        BackPanel.invitation, row: area.row, column: area.column, columns: area.columns, .quiet)
      rest = area.droppingTop(isRoomy ? 4 : 1)
    }
    rest = rest.droppingTop(canvas.writeWrapped(network, in: rest, .quiet))
    if let message { canvas.writeWrapped(said, in: rest, message.role) }
  }

  /// How long the button has been pressed, and whether that is long enough.
  private func hold(
    _ exact: Interval, _ context: ScreenContext
  ) -> (bar: ProgressBar, count: String, text: String) {
    // In calm nothing moves more often than once a second.
    let held = context.isCalm ? .seconds(exact.milliseconds / 1_000) : exact
    // The scale shows half as much again as the profile asks for.
    let rule = context.profile.resetButton
    let full = rule.hold.value.milliseconds * 3 / 2
    let isLongEnough = context.recorder.resetButton.isLongEnough
    let bar = ProgressBar(
      fraction: Double(held.milliseconds) / Double(max(1, full)),
      marks: [
        ProgressBar.Mark(0, "0"),
        ProgressBar.Mark(
          Double(rule.hold.value.milliseconds) / Double(max(1, full)),
          rule.hold.value.description),
      ], role: isLongEnough ? .success : .gauge)
    return (
      bar, context.isCalm ? "\(held.milliseconds / 1_000) s" : "\(Words.tenths(held)) s",
      isLongEnough ? tr("♪ beep beep: let go now (Space).") : tr("Holding …")
    )
  }

  private func drawHold(
    _ held: Interval, on canvas: inout Canvas, in area: Rect, _ context: ScreenContext
  ) {
    let hold = hold(held, context)
    let isLongEnough = context.recorder.resetButton.isLongEnough
    let bar = area.droppingRight(10)
    hold.bar.draw(on: &canvas, in: bar.top(area.rows - 1))
    canvas.write(
      hold.count, row: area.row, column: bar.endColumn + 2, isLongEnough ? .success : .strong)
    canvas.writeFitted(
      hold.text, row: area.endRow - 1, column: area.column, columns: area.columns,
      isLongEnough ? .success : .quiet)
  }

  /// Where the recorder is to be found, as its settings say.
  private func networkText(_ context: ScreenContext) -> String {
    guard context.recorder.hasNetworkLink else { return tr("Network: no cable") }
    let facts = [Fact.networkAddress, .openPorts].map { $0.text(in: context) }
    return "\(tr("Network:") as String) \(facts.joined(separator: " · "))"
  }
}
