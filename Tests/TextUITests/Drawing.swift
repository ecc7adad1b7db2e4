import TextUI

/// What a widget draws on a canvas of that size.
func frame(_ rows: Int, _ columns: Int, _ draw: (inout Canvas, Rect) -> Void) -> [String] {
  canvas(rows, columns, draw).plainText()
}

/// The canvas that a widget has drawn on.
func canvas(_ rows: Int, _ columns: Int, _ draw: (inout Canvas, Rect) -> Void) -> Canvas {
  var canvas = Canvas(size: Size(rows: rows, columns: columns))
  draw(&canvas, canvas.bounds)
  return canvas
}

/// The lines of a frame as it stands in a test, without blanks at their ends.
func lines(_ text: String) -> [String] {
  text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
    var line = line
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}

extension InputEvent {
  static func typed(_ character: Character) -> InputEvent { .key(.character(character)) }

  static func click(_ row: Int, _ column: Int) -> InputEvent {
    .mouse(MouseEvent(row: row, column: column, kind: .press))
  }
}
