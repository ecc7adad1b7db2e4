import ONVIFMessages
import RecorderEngine

/// What pull points answer.
extension PullPoints {
  /// Below it they are, by their numbers.
  static let path = "/onvif/subscription/"

  /// Answers an operation that is theirs; nil: it is none.
  func answer(
    _ incoming: IncomingRequest, _ view: DeviceView, _ point: Int?, look: @escaping Look
  ) async throws(StandardFault) -> [UInt8]? {
    let asked = incoming.addressing
    func own() throws(StandardFault) -> Int {
      // Where an address behind a router was told, it stands in the header only.
      let named = asked.to.flatMap { PullPoints.number(in: $0) }
      guard let id = point ?? named else { throw .unknownSubscription }
      return id
    }
    switch incoming.call {
    case .createPullPointSubscription(let operation):
      let made = try add(operation.filter, operation.termination, view, look: look)
      return operation.answer(
        PullPoint(
          address: view.base + PullPoints.path + String(made.id), now: view.time.utc,
          end: made.end), to: asked)
    case .pullMessages(let operation):
      let pulled = try await pull(try own(), operation)
      let now = (await look())?.time.utc ?? view.time.utc
      return operation.answer(
        PulledMessages(now: now, end: now + pulled.left, messages: pulled.messages), to: asked)
    case .setSynchronizationPoint(let operation):
      try synchronize(try own(), view)
      return operation.answer(Done(), to: asked)
    case .renew(let operation):
      let end = try renew(try own(), operation.termination, view)
      return operation.answer(RenewedSubscription(now: view.time.utc, end: end), to: asked)
    case .unsubscribe(let operation):
      try remove(try own())
      return operation.answer(Done(), to: asked)
    default: return nil
    }
  }

  private static func number(in address: String) -> Int? {
    guard let last = address.split(separator: "/").last, address.hasSuffix(path + last) else {
      return nil
    }
    return Int(last)
  }
}
