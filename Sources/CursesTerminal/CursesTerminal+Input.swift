import CNcurses
import TextUI

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
      take(seen)
    }
    return events.removeFirst()
  }

  private func take(_ seen: Int) {
    if seen & NC_ROOM != 0 { roomCame() }
    if seen & NC_SIGNAL != 0 { takeSignals() }
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
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
      count = nc_read(buffer.baseAddress, capacity)
      filled = max(0, count)
    }
    if count < 0 { events.append(.hangup) }
    events += decoder.feed(bytes)
  }

  private func takeSignals() {
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
