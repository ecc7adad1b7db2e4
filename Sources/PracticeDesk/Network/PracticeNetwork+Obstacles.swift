import RecorderEngine

extension PracticeNetwork {
  /// What keeps a device from obeying before any password is tried.
  func obstacle(at device: KnownDevice, to act: RemoteAct, at now: Timestamp) -> JobOutcome? {
    if device.presence != .online { return .noAnswer }
    if act != .changeAddress, device.hasConflict { return .addressConflict }
    if device.isLocked(at: now) { return .locked }
    return act != .setPassword && device.access == .notActivated ? .notActivated : nil
  }

  /// Why a device does not take this firmware; nil: it does.
  func problem(with choice: FirmwareChoice, for device: KnownDevice) -> JobOutcome? {
    guard let file = file(choice, for: device.model) else {
      return choice == .newest ? .notNewer : .otherModel
    }
    return device.details.map { $0.firmware < file.version } == true ? nil : .notNewer
  }

  /// The file on the laptop that a choice means for devices of a model; nil: none is for them.
  func file(_ choice: FirmwareChoice, for model: String) -> FirmwareFile? {
    let files = laptop.files.lazy.filter { $0.model == model }
    return switch choice {
    case .file(let name): files.first { $0.name == name }
    case .newest: files.max { $0.version < $1.version }
    }
  }
}
