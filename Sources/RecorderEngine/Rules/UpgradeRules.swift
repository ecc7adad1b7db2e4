extension RecorderState {
  /// Installs a firmware file: for a while nothing else happens, then the recorder restarts.
  mutating func upgrade(with name: String, _ approval: Approval, _ turn: inout Turn) {
    guard isAllowed(.maintenance, &turn) else { return }
    let rules = snapshot.profile.maintenance
    guard let file = rules.firmwareFiles.value.first(where: { $0.name == name }) else {
      return refuse(.upgrade(.noSuchFile(name)), &turn)
    }
    guard file.model == snapshot.profile.identity.model else {
      return refuse(.upgrade(.otherModel(file.model)), &turn)
    }
    guard snapshot.firmware < file.version else {
      return refuse(.upgrade(.notNewer(snapshot.firmware)), &turn)
    }
    guard isApproved(approval, &turn) else { return }
    log(.upgradeStarted(file.version), &turn)
    stop(.restarted, .restarted, &turn)
    let until = turn.now + rules.upgradeTime.value
    emit(
      .powerChanged(.upgrading(since: turn.now, until: until, to: file.version)), &turn)
  }

  /// The new firmware is in; from now on the recorder is that one. A power cut before leaves the
  /// old one.
  mutating func finishUpgrade(_ turn: inout Turn) {
    guard case .upgrading(_, _, let version) = snapshot.power else { return }
    emit(.firmwareChanged(version), &turn)
    log(.upgraded(version), &turn)
    beginStart(&turn)
  }
}
