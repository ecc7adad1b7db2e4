import ConsoleData
import ScreenKit
import TextUI

/// What stands at the right of a wide terminal: the lesson's steps, and every key that works now.
struct SideColumn: Widget {
  /// From so many columns on there is one.
  static let terminalColumns = 160
  /// How wide it is, the line at its left included.
  static let columns = 34

  let lesson: LessonState?
  let hints: [KeyHint]

  func draw(on canvas: inout Canvas, in area: Rect) {
    canvas.clipped(to: area) { canvas in
      canvas.fill(area, .text)
      canvas.verticalRule(row: area.row, column: area.column, rows: area.rows)
      var rest = area.droppingLeft(2).droppingRight(1)
      if let lesson {
        rest = rest.droppingTop(drawSteps(of: lesson, on: &canvas, in: rest) + 1)
      }
      drawKeys(on: &canvas, in: rest)
    }
  }

  /// Draws the steps that are done and the one at hand, and returns the rows that they took.
  private func drawSteps(of lesson: LessonState, on canvas: inout Canvas, in area: Rect) -> Int {
    canvas.writeFitted(
      tr(words: lesson.scenario.title), row: area.row, column: area.column, columns: area.columns,
      .heading)
    // The step at hand is what counts: of a long lesson the first ones go.
    let blocks = lesson.markedSteps(upTo: lesson.progress.step).map { step in
      Canvas.wrap("\(step.mark) \(step.text.spoken)", columns: area.columns).map { ($0, step.role) }
    }
    let room = max(1, area.rows * 2 / 3 - 1)
    let lines = blocks.flatMap { $0 }.suffix(room)
    for (row, line) in lines.enumerated() {
      canvas.writeFitted(
        line.0, row: area.row + 1 + row, column: area.column, columns: area.columns, line.1)
    }
    return 1 + lines.count
  }

  private func drawKeys(on canvas: inout Canvas, in area: Rect) {
    guard area.rows > 2 else { return }
    canvas.writeFitted(
      tr("Keys"), row: area.row, column: area.column, columns: area.columns, .heading)
    let shown = hints.prefix(area.rows - 1)
    let width = shown.map { TextWidth.of($0.keyText) }.max() ?? 0
    for (row, hint) in shown.enumerated() {
      let isOff = hint.whyDisabled != nil
      canvas.writeFitted(
        hint.keyText, row: area.row + 1 + row, column: area.column, columns: width,
        isOff ? .disabled : .accent)
      canvas.writeFitted(
        hint.label.spoken + (isOff ? " ⊘" : ""), row: area.row + 1 + row,
        column: area.column + width + 1, columns: area.columns - width - 1,
        isOff ? .disabled : .text)
    }
  }
}

extension Console {
  /// Where the side column stands; nil where the terminal has no room for one.
  var sideColumn: Rect? {
    guard size.columns >= SideColumn.terminalColumns else { return nil }
    return Rect(size).droppingTop(1).droppingBottom(1 + coachRows + guideRows).right(
      SideColumn.columns)
  }
}
