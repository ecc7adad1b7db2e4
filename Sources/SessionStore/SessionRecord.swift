import PracticeDesk
import RecorderEngine
import Training

/// A practice as it stood after a command: all that is needed to go on with it.
public struct SessionRecord: Codable, Equatable, Sendable {
  /// The name of the recorder's profile.
  public var profile: String
  public var desk: Desk
  /// The lesson that is being done; nil in free practice.
  public var lesson: LessonProgress?
  /// What the practice clock showed.
  public var clock: Timestamp
  /// The path of the screen that was open.
  public var place: String
  /// When it was saved, by the clock on the wall.
  public var savedAt: Timestamp

  public init(
    profile: String, desk: Desk, lesson: LessonProgress?, clock: Timestamp, place: String,
    savedAt: Timestamp
  ) {
    self.profile = profile
    self.desk = desk
    self.lesson = lesson
    self.clock = clock
    self.place = place
    self.savedAt = savedAt
  }
}

extension SessionRecord {
  /// The record without what is kept apart: the log's entries, row by row, and the definitions of
  /// the settings, which are the greater part of a record and stay the same from save to save.
  var bare: SessionRecord {
    var record = self
    record.desk.recorder.settingDefinitions = []
    let log = desk.recorder.operationLog
    record.desk.recorder.operationLog = OperationLog(
      capacity: log.capacity, nextNumber: log.nextNumber)
    return record
  }

  /// The record with what is kept apart; nil where the entries are not what the log goes on from.
  func with(
    definitions: [SettingDefinition], logEntries entries: [LogEntry]
  ) -> SessionRecord? {
    let log = desk.recorder.operationLog
    let first = log.nextNumber - entries.count
    guard entries.enumerated().allSatisfy({ $1.number == first + $0 }) else { return nil }
    var record = self
    record.desk.recorder.settingDefinitions = definitions
    record.desk.recorder.operationLog = OperationLog(
      capacity: log.capacity, entries: entries, nextNumber: log.nextNumber)
    return record
  }
}
