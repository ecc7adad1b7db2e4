extension RecorderState {
  /// Installs a firmware file: for a while nothing else happens, then the recorder restarts.
  mutating func upgrade(with name: String, _ approval: Approval, _ turn: inout Turn) {
    guard isAllowed(.maintenance, &turn) else { return }
    switch firmware(in: name) {
    case .failure(let problem): refuse(.upgrade(problem), &turn)
    case .success(let version):
      guard isApproved(approval, &turn) else { return }
      beginUpgrade(to: version, by: nil, &turn)
    }
  }

  /// What a firmware file brings, or why this recorder does not take it.
  func firmware(in name: String) -> Result<FirmwareVersion, UpgradeProblem> {
    let files = snapshot.profile.maintenance.firmwareFiles.value
    guard let file = files.first(where: { $0.name == name }) else {
      return .failure(.noSuchFile(name))
    }
    guard file.model == snapshot.profile.identity.model else {
      return .failure(.otherModel(file.model))
    }
    guard snapshot.firmware < file.version else { return .failure(.notNewer(snapshot.firmware)) }
    return .success(file.version)
  }

  /// Writes the new firmware, whoever asked for it; nil: whoever is signed in.
  mutating func beginUpgrade(
    to version: FirmwareVersion, by account: AccountName?, _ turn: inout Turn
  ) {
    log(.upgradeStarted(version), by: account, &turn)
    stop(.restarted, .restarted, &turn)
    let until = turn.now + snapshot.profile.maintenance.upgradeTime.value
    emit(.power(.changed(.upgrading(since: turn.now, until: until, to: version))), &turn)
  }

  /// The new firmware is in; from now on the recorder is that one. A power cut before leaves the
  /// old one.
  mutating func finishUpgrade(_ turn: inout Turn) {
    guard case .upgrading(_, _, let version) = snapshot.power else { return }
    emit(.power(.firmwareChanged(version)), &turn)
    log(.upgraded(version), &turn)
    beginStart(&turn)
  }
}
