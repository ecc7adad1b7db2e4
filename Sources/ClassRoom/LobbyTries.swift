/// How often words may be tried in a class: its own lobby limits it, for not every sshd does.
public struct LobbyTries: Equatable, Sendable {
  /// In a connection, in a minute of the whole class, and how long somebody may take.
  public static let tries = 5
  public static let triesInAMinute = 10
  public static let patience = Duration.seconds(60)

  /// When words were wrong, in seconds since 1970, the latest last.
  public private(set) var times: [Int]

  /// Reads what the class keeps: a number on each line.
  public init(text: String) {
    times = text.split(separator: "\n").compactMap { Int($0) }.suffix(LobbyTries.triesInAMinute)
  }

  /// What is kept.
  public var text: String { times.map { "\($0)\n" }.joined() }

  /// Whether another may be tried.
  public func admits(at now: Int) -> Bool {
    // A clock that was set back shuts nobody out for longer.
    times.filter { (0..<60).contains(now - $0) }.count < LobbyTries.triesInAMinute
  }

  /// One was wrong.
  public mutating func note(at now: Int) {
    times = (times + [now]).suffix(LobbyTries.triesInAMinute)
  }

  /// The latest was right.
  public mutating func takeBack() { _ = times.popLast() }

  /// How long whoever was wrong so often waits for the next try.
  public static func pause(afterTries count: Int) -> Duration {
    count == 0 ? .zero : .seconds(1 << min(count - 1, 4))
  }
}
