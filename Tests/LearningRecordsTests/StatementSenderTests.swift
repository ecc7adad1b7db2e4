import LearningRecords
import Testing

/// What is sent when, against servers that do what servers do.
@Suite struct StatementSenderTests {
  private typealias Item = StatementSender.Item

  /// Sends again and again, as a person would, until nothing more can be sent.
  private func deliver(
    _ outbox: inout SimulatedOutbox, to server: inout SimulatedServer, answers: Int = .max
  ) {
    var now: Int64 = 0
    for _ in 0..<5_000 {
      if outbox.send(to: &server, now: &now, answers: answers) == .done { return }
      now += 1_000
    }
    Issue.record("it does not come to an end")
  }

  private func expectOrder(_ server: SimulatedServer) {
    var last: [Int64: Int64] = [:]
    for item in server.arrived {
      #expect(last[item.attempt, default: -1] < item.number, "\(item) is out of order")
      last[item.attempt] = item.number
    }
    #expect(Set(server.arrived).count == server.arrived.count, "one is there twice")
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func everyStatementComesOnceAndInOrderWhateverTheServerDoes(seed: UInt64) {
    var temper = SimulatedServer.Temper(failing: 30, repeats: 20, isStrict: seed % 2 == 0)
    temper.most = seed % 3 == 0 ? 8 : 1_000
    var outbox = SimulatedOutbox(attempts: 60)
    var server = SimulatedServer(temper, seed: seed)
    // Every fourth sender is killed again and again, in the middle of everything.
    deliver(&outbox, to: &server, answers: seed % 4 == 0 ? 12 : .max)
    #expect(outbox.there.count == 240 && outbox.waiting.isEmpty && server.arrived.count == 240)
    expectOrder(server)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func badOnesKeepNoGoodOneFromComing(seed: UInt64) {
    var temper = SimulatedServer.Temper(failing: 30, repeats: 20, isStrict: seed % 2 == 0)
    // The second of attempts 3 and 40 is poison, the first of 7 and 50 is somebody else's.
    temper.poison = [63, 100]
    temper.taken = [7, 50]
    var outbox = SimulatedOutbox(attempts: 60)
    var server = SimulatedServer(temper, seed: seed)
    deliver(&outbox, to: &server)
    #expect(outbox.refused == [63, 100] && outbox.conflicting == [7, 50])
    // What an attempt tells after a refused one waits, and nothing else does.
    #expect(Set(outbox.waiting.map(\.number)) == [123, 183, 160, 220])
    #expect(server.arrived.count == 240 - 2 - 2 - 4)
    expectOrder(server)
  }

  @Test func tenThousandWithConflictsAndPoisonLoseNone() {
    var temper = SimulatedServer.Temper(failing: 30, repeats: 10)
    temper.taken = Set((0..<10).map { Int64($0 * 250) })
    temper.poison = Set((0..<10).map { Int64(7_500 + $0 * 199) })
    var outbox = SimulatedOutbox(attempts: 2_500)
    var server = SimulatedServer(temper, seed: 1)
    deliver(&outbox, to: &server)
    #expect(outbox.conflicting == temper.taken && outbox.refused == temper.poison)
    #expect(outbox.waiting.isEmpty && outbox.there.count == 10_000 - 20)
    #expect(server.arrived.count == 10_000 - 20)
    expectOrder(server)
  }

  @Test func oneThatIsThereAndNotThereHoldsUpNobodyElse() {
    var temper = SimulatedServer.Temper()
    temper.hidden = [5: 3]
    var outbox = SimulatedOutbox(attempts: 60)
    var server = SimulatedServer(temper, seed: 1)
    deliver(&outbox, to: &server)
    #expect(server.arrived.count == 240 && outbox.waiting.isEmpty)
    expectOrder(server)
    let place = server.arrived.firstIndex { $0.number == 5 }
    #expect(place.map { $0 > 230 } == true, "the others went before")
  }

  @Test func oneThatStaysUnclearIsLeftAfterAllPatience() {
    var temper = SimulatedServer.Temper()
    temper.hidden = [5: 1_000]
    var outbox = SimulatedOutbox(attempts: 10)
    var server = SimulatedServer(temper, seed: 1)
    var now: Int64 = 0
    #expect(outbox.send(to: &server, now: &now) == .done)
    #expect(outbox.waiting.map(\.number) == [5, 15, 25, 35])
    #expect(server.requests < 60)
  }

  // MARK: The table of answers

  private func sender(_ count: Int = 3, patience: Int64 = 60_000) -> StatementSender {
    StatementSender(
      (0..<count).map { Item(number: Int64($0), attempt: Int64($0)) }, patience: patience, at: 0)
  }

  @Test(arguments: [
    (200, ServerAnswer.accepted), (204, .accepted), (409, .taken), (400, .malformed("w")),
    (413, .malformed("w")), (401, .denied("w")), (403, .denied("w")), (301, .denied("w")),
    (307, .denied("w")), (404, .denied("w")), (408, .unavailable(after: 5, "w")),
    (429, .unavailable(after: 5, "w")), (500, .unavailable(after: 5, "w")),
    (503, .unavailable(after: 5, "w")), (599, .unavailable(after: 5, "w")),
  ])
  func eachNumberHasItsMeaning(status: Int, answer: ServerAnswer) {
    #expect(ServerAnswer(toSending: status, after: 5, "w") == answer)
  }

  @Test func batchesAreOfFifty() {
    var sender = sender(120)
    var sizes: [Int] = []
    while case .send(let items) = sender.next(at: 0) {
      sizes.append(items.count)
      #expect(sender.receive(.accepted, at: 0).count == items.count)
    }
    #expect(sizes == [50, 50, 20])
  }

  @Test func aDeniedSenderStopsAtOnce() {
    var sender = sender()
    _ = sender.next(at: 0)
    #expect(sender.receive(.denied("401 who?"), at: 0).isEmpty)
    #expect(sender.next(at: 0) == .end(.denied("401 who?")))
  }

  @Test func pausesDoubleUntilPatienceEnds() {
    var sender = sender()
    var now: Int64 = 0
    var tries: [Int64] = []
    while true {
      switch sender.next(at: now) {
      case .send:
        tries.append(now / 1_000)
        _ = sender.receive(.unavailable(after: nil, "503"), at: now)
      case .wait(let moment): now = moment
      case .read: Issue.record("nothing is to be read")
      case .end(let ending):
        #expect(ending == .unanswered("503", until: 60_000))
        #expect(tries == [0, 1, 3, 7, 15, 31, 60])
        return
      }
    }
  }

  @Test func pausesAreOfFiveMinutesAtMost() {
    var sender = sender(patience: 10_000_000)
    var now: Int64 = 0
    var pauses: [Int64] = []
    while pauses.count < 11 {
      switch sender.next(at: now) {
      case .wait(let moment):
        pauses.append((moment - now) / 1_000)
        now = moment
      case .send: _ = sender.receive(.unavailable(after: nil, ""), at: now)
      case .read, .end:
        Issue.record("it gave up")
        return
      }
    }
    #expect(pauses == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300])
  }

  @Test(
    arguments: [(30_000, 30_000, nil), (90_000, 90_000, 90_000), (9_999_000, 3_600_000, 3_600_000)]
      as [(Int64, Int64, Int64?)])
  func aServerIsLeftAloneForAsLongAsItSays(wish: Int64, until: Int64, end: Int64?) {
    var sender = sender()
    _ = sender.next(at: 0)
    _ = sender.receive(.unavailable(after: wish, "429"), at: 0)
    #expect(
      sender.next(at: 0) == end.map { .end(.unanswered("429", until: $0)) } ?? .wait(until: until))
  }

  @Test(
    arguments: [
      (nil, nil), ("7", 7_000), ("-1", 0), ("soon", nil), ("", nil),
      ("Fri, 20 Nov 2026 23:06:51 GMT", 61_000), ("Fri, 20 Nov 2026 23:00:51 GMT", 0),
      ("Fri, 20 Foo 2026 23:06:51 GMT", nil), ("Fri, 99 Nov 2026 23:06:51 GMT", nil),
    ] as [(String?, Int64?)])
  func aWishToWaitIsReadInSecondsOrAsADate(header: String?, wait: Int64?) {
    #expect(ServerAnswer.wait(header, now: 1_795_215_950_000) == wait)
  }
}
