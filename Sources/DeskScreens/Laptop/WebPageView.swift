import ConsoleData
import ScreenKit
import TextUI

/// A page of the web that somebody reads, with what the coach says to it at its foot.
package struct WebPageView: Screen {
  private let page: WebPage
  /// The first line in view.
  private var offset = 0

  package init(_ page: WebPage) { self.page = page }

  package let name = "web-page"
  package let help = [
    "A page that the search has found. Below it the coach says what it is worth at this recorder."
  ]

  package enum Action: Hashable, Sendable { case scroll, back }
  package static let map = KeyMap<Action>([
    KeyBinding(
      keys: [.up, .down, .pageUp, .pageDown], action: .scroll, label: "Scroll",
      help: "Scrolls a page that is longer than the window.", isOnBar: false),
    KeyBinding(
      keys: [.escape, .enter], action: .back, label: "Back", help: "Back to what was found."),
  ])

  package func title(in context: ScreenContext) -> Phrase? { tr("Web search") }

  package func hints(in context: ScreenContext) -> [KeyHint] {
    WebPageView.map.hints { action in
      action == .scroll && last(in: context.area) == 0 ? tr("The whole page is shown.") : nil
    }
  }

  package mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    let height = max(1, context.area.rows - 2)
    switch input {
    case .key(.escape), .key(.enter): return .pop
    case .key(.up): scroll(-1, context)
    case .key(.down): scroll(1, context)
    case .key(.pageUp): scroll(-height, context)
    case .key(.pageDown): scroll(height, context)
    case .mouse(let event) where event.kind == .wheelUp: scroll(-3, context)
    case .mouse(let event) where event.kind == .wheelDown: scroll(3, context)
    default: return .ignored
    }
    return .stay
  }

  private mutating func scroll(_ lines: Int, _ context: ScreenContext) {
    offset = max(0, min(last(in: context.area), offset + lines))
  }

  /// The first line in view when the end of the page is.
  private func last(in area: Rect) -> Int {
    max(0, lines(columns: body(area).columns).count - body(area).rows)
  }

  private func body(_ area: Rect) -> Rect {
    let inner = area.inset(rows: 0, columns: 2).droppingTop(1)
    return inner.left(min(90, inner.columns - 2))
  }

  private var paragraphs: [(text: String, role: Role)] {
    [
      (tr(words: page.title), .heading), (tr(words: page.site), .quiet),
      (tr(words: page.text), .text),
      ("▸ " + tr("Coach: \(tr(words: page.advice))"), .warning),
    ]
  }

  /// The paragraphs with a blank line after the site and after the text.
  private func lines(columns: Int) -> [(text: String, role: Role)] {
    paragraphs.enumerated().flatMap { place, paragraph -> [(text: String, role: Role)] in
      Canvas.wrap(paragraph.text, columns: columns).map { ($0, paragraph.role) }
        + (place == 1 || place == 2 ? [("", .text)] : [])
    }
  }

  package func outline(in context: ScreenContext) -> Outline {
    Outline(sentences: paragraphs.map(\.text))
  }

  package func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    canvas.fill(area, .text)
    let body = body(area)
    let lines = lines(columns: body.columns)
    let first = min(offset, last(in: area))
    canvas.cursor = Point(row: body.row, column: body.column)
    canvas.cursorIsVisible = false
    for (row, line) in lines.dropFirst(first).prefix(body.rows).enumerated() {
      canvas.write(line.text, row: body.row + row, column: body.column, line.role)
    }
    if lines.count > body.rows {
      ScrollBar(count: lines.count, first: first).draw(
        on: &canvas,
        in: Rect(row: body.row, column: area.endColumn - 1, rows: body.rows, columns: 1))
    }
  }
}
