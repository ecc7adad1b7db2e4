extension RecorderSnapshot {
  /// The channels whose cameras refuse the recorder, 1, 2, 3 ….
  public var refusedChannels: [Int] {
    cameras.channels.indices.filter { cameras.channels[$0] == .wrongPassword }.map { $0 + 1 }
  }

  private func problem(signingInTo channel: Int) -> CameraProblem? {
    guard cameras.channels.indices.contains(channel - 1) else { return .noSuchChannel(channel) }
    guard profile.cameras != nil else { return .asksForNothing }
    return cameras.channels[channel - 1] == .noSignal ? .doesNotAnswer(channel) : nil
  }

  fileprivate func problem(signingInTo channels: [Int]) -> CameraProblem? {
    channels.lazy.compactMap { problem(signingInTo: $0) }.first
  }
}

extension RecorderState {
  /// Signs in to cameras; one that lets the recorder in shows its picture and is recorded again.
  ///
  /// A camera that shows its picture already keeps the sign-in that works.
  mutating func signInToCameras(
    _ channels: [Int], as user: String, _ password: Secret, _ turn: inout Turn
  ) {
    guard isAllowed(.camera, &turn) else { return }
    if let problem = snapshot.problem(signingInTo: channels) {
      return refuse(.camera(problem), &turn)
    }
    let open = channels.filter { snapshot.profile.camera(of: $0, opensFor: user, password) }
    var states = snapshot.cameras.channels
    for channel in open { states[channel - 1] = .live }
    if states != snapshot.cameras.channels { emit(.cameras(.channelsChanged(states)), &turn) }
    for channel in channels {
      log(open.contains(channel) ? .cameraOpened(channel) : .cameraRefused(channel), &turn)
    }
    updateRecording(&turn)
    let refused = channels.filter { !open.contains($0) }
    if !refused.isEmpty { refuse(.camera(.refused(refused)), &turn) }
  }

  /// The cable of a camera is pulled out of its socket or put in.
  mutating func plugCamera(_ channel: Int, _ isIn: Bool, _ turn: inout Turn) {
    guard snapshot.cameras.channels.indices.contains(channel - 1) else { return }
    var cameras = snapshot.cameras.unplugged
    var states = snapshot.cameras.channels
    if let place = cameras.firstIndex(where: { $0.channel == channel }) {
      guard isIn else { return }
      states[channel - 1] = cameras.remove(at: place).was
    } else {
      guard !isIn, states[channel - 1] != .noSignal else { return }
      cameras.append(
        UnpluggedCamera(channel: channel, since: turn.now, was: states[channel - 1]))
      states[channel - 1] = .noSignal
      endToldMotion(channel, &turn)
    }
    emit(.cameras(.unplugged(cameras)), &turn)
    emit(.cameras(.channelsChanged(states)), &turn)
    if snapshot.power == .running { updateRecording(&turn) }
  }

  /// Somebody covers a camera's lens, or takes off what covers it: the picture is black, and nothing
  /// is seen to move.
  mutating func coverCamera(_ channel: Int, _ isOn: Bool, _ turn: inout Turn) {
    var cameras = snapshot.cameras.unplugged
    var states = snapshot.cameras.channels
    guard states.indices.contains(channel - 1) else { return }
    let (from, to): (ChannelState, ChannelState) = isOn ? (.live, .covered) : (.covered, .live)
    if let place = cameras.firstIndex(where: { $0.channel == channel }) {
      guard cameras[place].was == from else { return }
      cameras[place].was = to
      return emit(.cameras(.unplugged(cameras)), &turn)
    }
    guard states[channel - 1] == from else { return }
    states[channel - 1] = to
    if isOn { endToldMotion(channel, &turn) }
    emit(.cameras(.channelsChanged(states)), &turn)
    if snapshot.power == .running { updateRecording(&turn) }
  }

  private mutating func endToldMotion(_ channel: Int, _ turn: inout Turn) {
    guard
      snapshot.cameras.motions.contains(where: { $0.channel == channel && $0.ended == nil })
    else { return }
    emit(.cameras(.motionEnded(channel: channel, at: turn.now)), &turn)
    endAlarm(.motion(channel), &turn)
  }
}
