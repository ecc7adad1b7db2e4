extension SettingKey {
  /// Whether the recorder turns the camera of channel 1, 2, 3 ….
  public static func ptz(_ channel: Int) -> SettingKey { SettingKey("camera.\(channel).ptz") }
  /// The language in which it tells the camera to turn.
  public static func ptzProtocol(_ channel: Int) -> SettingKey {
    SettingKey("camera.\(channel).ptzProtocol")
  }
  /// The number that the camera is to hear to.
  public static func ptzAddress(_ channel: Int) -> SettingKey {
    SettingKey("camera.\(channel).ptzAddress")
  }
  /// How fast it speaks to the camera, in bits a second.
  public static func ptzBaudRate(_ channel: Int) -> SettingKey {
    SettingKey("camera.\(channel).ptzBaudRate")
  }
}

extension PTZProfile {
  /// Where a camera looks after one press of a key; at its limits it stays.
  public func view(
    after move: CameraMove, _ speed: CameraSpeed, from view: CameraView
  ) -> CameraView {
    var new = view
    // A camera that shows less turns less: the picture moves by the same part of itself.
    let turn = max(1, steps[speed] * 100 / view.zoom)
    let growth = max(1, view.zoom * steps[speed] / 1_000)
    switch move {
    case .left: new.pan -= turn
    case .right: new.pan += turn
    case .up: new.tilt -= turn
    case .down: new.tilt += turn
    case .zoomIn: new.zoom += growth
    case .zoomOut: new.zoom -= growth
    }
    new.pan = min(pan.upperBound, max(pan.lowerBound, new.pan))
    new.tilt = min(tilt.upperBound, max(tilt.lowerBound, new.tilt))
    new.zoom = min(zoom, max(CameraView.home.zoom, new.zoom))
    return new
  }
}

extension RecorderSnapshot {
  /// Where the camera of channel 1, 2, 3 … looks.
  public func view(of channel: Int) -> CameraView {
    cameras.turned.first { $0.channel == channel }?.view ?? .home
  }

  /// What the camera of a channel goes back to, by number.
  public func presets(of channel: Int) -> [CameraPreset] {
    cameras.turned.first { $0.channel == channel }?.presets ?? []
  }

  /// Why the recorder does not even try to turn the camera of a channel; nil where it tries.
  public func problem(turning channel: Int) -> CameraProblem? {
    guard cameras.channels.indices.contains(channel - 1) else { return .noSuchChannel(channel) }
    guard settings[.ptz(channel)] == "on" else { return .notTurned(channel) }
    return cameras.channels[channel - 1] == .live ? nil : .doesNotAnswer(channel)
  }

  /// The camera of a channel that hears what the recorder says, as the settings are; nil: none.
  func cameraThatHears(_ channel: Int) -> PTZProfile? {
    guard let camera = profile.ptz(of: channel),
      settings[.ptzProtocol(channel)] == camera.protocolName,
      settings[.ptzAddress(channel)] == "\(camera.address)",
      settings[.ptzBaudRate(channel)] == "\(camera.baudRate)"
    else { return nil }
    return camera
  }
}

extension RecorderProfile {
  /// How the camera of channel 1, 2, 3 … turns; nil where it does not.
  public func ptz(of channel: Int) -> PTZProfile? {
    hasCamera(channel) ? channels[channel - 1].ptz?.value : nil
  }
}

extension RecorderState {
  /// Has a camera turn, or go to one of its presets.
  mutating func obey(_ command: PTZCommand, _ turn: inout Turn) {
    let channel = command.channel
    guard isAllowed(.camera, &turn) else { return }
    if let problem = snapshot.problem(turning: channel) {
      return refuse(.camera(problem), &turn)
    }
    guard snapshot.allows(.live, channel: channel) else {
      return refuse(.notAllowed(.live), &turn)
    }
    guard let camera = snapshot.cameraThatHears(channel) else {
      return refuse(.camera(.doesNotTurn(channel)), &turn)
    }
    let view = snapshot.view(of: channel)
    switch command {
    case .turn(_, let move, let speed):
      turnCamera(channel, to: camera.view(after: move, speed, from: view), &turn)
    case .goHome: turnCamera(channel, to: .home, &turn)
    case .savePreset(let number, _):
      guard (1...camera.presets).contains(number) else {
        return refuse(.camera(.presetBeyond(most: camera.presets)), &turn)
      }
      let others = snapshot.presets(of: channel).filter { $0.number != number }
      keep(others + [CameraPreset(number: number, view: view)], of: channel, &turn)
      log(.presetSaved(number, channel: channel), &turn)
    case .goToPreset(let number, _):
      guard let preset = snapshot.presets(of: channel).first(where: { $0.number == number })
      else { return refuse(.camera(.noSuchPreset(number)), &turn) }
      turnCamera(channel, to: preset.view, &turn)
      log(.presetCalled(number, channel: channel), &turn)
    case .removePreset(let number, _):
      let others = snapshot.presets(of: channel).filter { $0.number != number }
      guard others.count < snapshot.presets(of: channel).count else {
        return refuse(.camera(.noSuchPreset(number)), &turn)
      }
      keep(others, of: channel, &turn)
      log(.presetRemoved(number, channel: channel), &turn)
    }
  }

  private mutating func turnCamera(_ channel: Int, to view: CameraView, _ turn: inout Turn) {
    guard view != snapshot.view(of: channel) else { return }
    let presets = snapshot.presets(of: channel)
    replace(TurnedCamera(channel: channel, view: view, presets: presets), &turn)
    // What moves may have come into its picture, or gone out of it.
    updateRecording(&turn)
  }

  private mutating func keep(
    _ presets: [CameraPreset], of channel: Int, _ turn: inout Turn
  ) {
    let sorted = presets.sorted { $0.number < $1.number }
    let view = snapshot.view(of: channel)
    replace(TurnedCamera(channel: channel, view: view, presets: sorted), &turn)
  }

  private mutating func replace(_ camera: TurnedCamera, _ turn: inout Turn) {
    let others = snapshot.cameras.turned.filter { $0.channel != camera.channel }
    let all = (others + [camera]).sorted { $0.channel < $1.channel }
    emit(.cameras(.turned(all)), &turn)
  }

  /// As from the factory every camera looks straight ahead, and knows no presets; the start that
  /// follows looks anew for what moves.
  mutating func turnCamerasHome(_ turn: inout Turn) {
    guard !snapshot.cameras.turned.isEmpty else { return }
    emit(.cameras(.turned([])), &turn)
  }
}

extension PTZCommand {
  /// The channel whose camera is meant.
  public var channel: Int {
    switch self {
    case .turn(let channel, _, _), .goHome(let channel), .savePreset(_, let channel),
      .goToPreset(_, let channel), .removePreset(_, let channel):
      channel
    }
  }
}
