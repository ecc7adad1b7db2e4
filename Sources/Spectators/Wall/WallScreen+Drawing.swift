import ConsoleData
import TextUI

extension WallScreen {
  /// Draws all of it into a canvas of the window's size.
  public func draw(on canvas: inout Canvas) {
    canvas.fill(canvas.bounds, .text)
    let rows = rows
    drawTitle(on: &canvas, in: canvas.bounds.top(1), rows.count)
    let body = canvas.bounds.droppingTop(1).droppingBottom(2)
    let picture = pictureArea
    drawList(on: &canvas, in: body.droppingBottom(picture.rows), rows)
    if picture.rows > 0 { drawPicture(on: &canvas, in: picture) }
    drawLine(on: &canvas, in: canvas.bounds.droppingBottom(1).bottom(1))
    KeyBar(hints).draw(on: &canvas, in: canvas.bounds.bottom(1))
    switch mode {
    case .scenarios(let at):
      drawChoices(scenarios, at, title: tr("Put in front of all"), on: &canvas, in: body)
    case .faults(let at, let name):
      drawChoices(faults, at, title: tr("Goes wrong for \(name)"), on: &canvas, in: body)
    case .list, .filter, .line, .end: break
    }
  }

  private func drawTitle(on canvas: inout Canvas, in row: Rect, _ shown: Int) {
    canvas.fill(row, .statusBar)
    canvas.write(" " + title, row: row.row, column: row.column, .statusBar)
    let present = seats.values.filter { !$0.isGone }.count
    let stuck = seats.values.filter { times.isStuck($0.status, at: now) && !$0.isGone }.count
    var facts = [tr("\(present) there") as String]
    if stuck > 0 { facts.append(tr("\(stuck) stuck")) }
    if shown < seats.count { facts.append(tr("\(shown) shown: “\(filter)”")) }
    facts.append(tr("by \(order.title.spoken)"))
    canvas.writeFitted(
      facts.joined(separator: " · ") + " ", row: row.row, column: row.column + 20,
      columns: row.columns - 20, .statusBar, align: .right)
  }

  private struct Column {
    let title: String
    let place: Int
    let width: Int
  }

  /// Where each column stands: the scenario takes what the others leave.
  private func columns(in area: Rect) -> [Column] {
    let fixed: [(String, Int)] = [
      (tr("Step"), 7), (tr("Since"), 7), (tr("Last key"), 9), (tr("Score"), 6), (tr("Seen"), 5),
    ]
    let name = min(20, max(10, seats.keys.map(\.count).max() ?? 10))
    let rest = area.columns - name - 4 - fixed.reduce(0) { $0 + $1.1 + 1 }
    var place = area.column + 2
    return ([(tr("Trainee"), name), (tr("Scenario"), max(8, rest))] + fixed).map { title, width in
      defer { place += width + 1 }
      return Column(title: title, place: place, width: width)
    }
  }

  private func drawList(on canvas: inout Canvas, in area: Rect, _ rows: [String]) {
    let columns = columns(in: area)
    for column in columns {
      canvas.writeFitted(
        column.title, row: area.row, column: column.place, columns: column.width, .quiet)
    }
    guard !rows.isEmpty else {
      let text: String =
        seats.isEmpty ? tr("Nobody has come yet.") : tr("Nobody fits the filter.")
      canvas.writeFitted(
        text, row: area.row + 2, column: area.column + 2, columns: area.columns - 4, .quiet)
      return
    }
    let room = max(1, area.rows - 1)
    let at = chosen.flatMap { rows.firstIndex(of: $0) } ?? 0
    let first = max(0, min(at - room / 2, rows.count - room))
    for (line, name) in rows[first...].prefix(room).enumerated() {
      draw(name, at: area.row + 1 + line, columns, on: &canvas, in: area)
    }
  }

  private func draw(
    _ name: String, at row: Int, _ columns: [Column], on canvas: inout Canvas, in area: Rect
  ) {
    guard let seat = seats[name] else { return }
    let status = seat.status
    let isStuck = times.isStuck(status, at: now) && !seat.isGone
    let isChosen = name == chosen
    let role: Role = isChosen ? .focus : seat.isGone ? .quiet : isStuck ? .warning : .text
    if isChosen {
      canvas.fill(Rect(row: row, column: area.column, rows: 1, columns: area.columns), role)
      canvas.put("▸", row: row, column: area.column, role)
      canvas.cursor = Point(row: row, column: area.column)
    }
    let known = lesson(of: status)
    let lesson = known.isEmpty ? tr("free practice") as String : known
    let step = status.step == 0 ? "" : "\(status.step)/\(status.steps)" + (isStuck ? " !" : "")
    let cells = [
      name, (status.isExam ? tr("exam: ") as String : "") + lesson, step,
      WallScreen.span(from: status.stepBegun, to: now),
      seat.isGone ? tr("gone") : WallScreen.span(from: status.lastKey, to: now),
      status.points.map { "\($0)" } ?? "", status.isRefused ? "⊘" : "",
    ]
    for (column, text) in zip(columns, cells) {
      canvas.writeFitted(text, row: row, column: column.place, columns: column.width, role)
    }
  }

  /// How long ago, in the two largest units: `45 s`, `3:20`, `1 h 5`.
  static func span(from then: UInt32, to now: UInt32) -> String {
    guard then > 0, now >= then else { return "" }
    let seconds = Int(now - then)
    if seconds < 60 { return "\(seconds) s" }
    if seconds < 3_600 {
      return "\(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60)"
    }
    return "\(seconds / 3_600) h \(seconds / 60 % 60)"
  }

  private func drawPicture(on canvas: inout Canvas, in area: Rect) {
    guard let name = chosen, let seat = seats[name] else { return }
    canvas.box(area, .border, title: name, titleRole: .dialogTitle)
    let inner = area.inset(by: 1)
    guard let frame = seat.picture.frame, !seat.isGone else {
      let why: String =
        seat.isGone
        ? tr("The session is over.")
        : seat.status.isRefused ? tr("\(name) lets nobody watch now.") : tr("Waiting …")
      canvas.writeFitted(
        why, row: inner.row + inner.rows / 2, column: inner.column, columns: inner.columns, .quiet,
        align: .centre)
      return
    }
    let origin = Viewport().origin(of: frame.size, in: inner.size, around: frame.cursor)
    let shown = inner.centred(
      rows: min(inner.rows, frame.size.rows), columns: min(inner.columns, frame.size.columns))
    canvas.copy(frame, from: origin, to: shown)
  }

  /// The line above the keys: what is typed or asked, or what has been done.
  private func drawLine(on canvas: inout Canvas, in row: Rect) {
    canvas.fill(row, .coach)
    let (text, role): (String, Role) =
      switch mode {
      case .filter: (tr("Filter:"), .coach)
      case .line(let names):
        (names.count == 1 ? tr("To \(names[0]):") : tr("To \(names.count) sessions:"), .coach)
      case .end(let name):
        (tr("End the session of \(name)? It counts down ten seconds. Enter: yes."), .warning)
      case .list, .scenarios, .faults: (notice ?? "", .coach)
      }
    canvas.writeFitted(
      text, row: row.row, column: row.column + 1, columns: row.columns - 2, role)
    switch mode {
    case .filter, .line:
      let column = row.column + 2 + TextWidth.of(text)
      field.draw(
        on: &canvas,
        in: Rect(
          row: row.row, column: column, rows: 1, columns: max(8, row.endColumn - column - 1)),
        isFocused: true)
    case .list, .scenarios, .faults, .end: break
    }
  }

  private func drawChoices(
    _ choices: [Choice], _ at: Int, title: String, on canvas: inout Canvas, in area: Rect
  ) {
    let longest = choices.map { TextWidth.of($0.title) }.max() ?? 0
    let room = max(1, min(choices.count, area.rows - 6))
    let dialog = Dialog(title: title, rows: room, columns: min(area.columns - 8, longest + 4))
    let inner = dialog.open(on: &canvas, in: area)
    let first = max(0, min(at - room / 2, choices.count - room))
    for (line, choice) in choices[first...].prefix(room).enumerated() {
      let isChosen = first + line == at
      canvas.writeFitted(
        (isChosen ? "▸ " : "  ") + choice.title, row: inner.row + line, column: inner.column,
        columns: inner.columns, isChosen ? .focus : .dialog)
    }
  }

  private var hints: [KeyHint] { WallScreen.keys.hints() }
}
