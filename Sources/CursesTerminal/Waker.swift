import CNcurses

/// Wakes a terminal's `next(within:)` from any thread.
public struct Waker: Sendable {
  private let line: Line

  init() { line = Line() }

  /// Makes the waiting `next(within:)`, or the one to come, return `.woken`; many wakes make one.
  public func wake() { nc_waker_wake(line.descriptor) }

  var descriptor: Int32 { line.descriptor }

  /// Closes the descriptor when nobody can wake any more, so that its number is never another's.
  private final class Line: Sendable {
    let descriptor = nc_waker_open()

    deinit { nc_waker_close(descriptor) }
  }
}
