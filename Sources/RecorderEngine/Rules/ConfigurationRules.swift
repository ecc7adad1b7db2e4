extension RecorderState {
  /// Puts everything back into factory state but the recordings, and the network if it is kept.
  mutating func factoryDefault(
    keepsNetwork: Bool, _ approval: Approval, _ turn: inout Turn
  ) {
    guard isAllowed(.maintenance, &turn), isApproved(approval, &turn) else { return }
    returnToFactory(keepsNetwork: keepsNetwork, by: nil, &turn)
  }

  /// Goes back to factory state and starts again, whoever asked for it; nil: whoever is signed in.
  mutating func returnToFactory(keepsNetwork: Bool, by account: AccountName?, _ turn: inout Turn) {
    let stores: [Store] = Store.allCases.filter {
      $0 != .recordings && !(keepsNetwork && $0 == .network)
    }
    log(.factoryDefault(stores), by: account, &turn)
    restore(stores, &turn)
    emit(.power(.resetDone(stores)), &turn)
    beginRestart(&turn)
  }

  mutating func exportConfiguration(_ turn: inout Turn) {
    guard isAllowed(.maintenance, &turn) else { return }
    emit(.configurationExported(configuration), &turn)
    log(.configurationExported, &turn)
  }

  private var configuration: Configuration {
    Configuration(
      model: snapshot.profile.identity.model, firmware: snapshot.firmware,
      settings: snapshot.settings.values, groups: snapshot.groups.filter { !$0.isBuiltIn },
      accessList: snapshot.accessList)
  }

  /// Takes over a whole configuration, or nothing of it.
  mutating func restoreConfiguration(
    _ configuration: Configuration, _ approval: Approval, _ turn: inout Turn
  ) {
    guard isAllowed(.maintenance, &turn) else { return }
    if let problem = problem(with: configuration) {
      return refuse(.configuration(problem), &turn)
    }
    guard isApproved(approval, &turn) else { return }
    let used = Set(snapshot.accounts.map(\.group))
    let kept = snapshot.groups.filter { group in
      // Groups of the recorder that have accounts stay, or those would have none.
      !group.isBuiltIn && used.contains(group.name)
        && !configuration.groups.contains { $0.name == group.name }
    }
    let builtIn = snapshot.profile.accounts.groups.value
    emit(.accounts(.groupsChanged(builtIn + configuration.groups + kept)), &turn)
    emit(.remote(.accessListChanged(configuration.accessList)), &turn)
    emit(.settingsChanged(configuration.settings), &turn)
    log(.configurationRestored, &turn)
    beginRestart(&turn)
  }

  private func problem(with configuration: Configuration) -> ConfigurationProblem? {
    let profile = snapshot.profile
    guard configuration.model == profile.identity.model else {
      return .otherModel(configuration.model)
    }
    for (key, value) in configuration.settings.sorted(by: { $0.key.text < $1.key.text }) {
      guard let definition = profile.setting(key) else { return .wrongSetting(key, .unknown) }
      if let problem = definition.problem(with: value) { return .wrongSetting(key, problem) }
    }
    let builtIn = profile.accounts.groups.value.map { $0.name.lowercased() }
    let names = builtIn + configuration.groups.map { $0.name.lowercased() }
    if Set(names).count < names.count || names.count > profile.accounts.mostGroups.value {
      return .wrongGroup(configuration.groups.first?.name ?? "")
    }
    if let group = configuration.groups.first(where: { !isFit($0) }) {
      return .wrongGroup(group.name)
    }
    return problem(with: configuration.accessList).map { .wrongAddress($0.text) }
  }

  private func isFit(_ group: Group) -> Bool {
    let longest = snapshot.profile.accounts.longestName.value
    return !group.name.isEmpty && group.name.count <= longest && !group.isBuiltIn
      && !group.name.hasUnprintable
  }
}
