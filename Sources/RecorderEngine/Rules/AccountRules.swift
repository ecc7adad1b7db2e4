extension RecorderState {
  /// Does what is asked for about the accounts.
  mutating func obey(_ command: AccountCommand, _ turn: inout Turn) {
    switch command {
    case .changePassword(let current, let new): changePassword(current, new, &turn)
    case .setPassword(let name, let new, let group):
      setPassword(of: name, new, into: group, &turn)
    case .setQuestions(let questions, let current): setQuestions(questions, current, &turn)
    case .add(let details, let password): addAccount(details, password, &turn)
    case .change(let name, let change): changeAccount(name, change, &turn)
    case .remove(let name): removeAccount(name, &turn)
    }
  }

  mutating func addAccount(
    _ details: AccountDetails, _ password: NewPassword, _ turn: inout Turn
  ) {
    guard isAllowed(.accounts, &turn) else { return }
    if let group = snapshot.group(details.group), !isWithinOwn(group, &turn) { return }
    guard mayAdd(details, password, &turn) else { return }
    store(details, password.password, &turn)
  }

  /// Whether an account can be added, with so many before it that will be.
  mutating func mayAdd(
    _ details: AccountDetails, _ password: NewPassword, after others: Int = 0, _ turn: inout Turn
  ) -> Bool {
    let most = snapshot.profile.accounts.most.value
    guard snapshot.accounts.count + others < most else {
      refuse(.account(.tooMany(most: most)), &turn)
      return false
    }
    if let problem = problem(withName: details.name) ?? problem(withDetails: details) {
      refuse(.account(problem), &turn)
      return false
    }
    let level = snapshot.requiredPasswordLevel
    return isAcceptable(password, for: details.name, level: level, &turn)
  }

  /// Takes an account in.
  mutating func store(_ details: AccountDetails, _ password: Secret, _ turn: inout Turn) {
    credentials[details.name] = .sealed(turn.seal(password))
    keepReadable(password, of: details.name, &turn)
    let summary = AccountSummary(
      name: details.name, group: details.group,
      password: .set(snapshot.profile.passwords.level(of: password) ?? .low),
      passwordSince: turn.now, email: details.email, remark: details.remark)
    emit(.accounts(.added(summary)), &turn)
    log(.accountAdded(details.name), &turn)
  }

  /// Takes an account out.
  mutating func drop(_ name: AccountName, _ turn: inout Turn) {
    credentials[name] = nil
    answers[name] = nil
    readable?[name] = nil
    if name == snapshot.session?.account { endSession(.accountGone, &turn) }
    emit(.accounts(.removed(name)), &turn)
    log(.accountRemoved(name), &turn)
  }

  mutating func changeAccount(
    _ name: AccountName, _ change: AccountChange, _ turn: inout Turn
  ) {
    guard isAllowed(.accounts, &turn) else { return }
    guard var account = snapshot.account(name) else {
      return refuse(.account(.noSuchAccount(name)), &turn)
    }
    guard mayBecome(change, account, &turn) else { return }
    account.name = change.name ?? account.name
    account.group = change.group ?? account.group
    account.isEnabled = change.isEnabled ?? account.isEnabled
    if name == .admin, let email = change.email, email != account.email {
      // A code on its way to the old address opens nothing any more.
      codes.issued[.email] = nil
    }
    account.email = change.email ?? account.email
    account.remark = change.remark ?? account.remark
    if account.name != name {
      credentials[account.name] = credentials.removeValue(forKey: name)
      answers[account.name] = answers.removeValue(forKey: name)
      let moved = readable?.removeValue(forKey: name)
      readable?[account.name] = moved
    }
    emit(.accounts(.changed(name, account)), &turn)
    log(.accountChanged(account.name), &turn)
    dropUnentitledRemoteSessions(&turn)
  }

  /// Whether an account may be changed so.
  mutating func mayBecome(
    _ change: AccountChange, _ account: AccountSummary, _ turn: inout Turn
  ) -> Bool {
    if let problem = problem(with: change, of: account) {
      refuse(.account(problem), &turn)
      return false
    }
    guard isWithinOwn(account, &turn) else { return false }
    return change.group.flatMap(snapshot.group).map { isWithinOwn($0, &turn) } ?? true
  }

  /// Whether an account may do no more than oneself; admin's own account aside.
  mutating func isWithinOwn(_ account: AccountSummary, _ turn: inout Turn) -> Bool {
    guard account.name != actor(turn), let group = snapshot.group(account.group) else {
      return true
    }
    return isWithinOwn(group, &turn)
  }

  mutating func removeAccount(_ name: AccountName, _ turn: inout Turn) {
    guard isAllowed(.accounts, &turn), mayRemove(name, &turn) else { return }
    drop(name, &turn)
    dropUnentitledRemoteSessions(&turn)
  }

  /// Whether whoever acts may take the account out, as far as it goes by the account; refuses
  /// otherwise.
  mutating func mayRemove(_ name: AccountName, _ turn: inout Turn) -> Bool {
    guard let account = snapshot.account(name) else {
      refuse(.account(.noSuchAccount(name)), &turn)
      return false
    }
    guard name != .admin else {
      refuse(.account(.adminIsFixed), &turn)
      return false
    }
    guard name != actor(turn) else {
      refuse(.account(.notYourself), &turn)
      return false
    }
    return isWithinOwn(account, &turn)
  }

  /// What is wrong with a change; `admin` keeps its name, group and place, and nobody shuts
  /// themselves out.
  private func problem(
    with change: AccountChange, of account: AccountSummary
  ) -> AccountProblem? {
    let isAdmin = account.name == .admin
    if isAdmin, (change.name ?? account.name) != account.name { return .adminIsFixed }
    if isAdmin, (change.group ?? account.group) != account.group { return .adminIsFixed }
    if isAdmin, change.isEnabled == false { return .adminIsFixed }
    let isSelf = account.name == snapshot.session?.account
    if isSelf, change.isEnabled == false { return .notYourself }
    if isSelf, (change.group ?? account.group) != account.group { return .notYourself }
    if let name = change.name, name != account.name,
      let problem = problem(withName: name, besides: account.name)
    {
      return problem
    }
    return problem(
      withDetails: AccountDetails(
        name: account.name, group: change.group ?? account.group,
        email: change.email ?? account.email, remark: change.remark ?? account.remark))
  }

  /// What is wrong with a name; the account that has the name `old` now may take one like it.
  private func problem(
    withName name: AccountName, besides old: AccountName? = nil
  ) -> AccountProblem? {
    let longest = snapshot.profile.accounts.longestName.value
    if name.text.isEmpty { return .nameEmpty }
    if name.text.count > longest {
      return .nameTooLong(came: name.text.count, longest: longest)
    }
    if name.text.hasUnprintable { return .nameUnprintable }
    let letters = snapshot.profile.accounts.nameLetters.value
    if let other = name.text.first(where: { !letters.holds($0) }) {
      return .nameLetter(String(other), letters)
    }
    // Two names that differ only in capitals would be one on paper.
    let other = snapshot.accounts.first {
      $0.name != old && $0.name.text.lowercased() == name.text.lowercased()
    }
    return other.map { .nameTaken($0.name) }
  }

  private func problem(withDetails details: AccountDetails) -> AccountProblem? {
    let longest = snapshot.profile.accounts.longestRemark.value
    guard snapshot.group(details.group) != nil else {
      return .noSuchGroup(details.group)
    }
    if details.remark.count > longest {
      return .remarkTooLong(came: details.remark.count, longest: longest)
    }
    if details.remark.hasUnprintable { return .nameUnprintable }
    return details.email.isEmpty || details.email.isLikelyEmail ? nil : .emailUnlikely
  }
}

extension String {
  /// Whether the text has the shape of a mail address: something, one `@`, a host with a dot.
  public var isLikelyEmail: Bool {
    let halves = split(separator: "@", omittingEmptySubsequences: false)
    guard halves.count == 2, !halves[0].isEmpty, count <= 254 else { return false }
    guard !contains(where: { $0.isWhitespace || $0.isUnprintable }) else { return false }
    let labels = halves[1].split(separator: ".", omittingEmptySubsequences: false)
    return labels.count >= 2 && labels.allSatisfy { !$0.isEmpty }
  }
}
