/// Where frames go and keys come from; owned by one thread.
public protocol Terminal: AnyObject {
  /// Its height and width at the moment.
  var size: Size { get }
  /// How many colours it has.
  var depth: ColourDepth { get }
  /// Whether it shows more than ASCII.
  var isUnicode: Bool { get }

  /// Shows a frame; only what differs from the last one is sent.
  func present(_ canvas: Canvas, theme: Theme)
  /// Whether the newest frame has gone out whole; over a slow line that takes a while.
  var hasShownAll: Bool { get }
  /// Rings the bell.
  func ring()
  /// Waits for the next event; nil when the time is up, and without a time as long as it takes.
  func next(within: Duration?) -> InputEvent?
  /// Gives the terminal back to the shell and stops, until the shell has the program go on; then a
  /// resize comes, and the next frame is whole. Where no shell waits, it goes on at once.
  func suspend()
  /// Gives the terminal back as it was; more than once does no harm.
  func close()
}
