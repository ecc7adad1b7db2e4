import RecorderEngine

extension PracticeNetwork {
  /// Says what a job would do, without doing it or trying a password.
  ///
  /// `own` says what the desk's recorder would do, where it is one of the targets.
  func rehearse(
    _ request: JobRequest, own: Foresight, ownVersion: FirmwareVersion?, at now: Timestamp
  ) -> Rehearsal {
    let addresses = request.order.addresses
    var foresights: [Foresight] = []
    foresights.reserveCapacity(request.targets.count)
    for (place, number) in request.targets.enumerated() {
      let address = addresses.indices.contains(place) ? addresses[place] : nil
      foresights.append(
        number == KnownDevice.own
          ? own : foresight(number, request.order, address, at: now))
    }
    let versions: [FirmwareVersion?] =
      request.order.act == .upgrade
      ? request.targets.map { number in
        number == KnownDevice.own ? ownVersion : model(of: number).firmware.last
      } : []
    return Rehearsal(
      act: request.order.act, targets: request.targets, foresights: foresights,
      addresses: addresses, versions: versions)
  }

  private func foresight(
    _ number: Int, _ order: DeviceOrder, _ address: IPAddress?, at now: Timestamp
  ) -> Foresight {
    if let obstacle = obstacle(number, to: order.act, at: now) { return .fails(obstacle) }
    let device = devices[number - 1]
    if let address, address == device.address ? isShared(address) : isTaken(address) {
      return .fails(.addressTaken)
    }
    if case .upgrade(let choice) = order, let problem = problem(with: choice, for: number) {
      return .fails(problem)
    }
    if device.lock == .notActivated { return .activates }
    return device.failures >= profile.signIn.tries - 1 ? .lastTry : .ready
  }
}
