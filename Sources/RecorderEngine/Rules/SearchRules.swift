extension RecorderState {
  /// Answers with what is kept of the day that holds the moment, by the recorder's own clock.
  mutating func searchRecordings(_ day: Timestamp, _ turn: inout Turn) {
    guard isAllowed(.playback, &turn) else { return }
    let start = day.startOfDay
    let found = snapshot.recordings.between(start, start + .days(1), now: turn.now)
    emit(.recordingsFound(day: start, found), &turn)
    log(.recordingsSearched, &turn)
  }

  mutating func readLog(_ turn: inout Turn) {
    guard isAllowed(.log, &turn) else { return }
    emit(.logRead, &turn)
    log(.logRead, &turn)
  }
}
