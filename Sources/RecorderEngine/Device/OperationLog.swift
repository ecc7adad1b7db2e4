/// What the recorder remembers of what was done to it.
public struct OperationLog: Equatable, Sendable, Codable {
  /// Oldest first; when there are more than `capacity`, the oldest go.
  public private(set) var entries: [LogEntry]
  /// How many of the newest entries are always kept.
  public let capacity: Int
  /// The number that the next entry gets.
  public private(set) var nextNumber: Int

  /// Makes a log; left out, it is empty and counts from 1.
  public init(capacity: Int, entries: [LogEntry] = [], nextNumber: Int = 1) {
    self.capacity = capacity
    self.entries = entries
    self.nextNumber = nextNumber
  }

  mutating func append(_ entry: LogEntry) {
    entries.append(entry)
    nextNumber = entry.number + 1
    // The oldest go in blocks, so that a full log costs no copy for each entry.
    if entries.count >= capacity + max(1, capacity / 8) {
      entries.removeFirst(entries.count - capacity)
    }
  }
}

/// One line of the log.
public struct LogEntry: Equatable, Sendable, Codable {
  /// 1, 2, 3 … for the life of the recorder.
  public let number: Int
  /// By the recorder's own clock.
  public let time: Timestamp
  /// Who was signed in, or tried to.
  public let account: AccountName?
  /// What was done.
  public let action: LogAction

  /// Whether its time is known: a line in a real recorder's own words may have none.
  public var isTimed: Bool {
    if case .told = action { time != LogEntry.noTime } else { true }
  }

  /// What stands in the place of a time that was not told.
  public static let noTime = Timestamp(milliseconds: 0)

  /// Makes an entry; `account` is nil where nobody was signed in.
  public init(number: Int, time: Timestamp, account: AccountName?, action: LogAction) {
    self.number = number
    self.time = time
    self.account = account
    self.action = action
  }
}

/// What a line of the log is about.
public enum LogAction: Hashable, Sendable, Codable {
  case started
  case powerLost
  case restarted
  case shutDown
  case signedIn
  case signInFailed
  case signInWhileLocked
  case lockedOut
  case lockOutEnded
  case signedOut(SignOutReason)
  case recoveryOpened
  case recoveryFailed(RecoveryMethod)
  case recoveryPaused(RecoveryMethod)
  case recoveryGranted(RecoveryMethod)
  case passwordRecovered(RecoveryMethod)
  case recoveryMailAsked(RecoveryMethod)
  case appRecoveryStarted
  case cloudBound(String)
  case cloudUnbound
  case clientRegistered(String)
  case passwordChanged(AccountName)
  case questionsSet(AccountName)
  case accountAdded(AccountName)
  case accountChanged(AccountName)
  case accountRemoved(AccountName)
  case settingChanged(SettingKey)
  case clockChanged
  case resetByButton([Store])
  case resetInterrupted
  case recordingsSearched
  /// Somebody began to record channels 1, 2, 3 … by hand, or ended it.
  case recordedByHand([Int], Bool)
  case logRead
  case groupAdded(String)
  case groupChanged(String)
  case groupRemoved(String)
  case accessListChanged
  case remoteSignedIn(String)
  case remoteSignedOut(String)
  case remoteSignInBlocked(String)
  case remoteSignInFailed(String)
  case remoteSignInWhileLocked(String)
  /// A tool at this address ordered something as `admin`.
  case remoteOrder(RemoteAct, String)
  case setUp
  case factoryDefault([Store])
  case upgradeStarted(FirmwareVersion)
  case upgraded(FirmwareVersion)
  case upgradeInterrupted
  case configurationExported
  case configurationRestored
  case passwordExpired
  case alarm(AlarmCause)
  case alarmsSeen
  case clockSetByNetwork
  case autoRestarted
  case diskFormatted
  case summerTime(Bool)
  case timeServerSilent
  case networkLost
  case networkBack
  /// The camera of channel 1, 2, 3 … let the recorder in.
  case cameraOpened(Int)
  case cameraRefused(Int)
  /// A preset of the camera of a channel.
  case presetSaved(Int, channel: Int)
  case presetCalled(Int, channel: Int)
  case presetRemoved(Int, channel: Int)
  /// Somebody tried a service of the network.
  case serviceTested(NetworkService, worked: Bool)
  /// A line in the words of a recorder that is real.
  case told(String)
}

/// The kinds of log lines that a page can filter by.
public enum LogCategory: String, Sendable, CaseIterable {
  case power, signIn, recovery, accounts, settings, recordings, alarms
}

extension LogAction {
  /// The kind that a page of the log filters it under.
  public var category: LogCategory {
    switch self {
    case .started, .powerLost, .restarted, .shutDown, .resetByButton, .resetInterrupted,
      .factoryDefault,
      .autoRestarted,
      .upgradeStarted, .upgraded, .upgradeInterrupted:
      .power
    case .signedIn, .signInFailed, .signInWhileLocked, .lockedOut, .lockOutEnded, .signedOut,
      .remoteSignedIn, .remoteSignedOut, .remoteSignInBlocked, .remoteSignInFailed,
      .remoteSignInWhileLocked, .remoteOrder, .passwordExpired:
      .signIn
    case .recoveryMailAsked, .appRecoveryStarted, .recoveryOpened, .recoveryFailed, .recoveryPaused,
      .recoveryGranted,
      .passwordRecovered:
      .recovery
    case .passwordChanged, .questionsSet, .accountAdded, .accountChanged, .accountRemoved,
      .groupAdded, .groupChanged, .groupRemoved, .accessListChanged:
      .accounts
    case .cloudBound, .cloudUnbound, .clientRegistered, .settingChanged, .clockChanged,
      .clockSetByNetwork, .logRead, .setUp,
      .configurationExported,
      .configurationRestored, .summerTime, .timeServerSilent, .networkLost, .networkBack,
      .cameraOpened, .cameraRefused, .presetSaved, .presetCalled, .presetRemoved, .serviceTested,
      .told:
      .settings
    case .recordingsSearched, .recordedByHand: .recordings
    case .alarm, .alarmsSeen: .alarms
    case .diskFormatted: .recordings
    }
  }
}
