import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// Alarm > Status: what goes on, what nobody has seen yet, and what the alarms have set off.
struct AlarmStatusPage: Screen {
  private var selected = 0

  let name = "alarm-status"
  let help = [
    "What goes on now, and what is over and was not acknowledged. Acknowledging stops the buzzer "
      + "and takes what is over off this page; the log keeps it.",
    "What is an alarm, and what it sets off, is chosen on the pages beside this one.",
  ]

  enum Action: Hashable, Sendable { case choose, acknowledge, back }
  static let map = KeyMap<Action>([
    KeyBinding(
      keys: [.up, .down, .pageUp, .pageDown, .home, .end], action: .choose, label: "Scroll",
      help: "Scroll the alarms.", isOnBar: false),
    KeyBinding(
      keys: [.character("a"), .enter], action: .acknowledge, label: "Acknowledge",
      help: "The alarms have been seen: the buzzer is quiet."),
    KeyBinding(keys: [.escape], action: .back, label: "Back", help: "Back to the tabs."),
  ])

  func hints(in context: ScreenContext) -> [KeyHint] {
    AlarmStatusPage.map.hints { $0 == .acknowledge ? whyNot(context) : nil }
  }

  private func whyNot(_ context: ScreenContext) -> Phrase? {
    if let why = context.whyNot(.alarms, .alarm, changes: false) { return why }
    let isQuiet = context.recorder.alarms.buzzerUntil == nil
    return isQuiet && context.recorder.alarms.all.allSatisfy(\.isSeen)
      ? tr("There is nothing to acknowledge.") : nil
  }

  func nextChange(in context: ScreenContext) -> Timestamp? {
    let running = context.recorder.alarms.buzzerUntil ?? context.recorder.alarms.outputUntil
    let moves = context.recorder.motionSource != nil && !context.isCalm
    return running == nil && !moves ? nil : context.now + .seconds(1)
  }

  func searchedList(in context: ScreenContext) -> ListView? { list(context) }

  private func list(_ context: ScreenContext) -> ListView {
    let recorder = context.recorder
    let format = context.clockFormat
    let width = TextWidth.of(format.text(context.deviceTime))
    let motions = recorder.motionAlarms(at: context.motionTime).map {
      Alarm(
        cause: .motion($0.channel), began: $0.began, shownBegan: recorder.deviceTime(at: $0.began))
    }
    let rows = (recorder.alarms.all + motions).reversed().map { alarm in
      ListRow(
        [
          Words.of(alarm.cause).spoken, format.text(alarm.shownBegan),
          AlarmStatusPage.state(of: alarm),
        ], role: alarm.ended == nil ? .warning : .text)
    }
    var list = ListView(
      columns: [
        ListColumn(tr("Alarm")), ListColumn(tr("Since"), width: .fixed(width)),
        ListColumn(tr("State"), width: .fixed(12)),
      ], rows: rows, selected: min(selected, max(0, rows.count - 1)),
      emptyText: tr("No alarms."))
    list.isFocused = context.hasFocus
    return list
  }

  private static func state(of alarm: Alarm) -> String {
    if alarm.ended != nil { return tr("ended") }
    return alarm.isSeen ? tr("acknowledged") : tr("goes on")
  }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    if case .key(let key) = input {
      switch AlarmStatusPage.map.action(for: key) {
      case .back: return .pop
      case .acknowledge:
        if let why = whyNot(context) { return .say(.warning(why)) }
        return .recorder(.acknowledgeAlarms)
      case .choose, nil: break
      }
    }
    var list = list(context)
    let outcome = list.handle(input, in: context.area.droppingTop(2))
    selected = list.selected
    return outcome == .ignored ? .ignored : .stay
  }

  /// Buzzer and output: whether each is on, and what it says.
  private func lamps(_ context: ScreenContext) -> [(isOn: Bool, text: String)] {
    let alarms = context.recorder.alarms
    let lamps: [(Phrase, Timestamp?)] = [
      (tr("Buzzer"), alarms.buzzerUntil), (tr("Alarm output"), alarms.outputUntil),
    ]
    return lamps.map { label, until in
      let left = until.map { max(0, ($0 - context.now).milliseconds + 999) / 1_000 }
      let text = left.map { tr("\(label): on for \("\($0)") s") } ?? tr("\(label): off")
      return (left != nil, text)
    }
  }

  /// What stands in the place of buzzer and output where those are not told: nor is what went on
  /// before.
  private func note(_ context: ScreenContext) -> String? {
    context.whyUnknown(.alarmOutputs) == nil
      ? nil : tr("Only what the recorder has told since you logged in.")
  }

  func outline(in context: ScreenContext) -> Outline {
    var outline = Outline(sentences: note(context).map { [$0] } ?? lamps(context).map(\.text))
    outline.append(list(context).outline())
    return outline
  }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    list(context).draw(on: &canvas, in: area.droppingTop(2))
    if let note = note(context) {
      canvas.writeFitted(
        note, row: area.row, column: area.column, columns: area.columns, .quiet)
      return
    }
    var column = area.column
    for (isOn, text) in lamps(context) {
      canvas.write(isOn ? "●" : "○", row: area.row, column: column, isOn ? .ledAlarm : .ledOff)
      column +=
        canvas.write(
          " " + text, row: area.row, column: column + 1, isOn ? .strong : .quiet) + 5
    }
  }
}
