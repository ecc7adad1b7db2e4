import CNcurses
import EnvironmentVariables
import Glibc
import TerminalLanguage
import TextUI

/// The terminal that the program was started in, by way of ncurses.
///
/// There can be one at a time. It belongs to the thread of the loop; only `waker` goes elsewhere.
public final class CursesTerminal: Terminal {
  /// Its height and width at the moment.
  public internal(set) var size: Size
  /// How many colours it has.
  public let depth: ColourDepth
  /// Whether it shows more than ASCII.
  public let isUnicode: Bool
  /// Whether it is known to draw sextants without gaps.
  public let hasSextants: Bool
  /// The description that stands in for TERM where the system does not know that.
  public let standIn: (wanted: String, used: String)?
  /// Wakes `next(within:)` from any thread.
  public nonisolated let waker = Waker()

  var decoder: InputDecoder
  /// Events that came together and wait to be taken one by one.
  var events: [InputEvent] = []
  /// Bytes that the terminal has not taken yet.
  var outbox: [UInt8] = []
  /// The frame that came while an earlier one was on its way; only the newest is kept.
  var postponed: (canvas: Canvas, theme: Theme)?
  var painter: Painter
  var thrift = ColourThrift()
  private var isOpen = true

  /// Opens the terminal, or says why that cannot be.
  ///
  /// `forceASCII` draws with ASCII even where more could be shown. `wantsMouse` asks for clicks and
  /// the wheel; selecting text with the mouse then needs Shift.
  public init(forceASCII: Bool = false, wantsMouse: Bool = true) throws(TerminalFault) {
    let wanted = Self.environment(.terminal) ?? ""
    let used = try Self.open(wanted, wantsMouse: wantsMouse)
    standIn = used == wanted ? nil : (wanted, used)
    depth = ColourDepth(rawValue: Int(nc_colours())) ?? .none
    isUnicode = nc_is_utf8() && !forceASCII
    hasSextants = isUnicode && SextantTerminals.include(Self.environment)
    size = Self.currentSize()
    decoder = InputDecoder(sequences: TerminalKeys.sequences())
    painter = Painter(depth: depth, isUnicode: isUnicode, isDirect: nc_is_direct())
    nc_resize(Int32(size.rows), Int32(size.columns))
  }

  deinit { close() }

  /// Rings the bell.
  public func ring() {
    outbox.append(7)
    flush()
  }

  /// Gives the terminal back as it was, then shows what was said on stderr meanwhile.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    nc_close(cutsFrame())
  }

  /// Gives the terminal back and stops until the shell has the program go on.
  public func suspend() {
    nc_suspend(cutsFrame())
    // By then the window may have another size; the signal that says so comes before or after.
    resize()
  }

  /// Lets what is on its way end well where somebody reads it, and holds nobody up otherwise; true
  /// where a frame was left in its middle.
  private func cutsFrame() -> Bool {
    postponed = nil
    while !outbox.isEmpty, nc_wait(-1, true, 100) & Int32(NC_ROOM) != 0 { flush() }
    defer { outbox = [] }
    return !outbox.isEmpty
  }

  static func currentSize() -> Size {
    var rows: Int32 = 0
    var columns: Int32 = 0
    nc_size(&rows, &columns)
    return Size(rows: max(1, Int(rows)), columns: max(1, Int(columns)))
  }

  private static func environment(_ variable: EnvironmentVariable) -> String? {
    getenv(variable.rawValue).map { String(cString: $0) }
  }

  /// Opens the terminal by the first name that the system knows, and returns that.
  private static func open(
    _ wanted: String, wantsMouse: Bool
  ) throws(TerminalFault) -> String {
    var result = Int32(NC_UNKNOWN_TERM)
    for name in TerminalNames.tried(for: wanted) {
      result = nc_open(name, wantsMouse)
      if result == Int32(NC_OK) { return name }
      // A simpler one than was asked for is passed over.
      if result != Int32(NC_UNKNOWN_TERM), result != Int32(NC_TOO_SIMPLE) || name == wanted {
        break
      }
    }
    throw fault(result, wanted)
  }

  private static func fault(_ result: Int32, _ name: String) -> TerminalFault {
    switch Int(result) {
    case NC_NO_TERMINAL: return .noTerminal
    case NC_UNKNOWN_TERM: return name.isEmpty ? .unnamed : .unknown(name)
    case NC_TOO_SIMPLE: return .tooSimple(name)
    default: return .system
    }
  }
}

extension CursesTerminal {
  /// Waits for the next event without waking up in between; nil when the time is up.
  public func next(within limit: Duration?) -> InputEvent? {
    let clock = ContinuousClock()
    let deadline = limit.map { clock.now + $0 }
    while events.isEmpty {
      let left = deadline.map { max(0, Self.milliseconds(from: clock.now, to: $0)) }
      let patience = decoder.isWaiting ? decoder.patience : nil
      let wait = [left, patience].compactMap(\.self).min() ?? -1
      let seen = Int(nc_wait(waker.descriptor, !outbox.isEmpty, Int32(clamping: wait)))
      if seen == 0 {
        // A half-read sequence that nothing follows is what it looks like.
        if let patience, wait == patience { events += decoder.timeUp() }
        if events.isEmpty, let deadline, clock.now >= deadline { return nil }
        continue
      }
      handle(seen)
    }
    return events.removeFirst()
  }

  private func handle(_ seen: Int) {
    if seen & NC_ROOM != 0 { roomCame() }
    if seen & NC_SIGNAL != 0 { handleSignals() }
    if seen & NC_WOKEN != 0 {
      nc_waker_clear(waker.descriptor)
      events.append(.woken)
    }
    // What was typed before the line went is still to be done.
    if seen & NC_INPUT != 0 { readInput() }
    if seen & NC_GONE != 0, seen & NC_INPUT == 0 { events.append(.hangup) }
  }

  /// Reads all that has come, so that a burst of keys costs one frame.
  private func readInput() {
    let capacity = 1 << 14
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { buffer in
      let count = nc_read(buffer.baseAddress, capacity)
      if count < 0 { events.append(.hangup) }
      if count > 0 { events += decoder.feed(Array(buffer[..<count])) }
    }
  }

  private func handleSignals() {
    while true {
      switch Int(nc_take_signal()) {
      case NC_RESIZED: resize()
      case NC_TERMINATED: events.append(.terminate)
      case NC_HUNG_UP: events.append(.hangup)
      case NC_CONTINUED:
        nc_resume()
        resize()
      case NC_SUSPENDED: events.append(.suspend)
      default: return
      }
    }
  }

  /// Takes the window's size; a storm of resizes leaves one event.
  func resize() {
    size = Self.currentSize()
    nc_resize(Int32(size.rows), Int32(size.columns))
    painter.forget()
    thrift.forget()
    events.removeAll { if case .resize = $0 { true } else { false } }
    events.append(.resize(size))
  }

  /// Rounded up: waking a moment too early would mean waiting once more.
  private static func milliseconds(
    from start: ContinuousClock.Instant, to end: ContinuousClock.Instant
  ) -> Int {
    let (seconds, rest) = start.duration(to: end).components
    guard seconds < 1 << 20 else { return 1 << 30 }
    return Int(seconds) * 1000 + Int((rest + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}

extension CursesTerminal {
  /// Shows a frame: what differs from the last one is sent, all of it in one write.
  ///
  /// Over a slow line frames are left out rather than queued: the newest follows when there is room.
  public func present(_ canvas: Canvas, theme: Theme) {
    flush()
    guard outbox.isEmpty else {
      postponed = (canvas, theme)
      return
    }
    postponed = nil
    painter.paint(canvas, theme)
    let count = nc_pending()
    guard count > 0 else { return }
    outbox = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = nc_take(buffer.baseAddress, count)
    }
    if depth == .many { outbox = thrift.thin(outbox) }
    flush()
  }

  /// Whether the newest frame has gone out whole.
  public var hasShownAll: Bool { outbox.isEmpty && postponed == nil }

  /// Sends as much as the terminal takes without waiting.
  func flush() {
    while !outbox.isEmpty {
      let written = outbox.withUnsafeBufferPointer { nc_write($0.baseAddress, $0.count) }
      // A line that is gone takes nothing more; reading will say so.
      if written < 0 { outbox = [] }
      guard written > 0 else { return }
      if written == outbox.count { outbox = [] } else { outbox.removeFirst(written) }
    }
  }

  /// Sends the rest of a frame, and then the one that came in the meantime.
  func roomCame() {
    flush()
    if outbox.isEmpty, let frame = postponed { present(frame.canvas, theme: frame.theme) }
  }
}
