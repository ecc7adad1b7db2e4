import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// The hours of a week, as a grid to paint in.
struct ScheduleScreen: Screen {
  private let key: SettingKey
  private let subtitle: Phrase
  private let original: WeekSchedule
  private var schedule: WeekSchedule
  private var day = 0
  private var hour = 8

  init(_ key: SettingKey, title: Phrase, _ context: ScreenContext) {
    self.key = key
    subtitle = title
    original = context.recorder.settings[key].flatMap(WeekSchedule.init) ?? .always
    schedule = original
  }

  let name = "schedule"
  let isOverlay = true
  let help = [
    "The hours of a week that count. Space switches an hour, “c” makes all days like this one, "
      + "“f” fills or empties the day. Enter saves.",
    "The last row is for holidays, which Record > Holidays names. Painting in it gives them hours of "
      + "their own; Del has them be like other days again.",
  ]
  var holdsUnsaved: Bool { schedule != original }

  enum Action: Hashable, Sendable { case move, toggle, fill, copy, forget, save, back }
  static let map = KeyMap<Action>([
    KeyBinding(
      keys: [.up, .down, .left, .right], action: .move, label: "Move",
      help: "Another day, another hour."),
    KeyBinding(
      keys: [.character(" ")], action: .toggle, label: "On/off",
      help: "Switches the hour, and goes on to the next."),
    KeyBinding(
      keys: [.character("f")], action: .fill, label: "Whole day",
      help: "Fills the day; a full one is emptied."),
    KeyBinding(
      keys: [.character("c")], action: .copy, label: "Copy day",
      help: "Makes all days like this one."),
    KeyBinding(
      keys: [.delete, .character("d")], action: .forget, label: "No holidays",
      help: "Holidays are like other days.", isOnBar: false),
    KeyBinding(keys: [.enter], action: .save, label: "Save", help: "Saves the schedule."),
    KeyBinding(keys: [.escape], action: .back, label: "Back", help: "Back; asks if unsaved."),
  ])

  func title(in context: ScreenContext) -> Phrase? { subtitle }
  func hints(in context: ScreenContext) -> [KeyHint] { ScheduleScreen.map.hints() }

  /// How many hours a schedule has, for the line that leads here.
  static func summary(_ text: String) -> Phrase {
    let hours = WeekSchedule(text)?.hours ?? 0
    switch hours {
    case 168: return tr("always · Edit …")
    case 0: return tr("never · Edit …")
    default: return tr("\(hours) of 168 hours · Edit …")
    }
  }

  private static func dayName(_ day: Int) -> String {
    [tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"), tr("Fri"), tr("Sat"), tr("Sun"), tr("Hol")][day]
  }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    if case .mouse(let event) = input { return paint(event, in: context.area) }
    guard case .key(let key) = input, let action = ScheduleScreen.map.action(for: key) else {
      return .ignored
    }
    switch action {
    case .move: move(key)
    case .toggle:
      schedule[day, hour].toggle()
      hour = min(23, hour + 1)
    case .fill:
      let isFull = (0..<24).allSatisfy { schedule[day, $0] }
      for hour in 0..<24 { schedule[day, hour] = !isFull }
    case .copy: schedule.copyToAll(day: day)
    case .forget: schedule.setHolidays(false)
    case .save:
      return schedule == original
        ? .pop : .recorder(.changeSettings([self.key: schedule.text]))
    case .back: return schedule == original ? .pop : .push(Question.discard(.pop))
    }
    return .stay
  }

  private mutating func move(_ key: Key) {
    switch key {
    case .up: day = max(0, day - 1)
    case .down: day = min(WeekSchedule.holidayPlace, day + 1)
    case .left: hour = max(0, hour - 1)
    default: hour = min(23, hour + 1)
    }
  }

  private mutating func paint(_ event: MouseEvent, in area: Rect) -> Outcome {
    guard event.kind == .press else { return .stay }
    let grid = layout(in: area).grid
    let place = (event.row - grid.row, (event.column - grid.column) / ScheduleScreen.cell)
    guard grid.contains(event.point), (0..<8).contains(place.0), (0..<24).contains(place.1) else {
      return .stay
    }
    (day, hour) = place
    schedule[day, hour].toggle()
    return .stay
  }

  mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    switch event {
    case .recorder(.settingsChanged): return .all([.pop, .say(.success(tr("Saved.")))])
    case .recorder(.refused(let refusal)):
      return .say(.warning(Words.of(refusal, at: context.now)))
    default: return .ignored
    }
  }

  private static let cell = 2

  private func layout(in area: Rect) -> (dialog: Dialog, head: Rect, grid: Rect) {
    let dialog = Dialog(title: subtitle.spoken, rows: 12, columns: 6 + 24 * Self.cell)
    let inner = dialog.inner(in: area)
    return (dialog, inner.top(1), inner.droppingTop(1).droppingLeft(5).top(8))
  }

  /// The hour at hand.
  private var moment: String { "\(Self.dayName(day)) \(hour):00-\(hour + 1):00" }
  private var count: String { tr("\(schedule.hours) of 168 hours") }

  func outline(in context: ScreenContext) -> Outline {
    var outline = Outline()
    for day in 0..<8 {
      let hours = Self.stretches(of: (0..<24).map { schedule[day, $0] })
      outline.add(
        OutlineItem(
          Self.dayName(day), .reading, value: .text(likeTheWeek(day) ?? hours ?? tr("off"))))
    }
    let isOn = schedule[day, hour]
    outline.add(
      OutlineItem(
        moment, .toggle, state: isOn ? .on : .off, note: isOn ? tr("on") : tr("off")),
      isFocused: true)
    outline.say(count)
    return layout(in: context.area).dialog.outline(of: outline)
  }

  /// The hours that are on, as `0-8, 18-24`; nil where none is.
  private static func stretches(of hours: [Bool]) -> String? {
    let starts = hours.indices.filter { hours[$0] && ($0 == 0 || !hours[$0 - 1]) }
    let texts = starts.map { start in
      "\(start)-\(hours[start...].firstIndex(of: false) ?? hours.count)"
    }
    return texts.isEmpty ? nil : texts.joined(separator: ", ")
  }

  /// What holidays say that have no hours of their own.
  private func likeTheWeek(_ day: Int) -> String? {
    guard day == WeekSchedule.holidayPlace, !schedule.hasHolidays, day != self.day else {
      return nil
    }
    return tr("like the day of the week")
  }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    let layout = layout(in: area)
    layout.dialog.open(on: &canvas, in: area)
    for hour in stride(from: 0, through: 24, by: 4) {
      canvas.write(
        "\(hour)", row: layout.head.row, column: layout.grid.column + hour * Self.cell,
        .dialogQuiet)
    }
    for day in 0..<8 { drawDay(day, on: &canvas, in: layout.grid) }
    let legend = layout.grid.endRow + 1
    var column = layout.grid.column
    column += canvas.write("██", row: legend, column: column, .gauge) + 1
    column += canvas.write(tr("on"), row: legend, column: column, .dialog) + 3
    column += canvas.write("··", row: legend, column: column, .dialogQuiet) + 1
    column += canvas.write(tr("off"), row: legend, column: column, .dialog) + 3
    canvas.writeFitted(
      "\(moment) · \(count)", row: legend + 1, column: layout.grid.column,
      columns: layout.grid.columns, .dialog)
  }

  private func drawDay(_ day: Int, on canvas: inout Canvas, in grid: Rect) {
    let row = grid.row + day
    canvas.write(
      Self.dayName(day), row: row, column: grid.column - 5, day == self.day ? .strong : .dialog)
    if let text = likeTheWeek(day) {
      canvas.writeFitted(
        text, row: row, column: grid.column, columns: grid.columns,
        .dialogQuiet)
      return
    }
    for hour in 0..<24 {
      let column = grid.column + hour * Self.cell
      let isOn = schedule[day, hour]
      let isHere = day == self.day && hour == self.hour
      // The place at hand has brackets, so that it shows without colour as well.
      let text = isHere ? (isOn ? "[█" : "[·") : isOn ? "██" : "··"
      canvas.write(
        text, row: row, column: column, isHere ? .accent : isOn ? .gauge : .dialogQuiet)
      if isHere { canvas.cursor = Point(row: row, column: column) }
    }
  }
}
