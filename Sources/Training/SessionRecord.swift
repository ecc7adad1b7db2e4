import PracticeDesk
import RecorderEngine

/// A practice as it stood after a command: all that is needed to go on with it.
public struct SessionRecord: Codable, Equatable, Sendable {
  /// The name of the recorder's profile.
  public var profile: String
  /// The recorder and what stands around it.
  public var desk: Desk
  /// The lesson that is being done; nil in free practice.
  public var lesson: LessonProgress?
  /// What the practice clock showed.
  public var clock: Timestamp
  /// The path of the screen that was open.
  public var place: String

  /// Puts together what is kept.
  public init(
    profile: String, desk: Desk, lesson: LessonProgress?, clock: Timestamp, place: String
  ) {
    self.profile = profile
    self.desk = desk
    self.lesson = lesson
    self.clock = clock
    self.place = place
  }
}
