import RecorderEngine
import Support
import Testing

/// No order of commands opens the recorder without a valid proof, and every valid proof does.
///
/// Each batch is 40 runs of 150 commands, each after a wait of its own; every failure names its
/// seed.
@Suite struct RecoveryProperty {
  static let batches = Array(0..<18)
  static let runs = 40
  static let commands = 150

  /// What a run came across.
  private struct Tally {
    var opened: [RecoveryMethod: Int] = [:]
    var refused = 0
    var recovered = 0
    var problem: String?

    mutating func add(_ other: Tally) {
      opened.merge(other.opened, uniquingKeysWith: +)
      refused += other.refused
      recovered += other.recovered
      problem = problem ?? other.problem
    }
  }

  @Test(
    "A proof opens where an independent ledger says that it is valid, and nowhere else",
    arguments: batches)
  func onlyValidProofsOpen(batch: Int) {
    var tally = Tally()
    for run in 0..<Self.runs {
      tally.add(Self.play(seed: UInt64(batch * Self.runs + run + 1)))
      guard tally.problem == nil else { break }
    }
    #expect(tally.problem == nil)
    #expect(tally.recovered > 20)
    #expect(tally.refused > 200)
  }

  @Test func `valid proofs of every method are among them`() {
    var tally = Tally()
    for seed in 1...100 { tally.add(Self.play(seed: UInt64(seed))) }
    for method in RecoveryMethod.allCases {
      #expect(tally.opened[method, default: 0] > 2, "\(method)")
    }
  }

  private static func play(seed: UInt64) -> Tally {
    let profiles = [TestProfile.everyMethod, TestProfile.countingTogether]
    var recorder = TestRecorder.installed(profiles[Int(seed) % 2], withEveryMethod: true)
    var ledger = RecoveryLedger(recorder.profile.recovery)
    var hands = RecoveryHands(seed: seed)
    var tally = Tally()
    for count in 0..<commands {
      let (wait, command) = hands.next(
        seeing: recorder.snapshot, at: recorder.now, deadlines: ledger.deadlines)
      for (wait, command) in Self.steps(wait, command) {
        let problem = step(command, after: wait, &recorder, &ledger, &tally)
        hands.note(recorder, ledger)
        guard let problem else { continue }
        tally.problem = "seed \(seed), command \(count), \(command): \(problem)"
        return tally
      }
    }
    return tally
  }

  /// What happens by itself meanwhile comes first, so that the ledger sees what it judges.
  private static func steps(
    _ wait: Interval, _ command: RecorderCommand
  ) -> [(Interval, RecorderCommand)] {
    wait == .zero ? [(.zero, command)] : [(wait, .passTime), (.zero, command)]
  }

  private static func step(
    _ command: RecorderCommand, after wait: Interval, _ recorder: inout TestRecorder,
    _ ledger: inout RecoveryLedger, _ tally: inout Tally
  ) -> String? {
    let before = recorder.snapshot
    ledger.pass(to: recorder.now + wait)
    let verdict = ledger.verdict(on: command, seeing: before, at: recorder.now + wait)
    let events = recorder.tell(command, after: wait)
    let isGranted = events.logged.contains {
      if case .recoveryGranted = $0 { true } else { false }
    }
    switch verdict {
    case .right(let method): tally.opened[method, default: 0] += 1
    case .wrong: tally.refused += 1
    case .noProof: break
    }
    let isExpected = if case .right = verdict { true } else { false }
    guard isGranted == isExpected else {
      return isGranted ? "opened, which is \(verdict)" : "did not open, which is \(verdict)"
    }
    tally.recovered += events.logged.count {
      if case .passwordRecovered = $0 { true } else { false }
    }
    return ledger.learn(command, verdict, events, from: before, to: recorder)
  }
}
