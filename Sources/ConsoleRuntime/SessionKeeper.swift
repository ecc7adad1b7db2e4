import Training

/// What was found where practices are kept.
public enum KeeperReport: Sendable {
  case empty
  /// A practice, and what is wrong with a part of it that could not be read.
  case found(SessionRecord, note: String?)
  /// A sentence about what is wrong, and whether practice is kept all the same.
  case note(String, isKept: Bool)
  /// Nothing is to be kept: somebody asked for that.
  case notWanted
}

/// What became of keeping a practice.
public enum KeepResult: Equatable, Sendable {
  case kept
  /// It is kept, in a place that had to be made anew: a sentence says what was wrong.
  case keptAnew(String)
  /// A sentence says why not; the next attempt may go well.
  case failed(String)
}

/// Keeps the practice: the store as the runtime sees it.
public protocol SessionKeeper: Sendable {
  /// Whether the first frame has something to say of the store: a practice may be kept there, or it
  /// is known at once that nothing is.
  var isForFirstFrame: Bool { get }
  /// Opens the store; slow enough to wait until the first frame is shown, where that may.
  func open() -> KeeperReport
  /// Keeps the practice durably.
  func keep(_ record: SessionRecord) -> KeepResult
  /// Leaves the store tidy; nothing is kept afterwards.
  func close()

  /// The practices beside the present one; nil where there is no shelf for them.
  func shelf() -> [ShelvedPractice]?
  /// Puts a practice on the shelf, and returns the name that it got.
  func shelve(_ record: SessionRecord, as name: String) throws(AssetTrouble) -> String
  /// The practice of that name; it stays on the shelf.
  func shelved(_ name: String) throws(AssetTrouble) -> SessionRecord
  /// Gives a practice on the shelf another name, and returns the one that it got.
  func rename(_ name: String, to wish: String) throws(AssetTrouble) -> String
  /// Takes a practice off the shelf for good.
  func unshelve(_ name: String)
}

extension SessionKeeper {
  /// None: nothing is kept here.
  public func shelf() -> [ShelvedPractice]? { nil }
  /// Refuses: nothing is kept here.
  public func shelve(_ record: SessionRecord, as name: String) throws(AssetTrouble) -> String {
    throw AssetTrouble("Nothing is kept in this session.")
  }
  /// Refuses: nothing is kept here.
  public func shelved(_ name: String) throws(AssetTrouble) -> SessionRecord {
    throw AssetTrouble("Nothing is kept in this session.")
  }
  /// Refuses: nothing is kept here.
  public func rename(_ name: String, to wish: String) throws(AssetTrouble) -> String {
    throw AssetTrouble("Nothing is kept in this session.")
  }
  /// Has nothing to take away.
  public func unshelve(_ name: String) {}
}

/// Keeps nothing: for whoever asked for that.
public struct NoKeeper: SessionKeeper {
  /// Makes a keeper that keeps nothing.
  public init() {}
  /// Yes: that nothing is kept is known at once.
  public var isForFirstFrame: Bool { true }
  /// Says that nothing is to be kept.
  public func open() -> KeeperReport { .notWanted }
  /// Forgets the practice; never fails.
  public func keep(_ record: SessionRecord) -> KeepResult { .kept }
  /// Has nothing to tidy up.
  public func close() {}
}
