/// The end of a session that somebody else has set, and that is near.
public struct SessionEnd: Equatable, Sendable {
  /// Why it comes.
  public enum Reason: Equatable, Sendable {
    /// Nobody has pressed a key for as long as a session may stand.
    case idle
    /// It has lasted as long as a session may.
    case whole
    /// Whoever leads the class ends it.
    case ended
  }

  /// Why it comes, and in how many seconds.
  public let reason: Reason
  public let seconds: Int

  /// Makes an end.
  public init(reason: Reason, seconds: Int) { (self.reason, self.seconds) = (reason, seconds) }
}
