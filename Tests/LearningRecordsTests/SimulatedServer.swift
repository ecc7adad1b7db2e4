import LearningRecords
import RecorderEngine

/// A learning record store that follows the rules of xAPI, except that it fails as it likes.
struct SimulatedServer {
  /// How it is to fail.
  struct Temper {
    /// Of a hundred requests, so many are answered by 503, or not at all.
    var failing = 0
    /// Of a hundred requests that are not answered, so many are carried out all the same.
    var silentStores = 50
    /// Of a hundred requests, so many come twice.
    var repeats = 0
    /// Whether it takes a statement that it has already for another one's.
    var isStrict = false
    /// It says of these that they are malformed.
    var poison: Set<Int64> = []
    /// It has had others under these ids from the beginning.
    var taken: Set<Int64> = []
    /// It says of these both that they are there and that they are not, so many times.
    var hidden: [Int64: Int] = [:]
    /// More than this in one request is too much.
    var most = 1_000
  }

  private(set) var temper: Temper
  private var random: SeededRandom
  /// What came there, in the order in which it came.
  private(set) var arrived: [StatementSender.Item] = []
  private(set) var requests = 0
  private var numbers: Set<Int64> = []

  init(_ temper: Temper, seed: UInt64) {
    self.temper = temper
    random = SeededRandom(seed: seed)
  }

  private mutating func happens(_ ofHundred: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < ofHundred
  }

  /// Answers to statements, and how long that takes in milliseconds.
  mutating func take(_ items: [StatementSender.Item]) -> (ServerAnswer, Int64) {
    requests += 1
    if happens(temper.failing) {
      if happens(50) { return (.unavailable(after: happens(30) ? 7_000 : nil, "503"), 10) }
      if happens(temper.silentStores) { _ = store(items) }
      return (.unavailable(after: nil, "no answer"), 20_000)
    }
    if happens(temper.repeats) { _ = store(items) }
    return (store(items), Int64.random(in: 1...500, using: &random))
  }

  private mutating func store(_ items: [StatementSender.Item]) -> ServerAnswer {
    guard items.count <= temper.most else { return .malformed("413") }
    if items.contains(where: { temper.poison.contains($0.number) }) { return .malformed("400") }
    let known = items.filter { numbers.contains($0.number) }
    if items.contains(where: { temper.taken.contains($0.number) || temper.hidden[$0.number] != nil }
    )
      || temper.isStrict && !known.isEmpty
    {
      return .taken
    }
    for item in items where numbers.insert(item.number).inserted { arrived.append(item) }
    return .accepted
  }

  /// Answers to the question for one statement.
  mutating func read(_ item: StatementSender.Item) -> (ServerAnswer, Int64) {
    requests += 1
    if happens(temper.failing) { return (.unavailable(after: nil, "503"), 10) }
    if let times = temper.hidden[item.number] {
      temper.hidden[item.number] = times > 1 ? times - 1 : nil
      return (.missing, 5)
    }
    if temper.taken.contains(item.number) { return (.found(isSame: false), 5) }
    return (numbers.contains(item.number) ? .found(isSame: true) : .missing, 5)
  }
}

/// An outbox in memory: what waits, and what is known of the rest.
struct SimulatedOutbox {
  private(set) var waiting: [StatementSender.Item]
  private(set) var there: Set<Int64> = []
  private(set) var refused: Set<Int64> = []
  private(set) var conflicting: Set<Int64> = []
  private var blocked: Set<Int64> = []

  /// Attempts of four statements each, as several consoles write them side by side.
  init(attempts: Int) {
    var items: [StatementSender.Item] = []
    for round in 0..<4 {
      for attempt in 0..<attempts {
        let number = Int64(round * attempts + attempt)
        items.append(.init(number: number, attempt: Int64(attempt)))
      }
    }
    waiting = items
  }

  /// Sends all that may be sent, in a time of its own from `now` on; `answers` ends the program sooner.
  mutating func send(
    to server: inout SimulatedServer, patience: Int64 = 60_000, now: inout Int64,
    answers: Int = .max
  ) -> StatementSender.Ending? {
    let mine = waiting.filter { !blocked.contains($0.attempt) }
    var sender = StatementSender(mine, patience: patience, at: now)
    defer { forgetKnown() }
    var left = answers
    while left > 0 {
      let answer: (ServerAnswer, Int64)
      switch sender.next(at: now) {
      case .send(let items): answer = server.take(items)
      case .read(let item): answer = server.read(item)
      case .wait(let moment):
        now = max(now + 1, moment)
        continue
      case .end(let ending): return ending
      }
      left -= 1
      now += answer.1
      for finding in sender.receive(answer.0, at: now) { note(finding) }
    }
    return nil
  }

  private mutating func note(_ finding: StatementSender.Finding) {
    switch finding {
    case .there(let item): there.insert(item.number)
    case .refused(let item, _):
      refused.insert(item.number)
      blocked.insert(item.attempt)
    case .conflicting(let item): conflicting.insert(item.number)
    }
  }

  private mutating func forgetKnown() {
    let known = there.union(refused).union(conflicting)
    waiting.removeAll { known.contains($0.number) }
  }
}
