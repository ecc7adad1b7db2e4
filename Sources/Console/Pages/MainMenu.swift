import PracticeDesk
import RecorderEngine
import TextUI

/// The main menu: categories at the left, a category's pages as tabs, the page itself.
struct MainMenu: Screen {
  /// What the keyboard is on.
  enum Focus { case categories, tabs, page }

  static let pathPrefix = "main-menu"
  /// Where accounts live.
  static let usersPath = "main-menu:system.user"

  private var category = 0
  private var tab = 0
  private var focus = Focus.categories
  private var page: (any Screen)?
  /// The page to open once the menu has been read.
  private var wanted: (category: String, page: String)?

  init() {}

  /// Opens at a page, as `main-menu:system.user`.
  init(path: String) {
    let names = path.dropFirst(MainMenu.pathPrefix.count + 1).split(separator: ".")
    if names.count == 2 { wanted = (String(names[0]), String(names[1])) }
  }

  var name: String {
    wanted.map { "\(MainMenu.pathPrefix):\($0.category).\($0.page)" } ?? MainMenu.pathPrefix
  }
  let help = [
    "The recorder's settings. Categories stand at the left, their pages as tabs on top. Esc goes "
      + "one step back: from the page to the tabs, to the categories, out of the menu."
  ]
  var takesText: Bool { focus == .page && (page?.takesText ?? false) }

  enum Action: Hashable, Sendable { case choose, enter, back }
  static let map = KeyMap<Action>([
    KeyBinding(
      keys: [.up, .down, .left, .right], action: .choose, label: "Choose",
      help: "Chooses a category, or a page among the tabs."),
    KeyBinding(
      keys: [.enter, .tab], action: .enter, label: "Enter", help: "Goes into it."),
    KeyBinding(keys: [.escape], action: .back, label: "Back", help: "One step back."),
  ])

  func title(in context: ScreenContext) -> String? {
    guard let menu = context.assets.menu, menu.categories.indices.contains(category) else {
      return "Main menu"
    }
    let category = menu.categories[category]
    let tabTitle = category.pages.indices.contains(tab) ? category.pages[tab].title : ""
    let own = page?.title(in: context)
    return [category.title, tabTitle, own ?? ""].filter { !$0.isEmpty }.joined(separator: " > ")
  }

  func hints(in context: ScreenContext) -> [KeyHint] {
    guard focus == .page, let page else { return MainMenu.map.hints() }
    return page.hints(in: pageContext(context))
  }

  func nextChange(in context: ScreenContext) -> Timestamp? { page?.nextChange(in: context) }

  mutating func opened(in context: ScreenContext) -> Outcome { openWanted(context) }

  /// Opens the page that the path names, once the menu is there.
  private mutating func openWanted(_ context: ScreenContext) -> Outcome {
    guard let menu = context.assets.menu else { return .stay }
    if page == nil, let wanted {
      category = menu.categories.firstIndex { $0.id == wanted.category } ?? 0
      tab = menu.categories[category].pages.firstIndex { $0.id == wanted.page } ?? 0
      focus = .page
    }
    return page == nil ? openPage(context) : .stay
  }

  private mutating func openPage(_ context: ScreenContext) -> Outcome {
    guard let menu = context.assets.menu, menu.categories.indices.contains(category),
      menu.categories[category].pages.indices.contains(tab)
    else { return .stay }
    let entry = menu.categories[category].pages[tab]
    wanted = (menu.categories[category].id, entry.id)
    var page = MenuPages.screen(for: entry, context)
    let outcome = focus == .page ? page.opened(in: pageContext(context)) : .stay
    self.page = page
    return outcome
  }

  mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    guard var page else { return .ignored }
    let outcome = page.notice(event, in: pageContext(context))
    self.page = page
    return outcome
  }

  mutating func notice(_ news: FileNews, in context: ScreenContext) -> Outcome {
    guard var page else { return .ignored }
    let outcome = page.notice(news, in: pageContext(context))
    self.page = page
    return outcome
  }

  mutating func answered(in context: ScreenContext) -> Outcome {
    guard var page else { return .ignored }
    let outcome = page.answered(in: pageContext(context))
    self.page = page
    return outcome
  }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    let opening = openWanted(context)
    guard case .stay = opening else { return opening }
    if case .mouse(let event) = input, event.kind == .press,
      let outcome = click(event.point, context)
    {
      return outcome
    }
    guard focus != .page else { return handOn(input, context) }
    guard case .key(let key) = input else { return .ignored }
    return focus == .tabs ? handleOnTabs(key, context) : handleOnCategories(key, context)
  }

  private mutating func handOn(_ input: InputEvent, _ context: ScreenContext) -> Outcome {
    guard var page else { return .ignored }
    let outcome = page.handle(input, in: pageContext(context))
    self.page = page
    switch outcome {
    case .pop:
      focus = pages(context).count > 1 ? .tabs : .categories
      return .stay
    case .ignored where input == .key(.escape):
      focus = pages(context).count > 1 ? .tabs : .categories
      return .stay
    default: return outcome
    }
  }

  private mutating func handleOnTabs(_ key: Key, _ context: ScreenContext) -> Outcome {
    switch key {
    case .left: return show(tab: tab - 1, context)
    case .right: return show(tab: tab + 1, context)
    case .enter, .tab, .down: return enterPage(context)
    case .escape, .up, .backTab:
      focus = .categories
      return .stay
    default: return .ignored
    }
  }

  private mutating func handleOnCategories(_ key: Key, _ context: ScreenContext) -> Outcome {
    switch key {
    case .up: return show(category: category - 1, context)
    case .down: return show(category: category + 1, context)
    case .enter, .tab, .right:
      guard pages(context).count > 1 else { return enterPage(context) }
      focus = .tabs
      return .stay
    case .escape: return page?.holdsUnsaved == true ? .push(Question.discard(.pop)) : .pop
    default: return .ignored
    }
  }

  private mutating func enterPage(_ context: ScreenContext) -> Outcome {
    focus = .page
    guard var page else { return .stay }
    let outcome = page.opened(in: pageContext(context))
    self.page = page
    return outcome
  }

  private mutating func show(category place: Int, _ context: ScreenContext) -> Outcome {
    guard let menu = context.assets.menu, menu.categories.indices.contains(place) else {
      return .stay
    }
    guard page?.holdsUnsaved != true else { return MainMenu.unsaved }
    category = place
    tab = 0
    return openPage(context)
  }

  private mutating func show(tab place: Int, _ context: ScreenContext) -> Outcome {
    guard pages(context).indices.contains(place) else { return .stay }
    guard page?.holdsUnsaved != true else { return MainMenu.unsaved }
    tab = place
    return openPage(context)
  }

  private static let unsaved = Outcome.say(
    .warning("This page has unsaved changes: apply or cancel them first."))

  private mutating func click(_ point: Point, _ context: ScreenContext) -> Outcome? {
    let layout = MainMenuLayout(context.area)
    if let hit = tabs(context).hit(point, in: layout.tabs) {
      focus = .tabs
      return show(tab: hit, context)
    }
    let row = point.row - layout.categories.row
    if layout.categories.contains(point) {
      focus = .categories
      return show(category: row, context)
    }
    guard layout.page.contains(point), focus != .page else { return nil }
    return enterPage(context)
  }

  private func pages(_ context: ScreenContext) -> [MenuPage] {
    guard let menu = context.assets.menu, menu.categories.indices.contains(category) else {
      return []
    }
    return menu.categories[category].pages
  }

  private func tabs(_ context: ScreenContext) -> Tabs {
    var tabs = Tabs(pages(context).map(\.title), current: tab)
    tabs.isFocused = focus == .tabs
    return tabs
  }

  private func pageContext(_ context: ScreenContext) -> ScreenContext {
    var page = context.within(MainMenuLayout(context.area).page)
    page.hasFocus = focus == .page
    return page
  }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    var shown = self
    _ = shown.openWanted(context)
    let layout = MainMenuLayout(area)
    layout.drawFrame(on: &canvas)
    guard let menu = context.assets.menu else {
      canvas.write("Reading the menu …", row: layout.page.row, column: layout.page.column, .quiet)
      return
    }
    var list = ListView(menu.categories.map(\.title), selected: shown.category)
    list.isFocused = shown.focus == .categories
    list.draw(on: &canvas, in: layout.categories)
    let cursor = canvas.cursor
    shown.page?.draw(on: &canvas, in: layout.page, context: shown.pageContext(context))
    shown.tabs(context).draw(on: &canvas, in: layout.tabs)
    if shown.focus == .categories { canvas.cursor = cursor }
    if shown.focus != .page { canvas.cursorIsVisible = false }
  }
}

/// Where the parts of the main menu are.
struct MainMenuLayout {
  let frame: Rect
  let categories: Rect
  let tabs: Rect
  let page: Rect

  init(_ area: Rect) {
    frame = area
    let inner = area.inset(by: 1)
    let width = min(14, inner.columns / 4)
    categories = inner.left(width)
    let right = inner.droppingLeft(width + 1)
    tabs = right.top(1)
    page = right.droppingTop(2).droppingLeft(1).droppingRight(1)
  }

  func drawFrame(on canvas: inout Canvas) {
    canvas.fill(frame, .text)
    canvas.box(frame, .border)
    let column = categories.endColumn
    canvas.verticalRule(row: frame.row + 1, column: column, rows: frame.rows - 2)
    canvas.put("┬", row: frame.row, column: column, .border)
    canvas.put("┴", row: frame.endRow - 1, column: column, .border)
    canvas.rule(row: tabs.row + 1, column: column + 1, columns: frame.endColumn - column - 2)
    canvas.put("├", row: tabs.row + 1, column: column, .border)
    canvas.put("┤", row: tabs.row + 1, column: frame.endColumn - 1, .border)
  }
}
