import RecorderEngine

/// What came of a device's turn.
public enum JobOutcome: Hashable, Sendable {
  case done
  /// So many wrong passwords it still takes.
  case wrongPassword(left: Int)
  /// This wrong password locked it.
  case lockedNow
  /// It takes no password, not even the right one.
  case locked
  case noAnswer
  /// Another device has the same address: nobody knows which of the two would obey.
  case addressConflict
  /// Somebody has the new address already.
  case addressTaken
  case notActivated
  case noSuchFile
  case otherModel
  case notNewer
  /// The recorder says no: the laptop's address is blocked, two must check, or the like.
  case refused
  /// The job was stopped before its turn.
  case notTried

  /// Whether the device says that it will lock itself, or has.
  public var isWarning: Bool {
    switch self {
    case .wrongPassword(let left): left <= 1
    case .lockedNow: true
    default: false
    }
  }

  /// Whether the order was not carried out.
  public var isFailure: Bool { self != .done }

  private static let plain: [JobOutcome] = [
    .done, .lockedNow, .locked, .noAnswer, .addressConflict, .addressTaken, .notActivated,
    .noSuchFile, .otherModel, .notNewer, .refused, .notTried,
  ]

  /// Itself as a number, for the file: wrong passwords are 100 and more.
  var number: Int {
    if case .wrongPassword(let left) = self { return 100 + left }
    return JobOutcome.plain.firstIndex(of: self) ?? 0
  }

  init(number: Int) {
    let plain = JobOutcome.plain
    self = plain.indices.contains(number) ? plain[number] : .wrongPassword(left: number - 100)
  }
}

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

  mutating func take(_ results: [JobResult], begun: Int) {
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

/// What a job would do to one device.
public enum Foresight: Hashable, Sendable {
  /// It obeys where the password is right.
  case ready
  /// It was never activated: the new password activates it.
  case activates
  /// It obeys where the password is right; a wrong one would be its last.
  case lastTry
  case fails(JobOutcome)
}

/// What a job would do, device by device; nothing was done.
public struct Rehearsal: Equatable, Sendable {
  /// What the job would do to each target.
  public let act: RemoteAct
  /// The devices' numbers, in the order of their turns.
  public let targets: [Int]
  /// What would come of each target, in their order.
  public let foresights: [Foresight]
  /// The new address of each target, where addresses are changed.
  public let addresses: [IPAddress]
  /// The new version of each target, where firmware is installed; nil: none.
  public let versions: [FirmwareVersion?]

  /// How many would obey.
  public var ready: Int {
    foresights.count { if case .fails = $0 { false } else { true } }
  }
  /// How many would be one wrong password away from their lock-out.
  public var atRisk: Int { foresights.count { $0 == .lastTry } }
}
