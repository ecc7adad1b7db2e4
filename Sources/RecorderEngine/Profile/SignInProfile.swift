/// Signing in, lock-out and session time.
public struct SignInProfile: Equatable, Sendable, Codable {
  /// The password of `admin` in factory state; may be empty; nil where there is none.
  public let defaultPassword: Sourced<String>?
  /// Wrong passwords until the account is locked: the last of them locks it.
  public let tries: Sourced<Int>
  /// How long an account stays locked.
  public let lockOut: Sourced<LockOutLength>
  /// Whether a restart ends a lock-out that has time left.
  public let restartEndsLockOut: Sourced<Bool>
  /// Without a key for so long, the recorder signs the user out.
  public let sessionTime: Sourced<Interval>

  /// Makes the rules; with no default password nobody can sign in before the wizard is through.
  public init(
    defaultPassword: Sourced<String>?, tries: Sourced<Int>, lockOut: Sourced<LockOutLength>,
    restartEndsLockOut: Sourced<Bool>, sessionTime: Sourced<Interval>
  ) {
    self.defaultPassword = defaultPassword
    self.tries = tries
    self.lockOut = lockOut
    self.restartEndsLockOut = restartEndsLockOut
    self.sessionTime = sessionTime
  }
}

/// How long a lock-out lasts.
public enum LockOutLength: Hashable, Sendable, Codable {
  case time(Interval)
  case untilRestart
}
