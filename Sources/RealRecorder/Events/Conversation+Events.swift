import ONVIFMessages
import RecorderEngine

/// A place where a device keeps what happens until somebody fetches it.
struct Subscription: Sendable {
  /// Where it is at the device.
  let path: String
  /// What each request to it has in its header.
  let addressing: Addressing
  /// Whether it is waited there for something to happen.
  var isWaitedAt = true
}

/// Fetching what a device has to tell, and waiting there for it (ONVIF Core, pull points).
extension Conversation {
  /// How long the device may wait for something to happen.
  static let patience = Interval.seconds(5)
  /// How long it keeps a subscription that nobody fetches from.
  static let lifetime = Interval.minutes(1)
  /// Has the device keep what happens from now on; nil: it knows no events. Throws `unsupported`
  /// where it does not let whoever is signed in listen.
  func subscribe() async throws(DeviceFault) -> Subscription? {
    guard let events = paths[.events] else { return nil }
    let asked = CreatePullPointSubscription(termination: .after(Conversation.lifetime))
    switch try await listen(asked) {
    case .answered(let point):
      let path = point.address.flatMap(Conversation.path) ?? events
      let address = Addressing(to: point.address, parameters: point.parameters)
      waitAnew()
      return Subscription(path: path, addressing: address)
    case .refused(let fault) where fault.code == "Receiver" && !fault.isNotSupported:
      throw .unreachable(Sentences.busy)
    case .status(let status) where status >= 500 || status == 408 || status == 429:
      throw .unreachable(Sentences.busy)
    case .refused, .status: return nil
    }
  }

  /// Fetches what has happened, and waits a while where nothing has; nil: the device does not know the
  /// subscription any more.
  func fetch(from subscription: Subscription) async throws(DeviceFault) -> PulledMessages? {
    let asked = PullMessages(timeout: Conversation.patience, limit: AlarmLedger.mostMessages)
    if case .answered(let pulled) = try await listen(asked, at: subscription) { return pulled }
    return nil
  }

  /// Has a subscription end later; false: the device does not.
  func renew(_ subscription: Subscription) async throws(DeviceFault) -> Bool {
    let asked = Renew(.after(Conversation.lifetime))
    if case .answered = try await listen(asked, at: subscription) { return true }
    return false
  }

  /// Ends a subscription, over the line of all others: the own one may still wait.
  func end(_ subscription: Subscription) async {
    var place = subscription
    place.isWaitedAt = false
    _ = try? await listen(Unsubscribe(), at: place)
  }

  /// Asks in the name of whoever is signed in: between two passwords nothing is asked.
  private func listen<Operation: ONVIFOperation>(
    _ operation: Operation, at place: Subscription? = nil
  ) async throws(DeviceFault) -> Reply<Operation.Answer> {
    guard !isHeldBack else { throw .heldBack }
    guard isProven else { throw .notConnected }
    let typed = timesTyped
    let reply = try await read(operation, at: place)
    guard case .refused(let fault) = reply, fault.isNotAuthorized else { return reply }
    throw typed == timesTyped ? .unsupported(Sentences.notAllowed) : .notConnected
  }
}
