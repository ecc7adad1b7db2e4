extension RecorderState {
  /// Answers with what is kept of the day that holds the moment, by what the recorder's own clock
  /// showed when it was made.
  mutating func searchRecordings(_ day: Timestamp, _ turn: inout Turn) {
    guard isAllowed(.playback, &turn) else { return }
    let start = day.startOfDay
    let found = snapshot.footage(shownFrom: start, until: start + .days(1), now: turn.now)
    let seen = found.filter { snapshot.allows(.playback, channel: $0.channel) }
    let motions = Set(seen.map(\.channel)).sorted().flatMap {
      snapshot.noticedMotions(at: $0, shownFrom: start, until: start + .days(1), now: turn.now)
    }
    emit(.recordings(.found(day: start, seen, motions)), &turn)
    log(.recordingsSearched, &turn)
  }

  mutating func readLog(_ turn: inout Turn) {
    guard isAllowed(.log, &turn) else { return }
    // Looking at the log does not fill it.
    emit(.logRead, &turn)
  }
}
