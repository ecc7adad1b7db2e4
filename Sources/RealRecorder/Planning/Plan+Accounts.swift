import ONVIFMessages
import RecorderEngine

/// Commands about accounts.
extension Plan {
  /// An account that is to be made.
  static func adding(
    _ details: AccountDetails, _ password: NewPassword, knowing telling: Telling
  ) throws(Unfit) -> Plan {
    guard !details.name.text.isEmpty else { throw Unfit(.account(.nameEmpty)) }
    if let longest = telling.limits[.usernameLength], details.name.text.count > longest {
      throw Unfit(.account(.nameTooLong(came: details.name.text.count, longest: longest)))
    }
    guard telling.user(details.name) == nil else { throw Unfit(.account(.nameTaken(details.name))) }
    guard details.email.isEmpty, details.remark.isEmpty else {
      throw Unfit(.told(Sentences.nameAndLevelOnly))
    }
    guard let level = level(of: details.group) else { throw Unfit(.told(Sentences.noSuchLevel)) }
    try check(password, knowing: telling)
    return Plan(
      steps: [.createUser(UserSetting(details.name, password: password.password, level: level))],
      readings: [.users], check: .hasAccount(details.name, level))
  }

  /// An account that is to go.
  static func removing(
    _ name: AccountName, by own: AccountName?, knowing telling: Telling
  ) throws(Unfit) -> Plan {
    guard let user = telling.user(name) else { throw Unfit(.account(.noSuchAccount(name))) }
    guard name != own else { throw Unfit(.told(Sentences.notOwnAccount)) }
    guard !telling.isLastAdministrator(user) else {
      throw Unfit(.told(Sentences.lastAdministrator))
    }
    return Plan(steps: [.deleteUser(user.name)], readings: [.users], check: .hasNoAccount(name))
  }

  /// A password that is to be set; its level goes with it, as it was read or as somebody chose.
  static func settingPassword(
    of name: AccountName, _ password: NewPassword, level chosen: UserLevel? = nil,
    knowing telling: Telling
  ) throws(Unfit) -> Plan {
    guard let user = telling.user(name) else { throw Unfit(.account(.noSuchAccount(name))) }
    guard let level = chosen ?? user.level?.known else { throw Unfit(.told(Sentences.levelUntold)) }
    guard level == .administrator || !telling.isLastAdministrator(user) else {
      throw Unfit(.told(Sentences.lastAdministrator))
    }
    try check(password, knowing: telling)
    return Plan(
      steps: [.setUser(UserSetting(user.name, password: password.password, level: level))],
      readings: [.users], check: .opens(name))
  }

  private static func check(
    _ password: NewPassword, knowing telling: Telling
  ) throws(Unfit) {
    guard password.password.matches(password.again) else {
      throw Unfit(.password(.notTheSameTwice))
    }
    // An empty one clears it on some devices.
    guard !password.password.isEmpty else {
      throw Unfit(.password(.tooShort(came: 0, shortest: 1, level: .low)))
    }
    // A limit that is not told is known once it is refused.
    if let longest = telling.limits[.passwordLength], longest > 0, password.password.count > longest
    {
      throw Unfit(.password(.tooLong(came: password.password.count, longest: longest)))
    }
  }

  /// The level that a group stands for; nil: none.
  static func level(of group: String) -> UserLevel? {
    [.administrator, .operator, .user].first { $0.rawValue == group }
  }
}

extension Telling {
  /// Whether nobody else could change anything.
  fileprivate func isLastAdministrator(_ user: DeviceUser) -> Bool {
    let all = (users.value ?? []).filter { $0.level?.known == .administrator }
    return user.level?.known == .administrator && all.count == 1
  }
}
