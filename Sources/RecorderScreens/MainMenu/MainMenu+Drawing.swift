import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// What the main menu shows, as a picture and in words.
extension MainMenu {
  package func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    let shown = presented(context)
    let layout = shown.layout(context)
    layout.drawFrame(on: &canvas)
    guard context.assets.menu != nil else {
      canvas.write(
        MainMenu.waiting, row: layout.page.row, column: layout.page.column, .quiet)
      return
    }
    let list = shown.list(context)
    list.draw(on: &canvas, in: layout.categories)
    let cursor = canvas.cursor
    shown.page?.draw(on: &canvas, in: layout.page, context: shown.pageContext(context))
    shown.tabs(context).draw(on: &canvas, in: layout.tabs)
    if list.isFocused { canvas.cursor = cursor }
    if shown.focus != .page { canvas.cursorIsVisible = false }
    showThrough(on: &canvas, in: area, context)
  }

  /// The categories with the groups of the chosen one, the tabs, the page.
  package func outline(in context: ScreenContext) -> Outline {
    let shown = presented(context)
    guard context.assets.menu != nil else { return Outline(sentences: [MainMenu.waiting]) }
    var outline = shown.list(context).outline()
    outline.append(shown.tabs(context).outline())
    if var page = shown.page?.outline(in: shown.pageContext(context)) {
      if shown.focus != .page { page.focus = nil }
      outline.append(page)
    }
    return outline
  }

  /// The menu with the page that was wanted, where it has come meanwhile.
  private func presented(_ context: ScreenContext) -> MainMenu {
    var shown = self
    _ = shown.openWanted(context)
    return shown
  }

  private static var waiting: String { tr("Reading the menu …") }

  private func list(_ context: ScreenContext) -> ListView {
    let lines = lines(context)
    let isOnCategory = focus == .categories || groups(context).count < 2
    let selected = lines.firstIndex {
      $0.category == category && $0.group == (isOnCategory ? nil : group)
    }
    var list = ListView(lines.map(\.title), selected: selected ?? 0)
    list.isFocused = focus == .categories || focus == .groups
    return list
  }

  /// The live view behind the menu, where the recorder's settings let it be seen.
  private func showThrough(on canvas: inout Canvas, in area: Rect, _ context: ScreenContext) {
    guard let darkenings = MainMenu.darkenings(context.recorder.settings) else { return }
    var ground = Canvas(size: canvas.size)
    LiveView().draw(on: &ground, in: area, context: context)
    canvas.showThrough(ground, in: area, darkenings: darkenings)
  }

  /// How dark the live view is behind the menu; nil where nothing of it is to be seen. What is lower
  /// than the first step is as good as black on a terminal.
  private static func darkenings(_ settings: Settings) -> Int? {
    switch settings[.menuTransparency].flatMap({ Int($0) }) ?? 0 {
    case ..<20: nil
    case ..<40: 3
    case ..<65: 2
    default: 1
    }
  }
}
