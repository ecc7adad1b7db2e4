import PracticeDesk
import RecorderEngine
import Training

/// A practice as it is kept between two runs.
public struct KeptSession: Equatable, Sendable {
  /// The profile's name.
  public var profile: String
  public var desk: Desk
  public var lesson: LessonProgress?
  /// Practice time.
  public var clock: Timestamp
  /// Where the trainee looked.
  public var path: String

  public init(
    profile: String, desk: Desk, lesson: LessonProgress?, clock: Timestamp, path: String
  ) {
    self.profile = profile
    self.desk = desk
    self.lesson = lesson
    self.clock = clock
    self.path = path
  }
}

/// What was found where practices are kept.
public enum KeeperNews: Sendable {
  case empty
  case found(KeptSession)
  /// A sentence about what is wrong, and whether practice is kept all the same.
  case note(String, isKept: Bool)
}

/// Keeps the practice: the store as the runtime sees it.
public protocol SessionKeeper: Sendable {
  /// Opens the store; slow enough to wait until the first frame is shown.
  func open() -> KeeperNews
  /// Keeps the practice durably. A string that is not nil says why it could not.
  func keep(_ session: KeptSession) -> String?
}

/// Keeps nothing: for whoever asked for that.
public struct NoKeeper: SessionKeeper {
  public init() {}
  public func open() -> KeeperNews { .empty }
  public func keep(_ session: KeptSession) -> String? { nil }
}
