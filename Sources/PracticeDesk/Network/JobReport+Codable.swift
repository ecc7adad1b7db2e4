import RecorderEngine

extension JobReport: Codable {
  private enum CodingKeys: CodingKey {
    case act, targets, outcomes, addresses, parallelism, since, endedAt, state, warner
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
    let ended = try container.decodeIfPresent(Timestamp.self, forKey: .endedAt)
    let word = try container.decode(String.self, forKey: .state)
    let warner = try container.decodeIfPresent(Int.self, forKey: .warner)
    end(State(word: word, warner: warner), at: ended)
  }

  /// Writes a report, runs of numbers in short.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(act, forKey: .act)
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
