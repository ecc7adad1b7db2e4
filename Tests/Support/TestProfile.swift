import RecorderEngine

/// Recorder profiles built in code, each with other numbers, for tests over every profile.
public enum TestProfile {
  /// As the shipped classic recorder: questions and dynamic password, password-only reset.
  public static let classic = profile("classic")

  /// No way back in but the button, which takes everything except the recordings.
  public static let legacy = profile(
    "legacy",
    signIn: signIn("123456", tries: 4, lockOut: .time(.minutes(30)), restartEnds: false),
    passwords: passwords(longest: 12, required: .low),
    recovery: RecoveryProfile(
      securityQuestions: nil, email: nil, dynamicPassword: nil,
      newPasswordTime: Sourced(.minutes(5), .assumed)),
    resetButton: resetButton(
      hold: .seconds(5), longest: nil,
      scope: [.adminPassword, .accounts, .network, .system, .cameras], camerasLoseAccess: true))

  /// Three tries, then nothing but a restart helps; a reset takes accounts and system settings.
  public static let untilRestart = profile(
    "until-restart",
    signIn: signIn("admin", tries: 3, lockOut: .untilRestart, restartEnds: true),
    recovery: recovery(questions: 2, tries: 2, pause: .minutes(1), codeLength: 8),
    resetButton: resetButton(
      hold: .seconds(12), longest: .seconds(15), scope: [.accounts, .system],
      camerasLoseAccess: false))

  /// A blank default, the highest password level, and a reset that takes the footage as well.
  public static let strict = profile(
    "strict",
    signIn: signIn(
      "", tries: 6, lockOut: .time(.seconds(1_800)), restartEnds: false, session: .seconds(30)),
    passwords: passwords(longest: 20, required: .high),
    recovery: recovery(questions: 1, tries: 1, pause: .hours(1), codeLength: 12),
    resetButton: resetButton(
      hold: .seconds(10), longest: .seconds(10), scope: Store.allCases,
      camerasLoseAccess: true), settings: clockSettings)

  /// No default password: the start-up wizard comes first.
  public static let wizard = profile(
    "wizard",
    signIn: SignInProfile(
      defaultPassword: nil, tries: Sourced(5, .reported),
      lockOut: Sourced(.time(.minutes(10)), .reported),
      restartEndsLockOut: Sourced(false, .assumed), sessionTime: Sourced(.minutes(5), .assumed)),
    resetButton: resetButton(
      hold: .seconds(10), longest: nil, scope: [.adminPassword, .network],
      camerasLoseAccess: false), wizard: .required)

  /// Every one of them that has a default password.
  public static let all = [classic, legacy, untilRestart, strict]
  /// Those with security questions.
  public static let withQuestions = all.filter { $0.recovery.securityQuestions != nil }
  /// Those with a dynamic password.
  public static let withDynamicPassword = all.filter { $0.recovery.dynamicPassword != nil }

  /// A profile like the classic one, apart from what is given.
  public static func profile(
    _ id: String, model: String = "SH-8100A5-5L(MM)", signIn: SignInProfile? = nil,
    passwords: PasswordProfile? = nil, recovery: RecoveryProfile? = nil,
    resetButton: ResetButtonProfile? = nil, logCapacity: Int = 200,
    wizard: SetupNeed = .none, settings own: [SettingDefinition] = [], diskCapacity: Int = 100_000,
    channels ownChannels: [ChannelProfile]? = nil
  ) -> RecorderProfile {
    RecorderProfile(
      id: id, title: "A recorder for tests", summary: "", skin: .classic,
      identity: identity(model), channels: ownChannels ?? channels,
      power: PowerProfile(startTime: Sourced(.milliseconds(900), .assumed)),
      signIn: signIn
        ?? self.signIn("12345", tries: 5, lockOut: .time(.minutes(15)), restartEnds: true),
      passwords: passwords ?? self.passwords(longest: 16, required: .middle),
      accounts: accounts,
      recovery: recovery
        ?? self.recovery(questions: 3, tries: 5, pause: .minutes(30), codeLength: 10),
      resetButton: resetButton
        ?? self.resetButton(
          hold: .seconds(10), longest: nil, scope: [.adminPassword], camerasLoseAccess: false),
      recording: recording,
      log: LogProfile(capacity: Sourced(logCapacity, .assumed)),
      maintenance: maintenance(model, wizard: wizard),
      disk: DiskProfile(
        model: "WD", capacity: Sourced(diskCapacity, .assumed), rate: Sourced(10, .assumed),
        health: health),
      cameras: resetButton?.camerasLoseAccess.value == true ? cameras : nil,
      settings: settings + own)
  }

  private static func identity(_ model: String) -> Identity {
    Identity(
      model: model, firmware: .known("1.4.2"),
      macAddress: "00:18:AE:4C:11:2F", serialNumber: "N0018AE4C112F")
  }
}

extension FirmwareVersion {
  /// A version that stands in a test's own text.
  static func known(_ text: String) -> FirmwareVersion {
    guard let version = FirmwareVersion(text) else {
      preconditionFailure("\(text) is no firmware version")
    }
    return version
  }
}
