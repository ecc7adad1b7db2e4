import ONVIFMessages
import RecorderEngine
import Synchronization

/// The pull points of one device. While there are any, somebody looks at the recorder five times a
/// second; no thread waits for it.
final class PullPoints: Sendable {
  fileprivate struct Point {
    let filter: TopicFilter?
    let lifetime: Interval
    /// By how long the service has been up: a clock that is set does not end it.
    var end: ContinuousClock.Instant
    var queue: [EventMessage] = []
  }

  fileprivate struct State {
    var points: [Int: Point] = [:]
    var next = 1
    var watch: EventWatch?
    var task: Task<Void, Never>?
  }

  /// What looks at the recorder as it stands; nil: it does not answer.
  typealias Look = @Sendable () async -> DeviceView?

  private let state = Mutex(State())
  private let bounds: ServiceBounds

  init(_ bounds: ServiceBounds) { self.bounds = bounds }

  /// Begins to collect events for somebody: first how everything is.
  func add(
    _ filter: TopicFilter?, _ termination: Termination?, _ view: DeviceView, look: @escaping Look
  ) throws(StandardFault) -> (id: Int, end: Timestamp) {
    let lifetime = try length(termination, view)
    let events = view.initialEvents.filter { filter?.matches($0.topic) ?? true }
    if let filter, !EventTopic.allCases.contains(where: filter.matches) { throw .invalidFilter }
    let id: Int? = state.withLock { state in
      state.removeOld()
      guard state.points.count < bounds.subscriptions else { return nil }
      let id = state.next
      state.next += 1
      state.points[id] = Point(
        filter: filter, lifetime: lifetime, end: .now + .milliseconds(lifetime.milliseconds),
        queue: events.map(\.message))
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
    try change(id) { $0.end = .now + .milliseconds(lifetime.milliseconds) }
    return view.time.utc + lifetime
  }

  /// Ends one.
  func remove(_ id: Int) throws(StandardFault) {
    let removed = state.withLock { $0.points.removeValue(forKey: id) }
    if removed == nil { throw .unknownSubscription }
  }

  /// Has one tell anew how everything is.
  func synchronize(_ id: Int, _ view: DeviceView) throws(StandardFault) {
    let events = view.initialEvents
    try change(id) { point in
      point.queue += events.filter { point.filter?.matches($0.topic) ?? true }.map(\.message)
    }
  }

  /// Takes what has happened, and waits for something where nothing has. To fetch is a sign of life.
  func pull(
    _ id: Int, _ operation: PullMessages
  ) async throws(StandardFault) -> (messages: [EventMessage], left: Interval) {
    let patience = min(max(.zero, operation.timeout), bounds.pullTime)
    let deadline = ContinuousClock.now + .milliseconds(patience.milliseconds)
    while true {
      var messages: [EventMessage] = []
      var left = Interval.zero
      try change(id) { point in
        messages = Array(point.queue.prefix(max(1, operation.limit)))
        point.queue.removeFirst(messages.count)
        point.end = max(point.end, .now + .milliseconds(point.lifetime.milliseconds))
        left = point.lifetime
      }
      let isOver = ContinuousClock.now >= deadline || Task.isCancelled
      if !messages.isEmpty || isOver { return (messages, left) }
      try? await Task.sleep(for: .milliseconds(100))
    }
  }

  /// Ends all of them.
  func end() {
    let task = state.withLock { state in
      state.points = [:]
      defer { state.task = nil }
      return state.task
    }
    task?.cancel()
  }

  private func change(
    _ id: Int, _ body: (inout Point) -> Void
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
        if view == nil { state.points = [:] }
        guard let view, !state.points.isEmpty else {
          state.watch = nil
          state.task = nil
          return false
        }
        state.add(state.watch?.changes(view) ?? [], most: bounds.queuedEvents)
        return true
      }
      guard goesOn else { return }
    }
  }
}

extension PullPoints.State {
  fileprivate mutating func removeOld() {
    let now = ContinuousClock.now
    points = points.filter { $0.value.end > now }
  }

  fileprivate mutating func add(
    _ events: [(topic: EventTopic, message: EventMessage)], most: Int
  ) {
    guard !events.isEmpty else { return }
    for id in points.keys {
      guard var point = points[id] else { continue }
      point.queue += events.filter { point.filter?.matches($0.topic) ?? true }.map(\.message)
      point.queue.removeFirst(max(0, point.queue.count - most))
      points[id] = point
    }
  }
}
