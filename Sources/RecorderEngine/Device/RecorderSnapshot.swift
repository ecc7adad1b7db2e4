/// All that somebody outside can know of a recorder.
public struct RecorderSnapshot: Equatable, Sendable, Codable {
  /// What makes this recorder differ from others.
  @inlinable public var profile: RecorderProfile { _read { yield boxedProfile.value } }
  @usableFromInline var boxedProfile: Boxed<RecorderProfile>
  /// Whether it is off, starting, running or writing something.
  public internal(set) var power: PowerPhase
  /// Who is signed in at the recorder; nil: nobody.
  public internal(set) var session: Session?
  /// Every account, `admin` first.
  public internal(set) var accounts: [AccountSummary]
  /// The built-in groups and those that somebody made.
  public internal(set) var groups: [Group]
  /// Which addresses may sign in from elsewhere.
  public internal(set) var accessList = AccessList()
  /// Who is signed in from elsewhere, oldest first.
  public internal(set) var remoteSessions: [RemoteSession] = []
  /// How far the start-up wizard is.
  public internal(set) var setup: SetupPhase
  /// The firmware that runs; upgrades change it.
  public internal(set) var firmware: FirmwareVersion
  /// The accounts that take no password for now.
  public internal(set) var lockOuts: [LockOut]
  /// How far somebody is in the Restore Password wizard.
  public internal(set) var recovery: RecoveryPhase
  /// The recovery methods that take no proof for now.
  public internal(set) var recoveryPauses: [RecoveryPause]
  /// The app and the client software that have the recorder.
  public internal(set) var cloud = CloudStanding()
  /// The settings as they stand.
  public internal(set) var settings: Settings
  /// The recorder's own clock.
  public internal(set) var clock = ClockStanding()
  /// Whether the cable of the network is in.
  public internal(set) var hasNetworkLink = true
  /// The disk.
  public internal(set) var disk = DiskStanding()
  /// When the recorder last came up.
  public internal(set) var startedAt: Timestamp?
  /// When the hours of the recording schedule were last looked at, where they count.
  public internal(set) var scheduleCheckedAt: Timestamp?
  /// What goes on, and what it has set off.
  public internal(set) var alarms = AlarmStanding()
  /// Whether the pinhole at the back is pressed.
  public internal(set) var resetButton: ResetButton
  /// What the cameras show.
  public internal(set) var cameras: CameraStanding
  /// What moves in front of them; nil: nobody knows, or nothing.
  public internal(set) var motionSource: MotionSource?
  /// What was done at it before practice began; nil: nothing that anybody knows of.
  public internal(set) var past: PastLife?
  /// The footage on the disk.
  public internal(set) var recordings: Recordings
  /// What was done at the recorder.
  public internal(set) var log: OperationLog

  /// The names that kept practices have for all of it.
  enum CodingKeys: String, CodingKey, CaseIterable {
    case boxedProfile = "profile"
    case power, session, accounts, groups, accessList, remoteSessions, setup, firmware, lockOuts
    case recovery, recoveryPauses, cloud, settings, clock, hasNetworkLink, disk, startedAt
    case scheduleCheckedAt, alarms, resetButton, cameras, motionSource, past, recordings, log
  }

  /// What the recorder's clock shows when around it the time is `now`.
  public func deviceTime(at now: Timestamp) -> Timestamp { now + clock.offset }

  /// The account of that name; nil where there is none.
  public func account(_ name: AccountName) -> AccountSummary? {
    accounts.first { $0.name == name }
  }

  /// What keeps the account of that name locked; nil where it is not.
  public func lockOut(of name: AccountName) -> LockOut? {
    lockOuts.first { $0.name == name }
  }

  /// Whether whoever is signed in may do this; false while nobody is.
  public func allows(_ right: Right) -> Bool { ownGroup?.local.allows(right) ?? false }

  /// Whether whoever is signed in may do this on channel 1, 2, 3 …; false while nobody is.
  public func allows(_ right: Right, channel: Int) -> Bool {
    ownGroup?.local.allows(right, channel: channel) ?? false
  }

  /// The group of that name, or nil.
  public func group(_ name: String) -> Group? { groups.first { $0.name == name } }

  /// The group of whoever is signed in at the recorder.
  public var ownGroup: Group? { group(of: session?.account) }

  /// The group of an account; nil where there is none.
  func group(of name: AccountName?) -> Group? {
    name.flatMap { account($0) }.flatMap { group($0.group) }
  }
}

/// Whether the recorder runs.
public enum PowerPhase: Equatable, Sendable, Codable {
  case off
  case starting(since: Timestamp, until: Timestamp)
  case running
  /// A new firmware is being written; a power cut meanwhile leaves the old one.
  case upgrading(since: Timestamp, until: Timestamp, to: FirmwareVersion)
  /// The reset button was held long enough: the reset is being written; a power cut meanwhile
  /// leaves everything as it was.
  case resetting(since: Timestamp, until: Timestamp)
}

/// Somebody is signed in at the recorder.
public struct Session: Equatable, Sendable, Codable {
  /// Who is signed in.
  public internal(set) var account: AccountName
  /// When the session began.
  public let since: Timestamp
  /// What the recorder's clock showed then.
  public let shownSince: Timestamp
  /// The last sign of life: the session time counts from here.
  public var lastSeen: Timestamp
  /// The password has expired: nothing else happens until there is a new one.
  public var owesNewPassword: Bool

  /// Makes a session that has just begun.
  public init(
    account: AccountName, since: Timestamp, shownSince: Timestamp, owesNewPassword: Bool = false
  ) {
    self.account = account
    self.since = since
    self.shownSince = shownSince
    self.lastSeen = since
    self.owesNewPassword = owesNewPassword
  }
}

/// What the accounts page shows of an account.
public struct AccountSummary: Equatable, Sendable, Codable {
  /// What it signs in with.
  public var name: AccountName
  /// The name of its group.
  public var group: String
  /// Whether it may sign in.
  public var isEnabled: Bool
  /// What can be said of its password.
  public var password: PasswordStanding
  /// When the password was set; nil where it is the factory's.
  public var passwordSince: Timestamp?
  /// How many security questions are set.
  public var questions: Int
  /// Its e-mail address; empty: none.
  public var email: String
  /// What somebody noted about it; may be empty.
  public var remark: String

  /// Makes a summary; left out, the account may sign in and has nothing but its password.
  public init(
    name: AccountName, group: String, isEnabled: Bool = true, password: PasswordStanding,
    passwordSince: Timestamp? = nil, questions: Int = 0, email: String = "", remark: String = ""
  ) {
    self.passwordSince = passwordSince
    self.name = name
    self.group = group
    self.isEnabled = isEnabled
    self.password = password
    self.questions = questions
    self.email = email
    self.remark = remark
  }
}

/// What can be said of a password without knowing it.
public enum PasswordStanding: Equatable, Sendable, Codable {
  case factoryDefault
  case set(PasswordLevel)
  /// The recorder says nothing of it.
  case untold
}

/// An account that takes no password for now.
public struct LockOut: Equatable, Sendable, Codable {
  /// The account that is locked.
  public let name: AccountName
  /// nil: until the recorder restarts.
  public let until: Timestamp?

  /// Makes a lock-out; with nil it lasts until the recorder restarts.
  public init(name: AccountName, until: Timestamp?) {
    self.name = name
    self.until = until
  }
}

/// A recovery method that takes no proof for now.
public struct RecoveryPause: Equatable, Sendable, Codable {
  /// Why it pauses.
  public enum Cause: String, Equatable, Sendable, Codable {
    /// Too many wrong proofs.
    case tries
    /// Too many screens of Dynamic Password in a short time.
    case screens
  }

  /// The method that pauses.
  public let method: RecoveryMethod
  /// When it takes proofs again.
  public let until: Timestamp
  /// Why it pauses.
  public let cause: Cause

  /// Makes a pause.
  public init(method: RecoveryMethod, until: Timestamp, cause: Cause) {
    self.method = method
    self.until = until
    self.cause = cause
  }
}

/// The pinhole at the back.
public enum ResetButton: Equatable, Sendable, Codable {
  case released
  /// The paperclip is in; `isLongEnough` once the recorder has said so with beeps.
  case pressed(since: Timestamp, isLongEnough: Bool)
}
