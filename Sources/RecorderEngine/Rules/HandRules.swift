extension RecorderState {
  /// Does what happens to the recorder from outside, whether it runs or not.
  mutating func obey(_ command: HandCommand, _ turn: inout Turn) {
    switch command {
    case .switchPower(let on): switchPower(on: on, &turn)
    case .pressResetButton: pressResetButton(&turn)
    case .releaseResetButton: releaseResetButton(&turn)
    case .connectDisk(let isIn): connectDisk(isIn, &turn)
    case .plugNetwork(let isIn): plugNetwork(isIn, &turn)
    case .plugCamera(let channel, let isIn): plugCamera(channel, isIn, &turn)
    case .coverCamera(let channel, let isOn): coverCamera(channel, isOn, &turn)
    case .moveContact(let sensor, let isClosed): moveContact(sensor, isClosed: isClosed, &turn)
    case .seeMotion(let channel, let isMoving): seeMotion(channel, isMoving, &turn)
    case .seeRival(let address): seeRival(at: address, &turn)
    case .slipClock(let interval): slipClock(by: interval, &turn)
    case .refuseAtCameras:
      loseCameraAccess(&turn)
      updateRecording(&turn)
    }
  }
}
