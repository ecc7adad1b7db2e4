extension RecorderState {
  /// Does what is asked for about the groups.
  mutating func obey(_ command: GroupCommand, _ turn: inout Turn) {
    switch command {
    case .add(let name, let original): addGroup(name, copyOf: original, &turn)
    case .change(let name, let group): changeGroup(name, group, &turn)
    case .remove(let name): removeGroup(name, &turn)
    }
  }

  /// Makes a group with the permissions of another one.
  mutating func addGroup(_ name: String, copyOf original: String, _ turn: inout Turn) {
    guard isAllowed(.accounts, &turn) else { return }
    guard var group = snapshot.group(original) else {
      return refuse(.account(.noSuchGroup(original)), &turn)
    }
    let most = snapshot.profile.accounts.mostGroups.value
    guard snapshot.groups.count < most else {
      return refuse(.account(.tooManyGroups(most: most)), &turn)
    }
    if let problem = problem(withGroupName: name) { return refuse(.account(problem), &turn) }
    guard isWithinOwn(group, &turn) else { return }
    group.name = name
    group.isBuiltIn = false
    emit(.accounts(.groupsChanged(snapshot.groups + [group])), &turn)
    log(.groupAdded(name), &turn)
  }

  /// Changes what a group may do, or its name; its accounts go along.
  mutating func changeGroup(_ name: String, _ changed: Group, _ turn: inout Turn) {
    guard isAllowed(.accounts, &turn) else { return }
    guard let place = changeableGroup(name, &turn) else { return }
    guard name != snapshot.ownGroup?.name else {
      return refuse(.account(.notYourself), &turn)
    }
    if changed.name != name, let problem = problem(withGroupName: changed.name, besides: name) {
      return refuse(.account(problem), &turn)
    }
    guard isWithinOwn(snapshot.groups[place], &turn), isWithinOwn(changed, &turn) else { return }
    var groups = snapshot.groups
    groups[place] = changed
    groups[place].isBuiltIn = false
    emit(.accounts(.groupsChanged(groups)), &turn)
    if changed.name != name {
      for var account in snapshot.accounts where account.group == name {
        account.group = changed.name
        emit(.accounts(.changed(account.name, account)), &turn)
      }
    }
    log(.groupChanged(changed.name), &turn)
    dropUnentitledRemoteSessions(&turn)
  }

  mutating func removeGroup(_ name: String, _ turn: inout Turn) {
    guard isAllowed(.accounts, &turn) else { return }
    guard let place = changeableGroup(name, &turn) else { return }
    guard isWithinOwn(snapshot.groups[place], &turn) else { return }
    let users = snapshot.accounts.count { $0.group == name }
    guard users == 0 else { return refuse(.account(.groupInUse(name, accounts: users)), &turn) }
    var groups = snapshot.groups
    groups.remove(at: place)
    emit(.accounts(.groupsChanged(groups)), &turn)
    log(.groupRemoved(name), &turn)
  }

  /// Whether a group has nothing that one's own lacks: nobody gives away more than they have.
  mutating func isWithinOwn(_ group: Group, _ turn: inout Turn) -> Bool {
    guard let own = snapshot.group(of: actor(turn)), !own.covers(group) else { return true }
    refuse(.account(.beyondYou(group.name)), &turn)
    return false
  }

  private mutating func changeableGroup(_ name: String, _ turn: inout Turn) -> Int? {
    guard let place = snapshot.groups.firstIndex(where: { $0.name == name }) else {
      refuse(.account(.noSuchGroup(name)), &turn)
      return nil
    }
    guard !snapshot.groups[place].isBuiltIn else {
      refuse(.account(.groupIsFixed(name)), &turn)
      return nil
    }
    return place
  }

  /// What is wrong with a group's name, or nil.
  func problem(withGroupName name: String, besides old: String? = nil) -> AccountProblem? {
    let longest = snapshot.profile.accounts.longestName.value
    if name.isEmpty { return .nameEmpty }
    if name.count > longest { return .nameTooLong(came: name.count, longest: longest) }
    if name.hasUnprintable { return .nameUnprintable }
    let other = snapshot.groups.first {
      $0.name != old && $0.name.lowercased() == name.lowercased()
    }
    return other.map { .groupTaken($0.name) }
  }
}
