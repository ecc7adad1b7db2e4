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
  /// a beginning, the past is in it, as far back as the log has room.
  fileprivate func reckonedDeeds(from start: Timestamp?, until end: Timestamp) -> [LogEntry] {
    if let start { return motionDeeds(from: start + .milliseconds(1), until: end) }
    guard motionSource != nil || past != nil else { return [] }
    var older = pastDeeds()[...]
    let oldest = max(past?.since ?? end, end - .days(RecorderSnapshot.daysReckoned))
    // From the newest day backwards: a full log holds no more.
    var days: [[LogEntry]] = []
    var count = 0
    var until = end
    while until > oldest, count < log.capacity {
      let from = max(oldest, (until - .milliseconds(1)).startOfDay)
      var day = motionDeeds(from: from, until: until)
      let shown = from + clock.offset
      while let last = older.last, last.time >= shown { day.append(older.removeLast()) }
      days.append(day.sorted { $0.time < $1.time })
      count += day.count
      until = from
    }
    return days.reversed().flatMap(\.self)
  }

  private func pastDeeds() -> [LogEntry] {
    guard let past else { return [] }
    let offset = cameras.watches.first?.clockOffset ?? clock.offset
    return past.deeds(channels: channelsWithCamera, losesVideo: tellsOfVideoLoss).map { deed in
      LogEntry(
        number: 0, time: (deed.time + offset).wholeSecond, account: deed.account,
        action: deed.action)
    }
  }

  /// The motions that were alarms and began between two moments.
  private func motionDeeds(from start: Timestamp, until end: Timestamp) -> [LogEntry] {
    guard motionSource != nil else { return [] }
    var deeds: [LogEntry] = []
    for channel in cameras.channels.indices.map({ $0 + 1 }) {
      for noticed in noticedMotions(at: channel, from: start, until: end)
      where noticed.isAlarm && noticed.motion.began >= start {
        deeds.append(
          LogEntry(
            number: 0, time: (noticed.motion.began + noticed.clockOffset).wholeSecond,
            account: nil, action: .alarm(.motion(channel))))
      }
    }
    return deeds.sorted { $0.time < $1.time }
  }
}
