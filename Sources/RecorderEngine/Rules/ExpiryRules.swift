extension RecorderSnapshot {
  /// How long footage is kept at most; nil: as long as there is room.
  var expiry: Interval? { settings.rules.footageLife }

  /// When the oldest hour of footage is next too old; nil: never. The recorder knows the age by its
  /// own clock and by what that showed when the footage was made.
  var nextExpiry: Timestamp? {
    guard power == .running, let expiry, let oldest = recordings.oldestShown else { return nil }
    return oldest + expiry + .hours(1) - clock.offset
  }
}

extension Recordings {
  /// Takes away what was made earlier; footage goes by whole hours.
  mutating func expire(before time: Timestamp) {
    let hour = time.startOfHour
    spans = spans.compactMap { $0.left(from: hour) }
  }

  /// Takes away what was made while the recorder's clock showed an earlier time.
  mutating func expire(shownBefore time: Timestamp) {
    let hour = time.startOfHour
    spans = spans.compactMap { $0.left(from: hour - $0.clockOffset) }
  }
}

extension RecordedSpan {
  /// What is left of it from a moment on; nil: nothing.
  fileprivate func left(from time: Timestamp) -> RecordedSpan? {
    if let end, end <= time { return nil }
    return start < time ? cut(from: time, to: end) : self
  }
}

extension Timestamp {
  fileprivate var startOfHour: Timestamp {
    Timestamp(milliseconds: floorDivide(milliseconds, 3_600_000) * 3_600_000)
  }
}

extension RecorderState {
  /// Takes away footage that is older than the settings let it be, whenever the recorder runs.
  mutating func expireRecordings(_ turn: inout Turn) {
    guard let due = snapshot.nextExpiry, due <= turn.now, let expiry = snapshot.expiry else {
      return
    }
    var recordings = snapshot.recordings
    recordings.expire(shownBefore: snapshot.deviceTime(at: turn.now) - expiry)
    emit(.recordings(.changed(recordings)), &turn)
  }
}
