import Foundation

/// Whether two screens say the same, apart from what goes by the clock and the codes made of it.
enum ScreenLikeness {
  /// What differs first; nil: nothing does.
  static func difference(_ expected: [String], _ found: [String]) -> String? {
    let missing = max(0, expected.count - found.count)
    let lines = expected.map(timeless)
    let others = (found + Array(repeating: "", count: missing)).map(timeless)
    // The keys in the last row make room for news of other places, which come by themselves.
    let rows = lines.indices.dropLast().filter { lines[$0] != others[$0] }
    guard let row = rows.first else { return nil }
    // Something always moves somewhere: in a log it may come before what somebody did, or behind.
    if rows.allSatisfy({ isOfLog(lines[$0]) && isOfLog(others[$0]) }),
      isSameLog(rows.map { lines[$0] }, rows.map { others[$0] })
    {
      return nil
    }
    return "row \(row) is not “\(lines[row])” but “\(others[row])”"
  }

  /// The lines with the same word for each of the codes.
  static func without(_ codes: Set<String>, in lines: [String]) -> [String] {
    lines.map { line in codes.reduce(line) { $0.replacing($1, with: "code") } }
  }

  /// What stands where the code stands on the first screen, on the other one.
  static func text(at code: String, of screen: [String], in other: [String]) -> String? {
    guard let (row, columns) = place(of: code, in: screen.map(Array.init)),
      other.indices.contains(row)
    else { return nil }
    let line = Array(other[row])
    return columns.allSatisfy(line.indices.contains) ? String(columns.map { line[$0] }) : nil
  }

  /// The cells of a code; in large letters each stands apart from the next.
  private static func place(
    of code: String, in screen: [[Character]]
  ) -> (row: Int, columns: [Int])? {
    for (row, cells) in screen.enumerated() {
      for first in cells.indices {
        for step in 1...3 {
          let columns = code.indices.enumerated().map { first + $0.offset * step }
          guard columns.last.map({ $0 < cells.count }) == true,
            zip(code, columns).allSatisfy({ cells[$1] == $0 })
          else { continue }
          return (row, columns)
        }
      }
    }
    return nil
  }

  // MARK: Lines

  /// A line without times, codes, the marks under them, pictures and bars, and the button that only an
  /// attempt has that is kept.
  private static func timeless(_ line: String) -> String {
    line.replacing("━", with: " ").replacing(/\d+:\d\d(:\d\d)?/, with: "0:00")
      .replacing(/(\d+ min )?\b\d+ (s|min)\b/, with: "0 s")
      .replacing(/\b\w( {2,}\w){5,}\b/, with: "code")
      .replacing(/^[│▏ ]*([#^] +)*[#^][│ ]*$/, with: "")
      .replacing(/\d{6,}/, with: "000000")
      .replacing("[ Certificate ]", with: "")
      .replacing("┃", with: "│").replacing(/[▀-▟]/, with: " ")
      .split(separator: " ").joined(separator: " ")
  }

  private static func isOfLog(_ line: String) -> Bool { line.contains(/^│.*\d{4}-\d\d-\d\d 0:00/) }

  /// Whether both hold the same entries but for motion, and but for one that it has pushed out.
  private static func isSameLog(_ lines: [String], _ others: [String]) -> Bool {
    let entries = { (lines: [String]) in
      // What stands to the left of them is the menu's.
      lines.filter { !$0.contains(/Motion at|Movimiento en/) }.map {
        $0.replacing(/^.*?(?=\d{4}-)/, with: "")
      }
    }
    let difference = entries(lines).sorted().difference(from: entries(others).sorted())
    return difference.insertions.count <= 1 && difference.removals.count <= 1
  }
}
