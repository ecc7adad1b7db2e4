import RecorderEngine
import Training

/// What is known of the log that was saved: enough to tell what is new, without its entries.
struct SavedLog: Equatable {
  let first: Int
  let last: LogEntry

  /// Remembers a log that has been written; nil for an empty one.
  init?(_ entries: [LogEntry]) {
    guard let first = entries.first, let last = entries.last else { return nil }
    self.first = first.number
    self.last = last
  }
}

/// What is known of what is kept apart from the record: enough to write only what is new.
struct SavedParts {
  let log: SavedLog?
  let definitions: [SettingDefinition]

  /// Remembers a record that has been written, or was read.
  init(_ record: SessionRecord) {
    log = SavedLog(record.desk.recorder.operationLog.entries)
    definitions = record.desk.recorder.settingDefinitions
  }
}

/// What must be written so that the rows hold what the log holds.
struct LogChange {
  /// Rows below this number go: the log has rolled them off.
  private(set) var firstKept: Int?
  /// Rows above this number go: they are another recorder's.
  private(set) var lastKept: Int?
  private(set) var added: ArraySlice<LogEntry>

  /// Compares what was saved with the log as it is now; both are numbered without a gap.
  ///
  /// Only the last saved entry is looked at: a log of a hundred thousand is not compared at every
  /// command. Another practice has another entry at its place.
  init(from saved: SavedLog?, to entries: [LogEntry]) {
    added = entries[...]
    guard let saved else {
      // What is in the file is not known: nothing of it stays.
      lastKept = Int.min
      return
    }
    let place = entries.first.map { saved.last.number - $0.number } ?? -1
    guard let first = entries.first?.number, first >= saved.first,
      entries.indices.contains(place), entries[place] == saved.last
    else {
      // Not the log that was saved: another practice has begun.
      lastKept = Int.min
      return
    }
    added = entries[(place + 1)...]
    if first > saved.first { firstKept = first }
  }
}
