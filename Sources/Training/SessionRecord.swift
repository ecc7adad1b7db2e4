import PracticeDesk
import RecorderEngine

/// What a practice began with, so that it can be begun anew just so.
public enum PracticeOrigin: Equatable, Sendable, Codable {
  /// A recorder as it comes, by the name of its profile.
  case recorder(String)
  /// A lesson or a situation, by the name or the path of its file.
  case scenario(String)
  case choice(BenchChoice)
}

/// A practice that is kept beside the present one.
public struct ShelvedPractice: Equatable, Sendable {
  /// What it is called.
  public let name: String
  /// When it was put on the shelf, by the clock on the wall.
  public let putThere: Timestamp

  /// Makes an entry of the shelf.
  public init(name: String, putThere: Timestamp) {
    self.name = name
    self.putThere = putThere
  }
}

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
  /// What it began with; nil where an older program kept it.
  public var origin: PracticeOrigin?
  /// What it is called on the shelf; nil: it never was there.
  public var name: String?
  /// When it was kept; nil where an older program kept it.
  public var mark: SaveMark?
  /// What all chance in it came from; nil where an older program kept it.
  public var seed: UInt64?
  /// What the practice is called that waits on the shelf for the end of this lesson.
  public var before: String?

  /// Puts together what is kept.
  public init(
    profile: String, desk: Desk, lesson: LessonProgress?, clock: Timestamp, place: String,
    origin: PracticeOrigin? = nil, name: String? = nil, before: String? = nil
  ) {
    self.name = name
    self.before = before
    self.origin = origin
    self.profile = profile
    self.desk = desk
    self.lesson = lesson
    self.clock = clock
    self.place = place
  }
}
