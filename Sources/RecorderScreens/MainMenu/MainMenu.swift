import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// The main menu: categories at the left, a category's pages as tabs, the page itself.
package struct MainMenu: Screen {
  /// What the keyboard is on.
  package enum Focus { case categories, groups, tabs, page }

  package static let pathPrefix = "main-menu"
  /// Where accounts live.
  static let usersPath = "main-menu:system.user"

  private(set) var category = 0
  private(set) var group = 0
  private var tab = 0
  private(set) var focus = Focus.categories
  private(set) var page: (any Screen)?
  /// The page to open once the menu has been read.
  private var wanted: (category: String, page: String)?
  /// The field to begin in, on that page.
  private var wantedSetting: SettingKey?
  /// Where each category was left, by its place.
  private var left: [(group: Int, tab: Int)?] = []

  package init() {}

  /// Opens at a page, as `main-menu:system.user`, and at one of its settings.
  package init(path: String, setting: SettingKey? = nil) {
    wantedSetting = setting
    let names = path.dropFirst(MainMenu.pathPrefix.count + 1).split(separator: ".")
    if names.count == 2 { wanted = (String(names[0]), String(names[1])) }
  }

  package var name: String {
    wanted.map { "\(MainMenu.pathPrefix):\($0.category).\($0.page)" } ?? MainMenu.pathPrefix
  }
  package let help = [
    "The recorder's settings. Categories stand at the left with their groups, a group's pages as "
      + "tabs on top. Esc goes one step back: from the page to the tabs, to the categories, out."
  ]
  package var takesText: Bool { focus == .page && (page?.takesText ?? false) }
  package var holdsUnsaved: Bool { page?.holdsUnsaved ?? false }

  package enum Action: Hashable, Sendable { case choose, enter, back }
  package static let map = KeyMap<Action>([
    KeyBinding(
      keys: [.up, .down, .left, .right], action: .choose, label: "Choose",
      help: "Chooses a category, or a page among the tabs."),
    KeyBinding(
      keys: [.enter, .tab], action: .enter, label: "Open", help: "Goes into it."),
    KeyBinding(keys: [.escape], action: .back, label: "Back", help: "One step back."),
  ])

  package func title(in context: ScreenContext) -> Phrase? {
    guard let menu = context.assets.menu, menu.categories.indices.contains(category) else {
      return tr("Main menu")
    }
    let pages = pages(context)
    let tabTitle = pages.indices.contains(tab) ? pages[tab].title : ""
    let groups = groups(context)
    let groupTitle = groups.count > 1 ? groups[min(group, groups.count - 1)].title : ""
    // System > User > Admin: a group that is called like its page is said once.
    let middle = groupTitle == tabTitle ? [tabTitle] : [groupTitle, tabTitle]
    let words = ([menu.categories[category].title] + middle).filter { !$0.isEmpty }
    let way = words.map { Phrase(words: $0) } + [page?.title(in: context)].compactMap(\.self)
    return Phrase.joined(way, by: " > ")
  }

  package func hints(in context: ScreenContext) -> [KeyHint] {
    guard focus == .page, let page else { return MainMenu.map.hints() }
    return page.hints(in: pageContext(context))
  }

  package func nextChange(in context: ScreenContext) -> Timestamp? { page?.nextChange(in: context) }

  package func searchedList(in context: ScreenContext) -> ListView? {
    focus == .page ? page?.searchedList(in: pageContext(context)) : nil
  }

  package mutating func opened(in context: ScreenContext) -> Outcome { openWanted(context) }

  /// Opens the page that the path names, once the menu is there.
  mutating func openWanted(_ context: ScreenContext) -> Outcome {
    guard let menu = context.assets.menu else { return .stay }
    if page == nil, let wanted {
      category = menu.categories.firstIndex { $0.id == wanted.category } ?? 0
      group =
        groups(context).firstIndex { $0.pages.contains { $0.id == wanted.page } } ?? 0
      tab = pages(context).firstIndex { $0.id == wanted.page } ?? 0
      focus = .page
    }
    return page == nil ? openPage(context) : .stay
  }

  private mutating func openPage(_ context: ScreenContext) -> Outcome {
    guard let menu = context.assets.menu, pages(context).indices.contains(tab) else {
      return .stay
    }
    let entry = pages(context)[tab]
    wanted = (menu.categories[category].id, entry.id)
    var page = MenuPages.screen(for: entry, context, at: wantedSetting)
    wantedSetting = nil
    let outcome = focus == .page ? page.opened(in: pageContext(context)) : .stay
    self.page = page
    return outcome
  }

  package mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    guard var page else { return .ignored }
    let outcome = page.notice(event, in: pageContext(context))
    self.page = page
    return outcome
  }

  package mutating func notice(_ answer: FileAnswer, in context: ScreenContext) -> Outcome {
    guard var page else { return .ignored }
    let outcome = page.notice(answer, in: pageContext(context))
    self.page = page
    return outcome
  }

  package mutating func answered(in context: ScreenContext) -> Outcome {
    guard var page else { return .ignored }
    let outcome = page.answered(in: pageContext(context))
    self.page = page
    return outcome
  }

  package mutating func unanswered(in context: ScreenContext) {
    guard var page else { return }
    page.unanswered(in: pageContext(context))
    self.page = page
  }

  package mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    let opening = openWanted(context)
    guard case .stay = opening else { return opening }
    if case .mouse(let event) = input, event.kind == .press,
      let outcome = click(event.point, context)
    {
      return outcome
    }
    guard focus != .page else { return handOn(input, context) }
    guard case .key(let key) = input else { return .ignored }
    switch focus {
    case .tabs: return handleOnTabs(key, context)
    case .groups: return handleOnGroups(key, context)
    case .categories, .page: return handleOnCategories(key, context)
    }
  }

  /// Where one comes to from the page or its tabs.
  private func outside(_ context: ScreenContext) -> Focus {
    groups(context).count > 1 ? .groups : .categories
  }

  private mutating func handOn(_ input: InputEvent, _ context: ScreenContext) -> Outcome {
    guard var page else { return .ignored }
    let outcome = page.handle(input, in: pageContext(context))
    self.page = page
    switch outcome {
    case .pop:
      focus = pages(context).count > 1 ? .tabs : outside(context)
      return .stay
    case .ignored where input == .key(.escape):
      focus = pages(context).count > 1 ? .tabs : outside(context)
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
      focus = outside(context)
      return .stay
    default: return .ignored
    }
  }

  private mutating func handleOnGroups(_ key: Key, _ context: ScreenContext) -> Outcome {
    switch key {
    case .up: return show(group: group - 1, context)
    case .down: return show(group: group + 1, context)
    case .enter, .tab, .right: return enterTabs(context)
    case .escape, .left, .backTab:
      focus = .categories
      return .stay
    default: return .ignored
    }
  }

  private mutating func enterTabs(_ context: ScreenContext) -> Outcome {
    guard pages(context).count > 1 else { return enterPage(context) }
    focus = .tabs
    return .stay
  }

  private mutating func handleOnCategories(_ key: Key, _ context: ScreenContext) -> Outcome {
    switch key {
    case .up: return show(category: category - 1, context)
    case .down: return show(category: category + 1, context)
    case .home: return show(category: 0, context)
    case .end: return show(category: (context.assets.menu?.categories.count ?? 1) - 1, context)
    case .enter, .tab, .right:
      guard groups(context).count > 1 else { return enterTabs(context) }
      focus = .groups
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
    if left.count < menu.categories.count {
      left = Array(repeating: nil, count: menu.categories.count)
    }
    left[category] = (group, tab)
    category = place
    (group, tab) = left[place] ?? (0, 0)
    return openPage(context)
  }

  private mutating func show(group place: Int, _ context: ScreenContext) -> Outcome {
    guard groups(context).indices.contains(place) else { return .stay }
    guard page?.holdsUnsaved != true else { return MainMenu.unsaved }
    group = place
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
    .warning(tr("This page has unsaved changes: apply or cancel them first.")))

  private mutating func click(_ point: Point, _ context: ScreenContext) -> Outcome? {
    let layout = layout(context)
    if let hit = tabs(context).hit(point, in: layout.tabs) {
      focus = .tabs
      return show(tab: hit, context)
    }
    let row = point.row - layout.categories.row
    if layout.categories.contains(point) { return click(line: row, context) }
    guard layout.page.contains(point), focus != .page else { return nil }
    return enterPage(context)
  }

  private mutating func click(line: Int, _ context: ScreenContext) -> Outcome {
    let lines = lines(context)
    guard lines.indices.contains(line) else { return .stay }
    let place = lines[line]
    guard let group = place.group else {
      focus = .categories
      return show(category: place.category, context)
    }
    focus = .groups
    return show(group: group, context)
  }

  func groups(_ context: ScreenContext) -> [MenuGroup] {
    guard let menu = context.assets.menu, menu.categories.indices.contains(category) else {
      return []
    }
    return menu.categories[category].groups
  }

  private func pages(_ context: ScreenContext) -> [MenuPage] {
    let groups = groups(context)
    return groups.indices.contains(group) ? groups[group].pages : []
  }

  /// A line at the left: a category, or a group of the one that is chosen.
  struct Line {
    let title: String
    let category: Int
    let group: Int?
  }

  func lines(_ context: ScreenContext) -> [Line] {
    let categories = context.assets.menu?.categories ?? []
    return categories.enumerated().flatMap { place, entry -> [Line] in
      let line = Line(title: tr(words: entry.title), category: place, group: nil)
      guard place == category, entry.groups.count > 1 else { return [line] }
      return [line]
        + entry.groups.enumerated().map {
          Line(title: " " + tr(words: $1.title), category: place, group: $0)
        }
    }
  }

  func tabs(_ context: ScreenContext) -> Tabs {
    var tabs = Tabs(pages(context).map { tr(words: $0.title) }, current: tab)
    tabs.isFocused = focus == .tabs
    return tabs
  }

  func layout(_ context: ScreenContext) -> MainMenuLayout {
    let titles = context.assets.menu?.categories.map { TextWidth.of(tr(words: $0.title)) } ?? []
    return MainMenuLayout(context.area, titles: titles.max() ?? 0)
  }

  func pageContext(_ context: ScreenContext) -> ScreenContext {
    var page = context.within(layout(context).page)
    page.hasFocus = focus == .page
    return page
  }
}
