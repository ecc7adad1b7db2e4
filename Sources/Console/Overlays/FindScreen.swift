import ConsoleData
import DeskScreens
import RecorderEngine
import RecorderScreens
import ScreenKit
import TextUI

/// Finds any place, page, setting, lesson or key by its name, and goes there.
struct FindScreen: Screen {
  private struct Entry {
    let name: Phrase
    /// Where it is, or what kind of thing.
    let way: Phrase
    let outcome: Outcome

    func leads(toPage path: String) -> Bool {
      guard case .all(let outcomes) = outcome else { return false }
      return outcomes.contains {
        if case .openPage(path, nil) = $0 { true } else { false }
      }
    }
  }

  private var query = TextField(limit: 40, placeholder: tr("a word of its name"))
  private var selected = 0
  /// Whether Enter came before there was anything to go to: whoever types quickly is not kept.
  private var goesOnceRead = false
  // What is not read from files.
  private let places: [Entry]
  private let keys: [Entry]

  init(places: [Place], hints: [KeyHint]) {
    self.places = places.map { place in
      Entry(name: place.title, way: tr("Place"), outcome: .all([.pop, .go(place)]))
    }
    keys = hints.compactMap { hint in
      guard let key = hint.keys.first, !hint.help.isEmpty else { return nil }
      return Entry(
        name: hint.help, way: "\(tr("Key") as Phrase) \(hint.keyText)",
        outcome: .all([.pop, .press(key)]))
    }
  }

  let name = "find"
  let isOverlay = true
  let help = [
    "Type a part of a name: a page, a setting, a place, a lesson or what a key does. Enter goes there."
  ]
  let takesText = true

  enum Action: Sendable { case choose, goThere, close }
  static let map = KeyMap<Action>([
    KeyBinding(keys: [.up, .down], action: .choose, label: "Choose", help: "Choose a row."),
    KeyBinding(keys: [.enter], action: .goThere, label: "Go there", help: "Goes there."),
    KeyBinding(
      keys: [.escape, .control("g")], action: .close, label: "Close",
      help: "Back to where you were."),
  ])

  func hints(in context: ScreenContext) -> [KeyHint] { FindScreen.map.hints() }

  mutating func opened(in context: ScreenContext) -> Outcome {
    let menu = context.assets.menu == nil ? [Outcome.load(.menu(context.profile.skin))] : []
    return .all([.load(.lessons)] + menu)
  }

  func nextChange(in context: ScreenContext) -> Timestamp? {
    isDue(in: context) ? context.now : nil
  }

  func timeCame(in context: ScreenContext) -> Outcome {
    isDue(in: context) ? entries(context)[selected].outcome : .stay
  }

  /// Whether what Enter was pressed for can be gone to by now.
  private func isDue(in context: ScreenContext) -> Bool {
    goesOnceRead && context.assets.menu != nil && entries(context).indices.contains(selected)
  }

  private func entries(_ context: ScreenContext) -> [Entry] {
    let menu = context.assets.menu.map { MenuIndex.entries(of: $0, for: context.profile) } ?? []
    let pages = menu.map { entry in
      Entry(
        name: entry.name, way: entry.way,
        outcome: .all([.pop, .openPage(path: entry.path, setting: entry.setting)]))
    }
    let lessons = context.assets.lessons.map { lesson in
      Entry(
        name: .verbatim(lesson.title), way: tr("Lesson"),
        outcome: .replace(LessonList.beginQuestion(lesson)))
    }
    let wanted = query.text.lowercased().split(separator: " ")
    let all = places + pages + lessons + keys
    guard !wanted.isEmpty else { return all }
    var ranks: [[Entry]] = Array(repeating: [], count: 5)
    for entry in all {
      if let rank = FindScreen.rank(of: entry, wanted) { ranks[rank].append(entry) }
    }
    return Array(ranks.joined())
  }

  /// How well an entry fits the words: 0 is called just so, then what begins so, what has a word that
  /// begins so, what holds them, and what only lies there; nil: not at all.
  private static func rank(of entry: Entry, _ wanted: [Substring]) -> Int? {
    let name = entry.name.spoken.lowercased()
    let all = wanted.joined(separator: " ")
    if name == all { return 0 }
    if name.hasPrefix(all) { return 1 }
    let words = name.split(separator: " ")
    if wanted.allSatisfy({ one in words.contains { $0.hasPrefix(one) } }) { return 2 }
    if wanted.allSatisfy({ name.contains($0) }) { return 3 }
    let way = entry.way.spoken.lowercased()
    return wanted.allSatisfy({ name.contains($0) || way.contains($0) }) ? 4 : nil
  }

  private func list(_ entries: [Entry], _ area: Rect) -> ListView {
    let rows = entries.map { ListRow([$0.name.spoken, $0.way.spoken]) }
    // No wider than the longest way that is found, so that a name has all the rest.
    let longest = rows.map { TextWidth.of($0.texts[1]) }.max() ?? 0
    return ListView(
      columns: [ListColumn(""), ListColumn("", width: .fixed(min(longest, area.columns * 3 / 5)))],
      rows: rows, selected: selected,
      emptyText: tr("Nothing is called so."))
  }

  private func layout(in area: Rect) -> (frame: Rect, field: Rect, list: Rect) {
    let frame = area.centred(
      rows: min(24, area.rows - 1), columns: min(88, area.columns - 2))
    let inner = frame.inset(rows: 1, columns: 2)
    return (frame, inner.top(1), inner.droppingTop(2))
  }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    let entries = entries(context)
    if FindScreen.map.action(for: input) == .close { return .pop }
    // The menu is still read. Where it cannot be, Enter once more goes to what else there is.
    if input == .key(.enter), entries.isEmpty || context.assets.menu == nil && !goesOnceRead {
      goesOnceRead = true
      return .stay
    }
    goesOnceRead = false
    switch input {
    case .key(.up), .key(.down), .key(.pageUp), .key(.pageDown), .key(.enter), .mouse:
      let area = layout(in: context.area).list
      var list = list(entries, area)
      let outcome = list.handle(input, in: area)
      selected = list.selected
      if case .activated(let place) = outcome { return entries[place].outcome }
      return .stay
    default:
      switch query.handle(input) {
      case .ignored: return .ignored
      case .refused(let why): return .say(.warning(why))
      default:
        selected = 0
        return .stay
      }
    }
  }

  /// What brings a page nearer whose path and name are known: its name is typed, and its row chosen.
  func advice(
    toPage path: String, called name: String, in context: ScreenContext
  ) -> Guidance.Advice? {
    let typed = query.text.lowercased()
    guard typed == name.lowercased() else {
      return name.lowercased().hasPrefix(typed)
        ? .type(String(name.dropFirst(typed.count))) : .erase
    }
    let row = entries(context).firstIndex { $0.leads(toPage: path) }
    return row.map { .press($0 == selected ? .enter : $0 > selected ? .down : .up) }
  }

  private static var title: String { tr("Find") }

  private static func count(_ entries: [Entry]) -> String { tr("\(entries.count) found") }

  func outline(in context: ScreenContext) -> Outline {
    let entries = entries(context)
    var list = list(entries, layout(in: context.area).list)
    list.isFocused = false
    var outline = query.outline(as: FindScreen.title)
    outline.title = FindScreen.title
    outline.say(FindScreen.count(entries))
    outline.append(list.outline())
    return outline
  }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    let layout = layout(in: area)
    let entries = entries(context)
    canvas.dim()
    canvas.shadow(of: layout.frame)
    canvas.raise(layout.frame)
    canvas.box(layout.frame, .border, title: FindScreen.title, titleRole: .dialogTitle)
    list(entries, layout.list).draw(on: &canvas, in: layout.list)
    query.draw(on: &canvas, in: layout.field.left(min(44, layout.field.columns)))
    canvas.writeFitted(
      FindScreen.count(entries), row: layout.field.row, column: layout.field.column + 46,
      columns: layout.field.columns - 46, .dialogQuiet)
  }
}
