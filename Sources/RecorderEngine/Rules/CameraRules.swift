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
}
