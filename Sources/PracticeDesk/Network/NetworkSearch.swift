import RecorderEngine

/// A search that is under way: who answers when.
struct NetworkSearch: Equatable, Sendable {
  /// An answer to come, of the device of this number.
  struct Answer: Equatable, Sendable {
    let at: Timestamp
    let number: Int
  }

  /// In the order of their times.
  fileprivate var answers: [Answer]
  fileprivate var taken = 0
  let until: Timestamp

  /// When the next answer comes, or the search ends.
  var next: Timestamp { taken < answers.count ? min(answers[taken].at, until) : until }
}

extension PracticeNetwork {
  /// Asks everybody, the desk's recorder too.
  mutating func beginSearch(at now: Timestamp) -> [NetworkEvent] {
    searches += 1
    var random = SeededRandom(seed: seed ^ UInt64(searches))
    let length = profile.search.time(for: size)
    let quickest = profile.search.quickest.milliseconds
    let until = profile.beat(of: now + length)
    var answers = (0...size).map { number in
      let wait = quickest + Int64(random.next() % UInt64(length.milliseconds - quickest))
      return NetworkSearch.Answer(
        at: min(profile.beat(of: now + .milliseconds(wait)), until), number: number)
    }
    answers.sort { ($0.at, $0.number) < ($1.at, $1.number) }
    search = NetworkSearch(answers: answers, until: until)
    return [.searchBegan(since: now, until: until)]
  }

  /// The answers until now, all at once, and the end of the search where it is reached.
  mutating func followSearch(until now: Timestamp, own: KnownDevice?) -> [NetworkEvent] {
    guard var search, search.next <= now else { return [] }
    var heard: [KnownDevice] = []
    while search.taken < search.answers.count, search.answers[search.taken].at <= now {
      let answer = search.answers[search.taken]
      search.taken += 1
      if answer.number == KnownDevice.own {
        if let own { heard.append(own) }
      } else if devices[answer.number - 1].answers(at: answer.at) {
        heard.append(known(answer.number, at: answer.at))
      }
    }
    let isOver = search.until <= now
    self.search = isOver ? nil : search
    let answered: [NetworkEvent] = heard.isEmpty ? [] : [.answered(heard)]
    guard isOver else { return answered }
    let silent = (1...size).filter { !devices[$0 - 1].answers(at: now) }
    return answered + [.searchEnded(silent: silent.map { known($0, at: now) })]
  }

  /// Devices that have come up by now say so.
  mutating func followGreetings(until now: Timestamp) -> [NetworkEvent] {
    let due = greetings.keys.filter { $0 <= now }.sorted()
    guard !due.isEmpty else { return [] }
    var heard: [KnownDevice] = []
    for time in due {
      for number in (greetings.removeValue(forKey: time) ?? []).sorted() {
        devices[number - 1].business = .none
        devices[number - 1].busyUntil = nil
        if devices[number - 1].answers(at: now) { heard.append(known(number, at: now)) }
      }
    }
    return heard.isEmpty ? [] : [.answered(heard)]
  }
}
