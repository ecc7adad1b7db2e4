import RecorderEngine
import TextUI

/// A frame that stays the same for as long as nothing happens.
struct DrawnFrame {
  let canvas: Canvas
  let time: Timestamp
  /// Its glyphs, once somebody has read them.
  var rows: [String]?
}

extension Operator {
  /// The frame as it is drawn now.
  public var canvas: Canvas { drawnFrame.canvas }

  // A test reads one frame many times; only time changes it without an input.
  private var drawnFrame: DrawnFrame {
    if let drawn, drawn.time == clock.now { return drawn }
    let frame = DrawnFrame(canvas: canvas(size), time: clock.now)
    drawn = frame
    return frame
  }

  /// The frame as it would be drawn on a canvas of another size than the window has.
  public func canvas(_ size: Size) -> Canvas {
    var canvas = Canvas(size: size)
    console.draw(on: &canvas, at: clock.now)
    return canvas
  }

  /// The glyphs of the frame, a row each, without blanks at their ends.
  public var frame: [String] {
    let frame = drawnFrame
    if let rows = frame.rows { return rows }
    let rows = frame.canvas.plainText()
    drawn?.rows = rows
    return rows
  }

  /// The roles of the frame, a letter for each cell.
  public var roles: [String] { canvas.roleBlock() }

  /// The frame as one text, for a test's message.
  public var picture: String { "\n" + frame.joined(separator: "\n") }

  /// The rows between the title and the coach line.
  public var body: [String] { Array(frame.dropFirst().dropLast(2)) }
  public var titleRow: String { frame.first ?? "" }
  /// The coach line, or the message that stands there: one row or two above the keys.
  public var coach: String {
    let rows = frame.dropLast().reversed().prefix { $0.hasPrefix("▏") }.reversed()
    return rows.flatMap { $0.dropFirst().split(separator: " ") }.joined(separator: " ")
  }
  public var keyBar: String { frame.last ?? "" }

  /// Where the trainee looks.
  public var path: String { console.path }

  /// Whether a text can be read on the screen, line breaks and frames left aside.
  public func screenContains(_ text: String) -> Bool {
    let plain = frame.map { line in line.filter { !"│┃▏▒░▌▐".contains($0) } }
    let words = plain.joined(separator: " ").split(separator: " ")
    return words.joined(separator: " ").contains(text)
  }

  /// Where a text stands on the screen, from the top.
  public func places(of text: String) -> [Point] {
    let wanted = Array(text)
    let canvas = canvas
    var found: [Point] = []
    for row in 0..<size.rows {
      for column in 0..<max(0, size.columns - wanted.count + 1)
      where canvas[row, column].glyph.character == wanted.first
        && wanted.indices.allSatisfy({ canvas[row, column + $0].glyph.character == wanted[$0] })
      {
        found.append(Point(row: row, column: column))
      }
    }
    return found
  }

  /// The role of the cell where a text begins.
  public func role(of text: String) -> Role? {
    guard let spot = places(of: text).first else { return nil }
    if case .role(let role) = canvas[spot.row, spot.column].ink { return role }
    return nil
  }
}
