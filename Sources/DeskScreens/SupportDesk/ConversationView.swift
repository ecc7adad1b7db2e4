import RecorderEngine
import TextUI

/// What two have said to each other, the newest at the bottom, with the code that was told last in
/// large.
struct ConversationView: Widget, Outlined {
  /// One of them says something.
  struct Sentence {
    let text: String
    let role: Role

    init(_ text: String, _ role: Role = .text) {
      self.text = text
      self.role = role
    }
  }

  /// What stands there while nothing was said.
  let nothing: String
  /// What was said before, the oldest first.
  var earlier: [Sentence] = []
  /// What was said last.
  var latest: [Sentence] = []
  /// What is drawn in place of the latest while the end shows.
  var code: CodeView?
  /// Whether the latest is drawn as it was said where the code has no room with all that belongs to it.
  var saysCodeWithoutRoom = false
  /// How many rows of the newest are below the area; nil: the end shows.
  var rowsBack: Int?

  func draw(on canvas: inout Canvas, in area: Rect) {
    guard !earlier.isEmpty || !latest.isEmpty else {
      canvas.writeWrapped(nothing, in: area, .quiet)
      return
    }
    guard rowsBack == nil, let code, !saysCodeWithoutRoom || code.fits(area) else {
      let lines = lines(of: earlier + latest, columns: area.columns)
      draw(lines.dropLast(rowsBack ?? 0), on: &canvas, in: area)
      return
    }
    let rows = min(area.rows, code.neededRows(columns: area.columns))
    let used = draw(
      lines(of: earlier, columns: area.columns)[...], on: &canvas, in: area.top(area.rows - rows))
    code.draw(on: &canvas, in: area.droppingTop(used))
  }

  /// All that was said, in view or not.
  func outline() -> Outline {
    let said = (earlier + latest).map(\.text)
    return Outline(sentences: said.isEmpty ? [nothing] : said)
  }

  /// How many rows all of it takes.
  func neededRows(columns: Int) -> Int { lines(of: earlier + latest, columns: columns).count }

  /// How far back it is scrolled after PgUp or PgDn, from how far it is now.
  func scrolled(_ rowsBack: Int?, isUp: Bool, in area: Rect) -> Int? {
    let most = max(0, neededRows(columns: area.columns) - area.rows)
    let page = max(1, area.rows - 1)
    if isUp { return min(most, rowsBack.map { $0 + page } ?? 0) }
    return rowsBack.flatMap { $0 == 0 ? nil : max(0, $0 - page) }
  }

  /// Draws the last lines that there is room for, and returns how many.
  @discardableResult
  private func draw(_ lines: ArraySlice<Sentence>, on canvas: inout Canvas, in area: Rect) -> Int {
    let shown = lines.suffix(area.rows)
    for (row, line) in shown.enumerated() {
      canvas.writeFitted(
        line.text, row: area.row + row, column: area.column, columns: area.columns, line.role)
    }
    return shown.count
  }

  private func lines(of sentences: [Sentence], columns: Int) -> [Sentence] {
    sentences.flatMap { sentence in
      Canvas.wrap(sentence.text, columns: columns).map { Sentence($0, sentence.role) }
    }
  }
}

extension Timestamp {
  /// When something was said: `22:41`.
  var clock: String { String(CivilTime(self).text.dropFirst(11).prefix(5)) }
}
