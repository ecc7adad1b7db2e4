extension RecorderState {
  /// Answers with what is kept of the day that holds the moment, by what the recorder's own clock
  /// showed when it was made.
  mutating func searchRecordings(_ day: Timestamp, _ turn: inout Turn) {
    guard isAllowed(.playback, &turn) else { return }
    let start = day.startOfDay
    let found = snapshot.recordings.shown(
      from: start, until: start + .days(1), now: turn.now)
    let seen = found.filter { snapshot.allows(.playback, channel: $0.channel) }
    emit(.recordings(.found(day: start, seen)), &turn)
    log(.recordingsSearched, &turn)
  }

  mutating func readLog(_ turn: inout Turn) {
    guard isAllowed(.log, &turn) else { return }
    emit(.logRead, &turn)
    log(.logRead, &turn)
  }
}
