/// What somebody elsewhere does to accounts, under the rules of the menu: nobody gives away more than
/// they have, and admin's password is nobody else's to set.
extension RecorderState {
  /// Takes all the accounts in or none.
  mutating func addRemotely(_ accounts: [RemoteAccount], _ turn: inout Turn) {
    var seen: Set<String> = []
    var fit: [(details: AccountDetails, password: Secret)] = []
    for account in accounts {
      guard seen.insert(account.name.text.lowercased()).inserted else {
        return refuse(.account(.nameTaken(account.name)), &turn)
      }
      guard let group = groupToGive(account.level, &turn) else { return }
      let details = AccountDetails(name: account.name, group: group.name)
      let password = account.password ?? Secret("")
      guard mayAdd(details, NewPassword(typedOnce: password), after: fit.count, &turn) else {
        return
      }
      fit.append((details, password))
    }
    for account in fit { store(account.details, account.password, &turn) }
  }

  /// The first group whose accounts may do just so much from elsewhere, where that is no more than
  /// whoever acts may; refuses otherwise.
  private mutating func groupToGive(_ level: RemoteLevel, _ turn: inout Turn) -> Group? {
    guard let group = snapshot.groups.first(where: { $0.remoteLevel == level }) else {
      refuse(.account(.noSuchGroup("\(level)")), &turn)
      return nil
    }
    return isWithinOwn(group, &turn) ? group : nil
  }

  /// Gives all the accounts their passwords and levels, or none.
  mutating func changeRemotely(_ accounts: [RemoteAccount], _ turn: inout Turn) {
    var fit: [(account: RemoteAccount, group: Group?)] = []
    for account in accounts {
      guard let known = snapshot.account(account.name) else {
        return refuse(.account(.noSuchAccount(account.name)), &turn)
      }
      let isMoved = account.level != snapshot.remoteLevel(of: known.name)
      guard mayChange(known, isMoved: isMoved, account.password, &turn) else { return }
      let group = isMoved ? groupToGive(account.level, &turn) : nil
      guard !isMoved || group != nil else { return }
      fit.append((account, group))
    }
    for change in fit { store(change.account, group: change.group, &turn) }
    dropUnentitledRemoteSessions(&turn)
  }

  private mutating func mayChange(
    _ known: AccountSummary, isMoved: Bool, _ password: Secret?, _ turn: inout Turn
  ) -> Bool {
    let isOwn = known.name == actor(turn)
    if known.name == .admin, isMoved || password != nil && !isOwn {
      refuse(.account(.adminIsFixed), &turn)
      return false
    }
    if isOwn, isMoved {
      refuse(.account(.notYourself), &turn)
      return false
    }
    guard isWithinOwn(known, &turn) else { return false }
    guard let password else { return true }
    return isAcceptable(
      NewPassword(typedOnce: password), for: known.name, level: snapshot.requiredPasswordLevel,
      mayStay: true, &turn)
  }

  private mutating func store(_ account: RemoteAccount, group: Group?, _ turn: inout Turn) {
    if let password = account.password {
      keep(password, for: account.name, &turn)
      log(.passwordChanged(account.name), &turn)
    }
    guard let group, var known = snapshot.account(account.name) else { return }
    known.group = group.name
    emit(.accounts(.changed(known.name, known)), &turn)
    log(.accountChanged(known.name), &turn)
  }

  /// Takes all the accounts out or none.
  mutating func removeRemotely(_ names: [AccountName], _ turn: inout Turn) {
    for name in names { guard mayRemove(name, &turn) else { return } }
    var seen: Set<AccountName> = []
    for name in names where seen.insert(name).inserted { drop(name, &turn) }
    dropUnentitledRemoteSessions(&turn)
  }
}
