import RecorderEngine

extension TestProfile {
  /// How signing in goes.
  public static func signIn(
    _ password: String, tries: Int, lockOut: LockOutLength, restartEnds: Bool,
    session: Interval = .minutes(5)
  ) -> SignInProfile {
    SignInProfile(
      defaultPassword: Sourced(password, .reported), tries: Sourced(tries, .reported),
      lockOut: Sourced(lockOut, .reported), restartEndsLockOut: Sourced(restartEnds, .assumed),
      sessionTime: Sourced(session, .assumed))
  }

  /// What passwords must look like.
  public static func passwords(longest: Int, required: PasswordLevel) -> PasswordProfile {
    PasswordProfile(
      longest: Sourced(longest, .reported),
      low: Sourced(PasswordRule(shortest: 1, needs: []), .documented),
      middle: Sourced(PasswordRule(shortest: 8, needs: [.letter, .digit]), .documented),
      high: Sourced(PasswordRule(shortest: 9, needs: CharacterKind.allCases), .documented),
      required: Sourced(required, .assumed), requiredAfterRecovery: Sourced(.high, .reported))
  }

  /// The ways back in.
  public static func recovery(
    questions: Int, tries: Int, pause: Interval, codeLength: Int
  ) -> RecoveryProfile {
    let limit = Sourced(TryLimit(tries: tries, pause: pause), .assumed)
    let catalogue = [
      "Where were you born?", "What was your first pet called?", "Which was your first car?",
      "Who taught you to read?",
    ]
    return RecoveryProfile(
      securityQuestions: SecurityQuestionsProfile(
        count: Sourced(questions, .assumed), longestAnswer: Sourced(24, .assumed), limit: limit,
        catalogue: Sourced(catalogue, .assumed)),
      email: mailedCode(from: "1.4.12", limit),
      dynamicPassword: DynamicPasswordProfile(length: Sourced(codeLength, .assumed), limit: limit),
      newPasswordTime: Sourced(.minutes(5), .reported))
  }

  /// How the reset button answers.
  public static func resetButton(
    hold: Interval, longest: Interval?, scope: [Store], camerasLoseAccess: Bool
  ) -> ResetButtonProfile {
    ResetButtonProfile(
      hold: Sourced(hold, .reported), longestHold: longest.map { Sourced($0, .assumed) },
      beeps: Sourced(2, .reported), scope: Sourced(scope, .reported),
      camerasLoseAccess: Sourced(camerasLoseAccess, .assumed),
      writeTime: Sourced(.seconds(3), .assumed))
  }

  static let accounts = AccountProfile(
    most: Sourced(6, .assumed), longestName: Sourced(16, .assumed),
    nameLetters: Sourced(.plain, .assumed),
    longestRemark: Sourced(32, .assumed),
    groups: Sourced(
      [
        Group(name: "Administrator", local: .all, remote: .all),
        Group(
          name: "Advanced",
          local: Permissions([
            .live, .playback, .camera, .record, .alarm, .disk, .network, .system, .log,
          ]), remote: Permissions([.live, .playback])),
        Group(name: "Ordinary", local: Permissions([.live, .playback])),
      ], .documented), mostGroups: Sourced(5, .assumed), mostAddresses: Sourced(3, .assumed))

  /// What System > Maintenance has: a newer and an older firmware, and one of another model.
  public static func maintenance(
    _ model: String, wizard: SetupNeed = .none, upgradeTime: Interval = .seconds(60)
  ) -> MaintenanceProfile {
    MaintenanceProfile(
      wizard: Sourced(wizard, .assumed), upgradeTime: Sourced(upgradeTime, .assumed),
      firmwareFiles: Sourced(
        [
          FirmwareFile(
            name: "newer.sw", model: model, version: .known("1.4.12"), remark: "E-mail recovery"),
          FirmwareFile(name: "same.sw", model: model, version: .known("1.4.2"), remark: "Same"),
          FirmwareFile(
            name: "other.sw", model: "OTHER-1", version: .known("2.0.0"), remark: "Other"),
        ], .assumed))
  }

  static let recording = RecordingProfile(
    daysKept: Sourced(14, .assumed),
    quality: Sourced(["low": 40, "high": 100, "highest": 150], .assumed),
    bitRate: Sourced(2_000, .assumed))

  static let health = DiskHealthProfile(
    powerOnHours: Sourced(1_000, .assumed), starts: Sourced(20, .assumed),
    reallocated: Sourced(0, .assumed), temperature: Sourced(35, .assumed),
    limits: Sourced(
      DiskLimits(powerOnHours: 1_002, starts: 22, reallocated: 5, temperature: 60), .assumed))

  /// Cameras of a network, where a reset shuts them out.
  static let cameras = CamerasProfile(
    user: Sourced("admin", .assumed), password: Sourced("Camera-Pass1", .assumed))

  /// A camera that turns, with limits that no step meets by itself.
  public static let turning = PTZProfile(
    protocolName: "PELCO-D", address: 7, baudRate: 4_800, pan: -250...350, tilt: -130...90,
    zoom: 250, steps: CameraSteps(slow: 10, normal: 100, fast: 300), presets: 3)

  static let channels = [
    ChannelProfile(name: "Driveway", scene: "driveway", ptz: Sourced(turning, .assumed)),
    ChannelProfile(name: "Porch", scene: "porch"),
    ChannelProfile(name: "Store room", scene: nil),
  ]

  static let settings = [
    SettingDefinition(
      key: .deviceName, store: .system, kind: .text(longest: 12),
      initial: Sourced("DVR", .assumed)),
    SettingDefinition(
      key: "system.language", store: .system, kind: .choice(["English", "Hebrew"]),
      initial: Sourced("English", .assumed)),
    SettingDefinition(
      key: "network.address", store: .network, kind: .address,
      initial: Sourced("192.168.1.88", .reported)),
    SettingDefinition(
      key: "network.port", store: .network, kind: .number(lowest: 1, highest: 65_535, unit: ""),
      initial: Sourced("80", .reported)),
    SettingDefinition(
      key: "network.dhcp", store: .network, kind: .toggle, initial: Sourced("off", .assumed)),
    SettingDefinition(
      key: .passwordLevel, store: .system, kind: .choice(["profile", "low", "middle", "high"]),
      initial: Sourced("profile", .assumed)),
    SettingDefinition(
      key: .passwordExpiry, store: .system, kind: .choice(["never", "30 days", "60 days"]),
      initial: Sourced("never", .documented)),
    SettingDefinition(
      key: .dualCheck, store: .system, kind: .toggle, initial: Sourced("off", .assumed)),
    SettingDefinition(
      key: .channelName(1), store: .cameras, kind: .text(longest: 16),
      initial: Sourced("Driveway", .assumed)),
  ]
}

extension TestProfile {
  /// Settings of the clock, as the shipped recorders have them.
  public static let clockSettings = [
    setting(.timeZone, .choice(["GMT-3:30", "GMT", "GMT+2", "GMT+3"]), "GMT+2"),
    setting("system.daylightSaving", .toggle, "off"),
    setting("system.daylightBegin", .text(longest: 32), "last Sunday of March 02:00"),
    setting("system.daylightEnd", .text(longest: 32), "last Sunday of October 03:00"),
    setting("system.ntp", .toggle, "off"),
    setting("system.ntpServer", .text(longest: 40), "time.example"),
    setting("system.ntpInterval", .number(lowest: 1, highest: 168, unit: "h"), "24"),
    setting("system.autoRestart", .toggle, "off"),
    setting("system.autoRestartDay", .text(longest: 12), "every day"),
    setting("system.autoRestartTime", .time, "03:30"),
    setting("disk.expiry", .number(lowest: 0, highest: 365, unit: "days"), "0"),
    setting(.recordQuality, .choice(["low", "high", "highest"]), "high"),
    setting(.bitRate(1), .number(lowest: 500, highest: 8_000, unit: "kbps"), "2000"),
    setting("network.gateway", .address, "192.168.1.1"),
    setting("alarm.networkLost", .toggle, "on"),
    setting("alarm.buzzer", .toggle, "on"),
    setting("alarm.buzzerTime", .number(lowest: 1, highest: 600, unit: "s"), "10"),
    setting("alarm.motionBuzzer", .toggle, "off"),
    setting("alarm.sensor1", .choice(["off", "normally open", "normally closed"]), "off"),
    setting("alarm.sensorTime", .number(lowest: 1, highest: 300, unit: "s"), "10"),
    setting("alarm.output", .toggle, "off"),
    setting("alarm.outputTime", .number(lowest: 1, highest: 600, unit: "s"), "20"),
    setting("alarm.combination", .toggle, "off"),
    setting("alarm.combinationFirst", .choice(["motion 1", "sensor 1"]), "motion 1"),
    setting("alarm.combinationSecond", .choice(["motion 1", "sensor 1"]), "sensor 1"),
    setting("alarm.combinationTime", .number(lowest: 1, highest: 60, unit: "s"), "10"),
    setting("alarm.offlineTime", .number(lowest: 1, highest: 60, unit: "s"), "10"),
    setting("alarm.illegalSignIn", .toggle, "off"),
    setting("alarm.push", .toggle, "off"),
    setting("alarm.email", .toggle, "off"),
    setting("alarm.emailInterval", .number(lowest: 1, highest: 60, unit: "min"), "5"),
    setting("network.cloud", .toggle, "on"),
    setting("network.mailServer", .text(longest: 40), ""),
    setting("network.mailRecipient1", .text(longest: 40), ""),
    setting(.ptz(1), .toggle, "on"),
    setting(.ptzProtocol(1), .choice(["PELCO-D", "PELCO-P"]), "PELCO-D"),
    setting(.ptzAddress(1), .number(lowest: 1, highest: 255, unit: ""), "7"),
    setting(.ptzBaudRate(1), .choice(["4800", "9600"]), "4800"),
    setting(.ptz(2), .toggle, "off"), setting(.ptz(3), .toggle, "on"),
    setting(.motionSensitivity(1), .number(lowest: 0, highest: 8, unit: ""), "6"),
    setting(.motionSensitivity(2), .number(lowest: 0, highest: 8, unit: ""), "6"),
  ]

  private static func setting(
    _ key: SettingKey, _ kind: SettingKind, _ value: String
  ) -> SettingDefinition {
    let stores: [Substring: Store] = ["network": .network, "camera": .cameras]
    return SettingDefinition(
      key: key, store: stores[key.text.prefix { $0 != "." }] ?? .system, kind: kind,
      initial: Sourced(value, .assumed))
  }
}
