import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

/// The web browser on the laptop: a search, and what it finds.
package struct WebSearchPage: Screen {
  package init() {}

  private var query = TextField(limit: 60, placeholder: tr("what you look for"))
  /// The places of the pages found; nil: nothing was searched for yet.
  private var found: [Int]?
  private var list = ListView(columns: [], rows: [], emptyText: "")
  private var isTyping = true

  package let name = "web-search"
  package let help = [
    "A search of the web, as somebody makes one who has lost a password. What it finds is what the "
      + "trade has: right for this recorder, right for another one, and dangerous, side by side. "
      + "The coach says which is which at the foot of each page.",
    "Nothing here reaches the Internet: the pages are part of the practice.",
  ]
  package var takesText: Bool { isTyping }

  package enum Action: Hashable, Sendable { case move, open, search, back }
  package static let map = KeyMap<Action>([
    KeyBinding(
      keys: [.up, .down, .pageUp, .pageDown, .home, .end], action: .move, label: "Choose",
      help: "Choose a page; from the field ↓ goes to what was found.", isOnBar: false),
    KeyBinding(
      keys: [.enter], action: .open, label: "Search",
      help: "Searches for what was typed; in the list opens the page."),
    KeyBinding(
      keys: [.character("/")], action: .search, label: "New search",
      help: "Back to the field, for other words."),
    KeyBinding(
      keys: [.escape], action: .back, label: "Back",
      help: "From the list back to the field, from there to the monitor."),
  ])

  package func hints(in context: ScreenContext) -> [KeyHint] {
    var hints = WebSearchPage.map.hints { action in
      switch action {
      case .move where found?.isEmpty != false: tr("Nothing was found yet.")
      case .search where isTyping: tr("The field has the focus.")
      default: nil
      }
    }
    if !isTyping { hints[1].label = tr("Read") }
    return hints
  }

  package mutating func entered(in context: ScreenContext) -> Outcome {
    context.assets.webPages == nil ? .load(.webPages) : .stay
  }

  package mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    let layout = layout(context.area)
    if case .mouse(let event) = input, event.kind == .press, layout.field.contains(event.point) {
      isTyping = true
      return .stay
    }
    return isTyping ? type(input, context) : choose(input, in: layout.list, context)
  }

  private mutating func type(_ input: InputEvent, _ context: ScreenContext) -> Outcome {
    switch input {
    case .key(.escape): return .go(.monitor)
    case .key(.enter): return search(context)
    case .key(.down), .key(.tab):
      guard found?.isEmpty == false else { return .ignored }
      isTyping = false
      return .stay
    case .mouse:
      guard found?.isEmpty == false else { return .ignored }
      return choose(input, in: layout(context.area).list, context)
    default: break
    }
    switch query.handle(input) {
    case .ignored: return .ignored
    case .refused(let why): return .say(.warning(why))
    case .changed, .moved: return .stay
    }
  }

  private mutating func search(_ context: ScreenContext) -> Outcome {
    let found = (context.assets.webPages ?? []).found(for: query.text)
    self.found = found
    list.selected = 0
    isTyping = found.isEmpty
    return .stay
  }

  private mutating func choose(
    _ input: InputEvent, in area: Rect, _ context: ScreenContext
  ) -> Outcome {
    switch input {
    case .key(.escape), .key(.character("/")), .key(.backTab):
      isTyping = true
      return .stay
    case .key(.up) where list.selected == 0:
      isTyping = true
      return .stay
    default: break
    }
    list.rows = rows(context)
    switch list.handle(input, in: area) {
    case .ignored: return .ignored
    case .moved:
      isTyping = false
      return .stay
    case .activated(let row):
      isTyping = false
      guard let page = page(row, context) else { return .stay }
      return .push(WebPageView(page))
    }
  }

  private func page(_ row: Int, _ context: ScreenContext) -> WebPage? {
    guard let found, found.indices.contains(row), let pages = context.assets.webPages,
      pages.indices.contains(found[row])
    else { return nil }
    return pages[found[row]]
  }

  private func rows(_ context: ScreenContext) -> [ListRow] {
    (found ?? []).indices.map { row in
      let page = page(row, context)
      return ListRow([
        page.map { tr(words: $0.title) } ?? "", page.map { tr(words: $0.site) } ?? "",
      ])
    }
  }

  private func layout(_ area: Rect) -> (field: Rect, list: Rect, snippet: Rect) {
    let inner = area.inset(rows: 0, columns: 2)
    let rest = inner.droppingTop(4)
    // Below the list stands what the chosen page begins with.
    let list = rest.top(min(found?.count ?? rest.rows, rest.rows - 5))
    return (inner.droppingTop(1).top(1), list, rest.droppingTop(list.rows + 1).top(4))
  }

  private static var label: String { tr("Search the web") }
  private static var invitation: String {
    tr("Type a few words, such as: recorder password forgotten. Then press Enter.")
  }

  /// How many pages were found.
  private static func text(of count: Int) -> String {
    switch count {
    case 0: tr("Nothing was found.")
    case 1: tr("1 page")
    default: tr("\(count) pages")
    }
  }

  /// What was found, in so many columns.
  private func presented(columns: Int, _ context: ScreenContext) -> ListView {
    var list = list
    // Whole titles before the sites, where there is no room for both.
    list.columns = [ListColumn("")] + (columns < 90 ? [] : [ListColumn("", width: .fixed(24))])
    list.rows = rows(context)
    list.isFocused = !isTyping
    return list
  }

  package func outline(in context: ScreenContext) -> Outline {
    var outline = query.outline(as: WebSearchPage.label, isFocused: isTyping)
    guard let found else {
      outline.say(WebSearchPage.invitation)
      return outline
    }
    outline.say(WebSearchPage.text(of: found.count))
    guard !found.isEmpty else { return outline }
    let columns = layout(context.area).list.columns
    outline.append(presented(columns: columns, context).outline())
    guard let page = page(list.selected, context) else { return outline }
    outline.say(tr(words: page.site))
    outline.say(tr(words: page.text))
    return outline
  }

  package func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    let layout = layout(area)
    let label = WebSearchPage.label
    canvas.write(label, row: layout.field.row, column: layout.field.column, .strong)
    let used = TextWidth.of(label) + 2
    query.draw(
      on: &canvas, in: layout.field.droppingLeft(used).left(62), isFocused: isTyping)
    guard let found else {
      canvas.writeWrapped(WebSearchPage.invitation, in: layout.list, .quiet)
      return
    }
    canvas.writeFitted(
      WebSearchPage.text(of: found.count), row: layout.field.row + 2,
      column: layout.field.column, columns: layout.field.columns, .quiet)
    guard !found.isEmpty else { return }
    presented(columns: layout.list.columns, context).draw(on: &canvas, in: layout.list)
    guard let page = page(list.selected, context) else { return }
    let snippet = layout.snippet.droppingLeft(2)
    canvas.writeFitted(
      tr(words: page.site), row: snippet.row, column: snippet.column, columns: snippet.columns,
      .accent)
    canvas.writeWrapped(tr(words: page.text), in: snippet.droppingTop(1), .quiet)
  }
}
