import CNcurses
import TextUI

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
