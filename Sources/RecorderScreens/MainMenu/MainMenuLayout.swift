import TextUI

/// Where the parts of the main menu are.
struct MainMenuLayout {
  let frame: Rect
  let categories: Rect
  let tabs: Rect
  let page: Rect

  /// Lays the menu out; `titles` is the width of the longest category's title.
  init(_ area: Rect, titles: Int) {
    frame = area
    let inner = area.inset(by: 1)
    let width = min(max(14, titles + 3), inner.columns / 3)
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
