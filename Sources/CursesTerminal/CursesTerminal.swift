import CNcurses
import Glibc
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
    let wanted = getenv("TERM").map { String(cString: $0) } ?? ""
    let used = try Self.open(wanted, wantsMouse: wantsMouse)
    standIn = used == wanted ? nil : (wanted, used)
    depth = ColourDepth(rawValue: Int(nc_colours())) ?? .none
    isUnicode = nc_is_utf8() && !forceASCII
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
