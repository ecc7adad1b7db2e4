import RecorderEngine

extension TestProfile {
  /// A method whose code comes by e-mail.
  public static func mailedCode(
    from firmware: String, _ limit: Sourced<TryLimit>
  ) -> MailedCodeProfile {
    MailedCodeProfile(
      code: code(from: firmware, length: 6, limit), life: Sourced(.days(1), .reported),
      entryTime: Sourced(.minutes(5), .reported), mailsPerDay: Sourced(2, .reported))
  }

  static func code(
    from firmware: String, length: Int, _ limit: Sourced<TryLimit>
  ) -> CodeProfile {
    CodeProfile(
      minimumFirmware: Sourced(.known(firmware), .reported), length: Sourced(length, .assumed),
      limit: limit)
  }

  /// A recorder with every way back in, all set up; tries count for each by itself.
  public static let everyMethod = profile(
    "every-method", recovery: everyWay(), settings: clockSettings)

  /// The same, with tries that count for all methods together.
  public static let countingTogether = profile(
    "counting-together", recovery: everyWay(together: true), settings: clockSettings)

  /// The ways back in of a recorder that has them all, from its first firmware.
  public static func everyWay(
    tries: Int = 3, pause: Interval = .minutes(10), together: Bool = false
  ) -> RecoveryProfile {
    let limit = Sourced(TryLimit(tries: tries, pause: pause), .assumed)
    let some = recovery(questions: 2, tries: tries, pause: pause, codeLength: 10)
    return RecoveryProfile(
      securityQuestions: some.securityQuestions, email: mailedCode(from: "1.0", limit),
      dynamicPassword: some.dynamicPassword,
      qrCode: ScannedCodeProfile(
        code: code(from: "1.0", length: 8, limit), life: Sourced(.days(1), .reported),
        codesPerPicture: Sourced(2, .reported)),
      app: AppProfile(
        code: code(from: "1.0", length: 6, limit), life: Sourced(.minutes(10), .reported),
        offerTime: Sourced(.minutes(5), .assumed)),
      client: mailedCode(from: "1.0", limit),
      unlockCode: UnlockCodeProfile(
        code: code(from: "1.0", length: 10, limit), shownLength: Sourced(8, .assumed)),
      newPasswordTime: some.newPasswordTime, countsTogether: Sourced(together, .assumed))
  }
}
