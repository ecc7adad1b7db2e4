import PracticeDesk
import RecorderEngine
import Support
import Testing

@Suite struct AdapterContractTests {
  static func practiceAdapter() -> SimulatedAdapter {
    SimulatedAdapter(
      desk: Desk(recorder: TestRecorder.installed().state, seed: 1, now: TestRecorder.start),
      clock: ManualClock(),
      cryptography: PlainCryptography())
  }

  @Test("The practice recorder's adapter keeps the contract", .timeLimit(.minutes(1)))
  func simulated() async {
    await AdapterContract { Self.practiceAdapter() }.run()
  }

  @Test("An adapter that reaches only the menu keeps it as well", .timeLimit(.minutes(1)))
  func menuOnly() async {
    await AdapterContract { MenuOnlyAdapter(Self.practiceAdapter()) }.run()
  }

  @Test("An adapter that does what it says it cannot is found out", .timeLimit(.minutes(1)))
  func dishonest() async {
    await withKnownIssue {
      await AdapterContract { MenuOnlyAdapter(Self.practiceAdapter(), isHonest: false) }.run()
    }
  }
}

/// A recorder at the other end of a cable: nobody there to touch its case.
actor MenuOnlyAdapter: DeviceAdapter {
  static let reason = "Nobody stands at the recorder."

  nonisolated let capabilities = Capabilities(
    isPractice: false, missing: [Lack(.hands, why: reason)])
  private let behind: SimulatedAdapter
  private let isHonest: Bool

  init(_ behind: SimulatedAdapter, isHonest: Bool = true) {
    self.behind = behind
    self.isHonest = isHonest
  }

  func connect() async throws(DeviceFault) -> RecorderSnapshot { try await behind.connect() }

  func perform(_ command: RecorderCommand) async throws(DeviceFault) -> [RecorderEvent] {
    if isHonest, let why = capabilities.whyNot(command) { throw .unsupported(why) }
    return try await behind.perform(command)
  }

  nonisolated func events() -> AsyncStream<RecorderEvent> { behind.events() }

  func disconnect() async { await behind.disconnect() }
}
