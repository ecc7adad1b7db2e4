import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// The menu behind the Start button.
struct StartMenu: Screen {
  private enum Entry: String, CaseIterable {
    case signIn, signOut, search, events, mainMenu, ptz, restart, shutDown

    var title: Phrase {
      switch self {
      case .signIn: tr("Log in")
      case .signOut: tr("Log out")
      case .search: tr("Search recordings")
      case .events: tr("Search events")
      case .mainMenu: tr("Main menu")
      case .ptz: tr("PTZ control")
      case .restart: tr("Restart")
      case .shutDown: tr("Shut down")
      }
    }
  }

  private let channel: Int
  private var selected = 0

  /// Makes the menu above a live view with this channel at hand, 1, 2, 3 ….
  init(channel: Int = 1) { self.channel = channel }

  let name = "start-menu"
  let isOverlay = true
  let help = ["What the recorder can do for you. A mark ⊘ says that something is needed first."]

  enum Action: Sendable { case choose, open, close }
  static let map = KeyMap<Action>([
    KeyBinding(keys: [.up, .down], action: .choose, label: "Choose", help: "Choose an entry."),
    KeyBinding(keys: [.enter], action: .open, label: "Open", help: "Opens the entry."),
    KeyBinding(keys: [.escape], action: .close, label: "Close", help: "Closes the menu."),
  ])

  func hints(in context: ScreenContext) -> [KeyHint] { StartMenu.map.hints() }

  private func entries(_ context: ScreenContext) -> [Entry?] {
    let first: Entry = context.recorder.session == nil ? .signIn : .signOut
    let turns = context.profile.setting(.ptz(1)) != nil
    return [first, .search, .events, .mainMenu] + (turns ? [.ptz] : [])
      + [nil, .restart, .shutDown]
  }

  /// Opens on what is wanted next: to sign in, or the main menu.
  mutating func opened(in context: ScreenContext) -> Outcome {
    let wanted: Entry = context.recorder.session == nil ? .signIn : .mainMenu
    selected = entries(context).firstIndex(of: wanted) ?? 0
    return .stay
  }

  private func menu(_ context: ScreenContext) -> MenuList {
    let items = entries(context).map { entry in
      entry.map { MenuList.Item($0.title, whyDisabled: whyDisabled($0, context)) } ?? .separator
    }
    return MenuList(items, title: tr("Start"), selected: selected)
  }

  private func whyDisabled(_ entry: Entry, _ context: ScreenContext) -> Phrase? {
    StartMenu.whyDisabled(entry, channel, context)
  }

  private static func whyDisabled(
    _ entry: Entry, _ channel: Int, _ context: ScreenContext
  ) -> Phrase? {
    if entry == .signIn || entry == .signOut { return nil }
    guard context.recorder.session != nil else { return tr("Log in first.") }
    switch entry {
    case .search, .events:
      return context.whyUnknown(.recordings)
        ?? context.whyNot(.recordings, .playback, changes: false)
    case .ptz: return PTZScreen.whyNot(channel, context)
    case .restart: return context.whyNot(.restart, .maintenance)
    case .shutDown: return context.whyNot(.shutDown, .maintenance)
    case .signIn, .signOut, .mainMenu: return nil
    }
  }

  /// Above its button: at the left, or at the right in the smart skin.
  private func place(_ menu: MenuList, in area: Rect, _ skin: Skin) -> Rect {
    let above = area.droppingBottom(1)
    let size = menu.size
    let right = max(area.column, area.endColumn - size.columns - 1)
    return Rect(
      row: max(above.row, above.endRow - size.rows),
      column: skin == .smart ? right : area.column + 1,
      rows: min(size.rows, above.rows), columns: min(size.columns, area.columns))
  }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    var menu = menu(context)
    let outcome = menu.handle(input, in: place(menu, in: context.area, context.profile.skin))
    selected = menu.selected
    switch outcome {
    case .activated(let place):
      if let why = menu.items[place].whyDisabled { return .say(.warning(why)) }
      return entries(context)[place].map { open($0) } ?? .stay
    case .moved: return .stay
    case .ignored: break
    }
    if case .mouse(let event) = input, event.kind == .press { return .pop }
    return StartMenu.map.action(for: input) == .close ? .pop : .ignored
  }

  private func open(_ entry: Entry) -> Outcome {
    StartMenu.screen(of: entry, channel).map { .replace($0) }
      ?? .all([.pop, .recorder(.session(.signOut))])
  }

  /// What an entry opens; nil for logging out, which opens nothing.
  private static func screen(of entry: Entry, _ channel: Int) -> (any Screen)? {
    switch entry {
    case .signIn: SignInPanel()
    case .signOut: nil
    case .search: Playback()
    case .events: EventSearch()
    case .mainMenu: MainMenu()
    case .ptz: PTZScreen(channel: channel)
    case .restart: PowerQuestions.restart
    case .shutDown: PowerQuestions.shutDown
    }
  }

  // MARK: By name

  private static let pathPrefix = "start-menu:"

  /// What the menu leads to, each with the path that `open` takes, as far as the recorder has it.
  static func destinations(for profile: RecorderProfile) -> [(name: Phrase, path: String)] {
    Entry.allCases.filter {
      switch $0 {
      case .signIn, .signOut: false
      case .ptz: profile.setting(.ptz(1)) != nil
      case .search, .events, .mainMenu, .restart, .shutDown: true
      }
    }.map { ($0.title, pathPrefix + $0.rawValue) }
  }

  /// Opens a destination above the live view, or says why it cannot; nil for any other path.
  static func open(_ path: String, _ context: ScreenContext) -> Outcome? {
    guard path.hasPrefix(pathPrefix),
      let entry = Entry(rawValue: String(path.dropFirst(pathPrefix.count)))
    else { return nil }
    if let why = whyDisabled(entry, 1, context) { return .say(.warning(why)) }
    return screen(of: entry, 1).map { .push($0) }
  }

  func outline(in context: ScreenContext) -> Outline { menu(context).outline() }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    let menu = menu(context)
    menu.draw(on: &canvas, in: place(menu, in: area, context.profile.skin))
  }
}

/// The questions before the power goes.
enum PowerQuestions {
  static var restart: Question {
    Question(
      title: tr("Restart?"), tr("Recording pauses until the recorder runs again."),
      answers: [
        Question.Answer(tr("Restart"), .danger, .recorder(.maintenance(.restart))),
        Question.Answer(tr("Cancel"), .standard),
      ])
  }

  static var shutDown: Question {
    Question(
      title: tr("Shut down?"),
      tr("Nothing is recorded until somebody switches it on at the back panel."),
      answers: [
        Question.Answer(tr("Shut down"), .danger, .recorder(.maintenance(.shutDown))),
        Question.Answer(tr("Cancel"), .standard),
      ])
  }
}
