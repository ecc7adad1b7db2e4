import ONVIFMessages
import RecorderEngine

/// The pull points of a device, and who waits for something from them.
struct PullPointState {
  typealias Event = (topic: EventTopic, message: EventMessage)

  /// What somebody collects.
  struct Point {
    let topics: Set<EventTopic>
    let lifetime: Interval
    /// By how long the service has been up: a clock that is set does not end it.
    var end: ContinuousClock.Instant
    var queue: [EventMessage] = []

    init(topics: Set<EventTopic>, lifetime: Interval) {
      self.topics = topics
      self.lifetime = lifetime
      end = .now + lifetime.duration
    }

    /// Notes a sign of life.
    mutating func touch() { end = max(end, .now + lifetime.duration) }

    /// Takes the events that were asked for; where there are too many the oldest go.
    mutating func add(_ events: [Event], most: Int) {
      queue += events.filter { topics.contains($0.topic) }.map(\.message)
      queue.removeFirst(max(0, queue.count - most))
    }
  }

  /// A fetch that has found nothing yet.
  struct Waiter {
    let point: Int
    let timer: Task<Void, Never>
    let continuation: CheckedContinuation<Void, Never>
  }

  let mostQueued: Int
  var points: [Int: Point] = [:]
  var waiters: [Int: Waiter] = [:]
  var watch: EventWatch?
  var task: Task<Void, Never>?
  private var lastPoint = 0
  private var lastTicket = 0

  init(mostQueued: Int) { self.mostQueued = mostQueued }

  /// Takes a pull point in; tells its number.
  mutating func add(_ point: Point) -> Int {
    lastPoint += 1
    points[lastPoint] = point
    return lastPoint
  }

  /// The number of the next one who waits.
  mutating func nextTicket() -> Int {
    lastTicket += 1
    return lastTicket
  }

  /// Takes out what nobody has fetched from for too long; to wait is to fetch.
  mutating func removeOld() {
    let now = ContinuousClock.now
    let fetched = Set(waiters.values.map(\.point))
    points = points.filter { $0.value.end > now || fetched.contains($0.key) }
  }

  /// Takes all of them out.
  mutating func removeAll() {
    points = [:]
    wake { _ in true }
  }

  /// Gives each what it was asked for.
  mutating func tell(_ events: [Event]) {
    guard !events.isEmpty else { return }
    for id in points.keys { points[id]?.add(events, most: mostQueued) }
    let filled = points.filter { !$0.value.queue.isEmpty }
    wake { filled[$0] != nil }
  }

  /// Ends the waiting at these pull points.
  mutating func wake(where isMeant: (Int) -> Bool) {
    for (ticket, waiter) in waiters where isMeant(waiter.point) { endWait(ticket) }
  }

  /// Ends one's waiting.
  mutating func endWait(_ ticket: Int) {
    guard let waiter = waiters.removeValue(forKey: ticket) else { return }
    waiter.timer.cancel()
    points[waiter.point]?.touch()
    waiter.continuation.resume()
  }
}
