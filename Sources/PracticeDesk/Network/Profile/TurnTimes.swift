import RecorderEngine

/// How long a device's turn in a job takes.
public struct TurnTimes: Equatable, Sendable {
  /// From an order to the device's answer, for every act.
  private let answers: [RemoteAct: Interval]
  /// So many in a hundred more or less; below 100.
  public let spread: Int
  /// When nobody can answer any more, the laptop has waited for so long.
  public let patience: Interval

  /// Makes the times; `answer` says how long each act takes.
  public init(answer: (RemoteAct) -> Interval, spread: Int, patience: Interval) {
    answers = Dictionary(uniqueKeysWithValues: RemoteAct.allCases.map { ($0, answer($0)) })
    self.spread = spread
    self.patience = patience
  }

  /// From an order to the answer, by chance a little more or less.
  func answer(to act: RemoteAct, using random: inout SeededRandom) -> Interval {
    let whole = answers[act, default: patience].milliseconds
    let least = whole * Int64(100 - spread) / 100
    let room = whole * Int64(spread) * 2 / 100
    return Interval(milliseconds: least + Int64(random.next() % UInt64(room + 1)))
  }
}
