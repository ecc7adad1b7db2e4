import RecorderEngine
import TextUI

extension Operator {
  /// Presses keys, one after another, each settled before the next.
  public func press(_ keys: Key...) async {
    for key in keys { await send(.key(key)) }
  }

  /// Presses one key so many times.
  public func press(_ key: Key, times: Int) async {
    for _ in 0..<times { await send(.key(key)) }
  }

  /// Types text, character by character.
  public func type(_ text: String) async {
    for character in text { await send(.key(.character(character))) }
  }

  /// Pastes text as a terminal hands it on.
  public func paste(_ text: String) async { await send(.paste(text)) }

  /// Clicks at a cell.
  public func click(row: Int, column: Int) async {
    await send(.mouse(MouseEvent(row: row, column: column, kind: .press)))
    await send(.mouse(MouseEvent(row: row, column: column, kind: .release)))
  }

  /// Clicks into the first place on the screen that shows a text; false where none does.
  @discardableResult
  public func click(on text: String, last: Bool = false) async -> Bool {
    guard let spot = last ? places(of: text).last : places(of: text).first else { return false }
    await click(row: spot.row, column: spot.column + TextWidth.of(text) / 2)
    return true
  }

  /// Sends any input.
  public func give(_ input: InputEvent) async { await send(input) }
}

extension Operator {
  /// The frame as it is drawn now.
  public var canvas: Canvas { canvas(size) }

  /// The frame as it would be drawn on a canvas of another size than the window has.
  public func canvas(_ size: Size) -> Canvas {
    var canvas = Canvas(size: size)
    console.draw(on: &canvas, at: clock.now)
    return canvas
  }

  /// The glyphs of the frame, a row each, without blanks at their ends.
  public var frame: [String] { canvas.plainText() }

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
      where wanted.indices.allSatisfy({ canvas[row, column + $0].glyph == wanted[$0] }) {
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
