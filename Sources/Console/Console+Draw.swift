import ConsoleData
import DeskScreens
import RecorderEngine
import RecorderScreens
import ScreenKit
import TextUI
import Training

extension Console {
  /// The smallest window that a screen is still usable in.
  static let smallest = Size(rows: 20, columns: 60)

  /// Draws the whole frame: title, place, coach, keys.
  public func draw(on canvas: inout Canvas, at now: Timestamp) {
    var ground = Ground()
    draw(on: &canvas, at: now, over: &ground)
  }

  /// Draws the whole frame; what lies beneath the screen in front is taken from the ground where
  /// nothing there can have changed since it was drawn.
  public func draw(on canvas: inout Canvas, at now: Timestamp, over ground: inout Ground) {
    let shown = timeBeforeJump ?? now
    phrases.spoken { drawFrame(on: &canvas, at: shown, over: &ground) }
  }

  /// Whether the window has room for a screen.
  var fitsWindow: Bool {
    size.rows >= Console.smallest.rows && size.columns >= Console.smallest.columns
  }

  private func drawFrame(
    on canvas: inout Canvas, at now: Timestamp, over ground: inout Ground
  ) {
    guard fitsWindow else { return drawTooSmall(on: &canvas) }
    guard let context = context(at: now) else { return drawOpening(on: &canvas) }
    if options.isSparing, groundKey != nil, !(overlays.last is ListSearch),
      !(overlays.last is OnScreenKeyboard)
    {
      canvas.fill(Rect(size), .text)
    } else if let key = groundKey {
      ground.draw(
        on: &canvas, key, at: now, until: { nextChange(at: now) },
        anew: { canvas in drawGround(on: &canvas, at: now, context) })
    } else {
      drawGround(on: &canvas, at: now, context)
    }
    drawFront(on: &canvas, at: now, context)
    // A page to be read has no focus: the cursor rests at its beginning.
    if canvas.cursor == nil { canvas.cursor = Point(row: bodyArea.row, column: 0) }
    drawTitle(on: &canvas, context)
    drawCoach(on: &canvas, context)
    KeyBar(allHints(in: context)).draw(on: &canvas, in: keyBarArea)
    drawGuide(on: &canvas, at: now)
    if let column = sideColumn {
      SideColumn(lesson: lesson, hints: allHints(in: context)).draw(on: &canvas, in: column)
    }
    if readsMessage {
      canvas.cursor = Point(row: size.rows - 1 - coachRows, column: 1)
      canvas.cursorIsVisible = true
    }
  }

  /// What the ground depends on; nil where the screen in front covers all of it.
  private var groundKey: Ground.Key? {
    guard !overlays.isEmpty || stack.last?.isOverlay == true else { return nil }
    return Ground.Key(
      number: groundNumber, size: size, body: bodyArea, place: place, screens: stack.count,
      overlays: overlays.count, picturesHeldAt: picturesHeldAt)
  }

  /// Draws all that lies beneath the screen in front.
  private func drawGround(on canvas: inout Canvas, at now: Timestamp, _ context: ScreenContext) {
    if let companion = shownCompanion {
      draw(companion, stacks[companion][...], on: &canvas, at: now, isInUse: false)
      // The cursor and the marks of the focus are with the place that gets the keys.
      canvas.cursor = nil
      canvas.removeFocus(in: area(of: companion))
      drawHeads(on: &canvas)
    }
    if overlays.isEmpty {
      guard stack.last?.isOverlay == true else { return }
      draw(place, stack.dropLast(), on: &canvas, at: now, isInUse: true)
    } else {
      draw(place, stack[...], on: &canvas, at: now, isInUse: true)
      for overlay in overlays.dropLast() {
        overlay.draw(on: &canvas, in: bodyArea, context: context)
      }
    }
  }

  /// Draws the screen that gets the keys.
  private func drawFront(on canvas: inout Canvas, at now: Timestamp, _ context: ScreenContext) {
    if let overlay = overlays.last {
      overlay.draw(on: &canvas, in: bodyArea, context: context)
    } else {
      draw(place, stack.suffix(1), on: &canvas, at: now, isInUse: true)
    }
  }

  private func draw(
    _ place: Place, _ screens: ArraySlice<any Screen>, on canvas: inout Canvas, at now: Timestamp,
    isInUse: Bool
  ) {
    guard var context = context(at: now) else { return }
    let area = area(of: place)
    context.area = area
    context.hasFocus = isInUse && overlays.isEmpty
    canvas.clipped(to: area) { canvas in
      for (number, screen) in screens.enumerated()
      where screens.dropFirst(number + 1).allSatisfy(\.isOverlay) {
        screen.draw(on: &canvas, in: area, context: context)
      }
    }
  }

  /// What stands there while the recorder takes longer than usual.
  private func drawOpening(on canvas: inout Canvas) {
    canvas.fill(Rect(size), .text)
    let row = Rect(size).centred(rows: 1, columns: size.columns - 2)
    canvas.writeFitted(
      tr("Opening the recorder…"), row: row.row, column: row.column, columns: row.columns, .quiet,
      align: .centre)
    canvas.cursor = Point(row: row.row, column: row.column)
  }

  private func drawTooSmall(on canvas: inout Canvas) {
    let (columns, rows) = (Console.smallest.columns, Console.smallest.rows)
    let text = tr("Window too small: \(columns)x\(rows) needed")
    canvas.fill(Rect(size), .text)
    canvas.writeWrapped(text, in: Rect(size), .warning)
    canvas.cursor = Point(row: 0, column: 0)
  }

  private func drawTitle(on canvas: inout Canvas, _ context: ScreenContext) {
    let row = Rect(size).top(1)
    canvas.fill(row, .title)
    let subtitle = stack.reversed().lazy.compactMap { $0.title(in: context)?.spoken }.first
    let right = drawTitleRight(on: &canvas, in: row, context)
    if let strip = titleStrip {
      placesStrip.draw(on: &canvas, in: strip, here: .title, others: .titleQuiet)
      guard let subtitle, right - strip.endColumn > 12 else { return }
      let room = right - strip.endColumn - 4
      canvas.writeFitted(
        "│ " + Console.shortened(subtitle, columns: room - 2), row: 0, column: strip.endColumn + 2,
        columns: room, .titleQuiet)
      return
    }
    // In a narrow window the strip below names the place; the page alone fits here.
    if let subtitle, !Console.fits(" · " + subtitle, right - TextWidth.of(place.title.spoken) - 3) {
      let room = right - 3
      canvas.writeFitted(
        Console.shortened(subtitle, columns: room), row: 0, column: 1, columns: room, .title)
      return
    }
    let used = canvas.write(place.title.spoken, row: 0, column: 1, .title)
    guard let subtitle, right - used - 4 > 4 else { return }
    let room = right - used - 3
    canvas.writeFitted(
      " · " + Console.shortened(subtitle, columns: room - 3), row: 0, column: 1 + used,
      columns: room, .titleQuiet)
  }

  private static func fits(_ text: String, _ columns: Int) -> Bool { TextWidth.of(text) <= columns }

  /// A path that is too long loses its beginning: where one is counts more than the way there.
  private static func shortened(_ path: String, columns: Int) -> String {
    guard TextWidth.of(path) > columns else { return path }
    let parts = path.split(separator: " > ").map(String.init)
    guard parts.count > 1 else { return path }
    let tries = (1..<max(2, parts.count)).flatMap { dropped in
      let rest = Array(parts.dropFirst(dropped))
      return dropped == 1 ? [["…"] + rest] : [[parts[0], "…"] + rest, ["…"] + rest]
    }.map { $0.joined(separator: " > ") }
    return tries.first { TextWidth.of($0) <= columns } ?? parts.last ?? path
  }

  /// Draws who is signed in, the mark and the clock, and returns where they begin.
  private func drawTitleRight(
    on canvas: inout Canvas, in row: Rect, _ context: ScreenContext
  ) -> Int {
    let clock =
      context.recorder.power == .off
      ? "--:--" : context.clockFormat.title(context.deviceTime, seconds: showsSeconds)
    var column = row.endColumn - 1 - TextWidth.of(clock)
    canvas.write(clock, row: 0, column: column, .title)
    let (badge, role) = badge
    column -= TextWidth.of(badge) + 1
    canvas.write(badge, row: 0, column: column, role)
    if let mark = watchingMark {
      column -= TextWidth.of(mark) + 1
      canvas.write(mark, row: 0, column: column, .warning)
    }
    if case .failing = keeping {
      let mark = " " + tr("NOT KEPT") + " "
      column -= TextWidth.of(mark) + 1
      canvas.write(mark, row: 0, column: column, .warning)
    }
    if let left = examMinutesLeft(at: context.now) {
      let text = " " + tr("Exam: \(left) min left") + " "
      column -= TextWidth.of(text) + 1
      canvas.write(text, row: 0, column: column, .warning)
    }
    if let beep {
      column -= TextWidth.of(beep.text.spoken) + 3
      canvas.write(" \(beep.text.spoken) ", row: 0, column: column, .warning)
    }
    if let session = context.recorder.session {
      let name = TextWidth.fitted(session.account.text, columns: 16)
      // Where one is counts more than who is logged in.
      let least = TextWidth.of(place.title.spoken) + 3
      guard column - TextWidth.of(name) - 1 >= least else { return column }
      column -= TextWidth.of(name) + 1
      canvas.write(name, row: 0, column: column, .title)
    }
    return column
  }

  /// What kind of recorder this is, and whether it answers.
  private var badge: (text: String, role: Role) {
    if capabilities.isPractice { return (tr(" SIMULATED "), .badge) }
    return wait.lost == nil
      ? (tr(" LIVE DEVICE "), .liveBadge) : (" " + tr("NO ANSWER") + " ", .warning)
  }

  /// Measures the rows above the keys: what the coach explains, and one row for what is to be done,
  /// or two where that is longer. Whoever presses a key goes by what the last frame had.
  mutating func measureCoach() { coachRows = explainedLines.count + ownCoachRows }

  private var ownCoachRows: Int {
    let text = coachText
    return TextWidth.of(text.prefix + text.body) + 3 > size.columns ? 2 : 1
  }

  /// What is said of the step that is done, as it breaks in the window.
  private var explainedLines: [String] {
    guard let explanation else { return [] }
    return Canvas.wrap(explanation.text.spoken, columns: size.columns - 2)
  }

  var coachText: (prefix: String, body: String, role: Role) {
    if let waiting = waitingText { return ("", waiting, .warning) }
    if let notice { return ("", notice.text.spoken, notice.role) }
    if let lostText { return ("", lostText, .warning) }
    if isUntouched, let standIn = options.standIn {
      let text = tr("This system does not know TERM=\(standIn.wanted): \(standIn.used) stands in.")
      return ("", text, .coach)
    }
    guard let lesson else {
      let isNew = isUntouched && capabilities.isPractice && desk?.recorder.session == nil
      return isNew
        ? (tr("Free practice") + " ", tr("New here? F7 opens the lessons."), .coach)
        : ("", "", .coach)
    }
    guard let step = lesson.step else {
      return (tr("Lesson done "), tr("F7 shows the verdict and more lessons."), .coach)
    }
    if lesson.progress.isExam {
      return (
        tr("Exam "), tr("F7 shows what is asked for. Nothing helps until it is over."), .coach
      )
    }
    let count = lesson.scenario.steps.count
    let number = tr("Lesson \(lesson.progress.step + 1)/\(count) ")
    let shown = lesson.progress.hintsShown
    if shown > 0, step.hints.indices.contains(shown - 1) {
      return (number, tr("Hint: \(tr(words: step.hints[shown - 1].say))"), .coach)
    }
    return (number, tr(words: step.say), .coach)
  }

  private func drawCoach(on canvas: inout Canvas, _ context: ScreenContext) {
    let area = coachArea
    let text = coachText
    canvas.fill(area, .coach)
    for row in area.row..<area.endRow where !(text.prefix + text.body).isEmpty {
      canvas.put("▏", row: row, column: 0, .coachMark)
    }
    let explained = explainedLines
    for (row, line) in explained.enumerated() {
      canvas.write(
        line, row: area.row + row, column: 1, explanation?.role ?? .coach, limit: area.columns - 2)
    }
    let body = area.droppingTop(explained.count).droppingLeft(1).droppingRight(1)
    if let strip = coachStrip {
      var places = placesStrip
      places.foot = "F7 " + tr("Lessons")
      return places.draw(on: &canvas, in: strip, here: .coachMark, others: .coach)
    }
    let used = canvas.write(text.prefix, row: body.row, column: body.column, .coachMark)
    if ownCoachRows == 1 {
      canvas.writeFitted(
        text.body, row: body.row, column: body.column + used, columns: body.columns - used,
        text.role)
    } else {
      canvas.writeWrapped(text.body, in: body.droppingLeft(used), text.role)
    }
  }
}
