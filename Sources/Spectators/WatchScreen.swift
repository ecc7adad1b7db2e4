import ConsoleData
import TextUI

/// A watched session as it stands on the terminal of whoever watches it.
public struct WatchScreen: Sendable {
  /// What is to be done after a key.
  public enum Action: Equatable, Sendable {
    case stay
    case leave
    case send(Packet)
  }

  private enum Keyboard: Equatable {
    case theirs
    case asked
    case mine(UInt32)
  }

  private var frame: Canvas?
  /// The frame that is being put together, piece by piece.
  private var coming: Canvas?
  private var cursor: (number: UInt32, point: Point?, isVisible: Bool)?
  private var status: SessionStatus
  private var keyboard = Keyboard.theirs
  private var isOver = false
  private var wasTakenBack = false
  /// The corner of the part that shows, where somebody has moved it; nil: the part follows the cursor.
  private var corner: Point?
  /// The window of whoever watches.
  public var window: Size

  /// Waits for the first frame of a session.
  public init(session: String, window: Size) {
    status = SessionStatus(name: session)
    self.window = window
  }

  // MARK: What comes

  /// Takes in what the session says.
  public mutating func take(_ packet: Packet) {
    switch packet {
    case .keyFrame(_, let size, let isLast, let runs):
      var next = coming?.size == size ? coming ?? Canvas(size: size) : Canvas(size: size)
      FrameRuns.apply(runs, to: &next)
      show(next, isLast)
    case .change(_, let isLast, let runs):
      guard var next = coming ?? frame else { return }
      FrameRuns.apply(runs, to: &next)
      show(next, isLast)
    case .cursor(let number, let point, let isVisible): cursor = (number, point, isVisible)
    case .status(let new):
      status = new
      if new.isRefused { (frame, coming) = (nil, nil) }
    case .grant(let number): (keyboard, wasTakenBack) = (.mine(number), false)
    case .takenBack:
      wasTakenBack = keyboard != .theirs
      keyboard = .theirs
    case .end: isOver = true
    case .hello, .welcome, .ask, .key: break
    }
  }

  private mutating func show(_ next: Canvas, _ isLast: Bool) {
    coming = isLast ? nil : next
    guard isLast else { return }
    var next = next
    next.cursor = cursor?.point
    next.cursorIsVisible = cursor?.isVisible ?? false
    frame = next
  }

  /// The session has gone without a word.
  public mutating func lose() { isOver = true }

  // MARK: Keys

  /// What a key of whoever watches does.
  public mutating func press(_ key: Key) -> Action {
    if isOver { return .leave }
    wasTakenBack = false
    if case .mine(let number) = keyboard {
      guard key == .control("x") else { return .send(.key(number, key)) }
      keyboard = .theirs
      return .send(.ask(false))
    }
    switch key {
    case .character("q"), .function(10), .escape, .control("c"): return .leave
    case .character("k"):
      let isAsked = keyboard == .asked
      keyboard = isAsked ? .theirs : .asked
      return .send(.ask(!isAsked))
    case .up: move(rows: -4, columns: 0)
    case .down: move(rows: 4, columns: 0)
    case .left: move(rows: 0, columns: -10)
    case .right: move(rows: 0, columns: 10)
    case .home: corner = nil
    default: break
    }
    return .stay
  }

  private var room: Size { Size(rows: max(0, window.rows - 1), columns: window.columns) }

  private mutating func move(rows: Int, columns: Int) {
    guard let frame, isCut(frame) else { return }
    let now = shownCorner(of: frame)
    corner = Point(
      row: min(max(0, now.row + rows), max(0, frame.size.rows - room.rows)),
      column: min(max(0, now.column + columns), max(0, frame.size.columns - room.columns)))
  }

  private func isCut(_ frame: Canvas) -> Bool {
    frame.size.rows > room.rows || frame.size.columns > room.columns
  }

  /// The part around the cursor, unless somebody looks elsewhere.
  private func shownCorner(of frame: Canvas) -> Point {
    let most = Point(
      row: max(0, frame.size.rows - room.rows), column: max(0, frame.size.columns - room.columns))
    let wanted =
      corner
      ?? Point(
        row: (frame.cursor?.row ?? 0) - room.rows / 2,
        column: (frame.cursor?.column ?? 0) - room.columns / 2)
    return Point(
      row: min(max(0, wanted.row), most.row), column: min(max(0, wanted.column), most.column))
  }

  // MARK: Drawing

  /// Draws all of it into a canvas of the window's size.
  public func draw(on canvas: inout Canvas) {
    canvas.fill(canvas.bounds, .text)
    if let frame, !isOver {
      draw(frame, on: &canvas)
    } else {
      let row = canvas.bounds.centred(rows: 1, columns: max(1, canvas.size.columns - 4))
      canvas.writeFitted(
        waiting, row: row.row, column: row.column, columns: row.columns, .quiet, align: .centre)
    }
    drawKeys(on: &canvas, in: canvas.bounds.bottom(1))
  }

  private var waiting: String {
    if isOver { return tr("The session is over. Any key leaves.") }
    return status.isRefused
      ? tr("Whoever sits there lets nobody watch now.") : tr("Waiting for the picture …")
  }

  private func draw(_ frame: Canvas, on canvas: inout Canvas) {
    let corner = shownCorner(of: frame)
    for row in 0..<min(room.rows, frame.size.rows - corner.row) {
      for column in 0..<min(room.columns, frame.size.columns - corner.column) {
        let cell = frame[row + corner.row, column + corner.column]
        // Half a wide one at the edge is a blank.
        let isHalved =
          cell.isCovered && column == 0
          || column == room.columns - 1
            && frame[row + corner.row, column + corner.column + 1].isCovered
        canvas.restore(
          cell.isCovered && !isHalved ? nil : isHalved ? " " : cell.glyph.character, ink: cell.ink,
          isRaised: cell.isRaised, row: row, column: column)
      }
    }
    guard let point = frame.cursor else { return }
    let place = Point(row: point.row - corner.row, column: point.column - corner.column)
    guard Rect(room).contains(place) else { return }
    canvas.cursor = place
    canvas.cursorIsVisible = frame.cursorIsVisible
  }

  private var lead: (text: String, role: Role) {
    switch keyboard {
    case .mine: return (" " + tr("YOU HAVE THE KEYBOARD") + " ", .badge)
    case .asked: return (" " + tr("asked for the keyboard") + " ", .warning)
    case .theirs where wasTakenBack:
      return (" " + tr("the keyboard was taken back") + " ", .warning)
    case .theirs: return (" " + tr("WATCHING") + " ", .liveBadge)
    }
  }

  private func drawKeys(on canvas: inout Canvas, in row: Rect) {
    canvas.fill(row, .keyLabel)
    let (text, role) = lead
    var column = canvas.write(text, row: row.row, column: 0, role) + 1
    var hints: [(String, String)]
    if case .mine = keyboard {
      hints = [("Ctrl-X", tr("give it back"))]
    } else {
      hints = [("k", tr("ask for the keyboard")), ("q", tr("leave"))]
      if keyboard == .asked { hints[0].1 = tr("ask no more") }
    }
    if let frame, isCut(frame) {
      // With the keyboard the arrows are the session's.
      let isMine = if case .mine = keyboard { true } else { false }
      let part = tr("a part of \(frame.size.columns)x\(frame.size.rows)") as String
      hints.insert((isMine ? "" : "←↑↓→", part), at: 0)
    }
    let width = hints.reduce(0) { $0 + TextWidth.of($1.0) + TextWidth.of($1.1) + 3 }
    let facts = [
      status.name, status.lesson, status.step > 0 ? "\(status.step)/\(status.steps)" : "",
    ].filter { !$0.isEmpty }.joined(separator: " · ")
    let room = row.endColumn - column - width - 1
    if room > 4 {
      canvas.writeFitted(facts, row: row.row, column: column, columns: room, .keyLabel)
    }
    column = max(column, row.endColumn - width)
    for (key, label) in hints {
      guard column + TextWidth.of(key) + TextWidth.of(label) + 1 <= row.endColumn else { return }
      column += canvas.write(key, row: row.row, column: column, .keyName) + 1
      column += canvas.write(label, row: row.row, column: column, .keyLabel) + 2
    }
  }
}
