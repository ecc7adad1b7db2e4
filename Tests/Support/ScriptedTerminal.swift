import TextUI

/// A terminal whose keys stand in the test, and whose frames the test reads afterwards.
public final class ScriptedTerminal: Terminal {
  /// What the terminal does when it is asked for an event.
  public enum Step {
    case event(InputEvent)
    /// The events end for this round: nothing more is waiting.
    case pause
    /// Runs in the test before the next event is looked for.
    case act(() -> Void)
  }

  public var size: Size
  public let depth = ColourDepth.many
  public let isUnicode = true

  /// The frames that were shown, in order.
  public private(set) var presented: [Canvas] = []
  public private(set) var themes: [String] = []
  public private(set) var rings = 0
  public private(set) var isClosed = false
  /// For how long each look for an event was to wait; nil: as long as it takes.
  public private(set) var waits: [Duration?] = []

  private var script: [Step]

  /// Makes a terminal; after the script the line hangs up.
  public init(size: Size = Size(rows: 24, columns: 80), _ script: [Step]) {
    self.size = size
    self.script = script
  }

  public func present(_ canvas: Canvas, theme: Theme) {
    presented.append(canvas)
    themes.append(theme.name)
  }

  public func ring() { rings += 1 }

  public func next(within: Duration?) -> InputEvent? {
    waits.append(within)
    while !script.isEmpty {
      switch script.removeFirst() {
      case .act(let body): body()
      case .pause: return nil
      case .event(let event):
        if case .resize(let size) = event { self.size = size }
        return event
      }
    }
    return .hangup
  }

  public func close() { isClosed = true }

  /// The last frame that was shown, as text.
  public var lastFrame: [String] { presented.last?.plainText() ?? [] }
}
