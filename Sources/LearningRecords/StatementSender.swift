/// Decides what a server is sent next, so that each statement comes there exactly once, and those of an
/// attempt in their order, whatever the server does. It has no clock and no line of its own: moments
/// are milliseconds since 1970.
public struct StatementSender: Sendable {
  /// A statement that waits, by its place in the outbox, and the attempt that it is of.
  public struct Item: Hashable, Sendable {
    /// Its place in the outbox.
    public let number: Int64
    /// Tells its attempt from all others.
    public let attempt: Int64

    /// Makes an item.
    public init(number: Int64, attempt: Int64) {
      self.number = number
      self.attempt = attempt
    }
  }

  /// What is to be done now.
  public enum Step: Equatable, Sendable {
    /// Send these in one request, in this order.
    case send([Item])
    /// Ask for the one that the server has under this one's id.
    case read(Item)
    case wait(until: Int64)
    case end(Ending)
  }

  /// Why nothing more is sent.
  public enum Ending: Equatable, Sendable {
    /// All that can be decided now is.
    case done
    /// A person has to look after it.
    case denied(String)
    /// The server had no answer for as long as was to be waited; the next try is not to be before that.
    case unanswered(String, until: Int64)
  }

  /// What is known of a statement from now on.
  public enum Finding: Equatable, Sendable {
    case there(Item)
    /// The server does not take it, in its words.
    case refused(Item, String)
    /// The server has another statement under this one's id.
    case conflicting(Item)
  }

  /// How many are sent in one request at most.
  public static let batch = 50
  private static let firstPause: Int64 = 1_000
  private static let longestPause: Int64 = 300_000
  private static let longestWish: Int64 = 3_600_000

  /// How long the server may leave everything undecided, in milliseconds.
  private let patience: Int64
  private var heardAt: Int64
  private var failures = 0
  private var retryAt = Int64.min
  private var ending: Ending?

  private var queue: [Item]
  private var place = 0
  /// What is sent before the queue goes on.
  private var groups: [[Item]] = []
  /// What is asked until there is an answer.
  private var request: Step?
  /// The statements that wait for an earlier one of their attempt.
  private var held: [Int64: [Item]] = [:]
  private var refused: Set<Int64> = []
  /// Those of which the server said both that they are there and that they are not.
  private var unclear: [(item: Item, at: Int64)] = []
  private var tries: [Item: Int] = [:]

  /// Begins with what waits, in its order; a server may want to be left alone until a moment.
  public init(_ waiting: [Item], patience: Int64, at now: Int64, restUntil: Int64? = nil) {
    queue = waiting
    self.patience = patience
    heardAt = now
    guard let restUntil, !waiting.isEmpty else { return }
    retryAt = restUntil
    if restUntil > deadline { ending = .unanswered("it wants to be left alone", until: restUntil) }
  }

  private var deadline: Int64 { heardAt + patience }

  /// What is to be done at a moment.
  public mutating func next(at now: Int64) -> Step {
    if let ending { return .end(ending) }
    if now < retryAt { return .wait(until: retryAt) }
    if let request { return request }
    if let group = nextGroup() { return ask(.send(group)) }
    guard let first = unclear.indices.min(by: { unclear[$0].at < unclear[$1].at }) else {
      return .end(.done)
    }
    let moment = unclear[first].at
    if moment > now { return moment > deadline ? .end(.done) : .wait(until: moment) }
    return ask(.send([unclear.remove(at: first).item]))
  }

  private mutating func ask(_ step: Step) -> Step {
    request = step
    return step
  }

  private mutating func nextGroup() -> [Item]? {
    while !groups.isEmpty || place < queue.count {
      let free = nextItems().filter { item in
        held[item.attempt]?.append(item)
        return held[item.attempt] == nil
      }
      if !free.isEmpty { return free }
    }
    return nil
  }

  private mutating func nextItems() -> [Item] {
    guard groups.isEmpty else { return groups.removeFirst() }
    let items = Array(queue[place...].prefix(Self.batch))
    place += items.count
    return items
  }
}

extension StatementSender {
  /// Takes the answer to what was to be done, and says what is known by it.
  public mutating func receive(_ answer: ServerAnswer, at now: Int64) -> [Finding] {
    switch (request, answer) {
    case (_, .denied(let words)):
      ending = .denied(words)
      return []
    case (.send(let items), .accepted): return decide(items.map { .there($0) }, at: now)
    case (.send(let items), .taken) where items.count > 1:
      // Nothing of a batch is kept then.
      return split(items.map { [$0] }, at: now)
    case (.send(let items), .taken):
      request = items.first.map { .read($0) }
      return []
    case (.send(let items), .malformed) where items.count > 1:
      let half = (items.count + 1) / 2
      return split([Array(items[..<half]), Array(items[half...])], at: now)
    case (.send(let items), .malformed(let words)):
      // What its attempt tells after it would be told out of order.
      for item in items { block(item.attempt) }
      refused.formUnion(items.map(\.attempt))
      return decide(items.map { .refused($0, words) }, at: now)
    case (.read(let item), .found(let isSame)):
      return decide([isSame ? .there(item) : .conflicting(item)], at: now)
    case (.read(let item), .missing):
      setAside(item, at: now)
      return []
    case (_, .unavailable(let wish, let words)):
      pause(wish, words, at: now)
      return []
    case (_, .accepted), (_, .taken), (_, .malformed), (_, .found), (_, .missing):
      pause(nil, "an answer to another question", at: now)
      return []
    }
  }

  private mutating func decide(_ findings: [Finding], at now: Int64) -> [Finding] {
    progress(at: now)
    for case .there(let item) in findings { release(item.attempt) }
    for case .conflicting(let item) in findings { release(item.attempt) }
    return findings
  }

  private mutating func split(_ parts: [[Item]], at now: Int64) -> [Finding] {
    progress(at: now)
    groups = parts + groups
    return []
  }

  private mutating func progress(at now: Int64) {
    request = nil
    heardAt = now
    failures = 0
  }

  private mutating func block(_ attempt: Int64) { held[attempt] = held[attempt] ?? [] }

  /// What waited for a statement goes on, unless one of its attempt is refused.
  private mutating func release(_ attempt: Int64) {
    guard !refused.contains(attempt), let items = held.removeValue(forKey: attempt) else { return }
    queue += items
  }

  /// The server is of two minds: the others go on, and this one is sent again.
  private mutating func setAside(_ item: Item, at now: Int64) {
    request = nil
    block(item.attempt)
    let count = tries[item, default: 0]
    tries[item] = count + 1
    unclear.append((item, now + Self.pause(after: count)))
  }

  private mutating func pause(_ wish: Int64?, _ words: String, at now: Int64) {
    // A server may ask to be tried at once, but not for ever.
    let least = failures < 3 ? 0 : Self.pause(after: failures - 3)
    let length = wish.map { min(max($0, least), Self.longestWish) } ?? Self.pause(after: failures)
    failures += 1
    retryAt = now + length
    // One last try at the end of all patience, unless the server wants to be left alone for longer.
    if wish == nil, now < deadline { retryAt = min(retryAt, deadline) }
    if retryAt > deadline || now >= deadline {
      ending = .unanswered(words, until: wish == nil ? now : retryAt)
    }
  }

  /// One second, and twice as long after each failure.
  private static func pause(after failures: Int) -> Int64 {
    min(longestPause, firstPause << min(failures, 20))
  }
}
