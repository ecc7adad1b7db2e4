import RecorderEngine

/// A job that runs. It holds no secret: what the typed password opens was found out at its
/// beginning, once for each key, and the new one is sealed already.
struct NetworkJob: Equatable, Sendable {
  /// What is done to a device.
  enum Act: Equatable, Sendable {
    case setPassword(DeviceLock)
    /// One address for each of all the targets, those of jobs before this one included.
    case changeAddress([IPAddress], mask: IPAddress, gateway: IPAddress)
    case factoryDefault(keepsNetwork: Bool)
    case restart
    case upgrade(FirmwareChoice)
    /// Its clock is right then; from where is no matter to the network.
    case setTime
  }

  /// A device that has its turn.
  struct Turn: Equatable, Sendable {
    let place: Int
    let ends: Timestamp
  }

  let act: Act
  /// The act without what belongs to it.
  let kind: RemoteAct
  let targets: [Int]
  let queue: [Int]
  let opened: Set<DeviceKey>
  let parallelism: Int
  let stopsAtWarning: Bool
  /// What those have answered already that judge passwords themselves, by their numbers.
  let answers: [Int: JobOutcome]
  private(set) var begun = 0
  private var turns: [Turn] = []
  /// Why no further device has its turn; nil: they go on.
  private(set) var stop: JobReport.State?

  /// Makes a job in which nobody has a turn yet.
  init(
    act: Act, report: JobReport, opened: Set<DeviceKey>, stopsAtWarning: Bool,
    answers: [Int: JobOutcome]
  ) {
    self.act = act
    kind = report.act
    targets = report.targets
    queue = report.queue
    self.opened = opened
    parallelism = report.parallelism
    self.stopsAtWarning = stopsAtWarning
    self.answers = answers
  }

  /// When the next device answers.
  var next: Timestamp? { turns.map(\.ends).min() }
  /// Whether nobody has a turn and nobody will.
  var isOver: Bool { turns.isEmpty && (stop != nil || begun == queue.count) }

  /// Takes out the turns that end at that moment, in the order of the targets.
  mutating func removeTurns(endingAt time: Timestamp) -> [Turn] {
    let due = turns.filter { $0.ends == time }.sorted { $0.place < $1.place }
    turns.removeAll { $0.ends == time }
    return due
  }

  /// Gives turns to as many devices as may have one; `end` says when a device's turn ends.
  mutating func giveTurns(end: (_ number: Int, _ job: NetworkJob) -> Timestamp) {
    while stop == nil, turns.count < parallelism, begun < queue.count {
      let place = queue[begun]
      begun += 1
      turns.append(Turn(place: place, ends: end(targets[place], self)))
    }
  }

  /// Gives no further device its turn, for the first reason that there is.
  mutating func end(_ reason: JobReport.State) { if stop == nil { stop = reason } }

  /// Stops where a device warns and the job is to stop then.
  mutating func heed(_ outcome: JobOutcome, of number: Int) {
    if outcome.isWarning, stopsAtWarning { end(.warned(by: number)) }
  }
}
