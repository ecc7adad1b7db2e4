import Foundation
import RecorderEngine
import Support
import Testing

/// Random practice: each batch is 100 runs of 60 commands, and every failure names its seed.
@Suite struct FoldProperty {
  static let batches = Array(0..<24)
  static let runs = 100
  static let commands = 60

  static func seed(batch: Int, run: Int) -> UInt64 { UInt64(batch * runs + run + 1) }

  /// A recorder of one of the profiles, with an account of bob's.
  static func recorder(seed: UInt64) -> TestRecorder {
    let profiles = TestProfile.all + [TestProfile.everyMethod, TestProfile.countingTogether]
    let bob = Preparation.Account(
      details: AccountDetails(name: "bob", group: "Advanced"), password: TestRecorder.password)
    return TestRecorder.installed(
      profiles[Int(seed) % profiles.count], accounts: [bob], withEveryMethod: true)
  }

  @Test(
    "Folding the events over the first snapshot gives the state's own snapshot",
    arguments: batches)
  func fold(batch: Int) {
    for run in 0..<Self.runs {
      let seed = Self.seed(batch: batch, run: run)
      var recorder = Self.recorder(seed: seed)
      var hands = RandomCommands(seed: seed)
      var seen = recorder.snapshot
      for count in 0..<Self.commands {
        let (wait, command) = hands.next(seeing: seen, at: recorder.now)
        for event in recorder.tell(command, after: wait) { seen.absorb(event) }
        guard seen == recorder.snapshot else {
          Issue.record("seed \(seed), command \(count): \(command)")
          return
        }
      }
    }
  }

  @Test("The same seed and commands bring about the same events", arguments: [0, 1, 2])
  func determinism(batch: Int) {
    for run in 0..<Self.runs {
      let seed = Self.seed(batch: batch, run: run)
      let (first, one) = Self.practise(seed: seed)
      let (second, two) = Self.practise(seed: seed)
      #expect(first == second && one == two, "seed \(seed)")
    }
  }

  @Test("A state that is written and read is the same, and goes on the same", arguments: [0, 1, 2])
  func coding(batch: Int) throws {
    for run in stride(from: 0, to: Self.runs, by: 5) {
      let seed = Self.seed(batch: batch, run: run)
      let (_, state) = Self.practise(seed: seed)
      let data = try JSONEncoder().encode(state)
      let read = try JSONDecoder().decode(RecorderState.self, from: data)
      #expect(read == state, "seed \(seed)")
    }
  }

  @Test("Random practice reaches what it is meant to reach")
  func reach() {
    var events: [RecorderEvent] = []
    for run in 0..<(10 * Self.runs) { events += Self.practise(seed: UInt64(run + 1)).events }
    let resets = events.count { if case .power(.resetDone) = $0 { true } else { false } }
    let recovered = events.logged.count {
      if case .passwordRecovered = $0 { true } else { false }
    }
    let signIns = events.logged.count { $0 == .signedIn }
    let lockOuts = events.logged.count { $0 == .lockedOut }
    #expect(resets > 20)
    #expect(recovered > 10)
    #expect(signIns > 200)
    #expect(lockOuts > 20)
    // A QR code grows too old only where somebody waits for a day.
    #expect(Set(events.deaths) == Set(CodeDeath.allCases).subtracting([.tooOld]))
  }

  private static func practise(seed: UInt64) -> (events: [RecorderEvent], state: RecorderState) {
    var recorder = recorder(seed: seed)
    var hands = RandomCommands(seed: seed)
    var events: [RecorderEvent] = []
    for _ in 0..<commands {
      let (wait, command) = hands.next(seeing: recorder.snapshot, at: recorder.now)
      events += recorder.tell(command, after: wait)
    }
    return (events, recorder.state)
  }
}

@Suite struct SecurityProperty {
  @Test(
    "Without a right password, answer or code and without the button nobody gets in",
    arguments: FoldProperty.batches)
  func nobodyGetsIn(batch: Int) {
    for run in 0..<FoldProperty.runs {
      let seed = FoldProperty.seed(batch: batch, run: run)
      var recorder = FoldProperty.recorder(seed: seed)
      var hands = RandomCommands(seed: seed, knowing: .nothing)
      for count in 0..<FoldProperty.commands {
        let (wait, command) = hands.next(seeing: recorder.snapshot, at: recorder.now)
        let events = recorder.tell(command, after: wait)
        let isIn = recorder.snapshot.session != nil || events.logged.contains(.signedIn)
        if isIn || recorder.snapshot.isGranted {
          Issue.record("seed \(seed), command \(count): \(command)")
          return
        }
      }
    }
  }
}

extension RecorderSnapshot {
  fileprivate var isGranted: Bool {
    if case .granted = recovery { true } else { false }
  }
}
