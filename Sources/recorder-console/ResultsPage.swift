import Foundation
import ResultStore

/// Results as one page that needs nothing else: a picture of who has reached what, and all attempts.
struct ResultsPage {
  /// The attempts, newest first.
  let attempts: [AttemptSummary]
  /// The moment at which it is made.
  let now: Date

  /// The page as HTML.
  var text: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Results of lessons</title>
    <style>
    body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem;
      color: #1b1f24; background: #fff; }
    table { border-collapse: collapse; width: 100%; }
    th, td { text-align: left; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #d0d7de; }
    th.number, td.number { text-align: right; }
    .passed { color: #116329; } .failed { color: #a40e26; } .open { color: #57606a; }
    svg text { font: 14px system-ui, sans-serif; fill: #1b1f24; }
    </style>
    </head>
    <body>
    <h1>Results of lessons</h1>
    <p>\(summary)</p>
    \(attempts.isEmpty ? "" : picture + "\n" + table)
    </body>
    </html>

    """
  }

  private var summary: String {
    let people = Set(attempts.map(\.trainee)).count
    let passed = attempts.count { $0.ending?.isPassed == true }
    return attempts.isEmpty
      ? "No results yet."
      : "\(attempts.count) attempts of \(people) trainees, \(passed) passed. Made "
        + "\(now.formatted(.iso8601)); times are UTC."
  }

  // MARK: The picture

  private static let labelWidth = 180
  private static let cellWidth = 150
  private static let rowHeight = 34

  /// A row for each trainee, a column for each lesson: the best points as a bar, in the colour of what
  /// became of it.
  private var picture: String {
    let trainees = Array(Set(attempts.map(\.trainee))).sorted()
    let scenarios = Array(Set(attempts.map(\.scenario))).sorted()
    let width = Self.labelWidth + scenarios.count * Self.cellWidth
    let height = (trainees.count + 1) * Self.rowHeight
    var parts = scenarios.enumerated().map { column, name in
      Self.label(Self.short(name), x: Self.labelWidth + column * Self.cellWidth, y: 22)
    }
    for (row, trainee) in trainees.enumerated() {
      let y = (row + 1) * Self.rowHeight
      parts.append(Self.label(Self.short(trainee), x: 0, y: y + 22))
      for (column, scenario) in scenarios.enumerated() {
        let mine = attempts.filter { $0.trainee == trainee && $0.scenario == scenario }
        parts.append(Self.cell(mine, x: Self.labelWidth + column * Self.cellWidth, y: y))
      }
    }
    return """
      <svg role="img" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" \
      aria-label="The best points of each trainee in each lesson">
      \(parts.joined(separator: "\n"))
      </svg>
      """
  }

  private static func cell(_ attempts: [AttemptSummary], x: Int, y: Int) -> String {
    guard !attempts.isEmpty else { return "" }
    let best = attempts.compactMap(\.ending?.points).max()
    let isPassed = attempts.contains { $0.ending?.isPassed == true }
    let colour = isPassed ? "#2da44e" : best == nil ? "#8c959f" : "#cf222e"
    let full = cellWidth - 50
    let bar = max(2, (best ?? 0) * full / 100)
    let text = best.map { "\($0)" } ?? "…"
    return """
      <rect x="\(x)" y="\(y + 8)" width="\(full)" height="18" rx="3" fill="#eaeef2"/>
      <rect x="\(x)" y="\(y + 8)" width="\(bar)" height="18" rx="3" fill="\(colour)"/>
      \(label(text, x: x + full + 8, y: y + 22))
      """
  }

  private static func label(_ text: String, x: Int, y: Int) -> String {
    "<text x=\"\(x)\" y=\"\(y)\">\(escaped(text))</text>"
  }

  private static func short(_ text: String) -> String {
    text.count > 18 ? text.prefix(17) + "…" : text
  }

  // MARK: The table

  private var table: String {
    let rows = attempts.map { attempt in
      let end = attempt.ending
      let (verdict, kind) =
        end.map { $0.isPassed ? ("passed", "passed") : ("not passed", "failed") }
        ?? ("unfinished", "open")
      let cells = [
        "<td>\(attempt.startedAt.formatted(.iso8601))</td>",
        "<td>\(Self.escaped(attempt.trainee))</td>",
        "<td>\(Self.escaped(attempt.title.isEmpty ? attempt.scenario : attempt.title))</td>",
        "<td>\(attempt.mode.rawValue)</td>",
        "<td class=\"number\">\(end.map { "\($0.points)" } ?? "–")</td>",
        "<td class=\"\(kind)\">\(verdict)</td>",
        "<td class=\"number\">\(attempt.wrongTurns)</td>",
        "<td class=\"number\">\(end.map { "\($0.hints)" } ?? "–")</td>",
      ]
      return "<tr>" + cells.joined() + "</tr>"
    }
    return """
      <h2>Attempts</h2>
      <table>
      <thead><tr><th>Started</th><th>Trainee</th><th>Lesson</th><th>Mode</th>\
      <th class="number">Points</th><th>Verdict</th><th class="number">Wrong turns</th>\
      <th class="number">Hints</th></tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table>
      """
  }

  /// Text as a page may hold it: whoever chose a name cannot put anything else into the page.
  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
  }
}
