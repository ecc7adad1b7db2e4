import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// The laptop: a desktop whose windows are tabs.
package struct LaptopScreen: Screen {
  private let shown: [LaptopTab]
  private var tabs: Tabs
  private var pages: [any Screen]

  /// Opens it; before a real recorder it has the IP Manager alone.
  package init(isPractice: Bool = true) {
    shown = isPractice ? LaptopTab.allCases : [.ipManager]
    tabs = Tabs(shown.map { $0.title })
    pages = shown.map(\.page)
  }

  package let name = "laptop"
  package var help: [String] { page.help }
  package var takesText: Bool { page.takesText }
  package var holdsUnsaved: Bool { page.holdsUnsaved }

  private var page: any Screen { pages[tabs.current] }

  package func title(in context: ScreenContext) -> Phrase? {
    shown[tabs.current].title
  }

  package enum Action: Hashable, Sendable { case window }
  package static let map = KeyMap<Action>([
    KeyBinding(
      keys: [.control("w")], action: .window, label: "Next window",
      help: "The laptop's next window: IP Manager, client software or web search.",
      isOnBar: false)
  ])

  package func hints(in context: ScreenContext) -> [KeyHint] {
    page.hints(in: inner(context)) + (shown.count > 1 ? LaptopScreen.map.hints() : [])
  }

  package func nextChange(in context: ScreenContext) -> Timestamp? {
    page.nextChange(in: inner(context))
  }

  /// Where the window is, below the tabs.
  private func inner(_ context: ScreenContext) -> ScreenContext {
    context.within(context.area.droppingTop(2))
  }

  package mutating func entered(in context: ScreenContext) -> Outcome {
    pages[tabs.current].entered(in: inner(context))
  }

  package mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    if case .mouse(let event) = input, event.kind == .press,
      let hit = tabs.hit(event.point, in: context.area.top(1))
    {
      _ = tabs.select(hit)
      return pages[tabs.current].entered(in: inner(context))
    }
    if case .key(let key) = input, LaptopScreen.map.action(for: key) != nil {
      _ = tabs.select((tabs.current + 1) % tabs.tabs.count)
      return pages[tabs.current].entered(in: inner(context))
    }
    return pages[tabs.current].handle(input, in: inner(context))
  }

  package mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    var outcome = Outcome.ignored
    for place in pages.indices {
      let own = pages[place].notice(event, in: inner(context))
      if case .ignored = own { continue }
      outcome = own
    }
    return outcome
  }

  package mutating func answered(in context: ScreenContext) -> Outcome {
    pages[tabs.current].answered(in: inner(context))
  }

  package mutating func notice(_ answer: FileAnswer, in context: ScreenContext) -> Outcome {
    pages[tabs.current].notice(answer, in: inner(context))
  }

  private static let key = "Ctrl-W"
  private static func own(_ address: String) -> String { tr("this laptop: \(address)") }

  package func outline(in context: ScreenContext) -> Outline {
    var outline = tabs.outline()
    if shown.count > 1 { outline.say(LaptopScreen.key) }
    let setup = context.desk.surroundings.laptop.setup
    outline.say(setup.map { LaptopScreen.own($0.address.description) } ?? "")
    outline.append(page.outline(in: inner(context)))
    return outline
  }

  package func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    canvas.fill(area, .text)
    tabs.draw(on: &canvas, in: area.top(1))
    if shown.count > 1 {
      canvas.write(
        LaptopScreen.key, row: area.row, column: area.column + tabs.neededColumns + 2, .tab)
    }
    if let setup = context.desk.surroundings.laptop.setup {
      // Beside the tabs and their key, in full where there is room.
      let used = tabs.neededColumns + 9
      let address = setup.address.description
      let shown = [LaptopScreen.own(address), address]
        .first { used + TextWidth.of($0) < area.columns }
      canvas.writeFitted(
        shown ?? "", row: area.row, column: area.column + used, columns: area.columns - used - 1,
        .tab, align: .right)
    }
    canvas.rule(row: area.row + 1, column: area.column, columns: area.columns)
    page.draw(on: &canvas, in: area.droppingTop(2), context: inner(context))
  }
}
