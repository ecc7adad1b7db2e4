extension SettingKey {
  /// Whether dangerous acts need a second person.
  public static let dualCheck: SettingKey = "security.dualCheck"
  /// The level that new passwords must reach; the profile's where a recorder has no such setting.
  public static let passwordLevel: SettingKey = "security.passwordLevel"
  /// After how many minutes without a key a user is signed out.
  public static let sessionTime: SettingKey = "security.sessionTime"
  /// After how many days a password has to be changed, or `never`.
  public static let passwordExpiry: SettingKey = "security.passwordExpiry"
}

extension RecorderSnapshot {
  /// Whether dangerous acts need a second person's password.
  public var checksTwice: Bool { settings[.dualCheck] == "on" }

  /// Without a key for so long, the recorder signs the user out: as the menu is set, or else as
  /// the profile says.
  public var sessionTime: Interval {
    settings.rules.sessionTime ?? profile.signIn.sessionTime.value
  }

  /// The level that new passwords must reach.
  public var requiredPasswordLevel: PasswordLevel {
    settings[.passwordLevel].flatMap(PasswordLevel.init) ?? profile.passwords.required.value
  }

  /// How long a password may be used; nil: for ever.
  public var passwordLife: Interval? {
    let words = settings[.passwordExpiry]?.split(separator: " ")
    return words?.first.flatMap { Int64($0) }.map { .days($0) }
  }

  /// When the account's password has to be changed; nil: never.
  public func passwordExpires(of account: AccountSummary) -> Timestamp? {
    guard let life = passwordLife else { return nil }
    return account.passwordSince.map { $0 + life }
  }
}

extension RecorderState {
  /// Whether a dangerous act is approved: by one's own password and, where the recorder checks
  /// twice, by that of another account that may manage users.
  mutating func isApproved(_ approval: Approval, _ turn: inout Turn) -> Bool {
    guard let own = snapshot.session?.account else {
      refuse(.signInNeeded, &turn)
      return false
    }
    guard isCurrent(approval.password, of: own, &turn) else { return false }
    guard snapshot.checksTwice else { return true }
    guard let second = approval.second, second.name != own else {
      refuse(.approval(.secondNeeded), &turn)
      return false
    }
    return isSecond(second, &turn)
  }

  private mutating func isSecond(_ second: Approval.Second, _ turn: inout Turn) -> Bool {
    if let lockOut = snapshot.lockOut(of: second.name) {
      refuse(.lockedOut(lockOut), &turn)
      return false
    }
    let account = snapshot.account(second.name)
    let mayManage = account.flatMap { snapshot.group($0.group) }?.allows(.accounts) ?? false
    let isRight = opens(second.name, second.password, turn)
    guard isRight, mayManage, account?.isEnabled == true else {
      // A wrong password here is a wrong password: it counts towards that account's lock-out.
      if !isRight { countFailure(of: second.name, &turn) }
      if snapshot.lockOut(of: second.name) == nil { refuse(.approval(.secondWrong), &turn) }
      return false
    }
    failures.removeAll { $0.name == second.name }
    return true
  }
}
