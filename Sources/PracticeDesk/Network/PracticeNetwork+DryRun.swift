import RecorderEngine

extension PracticeNetwork {
  /// Says what a job would do, without doing it or trying a password.
  func rehearse(_ request: JobRequest, at now: Timestamp) -> Rehearsal {
    Rehearsal(
      act: request.order.act, targets: request.targets,
      foresights: request.targets.enumerated().map { place, number in
        foresight(of: number, request.order, place, at: now)
      }, addresses: request.order.addresses, versions: versions(for: request, at: now))
  }

  /// The version that each target would get; empty where no firmware is installed.
  private func versions(for request: JobRequest, at now: Timestamp) -> [FirmwareVersion?] {
    guard case .upgrade(let choice) = request.order else { return [] }
    return request.targets.map { number in
      known(number, at: now).flatMap { file(choice, for: $0.model) }?.version
    }
  }

  /// What an order would do to the target of that number, at its place among the others.
  func foresight(
    of number: Int, _ order: DeviceOrder, _ place: Int, at now: Timestamp
  ) -> Foresight {
    guard let member = member(number) else { return .fails(.noAnswer) }
    let device = known(member, at: now)
    if let obstacle = obstacle(at: device, to: order.act, at: now) { return .fails(obstacle) }
    if device.access == .notActivated { return .activates }
    if member.turnsLaptopAway { return .fails(.refused) }
    if let address = order.address(of: place), !isFree(address, for: device) {
      return .fails(.addressTaken)
    }
    if case .upgrade(let choice) = order, let problem = problem(with: choice, for: device) {
      return .fails(problem)
    }
    return device.isAtLastTry ? .lastTry : .ready
  }
}
