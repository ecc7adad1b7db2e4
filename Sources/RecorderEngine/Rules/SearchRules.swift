extension RecorderState {
  /// Answers with what is kept of the day that holds the moment, by the recorder's own clock as
  /// it goes now.
  mutating func searchRecordings(_ day: Timestamp, _ turn: inout Turn) {
    guard isAllowed(.playback, &turn) else { return }
    let start = day.startOfDay
    let offset = snapshot.clockOffset
    let around = start - offset
    let found = snapshot.recordings.between(around, around + .days(1), now: turn.now).map { span in
      span.cut(from: span.start + offset, to: span.end.map { $0 + offset })
    }
    let seen = found.filter { snapshot.allows(.playback, channel: $0.channel) }
    emit(.recordingsFound(day: start, seen), &turn)
    log(.recordingsSearched, &turn)
  }

  mutating func readLog(_ turn: inout Turn) {
    guard isAllowed(.log, &turn) else { return }
    emit(.logRead, &turn)
    log(.logRead, &turn)
  }
}
