import RecorderEngine

/// What must be written so that the rows hold what the log holds.
struct LogChange {
  /// Rows below this number go: the log has rolled them off.
  private(set) var firstKept: Int?
  /// Rows above this number go: they are another recorder's.
  private(set) var lastKept: Int?
  private(set) var added: ArraySlice<LogEntry>

  /// Compares what was saved with the log as it is now; both are numbered without a gap.
  init(from saved: [LogEntry], to entries: [LogEntry]) {
    added = entries[...]
    guard let oldFirst = saved.first?.number else { return }
    guard let rolledOff = entries.first.map({ $0.number - oldFirst }),
      (0..<saved.count).contains(rolledOff), saved.count - rolledOff <= entries.count,
      saved[rolledOff...].elementsEqual(entries[..<(saved.count - rolledOff)])
    else {
      // Not the log that was saved: another practice has begun.
      lastKept = Int.min
      return
    }
    added = entries[(saved.count - rolledOff)...]
    if rolledOff > 0 { firstKept = oldFirst + rolledOff }
  }
}
