extension PasswordProfile {
  /// The highest level whose rule the password meets; nil where it does not even meet the lowest.
  public func level(of password: Secret) -> PasswordLevel? {
    PasswordLevel.allCases.last { problem(with: password, at: $0) == nil }
  }

  /// What keeps the password from a level, or nil.
  public func problem(with password: Secret, at level: PasswordLevel) -> PasswordProblem? {
    let rule = rule(for: level)
    if password.count > longest.value {
      return .tooLong(came: password.count, longest: longest.value)
    }
    if password.count < rule.shortest {
      return .tooShort(came: password.count, shortest: rule.shortest, level: level)
    }
    return password.revealed { text in
      guard !text.hasUnprintable else { return .unprintable }
      let lacks = rule.needs.filter { kind in !text.contains { kind.holds($0) } }
      return lacks.isEmpty ? nil : .lacks(lacks, level: level)
    }
  }
}

extension String {
  /// Whether a control or format character is in it. Most text is decided by its bytes.
  public var hasUnprintable: Bool {
    !utf8.allSatisfy { (0x20..<0x7F).contains($0) } && contains(where: \.isUnprintable)
  }
}

extension Character {
  /// Whether the character is a control or format character, which no name or password holds.
  public var isUnprintable: Bool {
    unicodeScalars.contains { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
        .unassigned:
        true
      default: false
      }
    }
  }
}

extension RecorderState {
  mutating func changePassword(_ current: Secret, _ new: NewPassword, _ turn: inout Turn) {
    guard let name = snapshot.session?.account else { return refuse(.signInNeeded, &turn) }
    guard isCurrent(current, of: name, &turn) else { return }
    let level = snapshot.requiredPasswordLevel
    guard isAcceptable(new, for: name, level: level, &turn) else { return }
    keep(new.password, for: name, &turn)
    log(.passwordChanged(name), &turn)
    if snapshot.session?.owesNewPassword == true { emit(.session(.passwordRenewed), &turn) }
  }

  /// Sets another account's password, and its group: both or neither.
  mutating func setPassword(
    of name: AccountName, _ new: NewPassword, into group: String?, _ turn: inout Turn
  ) {
    guard isAllowed(.accounts, &turn) else { return }
    guard let account = snapshot.account(name) else {
      return refuse(.account(.noSuchAccount(name)), &turn)
    }
    // One's own password asks for the current one, and admin's is nobody else's to set.
    guard name != snapshot.session?.account else { return refuse(.account(.notYourself), &turn) }
    guard name != .admin else { return refuse(.account(.adminIsFixed), &turn) }
    let change = AccountChange(group: group)
    guard mayBecome(change, account, &turn) else { return }
    let level = snapshot.requiredPasswordLevel
    guard isAcceptable(new, for: name, level: level, &turn) else { return }
    keep(new.password, for: name, &turn)
    log(.passwordChanged(name), &turn)
    if group != nil { changeAccount(name, change, &turn) }
  }

  /// Whether the current password was typed. Wrong ones count towards the lock-out, which ends
  /// the session: an open menu is no place to guess.
  mutating func isCurrent(_ current: Secret, of name: AccountName, _ turn: inout Turn) -> Bool {
    if opens(name, current, turn) {
      failures.removeAll { $0.name == name }
      return true
    }
    countFailure(of: name, refusal: { _ in .wrongCurrentPassword }, &turn)
    if snapshot.lockOut(of: name) != nil { endSession(.lockedOut, &turn) }
    return false
  }

  mutating func isAcceptable(
    _ new: NewPassword, for name: AccountName, level: PasswordLevel, mayStay: Bool = false,
    _ turn: inout Turn
  ) -> Bool {
    guard let problem = problem(with: new, for: name, level: level, turn),
      !(mayStay && problem == .sameAsBefore)
    else { return true }
    refuse(.password(problem), &turn)
    return false
  }

  private func problem(
    with new: NewPassword, for name: AccountName, level: PasswordLevel, _ turn: Turn
  ) -> PasswordProblem? {
    guard new.password.matches(new.again) else { return .notTheSameTwice }
    if let problem = snapshot.profile.passwords.problem(with: new.password, at: level) {
      return problem
    }
    return opens(name, new.password, turn) ? .sameAsBefore : nil
  }

  /// Takes a new password into the account.
  mutating func keep(_ password: Secret, for name: AccountName, _ turn: inout Turn) {
    guard var account = snapshot.account(name) else { return }
    if isDefault(password), name == .admin {
      credentials[name] = .factoryDefault
      readable?[name] = nil
      account.password = .factoryDefault
      account.passwordSince = nil
    } else {
      credentials[name] = .sealed(turn.seal(password))
      readable?[name] = nil
      keepReadable(password, of: name, &turn)
      account.password = .set(snapshot.profile.passwords.level(of: password) ?? .low)
      account.passwordSince = turn.now
    }
    emit(.accounts(.changed(name, account)), &turn)
  }
}
