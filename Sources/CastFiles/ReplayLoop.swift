import Recordings
import TextUI

/// A replay on a terminal: keys in, frames out, on one thread.
public final class ReplayLoop {
  /// How a replay ended.
  public enum Ending: Equatable, Sendable {
    case left
    /// The file could not be read any more.
    case failed(CastFault)
  }

  private let terminal: any Terminal
  private let theme: Theme
  private var replay: Replay
  private let start = ContinuousClock.now

  /// Makes the loop; the terminal is open and stays so until `run` has returned.
  public init(terminal: any Terminal, theme: Theme, replay: Replay) {
    self.terminal = terminal
    self.theme = theme
    self.replay = replay
  }

  /// Plays until somebody leaves.
  public func run() -> Ending {
    replay.resize(to: terminal.size)
    while !replay.hasLeft {
      if let fault = replay.fault { return .failed(fault) }
      var canvas = Canvas(size: terminal.size)
      replay.draw(on: &canvas, theme: theme, depth: terminal.depth)
      terminal.present(canvas, theme: theme)
      var event = terminal.next(within: replay.wait)
      replay.pass(to: ContinuousClock.now - start)
      // A line that is gone says so for ever.
      while let input = event, !replay.hasLeft {
        if input == .suspend || input == .key(.control("z")) { terminal.suspend() }
        replay.handle(input)
        event = terminal.next(within: .zero)
      }
    }
    return .left
  }
}
