import RecorderEngine

/// The result of one device of a job.
public struct JobResult: Equatable, Sendable {
  /// Its place among the job's targets.
  public let place: Int
  /// What came of it.
  public let outcome: JobOutcome
}

/// A job as the laptop shows it: whom it is about, and what has come of it so far.
public struct JobReport: Equatable, Sendable {
  /// How a job stands.
  public enum State: Equatable, Sendable {
    case running
    case finished
    case stopped
    /// The device with this number warned of its lock-out.
    case warned(by: Int)
    /// The console ended while it ran.
    case cutOff
  }

  /// What the job does to each target.
  public let act: RemoteAct
  /// The devices' numbers.
  public let targets: [Int]
  /// What has come of each target; nil: nothing yet.
  public internal(set) var outcomes: [JobOutcome?]
  /// The new address of each target, where addresses are changed.
  public let addresses: [IPAddress]
  /// The places of the targets that are to have a turn now: all, or those that failed before.
  public internal(set) var queue: [Int]
  /// How many of the queue have had their turn or have it now.
  public internal(set) var begun = 0
  /// How many devices it talks to at once.
  public let parallelism: Int
  /// When it began.
  public let since: Timestamp
  /// When it was over; nil while it runs, and where the console ended first.
  public internal(set) var endedAt: Timestamp?
  /// Whether it runs, and if not, how it ended.
  public internal(set) var state = State.running
  /// How many of all targets obeyed.
  public private(set) var done = 0
  /// How many targets did not obey, those never tried included.
  public private(set) var failed = 0

  init(
    act: RemoteAct, targets: [Int], outcomes: [JobOutcome?], addresses: [IPAddress], queue: [Int],
    parallelism: Int, since: Timestamp
  ) {
    self.act = act
    self.targets = targets
    self.outcomes = outcomes
    self.addresses = addresses
    self.queue = queue
    self.parallelism = parallelism
    self.since = since
    recount()
  }

  /// How many are still to come, those under way included.
  public var left: Int { targets.count - done - failed }
  /// How many have their turn now.
  public var underWay: Int { state == .running ? begun - (queue.count - left) : 0 }
  /// Whether devices still have their turn.
  public var isRunning: Bool { state == .running }
  /// The places of the targets that did not obey.
  public var failedPlaces: [Int] { outcomes.indices.filter { outcomes[$0]?.isFailure == true } }

  mutating func add(_ results: [JobResult], begun: Int) {
    self.begun = begun
    for result in results where outcomes.indices.contains(result.place) {
      outcomes[result.place] = result.outcome
      if result.outcome.isFailure { failed += 1 } else { done += 1 }
    }
  }

  mutating func end(_ state: State, at time: Timestamp?) {
    self.state = state
    endedAt = time
    (queue, begun) = ([], 0)
    for place in outcomes.indices where outcomes[place] == nil {
      outcomes[place] = .notTried
      failed += 1
    }
  }

  private mutating func recount() {
    done = outcomes.count { $0 == .done }
    failed = outcomes.count { $0?.isFailure == true }
  }
}

extension JobReport {
  /// The report of a job that begins; a retry goes on with the one before.
  init(
    _ request: JobRequest, parallelism: Int, after last: JobReport?, at now: Timestamp
  ) {
    var outcomes = [JobOutcome?](repeating: nil, count: request.targets.count)
    var targets = request.targets
    var addresses = request.order.addresses
    var queue = Array(targets.indices)
    if request.isRetry, let last, last.act == request.order.act {
      let places = Dictionary(
        last.targets.enumerated().map { ($1, $0) }, uniquingKeysWith: { one, _ in one })
      let found = request.targets.compactMap { places[$0] }
      if found.count == request.targets.count {
        queue = found
        targets = last.targets
        outcomes = last.outcomes
        let planned = zip(found, addresses)
        addresses = last.addresses
        for (place, address) in planned where addresses.indices.contains(place) {
          addresses[place] = address
        }
        for place in queue { outcomes[place] = nil }
      }
    }
    self.init(
      act: request.order.act, targets: targets, outcomes: outcomes, addresses: addresses,
      queue: queue, parallelism: parallelism, since: now)
  }
}
