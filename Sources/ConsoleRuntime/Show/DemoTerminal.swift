import TextUI

extension DemoPlayer: Terminal {
  /// Its height and width at the moment.
  public var size: Size { inner.size }
  /// How many colours it has.
  public var depth: ColourDepth { inner.depth }
  /// Whether it shows more than ASCII.
  public var isUnicode: Bool { inner.isUnicode }
  /// Whether the newest frame has gone out whole.
  public var hasShownAll: Bool { inner.hasShownAll }

  /// Shows a frame, but those on the way to the step that is wanted.
  public func present(_ canvas: Canvas, theme: Theme) {
    if !isSkipping { inner.present(canvas, theme: theme) }
  }

  /// Waits for the next key, of the demo or of somebody who looks on.
  public func next(within limit: Duration?) -> InputEvent? { nextEvent(within: limit) }
  /// Rings the bell.
  public func ring() { if !isSkipping { inner.ring() } }
  /// Gives the terminal back to the shell and stops.
  public func suspend() { inner.suspend() }
  /// Leaves the terminal open: it belongs to whoever has made the player.
  public func close() {}
}
