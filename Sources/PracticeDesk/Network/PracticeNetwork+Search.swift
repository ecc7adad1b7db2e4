import RecorderEngine

extension PracticeNetwork {
  /// Asks everybody.
  mutating func beginSearch(at now: Timestamp) -> [NetworkEvent] {
    searches += 1
    var random = SeededRandom(seed: seed ^ UInt64(searches))
    let search = NetworkSearch(of: numbers, under: profile, at: now, using: &random)
    self.search = search
    return [.searchBegan(since: now, until: search.until)]
  }

  /// The answers until now, all at once, and the end of the search where it is reached.
  mutating func advanceSearch(until now: Timestamp) -> [NetworkEvent] {
    guard var search, search.next <= now else { return [] }
    var heard: [KnownDevice] = []
    for answer in search.removeAnswers(until: now) {
      guard answers(answer.number, at: answer.at) else { continue }
      heard += [known(answer.number, at: answer.at)].compactMap(\.self)
    }
    let isOver = search.until <= now
    self.search = isOver ? nil : search
    let answered: [NetworkEvent] = heard.isEmpty ? [] : [.answered(heard)]
    guard isOver else { return answered }
    let silent = numbers.filter { !answers($0, at: now) }
    return answered + [.searchEnded(silent: silent.compactMap { known($0, at: now) })]
  }

  /// Devices that have come up by now say so.
  mutating func advanceGreetings(until now: Timestamp) -> [NetworkEvent] {
    let due = greetings.keys.filter { $0 <= now }.sorted()
    guard !due.isEmpty else { return [] }
    var heard: [KnownDevice] = []
    for time in due {
      for number in (greetings.removeValue(forKey: time) ?? []).sorted() {
        devices[number - 1].business = .none
        devices[number - 1].busyUntil = nil
        if answers(number, at: now), let known = known(number, at: now) { heard.append(known) }
      }
    }
    return heard.isEmpty ? [] : [.answered(heard)]
  }

  /// The desk's recorder, whose start is no matter of the network's, says that it is there again
  /// where the laptop saw it go.
  func greeting(toldTo laptop: LaptopKnowledge, at now: Timestamp) -> [NetworkEvent] {
    guard let recorder, recorder.answers(at: now) else { return [] }
    let known = known(recorder, at: now)
    guard let seen = laptop.device(known.number), seen.presence != .online else { return [] }
    return [.answered([known])]
  }
}
