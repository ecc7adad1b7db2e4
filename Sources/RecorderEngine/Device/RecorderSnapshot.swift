/// All that somebody outside can know of a recorder.
public struct RecorderSnapshot: Equatable, Sendable, Codable {
  public internal(set) var profile: RecorderProfile
  public internal(set) var power: PowerPhase
  public internal(set) var session: Session?
  public internal(set) var accounts: [AccountSummary]
  /// The built-in groups and those that somebody made.
  public internal(set) var groups: [Group]
  public internal(set) var accessList = AccessList()
  /// Who is signed in from elsewhere, oldest first.
  public internal(set) var remoteSessions: [RemoteSession] = []
  public internal(set) var setup: SetupPhase
  /// The firmware that runs; upgrades change it.
  public internal(set) var firmware: FirmwareVersion
  public internal(set) var lockOuts: [LockOut]
  public internal(set) var recovery: RecoveryPhase
  public internal(set) var recoveryPauses: [RecoveryPause]
  /// The app account that has the recorder.
  public internal(set) var binding: CloudBinding?
  /// The QR code of Network > App, while it is shown.
  public internal(set) var bindingOffer: BindingOffer?
  /// Until when a code that the app asked for lives.
  public internal(set) var appCodeUntil: Timestamp?
  /// The address of the client software that has the recorder.
  public internal(set) var clientEmail: String?
  public internal(set) var settings: Settings
  /// How far the recorder's own clock is from the time around it.
  public internal(set) var clockOffset: Interval
  /// How daylight saving stands.
  public internal(set) var summerTime = SummerTimeState(isOn: false, changesAt: nil)
  /// Whether the cable of the network is in.
  public internal(set) var hasNetworkLink = true
  public internal(set) var disk = DiskState.recording
  public internal(set) var diskWear = DiskWear()
  /// When the disk will be full as things go; nil: never.
  public internal(set) var diskFullAt: Timestamp?
  /// When the recorder last came up.
  public internal(set) var startedAt: Timestamp?
  /// When the clock was last compared with the network's, where it is.
  public internal(set) var clockCheckedAt: Timestamp?
  /// When the hours of the recording schedule were last looked at, where they count.
  public internal(set) var scheduleCheckedAt: Timestamp?
  /// What moves in front of the cameras, and what has just moved.
  public internal(set) var motions: [Motion] = []
  /// What goes on, and what nobody has seen yet; one for each cause, oldest first.
  public internal(set) var alarms: [Alarm] = []
  /// Until when the buzzer sounds; nil: it is quiet.
  public internal(set) var buzzerUntil: Timestamp?
  /// Until when the relay at the back panel is on; nil: off.
  public internal(set) var alarmOutputUntil: Timestamp?
  /// When an alarm was last told by e-mail.
  public internal(set) var alarmMailedAt: Timestamp?
  public internal(set) var combination = CombinationProgress()
  /// The contacts at the back panel that are closed, in order.
  public internal(set) var closedContacts: [Int] = []
  public internal(set) var unpluggedCameras: [UnpluggedCamera] = []
  /// The address that another device of the network uses as well.
  public internal(set) var rivalAddress: String?
  public internal(set) var resetButton: ResetButton
  public internal(set) var channels: [ChannelState]
  public internal(set) var recordings: Recordings
  public internal(set) var log: OperationLog

  /// What the recorder's clock shows when around it the time is `now`.
  public func deviceTime(at now: Timestamp) -> Timestamp { now + clockOffset }

  public func account(_ name: AccountName) -> AccountSummary? {
    accounts.first { $0.name == name }
  }

  public func lockOut(of name: AccountName) -> LockOut? {
    lockOuts.first { $0.name == name }
  }

  /// Whether whoever is signed in may do this; false while nobody is.
  public func allows(_ right: Right) -> Bool { ownGroup?.local.allows(right) ?? false }

  /// The same for one channel, 1, 2, 3 …
  public func allows(_ right: Right, channel: Int) -> Bool {
    ownGroup?.local.allows(right, channel: channel) ?? false
  }

  /// The group of that name, or nil.
  public func group(_ name: String) -> Group? { groups.first { $0.name == name } }

  /// The group of whoever is signed in at the recorder.
  public var ownGroup: Group? {
    session.flatMap { account($0.account) }.flatMap { group($0.group) }
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
  public internal(set) var account: AccountName
  public let since: Timestamp
  /// What the recorder's clock showed then.
  public let shownSince: Timestamp
  /// The last sign of life: the session time counts from here.
  public var lastSeen: Timestamp
  /// The password has expired: nothing else happens until there is a new one.
  public var owesNewPassword: Bool

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
  public var name: AccountName
  public var group: String
  public var isEnabled: Bool
  public var password: PasswordStanding
  /// When the password was set; nil where it is the factory's.
  public var passwordSince: Timestamp?
  /// How many security questions are set.
  public var questions: Int
  public var email: String
  public var remark: String

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
}

/// An account that takes no password for now.
public struct LockOut: Equatable, Sendable, Codable {
  public let name: AccountName
  /// nil: until the recorder restarts.
  public let until: Timestamp?

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

  public let method: RecoveryMethod
  public let until: Timestamp
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

/// What a video input shows.
public enum ChannelState: String, Equatable, Sendable, Codable {
  case live, noSignal, wrongPassword
}
