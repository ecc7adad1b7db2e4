import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// Above the list: how many devices there are, which of them are shown, and in which order.
struct IPManagerHead: Widget, Outlined {
  let page: IPManagerPage
  let context: ScreenContext

  func draw(on canvas: inout Canvas, in area: Rect) {
    let used = TextWidth.of(right)
    canvas.writeFitted(
      text, row: area.row, column: area.column + 1, columns: area.columns - used - 4, .heading)
    canvas.writeFitted(
      right, row: area.row, column: area.endColumn - used - 1, columns: used, .accent)
    guard area.rows > 1, let query = page.query else { return }
    let row = area.row + 1
    canvas.write("/", row: row, column: area.column + 1, .accent)
    query.draw(on: &canvas, in: Rect(row: row, column: area.column + 3, rows: 1, columns: 34))
    canvas.writeFitted(
      found, row: row, column: area.column + 39,
      columns: area.columns - 40, .quiet)
  }

  /// How many devices are marked.
  private var right: String { page.marks.count > 0 ? tr("\(page.marks.count) marked") : "" }

  private var found: String { tr("\(page.search.count) found") }

  /// What stands above the list; while something is searched for the keyboard is in its field.
  func outline() -> Outline {
    var outline = Outline(sentences: [text])
    outline.say(right)
    guard let query = page.query else { return outline }
    outline.append(query.outline(as: tr("Search")))
    outline.say(found)
    return outline
  }

  private var text: String {
    let wish = page.search.wish
    let all = context.desk.surroundings.laptop.devices.count
    var parts: [Phrase] = [
      page.search.count == all
        ? Words.devices(all) : tr("\(page.search.count) of \(Words.devices(all))")
    ]
    if wish.filter != .all { parts.append(tr("only: \(Words.of(wish.filter))")) }
    if !wish.text.isEmpty, page.query == nil { parts.append(.verbatim("/\(wish.text)")) }
    parts.append(tr("by \(Words.of(wish.sort))"))
    return parts.map(\.spoken).joined(separator: " · ") + (wish.isDescending ? " ▼" : " ▲")
  }
}

/// Below the list: the search or the job that is under way.
struct NetworkFoot: Widget, Outlined {
  let context: ScreenContext

  func draw(on canvas: inout Canvas, in area: Rect) {
    guard let (text, share, role) = content else { return }
    if let share { return drawBar(share, text, on: &canvas, in: area) }
    canvas.writeFitted(
      text, row: area.row, column: area.column + 1, columns: area.columns - 2, role)
  }

  func outline() -> Outline { Outline(sentences: content.map { [$0.text] } ?? []) }

  /// What is under way, and how much of it is done; or what could be done.
  private var content: (text: String, share: Double?, role: Role)? {
    let known = context.desk.surroundings.laptop
    if let search = known.search {
      let whole = Double(max(1, (search.until - search.since).milliseconds))
      let passed = Double((context.now - search.since).milliseconds) / whole
      return (tr("Searching: \(known.devices.count) found"), passed, .text)
    }
    if let report = known.report {
      let job = Words.job(report.act)
      let counts = JobText.counts(report)
      guard report.isRunning else {
        return (
          tr("Last job: \(job), \(counts) · j shows it"), nil,
          report.failed == 0 ? .success : .warning
        )
      }
      let share = Double(report.targets.count - report.left) / Double(max(1, report.targets.count))
      return ("\(job.spoken): \(counts.spoken)", share, .text)
    }
    guard !known.devices.isEmpty else { return nil }
    return (tr("Space marks devices, m says what can be done with them."), nil, .quiet)
  }

  private func drawBar(
    _ share: Double, _ text: String, on canvas: inout Canvas, in area: Rect
  ) {
    let width = min(30, area.columns / 3)
    ProgressBar(fraction: share).draw(
      on: &canvas, in: Rect(row: area.row, column: area.column + 1, rows: 1, columns: width))
    canvas.writeFitted(
      text, row: area.row, column: area.column + width + 3, columns: area.columns - width - 4,
      .text)
  }
}
