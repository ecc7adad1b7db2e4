import RecorderEngine

/// A search that is under way: who answers when.
struct NetworkSearch: Equatable, Sendable {
  /// An answer to come, of the device of this number.
  struct Answer: Equatable, Sendable {
    let at: Timestamp
    let number: Int
  }

  /// In the order of their times.
  private let answers: [Answer]
  private var taken = 0
  let until: Timestamp

  /// Asks everybody; each answers by chance sooner or later.
  init(
    of numbers: ClosedRange<Int>, under profile: NetworkProfile, at now: Timestamp,
    using random: inout SeededRandom
  ) {
    let length = profile.search.time(for: numbers.upperBound)
    let quickest = profile.search.quickest.milliseconds
    let until = profile.beat(of: now + length)
    let answers = numbers.map { number in
      let wait = quickest + Int64(random.next() % UInt64(length.milliseconds - quickest))
      return Answer(at: min(profile.beat(of: now + .milliseconds(wait)), until), number: number)
    }
    self.answers = answers.sorted { ($0.at, $0.number) < ($1.at, $1.number) }
    self.until = until
  }

  /// When the next answer comes, or the search ends.
  var next: Timestamp { taken < answers.count ? min(answers[taken].at, until) : until }

  /// Takes the answers that come until then, in their order.
  mutating func removeAnswers(until now: Timestamp) -> ArraySlice<Answer> {
    let due = answers[taken...].prefix { $0.at <= now }
    taken = due.endIndex
    return due
  }
}
