import Foundation
import ONVIFMessages
import RecorderEngine

/// What happens at a stand-in device, for whoever fetches it.
struct StandInEvents: Sendable {
  /// What each subscription still has to tell, by its path.
  var queues: [String: [EventMessage]] = [:]
  /// How everything is.
  var states: [EventMessage] = []
  var lastNumber = 0
}

/// A fetch that waits for something to happen.
struct StandInFetch: Sendable {
  let operation: PullMessages
  let path: String
  let until: Date
}

/// Wakes who waits for something to happen.
final class StandInNews: Sendable {
  private let condition = NSCondition()

  func note() { condition.withLock { condition.broadcast() } }

  /// Waits until something is noted, or a moment has passed: it may have been noted just before.
  func waitForMore() {
    condition.withLock { _ = condition.wait(until: Date(timeIntervalSinceNow: 0.02)) }
  }
}

extension StandInState {
  /// Something happens, and is told to all who have subscribed; `isLasting`: to whoever subscribes
  /// later as well.
  public mutating func tell(_ message: EventMessage, isLasting: Bool = false) {
    for path in events.queues.keys { events.queues[path]?.append(message) }
    if isLasting {
      events.states.append(
        EventMessage(
          path: message.path, at: message.at, operation: .known(.initialized),
          source: message.source, data: message.data))
    }
  }

  /// Forgets all subscriptions, as by a restart.
  public mutating func forgetSubscriptions() { events.queues = [:] }

  /// How many subscriptions there are.
  public var subscriptions: Int { events.queues.count }

  mutating func told(_ call: ONVIFCall, at path: String) -> StandInAnswer {
    guard habits.hasEvents else { return fault(.actionNotSupported) }
    if case .createPullPointSubscription(let operation) = call {
      events.lastNumber += 1
      let path = "/onvif/subscription?number=\(events.lastNumber)"
      events.queues[path] = events.states
      return StandInAnswer(
        body: operation.answer(PullPoint(address: url(path), now: clock, end: end)))
    }
    guard events.queues[path] != nil else { return fault(.unknownSubscription) }
    switch call {
    case .pullMessages(let operation):
      let wait = min(operation.timeout, habits.longestWait ?? operation.timeout)
      let until = Date(timeIntervalSinceNow: Double(wait.milliseconds) / 1_000)
      return fetched(StandInFetch(operation: operation, path: path, until: until))
    case .renew(let operation):
      habits.lifetime = .minutes(1)
      return StandInAnswer(body: operation.answer(RenewedSubscription(now: clock, end: end)))
    case .unsubscribe(let operation):
      events.queues[path] = nil
      return StandInAnswer(body: operation.answer(Done()))
    default: return fault(.actionNotSupported)
    }
  }

  private var end: Timestamp? { habits.lifetime.map { clock + $0 } }

  /// Whether it hangs up on a fetch that waits.
  mutating func dropsFetch() -> Bool {
    defer { habits.dropsFetchOnce = false }
    return habits.dropsFetchOnce
  }

  /// What a fetch finds by now; it may have to wait on.
  mutating func fetched(_ fetch: StandInFetch) -> StandInAnswer {
    guard !isGone, let queue = events.queues[fetch.path] else { return fault(.unknownSubscription) }
    guard !queue.isEmpty || Date() >= fetch.until else { return StandInAnswer(fetch: fetch) }
    events.queues[fetch.path] = []
    let pulled = PulledMessages(now: clock, end: end, messages: queue)
    return StandInAnswer(body: fetch.operation.answer(pulled))
  }
}
