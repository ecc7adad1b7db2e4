import RecorderEngine

extension PracticeNetwork {
  /// What keeps a device from obeying before any password is tried.
  func obstacle(_ number: Int, to act: RemoteAct, at now: Timestamp) -> JobOutcome? {
    let device = devices[number - 1]
    if !device.answers(at: now) { return .noAnswer }
    if act != .changeAddress, isShared(device.address) { return .addressConflict }
    if act != .setPassword, device.lock == .notActivated { return .notActivated }
    if let until = device.lockedUntil, now < until { return .locked }
    return nil
  }

  /// Why a device does not take this firmware; nil: it does.
  func problem(with choice: FirmwareChoice, for number: Int) -> JobOutcome? {
    let model = model(of: number)
    if case .file(let name) = choice {
      let file = profile.files.first { $0.name == name }
      // The desk's recorder brings files of its own, which are for no device of the network.
      guard file?.model == model.name else { return .otherModel }
    }
    let isNewest = devices[number - 1].firmware == model.newestPlace
    return isNewest ? .notNewer : nil
  }
}
