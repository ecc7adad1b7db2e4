import TextUI

/// A watched session as far as it is known to whoever watches it: put together from what it sends.
public struct SessionPicture: Sendable {
  /// Its newest whole frame; nil: none has come, or nobody may see it.
  public private(set) var frame: Canvas?
  /// What can be said of it beside.
  public private(set) var status: SessionStatus
  /// Whether it is over.
  public private(set) var isOver = false
  /// The frame that is being put together, piece by piece.
  private var coming: Canvas?
  private var cursor: (point: Point?, isVisible: Bool)?

  /// Knows no more than the name.
  public init(session: String) { status = SessionStatus(name: session) }

  /// Takes in what the session says.
  public mutating func take(_ packet: Packet) {
    switch packet {
    case .keyFrame(let size, let isLast, let runs):
      let begun = coming.flatMap { $0.size == size ? $0 : nil }
      show(runs, in: begun ?? Canvas(size: size), isLast)
    case .change(let isLast, let runs):
      if let known = coming ?? frame { show(runs, in: known, isLast) }
    case .cursor(let point, let isVisible):
      // It stands before its frame: whatever was left of another is nothing.
      (cursor, coming) = ((point, isVisible), nil)
    case .status(let new):
      status = new
      if new.isRefused { (frame, coming) = (nil, nil) }
    case .end: isOver = true
    case .hello, .ask, .giveUp, .grant, .declined, .takenBack, .key, .order, .unknown: break
    }
  }

  /// The session has gone without a word.
  public mutating func lose() { isOver = true }

  private mutating func show(_ runs: [CellRun], in known: Canvas, _ isLast: Bool) {
    var next = known
    FrameRuns.apply(runs, to: &next)
    coming = isLast ? nil : next
    guard isLast else { return }
    next.cursor = cursor?.point
    next.cursorIsVisible = cursor?.isVisible ?? false
    frame = next
  }
}
