import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// System > Log: what was done to the recorder, newest first.
package struct LogPage: Screen {
  private var search: LogSearch
  /// The log as it is read here; nil before the page was opened.
  private var book: LogBook?
  private var list = ListView(
    columns: LogPage.columns, total: 0, emptyText: tr("No such entries."))
  private var query: TextField?
  /// The dialog for the time, while it is open.
  private var range: LogRange?

  /// The whole log, or one kind of entries to begin with.
  package init(only category: LogCategory? = nil) { search = LogSearch(only: category) }

  private static var columns: [ListColumn] {
    [
      ListColumn(tr("Time"), width: .fixed(19)), ListColumn(tr("User"), width: .fixed(10)),
      ListColumn(tr("What")),
    ]
  }

  package let name = "log"
  package let help = [
    "The operation log: sign-ins and refusals, recoveries, changes, restarts and resets. It "
      + "survives a reset of the password.",
    "Filter by kind, choose a time, search for words: the export writes what is shown.",
  ]
  package var takesText: Bool { query != nil || range != nil }

  package enum Action: Hashable, Sendable { case move, filter, range, search, export, back }
  package static let map = KeyMap<Action>([
    KeyBinding(
      keys: [.up, .down, .pageUp, .pageDown, .home, .end], action: .move, label: "Scroll",
      help: "Scroll the log; PageUp, PageDown, Home and End as well.", isOnBar: false),
    KeyBinding(
      keys: [.character("f")], action: .filter, label: "Filter",
      help: "Only one kind of entries, then the next kind, then all."),
    KeyBinding(
      keys: [.character("t")], action: .range, label: "Time",
      help: "Only entries from one moment to another."),
    KeyBinding(
      keys: [.character("/")], action: .search, label: "Search", help: "Search the entries."),
    KeyBinding(
      keys: [.character("e")], action: .export, label: "Export",
      help: "Writes the entries shown to a file on the USB stick, for a spreadsheet."),
    KeyBinding(keys: [.escape], action: .back, label: "Back", help: "Back to the tabs."),
  ])

  /// While a word is searched for, letters are text.
  static let searchMap = KeyMap<Action>([
    KeyBinding(
      keys: [.escape], action: .back, label: "Back", help: "Ends the search: all entries again.")
  ])

  package func title(in context: ScreenContext) -> Phrase? { nil }
  package func hints(in context: ScreenContext) -> [KeyHint] {
    if let range { return range.hints }
    return query == nil ? LogPage.map.hints() : LogPage.searchMap.hints()
  }

  package mutating func opened(in context: ScreenContext) -> Outcome {
    refresh(context)
    return .recorder(.readLog)
  }

  private mutating func refresh(_ context: ScreenContext) {
    guard context.recorder.allows(.log) else { return list.setTotal(0) }
    if book == nil { book = LogBook(of: context.recorder, now: context.now) }
    book?.update(from: context.recorder, now: context.now)
    search.update(log)
    list.setTotal(search.count)
  }

  private var log: OperationLog { book?.log ?? OperationLog(capacity: 1) }

  private mutating func ask(_ context: ScreenContext, _ change: (inout LogSearch.Wish) -> Void) {
    var wish = search.wish
    change(&wish)
    search.ask(for: wish, in: log)
    list.setTotal(search.count)
  }

  private static func row(_ entry: LogEntry, _ format: ClockFormat) -> ListRow {
    let time = entry.isTimed ? format.text(entry.time) : "-"
    return ListRow(
      [time, entry.account?.text ?? "-", Words.of(entry.action).spoken],
      role: entry.action.isWarning ? .warning : .text)
  }

  package mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    guard case .recorder(.logged) = event else { return .ignored }
    refresh(context)
    return .stay
  }

  package mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    refresh(context)
    if range != nil { return setRange(by: input, context) }
    if query != nil, let outcome = type(input, context) { return outcome }
    if query == nil, case .key(let key) = input, let action = LogPage.map.action(for: key),
      action != .move
    {
      return act(action, context)
    }
    let area = layout(context.area).list
    return list.handle(input, in: area) == .ignored ? .ignored : .stay
  }

  private mutating func act(_ action: Action, _ context: ScreenContext) -> Outcome {
    switch action {
    case .back: return .pop
    case .filter:
      let next = nextFilter
      ask(context) { $0.category = next }
    case .search: query = TextField(limit: 40, placeholder: tr("search"))
    case .range: range = LogRange(search.wish)
    case .export: return export(context)
    case .move: break
    }
    return .stay
  }

  /// Hands a key to the search field; nil where it is for the list.
  private mutating func type(_ input: InputEvent, _ context: ScreenContext) -> Outcome? {
    if input == .key(.escape) {
      query = nil
      ask(context) { $0.text = "" }
      return .stay
    }
    switch input {
    case .key(.up), .key(.down), .key(.enter), .key(.pageUp), .key(.pageDown), .mouse: return nil
    default: break
    }
    switch query?.handle(input) {
    case .ignored, nil: return nil
    case .refused(let why): return .say(.warning(why))
    default:
      let text = query?.text ?? ""
      ask(context) { $0.text = text }
      return .stay
    }
  }

  private var nextFilter: LogCategory? {
    let all = LogCategory.allCases
    guard let now = search.wish.category, let place = all.firstIndex(of: now) else {
      return all.first
    }
    return place + 1 < all.count ? all[place + 1] : nil
  }

  private func export(_ context: ScreenContext) -> Outcome {
    guard search.count > 0 else { return .say(.warning(tr("There is nothing to export."))) }
    let log = log
    let rows = stride(from: search.count - 1, through: 0, by: -1)
    let text = LogExport.text(of: rows.lazy.compactMap { search.entry(row: $0, in: log) })
    let time = CivilTime(context.deviceTime)
    let clock = time.clockText.filter { $0 != ":" }
    return .file(.write(name: "log_\(time.dateText)_\(clock).csv", text: text))
  }

  private mutating func setRange(by input: InputEvent, _ context: ScreenContext) -> Outcome {
    guard var dialog = range else { return .ignored }
    let response = dialog.handle(input, in: context.area)
    range = dialog
    switch response {
    case .handled(let outcome): return outcome
    case .closed: range = nil
    case .set(let from, let until):
      range = nil
      ask(context) {
        $0.from = from
        $0.until = until
      }
    }
    return .stay
  }

  private func layout(_ area: Rect) -> (head: Rect, list: Rect) {
    (area.top(1), area.droppingTop(query == nil ? 1 : 2))
  }

  /// The list with the rows in view, in the language of the moment.
  private func presented(in area: Rect, _ context: ScreenContext) -> ListView {
    let (found, log, format) = (search, log, context.clockFormat)
    var list = list
    list.isFocused = context.hasFocus
    list.columns[0].width = .fixed(TextWidth.of(format.text(context.deviceTime)))
    list.show(in: area) { place in
      found.entry(row: place, in: log).map { LogPage.row($0, format) } ?? ListRow([])
    }
    return list
  }

  private func whyNot(_ context: ScreenContext) -> String {
    Words.of(.notAllowed(.log), at: context.now).spoken
  }

  private var count: String { tr("\(search.count) found") }

  package func outline(in context: ScreenContext) -> Outline {
    guard context.recorder.allows(.log) else { return Outline(sentences: [whyNot(context)]) }
    if let range { return range.outline() }
    var shown = self
    shown.refresh(context)
    var list = shown.presented(in: layout(context.area).list, context)
    var outline = Outline(sentences: [shown.head])
    if let query {
      outline.append(query.outline(as: tr("Search"), isFocused: context.hasFocus))
      outline.say(shown.count)
      list.isFocused = false
    }
    outline.append(list.outline())
    return outline
  }

  package func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    guard context.recorder.allows(.log) else {
      canvas.write(whyNot(context), row: area.row, column: area.column, .warning)
      return
    }
    var shown = self
    shown.refresh(context)
    let layout = layout(area)
    canvas.writeFitted(
      shown.head, row: area.row, column: area.column, columns: area.columns, .heading)
    if let query { shown.drawQuery(query, on: &canvas, in: area.droppingTop(1).top(1)) }
    let cursor = canvas.cursor
    shown.presented(in: layout.list, context).draw(on: &canvas, in: layout.list)
    if query != nil { canvas.cursor = cursor }
    range?.draw(on: &canvas, in: area)
  }

  /// What is shown: the kind, the time, how many.
  private var head: String {
    let kind = search.wish.category.map(Words.of) ?? tr("all")
    let from = search.wish.from.map { tr(" from \(CivilTime($0).text)") } ?? ""
    let until = search.wish.until.map { tr(" until \(CivilTime($0).text)") } ?? ""
    return tr("Entries: \(kind) (\(search.count))") + from + until
  }

  private func drawQuery(_ query: TextField, on canvas: inout Canvas, in row: Rect) {
    canvas.write("/", row: row.row, column: row.column, .accent)
    query.draw(
      on: &canvas, in: Rect(row: row.row, column: row.column + 2, rows: 1, columns: 34))
    canvas.writeFitted(
      count, row: row.row, column: row.column + 38, columns: row.columns - 38, .quiet)
  }
}

extension LogAction {
  /// Whether somebody should look twice.
  package var isWarning: Bool {
    switch self {
    case .signInFailed, .signInWhileLocked, .lockedOut, .recoveryFailed, .recoveryPaused,
      .powerLost, .resetByButton, .factoryDefault, .upgradeInterrupted, .remoteSignInBlocked,
      .remoteSignInFailed, .remoteSignInWhileLocked:
      true
    default: false
    }
  }
}
