import PracticeDesk
import RecorderEngine
import TextUI

/// System > Log: what was done to the recorder, newest first.
struct LogPage: Screen {
  private var list = SearchList(columns: LogPage.columns, rows: [], emptyText: "No such entries.")
  private var filter: LogCategory?
  /// The log's state that the rows were made from.
  private var upTo = 0

  private static let columns = [
    ListColumn("Time", width: .fixed(19)), ListColumn("User", width: .fixed(10)),
    ListColumn("What"),
  ]

  let name = "log"
  let help = [
    "The operation log: sign-ins and refusals, recoveries, changes, restarts and resets. It "
      + "survives a reset of the password."
  ]
  var takesText: Bool { list.isSearching }

  enum Action: Hashable, Sendable { case move, filter, search, back }
  static let map = KeyMap<Action>([
    KeyBinding(keys: [.up, .down], action: .move, label: "Scroll", help: "Scroll the log."),
    KeyBinding(
      keys: [.character("f")], action: .filter, label: "Filter",
      help: "Only one kind of entries, then the next kind, then all."),
    KeyBinding(
      keys: [.character("/")], action: .search, label: "Search", help: "Search the entries."),
    KeyBinding(keys: [.escape], action: .back, label: "Back", help: "Back to the tabs."),
  ])

  func title(in context: ScreenContext) -> String? { nil }
  func hints(in context: ScreenContext) -> [KeyHint] { LogPage.map.hints() }

  mutating func opened(in context: ScreenContext) -> Outcome {
    fill(context)
    return .recorder(.readLog)
  }

  private mutating func fill(_ context: ScreenContext) {
    guard context.recorder.allows(.log) else { return list.replace([]) }
    upTo = context.recorder.log.nextNumber
    let entries = context.recorder.log.entries
    list.replace(
      entries.reversed().filter { filter == nil || $0.action.category == filter }
        .map(LogPage.row))
  }

  private static func row(_ entry: LogEntry) -> ListRow {
    ListRow(
      [CivilTime(entry.time).text, entry.account?.text ?? "-", Words.of(entry.action)],
      role: entry.action.isWarning ? .warning : .text)
  }

  mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    guard case .recorder(.logged) = event else { return .ignored }
    fill(context)
    return .stay
  }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    if upTo != context.recorder.log.nextNumber { fill(context) }
    if !list.isSearching, input == .key(.character("f")) {
      nextFilter()
      fill(context)
      return .stay
    }
    if !list.isSearching, input == .key(.escape) { return .pop }
    let outcome = list.handle(input, in: context.area.droppingTop(1))
    if let why = list.refusal { return .say(.warning(why)) }
    return outcome == .ignored ? .ignored : .stay
  }

  private mutating func nextFilter() {
    let all = LogCategory.allCases
    guard let filter, let place = all.firstIndex(of: filter) else {
      filter = all.first
      return
    }
    self.filter = place + 1 < all.count ? all[place + 1] : nil
  }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    let kind = filter.map(Words.of) ?? "all"
    guard context.recorder.allows(.log) else {
      canvas.write(
        Words.of(.notAllowed(.log), at: context.now), row: area.row, column: area.column, .warning)
      return
    }
    var shown = self
    if upTo != context.recorder.log.nextNumber { shown.fill(context) }
    canvas.writeFitted(
      "Entries: \(kind) (\(shown.list.shown.count))", row: area.row, column: area.column,
      columns: area.columns, .heading)
    shown.list.isFocused = context.hasFocus
    shown.list.draw(on: &canvas, in: area.droppingTop(1))
  }
}

extension LogAction {
  /// Whether somebody should look twice.
  var isWarning: Bool {
    switch self {
    case .signInFailed, .signInWhileLocked, .lockedOut, .recoveryFailed, .recoveryPaused,
      .powerLost, .resetByButton:
      true
    default: false
    }
  }
}
