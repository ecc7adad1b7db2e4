import ONVIFMessages
import RecorderEngine
import Support
import Synchronization
import Testing

@testable import RealRecorder

/// The own password was changed, perhaps: the new one and the old one are asked about once each.
@Suite(.besideDevices) struct OwnPasswordTests {
  private func opened(
    _ habits: StandInHabits
  ) async throws -> (StandInDevice, RealRecorder) {
    let device = try StandInDevice(habits)
    let recorder = try device.recorder()
    _ = try await recorder.opened()
    return (device, recorder)
  }

  private var change: RecorderCommand {
    let new = Secret("New-Pass-22")
    return .accounts(
      .changePassword(current: Secret(StandInState.password), NewPassword(new, again: new)))
  }

  @Test("Answered with success and not set: signed in by the old one, it is said")
  func pretended() async throws {
    var habits = StandInHabits()
    habits.pretends = ["SetUser"]
    let (device, recorder) = try await opened(habits)
    #expect(try await recorder.perform(change).isRefused(with: Sentences.nothingChanged))
    #expect(device.refusals == 1)
    #expect(try await recorder.connect().accounts.count == 2)
    #expect(device.refusals == 1)
  }

  @Test("The last try before the account is locked is left to whoever types")
  func lastTry() async throws {
    var habits = StandInHabits()
    habits.pretends = ["SetUser"]
    habits.refusal = .words("You still have 1 attempt(s)", status: 400)
    let (device, recorder) = try await opened(habits)
    #expect(try await recorder.perform(change).isRefused(with: Sentences.newPasswordRefused))
    let proofs = device.proofs
    await #expect(throws: DeviceFault.heldBack) { try await recorder.connect() }
    #expect(device.proofs == proofs)
    #expect(device.refusals == 1)
  }

  @Test("Neither is good: both were asked about, and nothing more is")
  func neither() async throws {
    var habits = StandInHabits()
    habits.deliveries = ["SetUser": .cut]
    let (device, recorder) = try await opened(habits)
    await #expect(throws: DeviceFault.unsure) { try await recorder.perform(change) }
    device.change { $0.users[0].password = "Third-Pass-1" }
    for _ in 1...2 {
      await #expect(throws: DeviceFault.heldBack) { try await recorder.connect() }
      #expect(device.refusals == 2)
    }
  }

  @Test("No answer came: one proof with the new one tells")
  func unsure() async throws {
    var habits = StandInHabits()
    habits.deliveries = ["SetUser": .cut]
    let (device, recorder) = try await opened(habits)
    await #expect(throws: DeviceFault.unsure) { try await recorder.perform(change) }
    #expect(try await recorder.connect().session?.account == .admin)
    #expect(device.refusals == 0)
  }

  @Test(
    "An answer that says nothing is none: one proof with the new one tells", arguments: [200, 500])
  func emptyAnswer(status: Int) async throws {
    var habits = StandInHabits()
    habits.answersEmptily = ["SetUser": status]
    let (device, recorder) = try await opened(habits)
    await #expect(throws: DeviceFault.unsure) { try await recorder.perform(change) }
    #expect(try await recorder.connect().session?.account == .admin)
    #expect(device.refusals == 0)
  }

  @Test("Nothing that is understood came before it left: it was not changed")
  func neverLeft() async throws {
    var habits = StandInHabits()
    habits.signIn = .digest([.sha256])
    habits.usesUpNonces = true
    let (device, recorder) = try await opened(habits)
    let refusals = device.refusals
    device.change { $0.habits.statuses["GetDeviceInformation"] = 200 }
    await #expect {
      try await recorder.perform(change)
    } throws: { error in
      if case DeviceFault.misunderstood = error { true } else { false }
    }
    device.change { $0.habits.statuses = [:] }
    #expect(try await recorder.connect().accounts.count == 2)
    #expect(!device.operations().contains("SetUser") && device.refusals == refusals)
  }

  @Test("No answer came and nothing was done: one more with the old one goes on")
  func unsureAndNotDone() async throws {
    var habits = StandInHabits()
    habits.deliveries = ["SetUser": .cut]
    habits.pretends = ["SetUser"]
    let (device, recorder) = try await opened(habits)
    await #expect(throws: DeviceFault.unsure) { try await recorder.perform(change) }
    #expect(try await recorder.connect().session?.account == .admin)
    #expect(device.refusals == 1)
  }

  @Test("A fetch of events that has its turn, and only lacks a nonce, waits for it as well")
  func hushedFetch() async throws {
    var habits = StandInHabits()
    habits.signIn = .digest([.sha256])
    habits.hasEvents = true
    habits.longestWait = .zero
    let device = try StandInDevice(habits)
    let passed = Mutex(Interval.zero)
    let recorder = try device.recorder(isForOneOrder: true, later: { passed.withLock { $0 } })
    _ = try await recorder.opened()
    let conversation = await recorder.conversation
    let subscription = try #require(try await conversation.subscribe())
    passed.withLock { $0 = .hours(2) }
    device.change {
      $0.habits.clockOffset = .hours(2)
      $0.habits.holds = ["GetEventProperties"]
    }
    let task = Task { try await conversation.fetch(from: subscription) }
    await wait { device.operations().contains("GetEventProperties (unsigned)") }
    await conversation.hush()
    device.change { $0.habits.holds = [] }
    while await !conversation.isWaitedFor, !device.operations().contains("PullMessages") {
      await Task.yield()
    }
    #expect(!device.operations().contains("PullMessages"))
    await conversation.endHush()
    #expect(try await task.value != nil)
  }

  @Test("No answer came, and nobody has asked since: nothing leaves without a proof")
  func unsigned() async throws {
    var habits = StandInHabits()
    habits.deliveries = ["SetUser": .cut]
    let (device, recorder) = try await opened(habits)
    await #expect(throws: DeviceFault.unsure) { try await recorder.perform(change) }
    let asked = device.asked.count
    await #expect(throws: DeviceFault.notConnected) {
      try await recorder.perform(.changeSettings([.deviceName: "x"]))
    }
    #expect(device.asked.count == asked)
    #expect(try await recorder.connect().session?.account == .admin)
  }

  @Test("A fetch that is refused while it is being changed: the old one is not asked about")
  func refusedFetch() async throws {
    var habits = StandInHabits()
    habits.hasEvents = true
    habits.forbids = ["PullMessages"]
    let device = try StandInDevice(habits)
    let recorder = try device.recorder(isForOneOrder: true)
    _ = try await recorder.opened()
    let conversation = await recorder.conversation
    let subscription = try #require(try await conversation.subscribe())
    device.change { $0.habits.holds = ["PullMessages", "SetUser"] }
    let fetch = Task { try await conversation.fetch(from: subscription) }
    await wait { device.operations().last == "PullMessages" }
    let change = Task { try await recorder.perform(self.change) }
    await wait { device.operations().last == "SetUser" }
    device.change { $0.habits.holds = ["SetUser"] }
    await #expect(throws: DeviceFault.notConnected) { try await fetch.value }
    device.change { $0.habits.holds = [] }
    #expect(try await change.value.refusals.isEmpty)
    #expect(device.refusals == 1)
    #expect(try await recorder.connect().accounts.count == 2)
  }

  @Test("While it is being changed nothing else signed leaves, and then not in its old name")
  func hushed() async throws {
    let (device, recorder) = try await opened(StandInHabits())
    let conversation = await recorder.conversation
    await conversation.hush()
    let proofs = device.proofs
    let task = Task { try await conversation.read(GetHostname()) }
    while await conversation.waiting.isEmpty, device.proofs == proofs { await Task.yield() }
    await conversation.begin(as: Credentials(.admin, Secret(StandInState.password)))
    await #expect(throws: DeviceFault.notConnected) { try await task.value }
    #expect(device.proofs == proofs)
  }
}
