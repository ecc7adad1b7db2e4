import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// The phone around what it shows: narrow, with its own clock at the top.
package enum PhoneFrame {
  package static let columns = 48

  /// Where the phone is.
  package static func outer(of area: Rect) -> Rect {
    area.centred(rows: min(area.rows, 34), columns: min(columns, area.columns))
  }

  /// What a page of it has for itself, below clock and title.
  package static func inner(of area: Rect) -> Rect {
    outer(of: area).inset(rows: 1, columns: 2).droppingTop(3).droppingBottom(1)
  }

  private static func clock(_ context: ScreenContext) -> String {
    String(CivilTime(context.now).text.dropFirst(11).prefix(5))
  }

  private static var owner: String { tr("practice phone") }

  /// The phone with a page's title, above what the page says.
  package static func outline(title: String, _ context: ScreenContext) -> Outline {
    Outline(title: title, sentences: ["\(owner) \(clock(context))"])
  }

  /// Draws the phone with a page's title.
  package static func draw(
    on canvas: inout Canvas, in area: Rect, title: String, _ context: ScreenContext
  ) {
    canvas.fill(area, .backdrop)
    let outer = outer(of: area)
    canvas.fill(outer, .text)
    canvas.box(outer, style: .rounded, context.hasFocus ? .borderFocused : .border)
    let inside = outer.inset(rows: 1, columns: 2)
    canvas.write(clock(context), row: inside.row, column: inside.column, .strong)
    canvas.writeFitted(
      owner + "  ▂▄▆", row: inside.row, column: inside.column + 8,
      columns: inside.columns - 8, .quiet, align: .right)
    canvas.writeFitted(
      title, row: inside.row + 1, column: inside.column, columns: inside.columns, .heading)
    canvas.rule(row: inside.row + 2, column: inside.column, columns: inside.columns)
    canvas.writeFitted(
      "━━━━━━", row: inside.endRow - 1, column: inside.column, columns: inside.columns, .quiet,
      align: .centre)
  }
}
