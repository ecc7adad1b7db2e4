extension RecorderSnapshot {
  /// How long footage is kept at most; nil: as long as there is room.
  var expiry: Interval? {
    guard let days = settings["disk.expiry"].flatMap({ Int64($0) }), days > 0 else { return nil }
    return .days(days)
  }

  /// When the oldest hour of footage is next too old; nil: never.
  var nextExpiry: Timestamp? {
    guard power == .running, let expiry, let oldest = recordings.oldest else { return nil }
    return oldest + expiry + .hours(1)
  }
}

extension Recordings {
  /// Takes away what is older; footage goes by whole hours.
  mutating func expire(before time: Timestamp) {
    let hour = Timestamp(milliseconds: floorDivide(time.milliseconds, 3_600_000) * 3_600_000)
    spans = spans.compactMap { span in
      if let end = span.end, end <= hour { return nil }
      guard span.start < hour else { return span }
      return span.cut(from: hour, to: span.end)
    }
  }
}

extension RecorderState {
  /// Takes away footage that is older than the settings let it be, whenever the recorder runs.
  mutating func expireRecordings(_ turn: inout Turn) {
    guard let due = snapshot.nextExpiry, due <= turn.now, let expiry = snapshot.expiry else {
      return
    }
    var recordings = snapshot.recordings
    recordings.expire(before: turn.now - expiry)
    emit(.recordingsChanged(recordings), &turn)
  }
}
