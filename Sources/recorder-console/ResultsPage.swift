import Foundation
import ResultStore

/// Results as one page that needs nothing else: a picture of who has reached what, and the newest
/// attempts.
struct ResultsPage {
  /// The attempts to list, newest first.
  let attempts: ArraySlice<AttemptSummary>
  /// What each trainee has reached in each lesson, all attempts counted; by trainee.
  let progress: [TraineeProgress]
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
    \(ResultsPage.style)
    </style>
    </head>
    <body>
    <h1>Results of lessons</h1>
    \(progress.isEmpty ? "<p>No results yet.</p>" : [summary, picture, table].joined(separator: "\n"))
    <p class="note">Made \(ResultsPage.time(now)); all times are UTC. Practice on simulated
    recorders.</p>
    </body>
    </html>

    """
  }

  private var summary: String {
    let totals = ResultTotals(progress)
    let counts = [
      ("attempts", totals.attempts), ("trainees", totals.trainees), ("passed", totals.passed),
      ("not passed", totals.failed), ("unfinished", totals.unfinished),
    ].map { "<div><b>\($1.grouped)</b>\($0)</div>" }
    return "<div class=\"counts\">\(counts.joined())</div>"
  }

  // MARK: The picture

  /// A row for each trainee, a column for each lesson: the best points, in the colour and shape of what
  /// became of it.
  private var picture: String {
    let lessons = Dictionary(
      progress.map { ($0.scenario, $0.title.isEmpty ? $0.scenario : $0.title) },
      uniquingKeysWith: { $1 }
    ).sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    let heads = lessons.map { "<th scope=\"col\"><div>\(Self.escaped($0.value))</div></th>" }
    let places = Dictionary(uniqueKeysWithValues: lessons.enumerated().map { ($1.key, $0) })
    return """
      <h2>Progress</h2>
      <p class="legend"><span class="cell passed">80</span> passed, with the best points
      <span class="cell failed">40</span> not passed yet
      <span class="cell open">…</span> begun, never finished</p>
      <div class="wide"><table class="progress">
      <thead><tr><th></th><th scope="col"><div>Lessons passed</div></th>\(heads.joined())</tr></thead>
      <tbody>
      \(people.map { Self.row($0, places).joined() }.joined(separator: "\n"))
      </tbody>
      </table></div>
      """
  }

  /// What each trainee has reached.
  private var people: [ArraySlice<TraineeProgress>] {
    var rest = progress[...]
    var people: [ArraySlice<TraineeProgress>] = []
    while let first = rest.first {
      let mine = rest.prefix { $0.trainee == first.trainee }
      people.append(mine)
      rest = rest.dropFirst(mine.count)
    }
    return people
  }

  private static func row(
    _ mine: ArraySlice<TraineeProgress>, _ places: [String: Int]
  ) -> [String] {
    var cells = Array(repeating: "<td></td>", count: places.count)
    for lesson in mine { if let place = places[lesson.scenario] { cells[place] = cell(lesson) } }
    let name = escaped(mine.first?.trainee ?? "")
    let passed = mine.count { $0.passed > 0 }
    return ["<tr><th scope=\"row\"><div>\(name)</div></th><td class=\"sum\">\(passed)</td>"] + cells
      + ["</tr>"]
  }

  private static func cell(_ lesson: TraineeProgress) -> String {
    let kind = lesson.passed > 0 ? "passed" : lesson.points == nil ? "open" : "failed"
    let count = "\(lesson.attempts) \(lesson.attempts == 1 ? "attempt" : "attempts")"
    let points = lesson.points.map { "\($0)" } ?? "…"
    return "<td title=\"\(count)\"><span class=\"cell \(kind)\">\(points)</span></td>"
  }

  // MARK: The table

  private var table: String {
    let all = ResultTotals(progress).attempts
    let title =
      attempts.count == all
      ? "Attempts" : "\(attempts.count.grouped) of \(all.grouped) attempts, newest first"
    return """
      <h2>\(title)</h2>
      <div class="wide"><table class="attempts">
      <thead><tr><th>Started</th><th>Trainee</th><th>Lesson</th><th>Mode</th>\
      <th class="number">Points</th><th>Verdict</th><th class="number">Wrong turns</th>\
      <th class="number">Hints</th><th class="number">Time</th></tr></thead>
      <tbody>
      \(attempts.map(Self.row).joined(separator: "\n"))
      </tbody>
      </table></div>
      """
  }

  private static func row(_ attempt: AttemptSummary) -> String {
    let end = attempt.ending
    let (verdict, kind) =
      end.map { $0.isPassed ? ("passed", "passed") : ("not passed", "failed") }
      ?? ("unfinished", "open")
    let cells = [
      "<td class=\"time\">\(time(attempt.startedAt))</td>",
      "<td class=\"name\">\(escaped(attempt.trainee))</td>",
      "<td>\(escaped(attempt.title.isEmpty ? attempt.scenario : attempt.title))</td>",
      "<td>\(attempt.mode.rawValue)</td>",
      "<td class=\"number\">\(end.map { "\($0.points)" } ?? "–")</td>",
      "<td><span class=\"verdict \(kind)\">\(verdict)</span></td>",
      "<td class=\"number\">\(attempt.wrongTurns)</td>",
      "<td class=\"number\">\(end.map { "\($0.hints)" } ?? "–")</td>",
      "<td class=\"number\">\(end.map { minutes($0.practiceTime) } ?? "–")</td>",
    ]
    return "<tr>" + cells.joined() + "</tr>"
  }

  private static func time(_ moment: Date) -> String {
    String(moment.formatted(.iso8601).replacing("T", with: " ").dropLast(4))
  }

  private static func minutes(_ milliseconds: Int64) -> String {
    let seconds = milliseconds / 1_000
    return "\(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60)"
  }

  /// Text as a page may hold it: whoever chose a name cannot put anything else into the page.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { "&<>\"'".utf8.contains($0) }) else { return text }
    return text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
  }
}
