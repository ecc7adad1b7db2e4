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
    case mine(grant: UInt32)
    /// Asked for and not given, or taken back: said until the next key.
    case declined, takenBack
  }

  private var picture: SessionPicture
  private var keyboard = Keyboard.theirs
  /// How often the keyboard was asked for.
  private var asks: UInt32 = 0
  private var viewport = Viewport()
  /// The window of whoever watches.
  public var window: Size

  /// Waits for the first frame of a session.
  public init(session: String, window: Size) {
    picture = SessionPicture(session: session)
    self.window = window
  }

  // MARK: What comes

  /// Takes in what the session says.
  public mutating func take(_ packet: Packet) {
    picture.take(packet)
    switch packet {
    case .grant(asks, let grant) where keyboard == .asked: keyboard = .mine(grant: grant)
    case .declined(asks) where keyboard == .asked: keyboard = .declined
    case .takenBack(let grant) where keyboard == .mine(grant: grant): keyboard = .takenBack
    default: break
    }
  }

  /// The session has gone without a word.
  public mutating func lose() { picture.lose() }

  // MARK: Keys

  /// What a key of whoever watches does.
  public mutating func press(_ key: Key) -> Action {
    if picture.isOver { return .leave }
    if case .mine(let grant) = keyboard {
      guard key == .control("x") else { return .send(.key(grant, key)) }
      keyboard = .theirs
      return .send(.giveUp(asks))
    }
    if keyboard != .asked { keyboard = .theirs }
    switch key {
    case .character("q"), .function(10), .escape, .control("c"): return .leave
    case .character("k"): return .send(ask())
    case .up: move(rows: -4, columns: 0)
    case .down: move(rows: 4, columns: 0)
    case .left: move(rows: 0, columns: -10)
    case .right: move(rows: 0, columns: 10)
    case .home: viewport.follow()
    default: break
    }
    return .stay
  }

  private mutating func ask() -> Packet {
    if keyboard == .asked {
      keyboard = .theirs
      return .giveUp(asks)
    }
    keyboard = .asked
    asks &+= 1
    return .ask(asks)
  }

  private var room: Size { Size(rows: max(0, window.rows - 1), columns: window.columns) }

  private mutating func move(rows: Int, columns: Int) {
    guard let frame = picture.frame else { return }
    viewport.move(rows: rows, columns: columns, of: frame.size, in: room, around: frame.cursor)
  }

  // MARK: Drawing

  /// Draws all of it into a canvas of the window's size.
  public func draw(on canvas: inout Canvas) {
    canvas.fill(canvas.bounds, .text)
    if let frame = picture.frame, !picture.isOver {
      draw(frame, on: &canvas)
    } else {
      let row = canvas.bounds.centred(rows: 1, columns: max(1, canvas.size.columns - 4))
      canvas.writeFitted(
        waiting, row: row.row, column: row.column, columns: row.columns, .quiet, align: .centre)
    }
    drawKeys(on: &canvas, in: canvas.bounds.bottom(1))
  }

  private var waiting: String {
    if picture.isOver { return tr("The session is over. Any key leaves.") }
    return picture.status.isRefused
      ? tr("Whoever sits there lets nobody watch now.") : tr("Waiting for the picture …")
  }

  private func draw(_ frame: Canvas, on canvas: inout Canvas) {
    let origin = viewport.origin(of: frame.size, in: room, around: frame.cursor)
    canvas.copy(frame, from: origin, to: Rect(room))
    guard let point = frame.cursor else { return }
    let place = Point(row: point.row - origin.row, column: point.column - origin.column)
    guard Rect(room).contains(place) else { return }
    canvas.cursor = place
    canvas.cursorIsVisible = frame.cursorIsVisible
  }

  private var lead: (text: String, role: Role) {
    switch keyboard {
    case .mine: return (" " + tr("YOU HAVE THE KEYBOARD") + " ", .badge)
    case .asked: return (" " + tr("asked for the keyboard") + " ", .warning)
    case .declined: return (" " + tr("the keyboard was not handed over") + " ", .warning)
    case .takenBack: return (" " + tr("the keyboard was taken back") + " ", .warning)
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
    if let frame = picture.frame, Viewport.cuts(frame.size, in: room) {
      // With the keyboard the arrows are the session's.
      let isMine = if case .mine = keyboard { true } else { false }
      let part = tr("a part of \(frame.size.columns)x\(frame.size.rows)") as String
      hints.insert((isMine ? "" : "←↑↓→", part), at: 0)
    }
    let width = hints.reduce(0) { $0 + TextWidth.of($1.0) + TextWidth.of($1.1) + 3 }
    let status = picture.status
    let facts = [
      status.name, status.lesson, status.step > 0 ? "\(status.step)/\(status.steps)" : "",
      status.watchers > 1 ? tr("\(status.watchers) watch") as String : "",
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
