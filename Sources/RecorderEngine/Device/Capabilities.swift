/// What a command needs of a recorder; an adapter may be unable to reach some of it.
public enum Need: String, Sendable, CaseIterable {
  case signIn, passwords, accounts, groups, accessList, questions, recovery, cloud, remote
  case settings, clock, disk, cameras, alarms, recordings, log
  case setup, upgrade, configuration, factoryDefault, restart, shutDown
  /// A hand on the case: switch, cables, reset button.
  case hands
  /// Turning a camera, and its presets.
  case ptz
  /// What accounts have beside name, password and group: e-mail, remark, whether they may log in.
  case accountDetails
}

/// What a recorder may be unable to tell of itself.
public enum Part: String, Sendable, CaseIterable {
  case firmware, serialNumber, macAddress
  case accounts, groups, accessList, remoteSessions, binding
  /// The disk itself, its model with what is foreseen of it, and how it wears.
  case disk, diskDetails, diskWear
  /// What is recorded and when, and from when until when there is something at all.
  case recordings, recordingTimes, log
  /// What goes on, what was an alarm before, and what alarms have switched on.
  case alarms, alarmLog, alarmOutputs
  /// How the services of the network do.
  case services
}

/// Something that an adapter lacks, with a sentence that says why.
public struct Lack<What: Sendable>: Sendable {
  /// What it is.
  public let what: What
  /// A sentence.
  public let why: String

  /// Makes a lack.
  public init(_ what: What, why: String) {
    self.what = what
    self.why = why
  }
}

/// A certificate that somebody has looked at and trusts.
public struct KnownCertificate: Equatable, Sendable {
  /// Its SHA-256, as people compare it: `AB:CD:…`.
  public let fingerprint: String
  /// Since when it is trusted; nil: nobody has written that down.
  public let since: Timestamp?

  /// Makes one.
  public init(_ fingerprint: String, since: Timestamp? = nil) {
    self.fingerprint = fingerprint
    self.since = since
  }
}

/// What an adapter can do; the rest is greyed on screen, with the reason.
public struct Capabilities: Sendable {
  /// A practice recorder: SIMULATED on screen, and time may be let pass.
  public let isPractice: Bool
  /// What is missing.
  // Lists and no dictionaries: they are short, and a new kind of key costs a start 0.3 ms.
  public let missing: [Lack<Need>]
  /// What the recorder does not tell. The snapshot holds something in its place, which is never
  /// shown.
  public let unknown: [Lack<Part>]
  /// Why nothing may be changed; nil where it may.
  public let whyReadOnly: String?
  /// Whether pictures of its cameras are fetched; those of a practice recorder are painted.
  public let fetchesPictures: Bool
  /// Whether the laptop beside a real recorder reaches the network around it.
  public var reachesNetwork = false
  /// The certificate that it is known by; nil: its line is not encrypted, or it has none.
  public let certificate: KnownCertificate?

  /// Makes them; what is not named can be done and is told.
  public init(
    isPractice: Bool, missing: [Lack<Need>] = [], unknown: [Lack<Part>] = [],
    whyReadOnly: String? = nil, fetchesPictures: Bool = false, certificate: KnownCertificate? = nil
  ) {
    self.certificate = certificate
    self.fetchesPictures = fetchesPictures
    self.isPractice = isPractice
    self.missing = missing
    self.unknown = unknown
    self.whyReadOnly = whyReadOnly
  }

  /// A practice recorder can do everything.
  public static let practice = Capabilities(isPractice: true)

  /// Why a command cannot be given here; nil where it can.
  public func whyNot(_ command: RecorderCommand) -> String? {
    guard let need = command.need else { return nil }
    return whyNot(need, changes: command.changes)
  }

  /// Why something that needs this cannot be done here; nil where it can.
  public func whyNot(_ need: Need, changes: Bool = true) -> String? {
    missing.first { $0.what == need }?.why ?? (changes ? whyReadOnly : nil)
  }

  /// Why a part of the recorder is not known; nil where it is.
  public func whyUnknown(_ part: Part) -> String? { unknown.first { $0.what == part }?.why }
}

extension RecorderCommand {
  /// What the command needs; nil for what any recorder does.
  public var need: Need? {
    switch self {
    case .passTime, .session(.stayAwake): nil
    case .hands: .hands
    case .session(.signIn), .session(.signOut): .signIn
    case .recovery, .cloud(.startAppRecovery), .cloud(.requestClientMail): .recovery
    case .accounts(.changePassword), .accounts(.setPassword): .passwords
    case .accounts(.setQuestions): .questions
    case .accounts(.add), .accounts(.change), .accounts(.remove): .accounts
    case .groups: .groups
    case .remote(.setAccessList): .accessList
    case .remote(.signIn), .remote(.signOut), .remote(.disconnect), .remote(.obey),
      .remote(.call):
      .remote
    case .cloud(.offerBinding), .cloud(.bind), .cloud(.unbind), .cloud(.registerClient): .cloud
    case .maintenance(let command): command.need
    case .setUp: .setup
    case .changeSettings, .testService: .settings
    case .setClock: .clock
    case .signInToCameras: .cameras
    case .ptz: .ptz
    case .searchRecordings, .recordByHand: .recordings
    case .acknowledgeAlarms: .alarms
    case .readLog: .log
    }
  }

  /// Whether the recorder is another one afterwards: what only looks may be done on a site that
  /// nobody may change.
  public var changes: Bool {
    switch self {
    case .passTime, .session, .searchRecordings, .readLog, .acknowledgeAlarms, .testService,
      .maintenance(.exportConfiguration), .cloud(.offerBinding):
      false
    default: true
    }
  }
}

extension MaintenanceCommand {
  fileprivate var need: Need {
    switch self {
    case .factoryDefault: .factoryDefault
    case .upgrade: .upgrade
    case .exportConfiguration, .restoreConfiguration: .configuration
    case .formatDisk: .disk
    case .restart: .restart
    case .shutDown: .shutDown
    }
  }
}
