/// A practice recorder: its snapshot and what only the device knows.
public struct RecorderState: Equatable, Sendable, Codable {
  /// All that somebody outside can know of it.
  public internal(set) var snapshot: RecorderSnapshot
  var credentials: [AccountName: Credential]
  var answers: [AccountName: [SealedAnswer]]
  /// Passwords that a digest can be checked against; nil: none is kept.
  var readable: [AccountName: EncryptedSecret]?
  /// Wrong passwords in a row, by the name that was typed.
  var failures: [FailedTries]
  /// Wrong proofs in a row, by method.
  var recoveryFailures: [RecoveryMethod: Int]
  /// The codes, and the screens that they were made for.
  var codes = CodeRegister()
  /// When mails with codes were asked for within the last 24 hours.
  var mailsAsked: [RecoveryMethod: [Timestamp]] = [:]
  /// The start after which the wizard came last where it comes at every one; nil: it never did.
  var wizardStart: Timestamp?
  /// What left the recorder with the last command, for whoever carries it.
  public internal(set) var outgoing: [Outgoing] = []

  /// A recorder in factory state, running and recording since before `now`.
  public init(profile: RecorderProfile, now: Timestamp) {
    let admin = RecorderState.factoryAdmin(of: profile)
    snapshot = RecorderSnapshot(
      boxedProfile: Boxed(profile), power: .running, session: nil, accounts: [admin],
      groups: profile.accounts.groups.value,
      setup: RecorderState.factorySetup(of: profile), firmware: profile.identity.firmware,
      lockOuts: [],
      recovery: .closed, recoveryPauses: [],
      settings: Settings(
        Dictionary(
          profile.settings.map { ($0.key, $0.initial.value) }, uniquingKeysWith: { $1 })),
      resetButton: .released,
      cameras: CameraStanding(
        channels: profile.channels.map { $0.scene == nil ? .noSignal : .live }),
      recordings: .none, log: OperationLog(capacity: profile.log.capacity.value))
    credentials = [.admin: RecorderState.factoryCredential(of: profile)]
    answers = [:]
    failures = []
    recoveryFailures = [:]
    snapshot.startedAt = now
    let since = (now - .days(Int64(profile.recording.daysKept.value))).startOfDay
    for channel in recordingChannels {
      snapshot.recordings.begin(
        channel: channel, at: since, because: .always, weight: snapshot.weight(of: channel),
        clockOffset: .zero)
    }
    snapshot.cameras.watches = snapshot.watches(since: since)
    snapshot.disk.fullAt = snapshot.diskFullTime(at: now)
    windClock(at: now)
  }

  /// Where there is no default password nobody knows one before the wizard has set it.
  static func factoryCredential(of profile: RecorderProfile) -> Credential {
    profile.signIn.defaultPassword == nil ? .lost : .factoryDefault
  }

  static func factoryAdmin(of profile: RecorderProfile) -> AccountSummary {
    AccountSummary(
      name: .admin, group: profile.accounts.groups.value.first?.name ?? "Administrator",
      password: .factoryDefault)
  }

  /// The channels that record, 1, 2, 3 …: those with a camera that can be seen.
  var recordingChannels: [Int] {
    snapshot.cameras.channels.indices.filter { snapshot.cameras.channels[$0] == .live }.map {
      $0 + 1
    }
  }
}

/// How an account's password is kept.
enum Credential: Equatable, Sendable, Codable {
  /// As the profile says; it is printed in the manual and needs no sealing.
  case factoryDefault
  case sealed(SealedSecret)
  /// Nobody knows it any more: nothing opens it.
  case lost
}

/// A security question with its answer, unreadable.
struct SealedAnswer: Equatable, Sendable, Codable {
  let question: String
  let answer: SealedSecret
}

/// Wrong passwords in a row for one typed name, known to the recorder or not.
struct FailedTries: Equatable, Sendable, Codable {
  let name: AccountName
  var count: Int
}

extension RecorderState {
  /// The log, which whoever keeps the recorder keeps apart from the rest.
  public var operationLog: OperationLog { snapshot.log }

  /// The profile's settings, which never change, and are kept apart as well.
  public var settingDefinitions: [SettingDefinition] { snapshot.profile.settings }

  /// The recorder with what was kept apart put back, or taken out to be kept.
  public func with(
    log: OperationLog, settingDefinitions: [SettingDefinition]
  ) -> RecorderState {
    var state = self
    state.snapshot.log = log
    state.snapshot.boxedProfile.value.settings = settingDefinitions
    return state
  }
}
