import ONVIFMessages
import RecorderEngine
import Synchronization

/// The pull points of one device. While there are any, somebody looks at the recorder five times a
/// second; no thread waits for it.
final class PullPoints: Sendable {
  /// What looks at the recorder as it stands; nil: it does not answer.
  typealias Look = @Sendable () async -> DeviceView?

  private let state: Mutex<PullPointState>
  private let bounds: ServiceBounds

  init(_ bounds: ServiceBounds) {
    self.bounds = bounds
    state = Mutex(PullPointState(mostQueued: bounds.queuedEvents))
  }

  /// Begins to collect events for somebody: first how everything is.
  func add(
    _ filter: TopicFilter?, _ termination: Termination?, _ view: DeviceView, look: @escaping Look
  ) throws(StandardFault) -> (id: Int, end: Timestamp) {
    let lifetime = try length(termination, view)
    let topics = Set(EventTopic.allCases.filter { filter?.matches($0) ?? true })
    guard !topics.isEmpty else { throw .invalidFilter }
    let id: Int? = state.withLock { state in
      state.removeOld()
      guard state.points.count < bounds.subscriptions else { return nil }
      let id = state.add(PullPointState.Point(topics: topics, lifetime: lifetime))
      state.points[id]?.add(view.initialEvents, most: bounds.queuedEvents)
      if state.watch == nil { state.watch = EventWatch(view) }
      if state.task == nil { state.task = Task { [weak self] in await self?.watch(look) } }
      return id
    }
    guard let id else { throw .outOfMemory }
    return (id, view.time.utc + lifetime)
  }

  /// Has one end later; tells when.
  func renew(
    _ id: Int, _ termination: Termination, _ view: DeviceView
  ) throws(StandardFault) -> Timestamp {
    let lifetime = try length(termination, view)
    try change(id) { $0.end = .now + lifetime.duration }
    return view.time.utc + lifetime
  }

  /// Ends one.
  func remove(_ id: Int) throws(StandardFault) {
    let removed = state.withLock { state in
      let point = state.points.removeValue(forKey: id)
      state.wake { $0 == id }
      return point
    }
    if removed == nil { throw .unknownSubscription }
  }

  /// Has one tell anew how everything is.
  func synchronize(_ id: Int, _ view: DeviceView) throws(StandardFault) {
    let events = view.initialEvents
    try change(id) { $0.add(events, most: bounds.queuedEvents) }
    state.withLock { state in state.wake { $0 == id } }
  }

  /// Takes what has happened, and waits for something where nothing has. To fetch is a sign of life.
  func pull(
    _ id: Int, _ operation: PullMessages
  ) async throws(StandardFault) -> (messages: [EventMessage], left: Interval) {
    let patience = min(max(.zero, operation.timeout), bounds.pullTime)
    let deadline = ContinuousClock.now + patience.duration
    while true {
      var messages: [EventMessage] = []
      var left = Interval.zero
      try change(id) { point in
        messages = Array(point.queue.prefix(max(1, operation.limit)))
        point.queue.removeFirst(messages.count)
        point.touch()
        left = point.lifetime
      }
      let isOver = ContinuousClock.now >= deadline || Task.isCancelled
      if !messages.isEmpty || isOver { return (messages, left) }
      await waitForEvent(of: id, until: deadline)
    }
  }

  /// Waits until a pull point has something, is gone, or the time is over.
  private func waitForEvent(of id: Int, until deadline: ContinuousClock.Instant) async {
    let ticket = state.withLock { $0.nextTicket() }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let mustWait = state.withLock { state in
          // Something may have come since, and whoever was cancelled before waits for nothing.
          guard state.points[id]?.queue.isEmpty == true, !Task.isCancelled else { return false }
          let timer = Task { [weak self] in
            try? await Task.sleep(until: deadline)
            self?.endWait(ticket)
          }
          state.waiters[ticket] = PullPointState.Waiter(
            point: id, timer: timer, continuation: continuation)
          return true
        }
        if !mustWait { continuation.resume() }
      }
    } onCancel: {
      endWait(ticket)
    }
  }

  private func endWait(_ ticket: Int) { state.withLock { $0.endWait(ticket) } }

  /// Ends all of them.
  func end() {
    let task = state.withLock { state in
      state.removeAll()
      defer { state.task = nil }
      return state.task
    }
    task?.cancel()
  }

  private func change(
    _ id: Int, _ body: (inout PullPointState.Point) -> Void
  ) throws(StandardFault) {
    let isThere = state.withLock { state in
      state.removeOld()
      guard var point = state.points[id] else { return false }
      body(&point)
      state.points[id] = point
      return true
    }
    if !isThere { throw .unknownSubscription }
  }

  private func length(
    _ termination: Termination?, _ view: DeviceView
  ) throws(StandardFault) -> Interval {
    guard let termination else { return bounds.subscriptionTime }
    let length = termination.moment(now: view.time.utc) - view.time.utc
    guard length > .zero else { throw .unacceptableTime }
    return min(length, bounds.subscriptionTime)
  }

  private func watch(_ look: Look) async {
    while !Task.isCancelled {
      try? await Task.sleep(for: .milliseconds(200))
      let view = await look()
      let goesOn = state.withLock { state in
        state.removeOld()
        // A recorder that was off knows of none any more.
        if view == nil { state.removeAll() }
        guard let view, !state.points.isEmpty else {
          state.watch = nil
          state.task = nil
          return false
        }
        state.tell(state.watch?.changes(view) ?? [])
        return true
      }
      guard goesOn else { return }
    }
  }
}
