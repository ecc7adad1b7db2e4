import TextUI

/// A terminal whose keys stand in the test, and whose frames the test reads afterwards.
public final class ScriptedTerminal: Terminal {
  /// What the terminal does when it is asked for an event.
  public enum Step: Sendable {
    case event(InputEvent)
    /// The events end for this round: nothing more is waiting.
    case pause
    /// Nothing comes until the last frame shows this.
    case shows(String)
    /// From now on frames go out at once, or are left on their way.
    case line(isFree: Bool)
  }

  public var size: Size
  public let depth = ColourDepth.many
  public let isUnicode = true

  /// The frames that were shown, in order.
  public private(set) var presented: [Canvas] = []
  public private(set) var themes: [String] = []
  public private(set) var rings = 0
  /// How often the program went back to its shell.
  public private(set) var suspensions = 0
  public private(set) var hasShownAll = true
  public private(set) var isClosed = false
  /// For how long each look for an event was to wait; nil: as long as it takes.
  public private(set) var waits: [Duration?] = []

  private var script: [Step]
  private let waitForWake: () -> Bool

  /// Makes a terminal; after the script the line hangs up.
  ///
  /// `waitForWake` waits until another thread wants attention; false where that takes too long.
  public init(
    size: Size = Size(rows: 24, columns: 80), _ script: [Step],
    waitForWake: @escaping () -> Bool = { false }
  ) {
    self.size = size
    self.script = script
    self.waitForWake = waitForWake
  }

  public func present(_ canvas: Canvas, theme: Theme) {
    presented.append(canvas)
    themes.append(theme.name)
  }

  public func ring() { rings += 1 }

  public func suspend() { suspensions += 1 }

  public func next(within: Duration?) -> InputEvent? {
    waits.append(within)
    while !script.isEmpty {
      switch script.removeFirst() {
      case .shows(let text):
        guard !lastFrame.contains(where: { $0.contains(text) }) else { continue }
        script.insert(.shows(text), at: 0)
        if within != .zero, !waitForWake() { script = [] }
        return nil
      case .line(let isFree): hasShownAll = isFree
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
