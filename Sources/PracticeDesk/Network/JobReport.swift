import RecorderEngine

/// The result of one device of a job.
public struct JobResult: Equatable, Sendable {
  /// Its place among the job's targets.
  public let place: Int
  /// What came of it.
  public let outcome: JobOutcome

  /// Makes a result.
  public init(place: Int, outcome: JobOutcome) {
    self.place = place
    self.outcome = outcome
  }
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
  /// How strong the password is that it sets; nil where it sets none.
  public internal(set) var passwordLevel: PasswordLevel?
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
  /// The places of the targets that a retry is for: those that did not obey, and none that may have.
  public var retryPlaces: [Int] { outcomes.indices.filter { outcomes[$0]?.isTriedAgain == true } }

  package mutating func add(_ results: [JobResult], begun: Int) {
    self.begun = begun
    for result in results where outcomes.indices.contains(result.place) {
      outcomes[result.place] = result.outcome
      if result.outcome.isFailure { failed += 1 } else { done += 1 }
    }
  }

  package mutating func end(_ state: State, at time: Timestamp?) {
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
  package init(
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
        queue = found.filter { last.outcomes[$0]?.isTriedAgain != false }
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

extension JobReport: Codable {
  private enum CodingKeys: CodingKey {
    case act, targets, outcomes, addresses, parallelism, since, endedAt, state, warner,
      passwordLevel
  }

  /// Reads a report; one whose job still ran when it was written is cut off.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func numbers(_ key: CodingKeys) throws -> NumberRuns {
      try container.decode(NumberRuns.self, forKey: key)
    }
    let most = 0..<NetworkSize.possible.upperBound + 1
    var targets: [Int] = []
    try numbers(.targets).forEach(in: most) { _, number in targets.append(number) }
    var outcomes = [JobOutcome?](repeating: nil, count: targets.count)
    try numbers(.outcomes).forEach(in: targets.indices) { place, number in
      outcomes[place] = JobOutcome(number: number)
    }
    var addresses: [IPAddress] = []
    try numbers(.addresses).forEach(in: most) { _, bits in
      addresses.append(IPAddress(bits: UInt32(truncatingIfNeeded: bits)))
    }
    self.init(
      act: try container.decode(RemoteAct.self, forKey: .act), targets: targets,
      outcomes: outcomes, addresses: addresses, queue: [],
      parallelism: try container.decode(Int.self, forKey: .parallelism),
      since: try container.decode(Timestamp.self, forKey: .since))
    passwordLevel = try container.decodeIfPresent(PasswordLevel.self, forKey: .passwordLevel)
    let ended = try container.decodeIfPresent(Timestamp.self, forKey: .endedAt)
    let word = try container.decode(String.self, forKey: .state)
    let warner = try container.decodeIfPresent(Int.self, forKey: .warner)
    end(State(word: word, warner: warner), at: ended)
  }

  /// Writes a report, runs of numbers in short.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(act, forKey: .act)
    try container.encodeIfPresent(passwordLevel, forKey: .passwordLevel)
    try container.encode(NumberRuns(targets), forKey: .targets)
    var runs = NumberRuns()
    for place in outcomes.indices {
      if let outcome = outcomes[place] { runs.append(outcome.number, at: place) }
    }
    try container.encode(runs, forKey: .outcomes)
    try container.encode(NumberRuns(addresses.map { Int($0.bits) }), forKey: .addresses)
    try container.encode(parallelism, forKey: .parallelism)
    try container.encode(since, forKey: .since)
    try container.encodeIfPresent(endedAt, forKey: .endedAt)
    try container.encode(state.word, forKey: .state)
    if case .warned(let number) = state { try container.encode(number, forKey: .warner) }
  }
}

extension JobReport.State {
  /// A job that still runs is cut off for whoever reads it again.
  fileprivate var word: String {
    switch self {
    case .running, .cutOff: "cutOff"
    case .finished: "finished"
    case .stopped: "stopped"
    case .warned: "warned"
    }
  }

  fileprivate init(word: String, warner: Int?) {
    switch word {
    case "finished": self = .finished
    case "stopped": self = .stopped
    case "warned": self = warner.map { .warned(by: $0) } ?? .stopped
    default: self = .cutOff
    }
  }
}

extension NumberRuns {
  /// A list of numbers, from place 0 on.
  fileprivate init(_ numbers: [Int]) {
    self.init()
    for (place, number) in numbers.enumerated() { append(number, at: place) }
  }
}
