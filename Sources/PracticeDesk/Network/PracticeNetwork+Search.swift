import RecorderEngine

extension PracticeNetwork {
  /// Asks everybody, the desk's recorder too.
  mutating func beginSearch(at now: Timestamp) -> [NetworkEvent] {
    searches += 1
    var random = SeededRandom(seed: seed ^ UInt64(searches))
    let search = NetworkSearch(of: size, under: profile, at: now, using: &random)
    self.search = search
    return [.searchBegan(since: now, until: search.until)]
  }

  /// The answers until now, all at once, and the end of the search where it is reached.
  mutating func followSearch(until now: Timestamp, own: KnownDevice?) -> [NetworkEvent] {
    guard var search, search.next <= now else { return [] }
    var heard: [KnownDevice] = []
    for answer in search.takeAnswers(until: now) {
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
