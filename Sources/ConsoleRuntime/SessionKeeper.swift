import Training

/// What was found where practices are kept.
public enum KeeperNews: Sendable {
  case empty
  case found(SessionRecord)
  /// A sentence about what is wrong, and whether practice is kept all the same.
  case note(String, isKept: Bool)
}

/// Keeps the practice: the store as the runtime sees it.
public protocol SessionKeeper: Sendable {
  /// Opens the store; slow enough to wait until the first frame is shown.
  func open() -> KeeperNews
  /// Keeps the practice durably. A string that is not nil says why it could not.
  func keep(_ record: SessionRecord) -> String?
}

/// Keeps nothing: for whoever asked for that.
public struct NoKeeper: SessionKeeper {
  public init() {}
  public func open() -> KeeperNews { .empty }
  public func keep(_ record: SessionRecord) -> String? { nil }
}
