/// The log as somebody reads it: what is kept of it, with what is reckoned when it is read: the past
/// of a practice recorder, and the motions that were alarms.
public struct LogBook: Equatable, Sendable {
  /// All of it, oldest first, numbered anew.
  public private(set) var log: OperationLog
  /// The number of the next entry of the recorder's own log.
  private var nextKept: Int
  /// Up to when motions are in it.
  private var until: Timestamp

  /// Opens the log of a recorder.
  public init(of recorder: RecorderSnapshot, now: Timestamp) {
    nextKept = recorder.log.nextNumber
    until = now
    let reckoned = recorder.reckonedDeeds(from: nil, until: now)
    guard !reckoned.isEmpty else {
      log = recorder.log
      return
    }
    var entries: [LogEntry] = []
    entries.reserveCapacity(reckoned.count + recorder.log.entries.count)
    var kept = recorder.log.entries[...]
    for deed in reckoned {
      while let next = kept.first, next.time <= deed.time { entries.append(kept.removeFirst()) }
      entries.append(deed)
    }
    entries += kept
    log = OperationLog(
      capacity: recorder.log.capacity, numbering: entries.suffix(recorder.log.capacity))
  }

  /// Takes in what has come since.
  public mutating func update(from recorder: RecorderSnapshot, now: Timestamp) {
    // Another recorder's log, or another time.
    guard recorder.log.nextNumber >= nextKept, now >= until else {
      self = LogBook(of: recorder, now: now)
      return
    }
    guard recorder.motionSource != nil || recorder.past != nil else {
      log = recorder.log
      nextKept = recorder.log.nextNumber
      return
    }
    var new = recorder.reckonedDeeds(from: until, until: now)
    if let first = recorder.log.entries.first?.number {
      new += recorder.log.entries.dropFirst(max(0, nextKept - first))
    }
    for entry in new.sorted(by: { $0.time < $1.time }) {
      log.append(entry.numbered(log.nextNumber))
    }
    nextKept = recorder.log.nextNumber
    until = now
  }
}

extension OperationLog {
  fileprivate init(capacity: Int, numbering entries: ArraySlice<LogEntry>) {
    let numbered = entries.enumerated().map { place, entry in entry.numbered(place + 1) }
    self.init(capacity: capacity, entries: numbered, nextNumber: numbered.count + 1)
  }
}

extension LogEntry {
  fileprivate func numbered(_ number: Int) -> LogEntry {
    LogEntry(number: number, time: time, account: account, action: action)
  }
}

extension RecorderSnapshot {
  /// A log holds no older motions: it has room for fewer.
  private static let daysReckoned: Int64 = 92

  /// What the log says beside what is kept of it, oldest first, by the recorder's own clock. Without
  /// a beginning, the past is in it.
  fileprivate func reckonedDeeds(from start: Timestamp?, until end: Timestamp) -> [LogEntry] {
    var deeds: [LogEntry] = []
    func note(_ time: Timestamp, _ account: AccountName?, _ action: LogAction) {
      deeds.append(
        LogEntry(number: 0, time: time.wholeSecond, account: account, action: action))
    }
    if start == nil, let past {
      let offset = cameras.watches.first?.clockOffset ?? clock.offset
      for deed in past.deeds(channels: channelsWithCamera) {
        note(deed.time + offset, deed.account, deed.action)
      }
    }
    guard motionSource != nil else { return deeds }
    let from = start ?? max(past?.since ?? end, end - .days(RecorderSnapshot.daysReckoned))
    for channel in cameras.channels.indices.map({ $0 + 1 }) {
      for noticed in noticedMotions(at: channel, from: from, until: end)
      where noticed.isAlarm && noticed.motion.began > from {
        note(noticed.motion.began + noticed.clockOffset, nil, .alarm(.motion(channel)))
      }
    }
    return deeds.sorted { $0.time < $1.time }
  }
}
