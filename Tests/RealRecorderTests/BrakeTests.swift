import DeviceProofs
import HTTPRequests
import ONVIFMessages
import RecorderEngine
import Support
import Synchronization
import Testing

@testable import RealRecorder

/// After somebody was let in: a refusal may count as a wrong password, and is not followed by others.
@Suite(.besideDevices) struct BrakeTests {
  private func opened(
    _ habits: StandInHabits = StandInHabits()
  ) async throws -> (StandInDevice, RealRecorder) {
    let device = try StandInDevice(habits)
    let recorder = try device.recorder()
    _ = try await recorder.opened()
    return (device, recorder)
  }

  private func lockOthersOut(_ device: StandInDevice) {
    device.change { $0.users[0].password = "Set-By-Another-1" }
  }

  @Test("A no to what was answered before holds everything back")
  func answeredBefore() async throws {
    let (device, recorder) = try await opened()
    lockOthersOut(device)
    await #expect(throws: DeviceFault.heldBack) { try await recorder.conversation.read(GetNTP()) }
    #expect(device.refusals == 1)
    let asked = device.proofs
    await #expect(throws: DeviceFault.heldBack) { try await recorder.connect() }
    await #expect(throws: DeviceFault.heldBack) { try await recorder.perform(.readLog) }
    #expect(device.proofs == asked)
  }

  @Test("Of many reads only those that were under way are refused")
  func many() async throws {
    let (device, recorder) = try await opened()
    lockOthersOut(device)
    await #expect(throws: DeviceFault.heldBack) { try await recorder.connect() }
    #expect((1...2).contains(device.refusals), "\(device.refusals)")
  }

  @Test(
    "A no to what nobody has answered yet: the proof tells, and is the last one",
    arguments: [StandInHabits.SignIn.token, .digest([.sha256])])
  func neverAnswered(signIn: StandInHabits.SignIn) async throws {
    var habits = StandInHabits()
    habits.signIn = signIn
    let (device, recorder) = try await opened(habits)
    lockOthersOut(device)
    await #expect(throws: DeviceFault.heldBack) {
      try await recorder.conversation.write(SetHostname("x"))
    }
    #expect(device.refusals == 2)
    let again = RecorderCommand.changeSettings([.deviceName: "x"])
    await #expect(throws: DeviceFault.heldBack) { try await recorder.perform(again) }
    #expect(device.refusals == 2)
  }

  @Test("Nobody counts to three while the first reads are under way")
  func firstReads() async throws {
    let device = try StandInDevice()
    let recorder = try device.recorder()
    _ = try await recorder.open()
    lockOthersOut(device)
    await #expect(throws: DeviceFault.heldBack) { try await recorder.connect() }
    #expect(device.refusals <= 3, "Two were under way, and one looked.")
  }

  @Test(
    "What an account may not do it is not asked for again, and the rest goes on",
    arguments: [StandInHabits.SignIn.token, .digest([.md5])])
  func notAllowed(signIn: StandInHabits.SignIn) async throws {
    var habits = StandInHabits()
    habits.signIn = signIn
    habits.forbids = ["GetNTP", "SetHostname"]
    let (device, recorder) = try await opened(habits)
    let before = device.refusals
    let command = RecorderCommand.changeSettings([.deviceName: "x"])
    for _ in 1...2 {
      let events = try await recorder.perform(command)
      #expect(events.isRefused(with: Sentences.notAllowed))
    }
    #expect(device.refusals == before + 1)
    #expect(try await recorder.connect().settings[.rtspPort] == "554")
    #expect(device.refusals == before + 1)
  }

  @Test("A clock that was set meanwhile is signed by, and nothing is held back")
  func clockSet() async throws {
    let (device, recorder) = try await opened()
    device.change { $0.habits.clockOffset = .hours(9) }
    #expect(try await recorder.connect().accounts.count == 2)
    #expect(device.refusals <= 2, "\(device.refusals)")
  }

  @Test("Once the clocks moved the proof tells first: the password is asked about once")
  func clockSetAndLocked() async throws {
    let (device, recorder) = try await opened()
    device.change { $0.habits.clockOffset = .hours(9) }
    lockOthersOut(device)
    await #expect(throws: DeviceFault.heldBack) {
      try await recorder.conversation.write(SetHostname("x"))
    }
    #expect(device.refusals == 2, "The order, and the proof.")
    #expect(device.operations().last == "GetDeviceInformation")
  }

  @Test("A nonce that is too old, and a password that is another one: one proof tells")
  func staleAndLocked() async throws {
    var habits = StandInHabits()
    habits.signIn = .digest([.sha256])
    let (device, recorder) = try await opened(habits)
    device.change { $0.habits.isStaleOnce = true }
    lockOthersOut(device)
    await #expect(throws: DeviceFault.heldBack) {
      try await recorder.conversation.write(SetHostname("x"))
    }
    #expect(device.refusals == 2, "The order, and the proof.")
  }

  @Test("A no without the code that says why is known by how the device says it")
  func withoutCode() async throws {
    var habits = StandInHabits()
    habits.refusal = .withoutSubcode(status: 400)
    let (device, recorder) = try await opened(habits)
    lockOthersOut(device)
    await #expect(throws: DeviceFault.heldBack) { try await recorder.connect() }
    #expect(device.refusals <= 2, "\(device.refusals)")
  }

  @Test("A nonce that is good at one place alone: each place has its own")
  func boundNonces() async throws {
    var habits = StandInHabits()
    habits.signIn = .digest([.sha256])
    habits.bindsNonces = true
    let (device, recorder) = try await opened(habits)
    #expect(await recorder.snapshot?.profile.channels.count == 2)
    let refusals = device.refusals
    #expect(try await recorder.connect().profile.channels.count == 2)
    #expect(device.refusals == refusals)
  }

  @Test(
    "A nonce that is forgotten in silence is asked for anew before that, at its own place",
    arguments: [false, true])
  func oldNonces(isBound: Bool) async throws {
    var habits = StandInHabits()
    habits.signIn = .digest([.sha256])
    habits.bindsNonces = isBound
    let device = try StandInDevice(habits)
    let passed = Mutex(Interval.zero)
    let recorder = try device.recorder(later: { passed.withLock { $0 } })
    _ = try await recorder.opened()
    let refusals = device.refusals
    passed.withLock { $0 = .hours(2) }
    device.change { $0.habits.clockOffset = .hours(2) }
    let told = try await recorder.connect()
    #expect(told.accounts.count == 2 && told.profile.channels.count == 2)
    #expect(device.refusals == refusals)
  }

  @Test("Who types again is let in again")
  func typedAgain() async throws {
    let (device, recorder) = try await opened()
    lockOthersOut(device)
    await #expect(throws: DeviceFault.heldBack) { try await recorder.connect() }
    _ = try await recorder.perform(.session(.signOut))
    let events = try await recorder.perform(
      .session(.signIn(.admin, Secret("Set-By-Another-1"))))
    #expect(events.contains { if case .session(.signedIn) = $0 { true } else { false } })
  }

  @Test("A read whose line broke is signed anew: no proof is taken twice")
  func signedAnew() async throws {
    let (device, recorder) = try await opened()
    device.change { $0.habits.cutsOnce = ["GetNTP"] }
    let reply = try await recorder.conversation.read(GetNTP())
    guard case .answered = reply else {
      Issue.record("\(reply)")
      return
    }
    #expect(device.refusals == 0)
  }

  @Test("Where a nonce is good once, a read whose line broke asks for another first")
  func signedByAnother() async throws {
    var habits = StandInHabits()
    habits.signIn = .digest([.sha256])
    habits.usesUpNonces = true
    let (device, recorder) = try await opened(habits)
    let refusals = device.refusals
    device.change { $0.habits.cutsOnce = ["GetNTP"] }
    let reply = try await recorder.conversation.read(GetNTP())
    guard case .answered = reply else {
      Issue.record("\(reply)")
      return
    }
    #expect(device.refusals == refusals)
  }

  @Test("A refusal that was waited with says nothing of a password that was typed since")
  func typedSince() async throws {
    let (_, recorder) = try await opened()
    let conversation = await recorder.conversation
    let (clock, typed) = (await conversation.clock, await conversation.timesTyped)
    let refused = try Exchange<ServerList>(
      GetNTP.self, HTTPConnection.Failure(unsent: .cut).part, at: "", by: clock, typed: typed)
    await conversation.doubt()
    await conversation.beginSettling()
    let task = Task {
      try await conversation.settle(refused, GetNTP(), at: nil, isWrite: false, isOwn: false)
    }
    while await !conversation.isWaitedFor { await Task.yield() }
    await conversation.begin(as: Credentials(.admin, Secret(StandInState.password)))
    await conversation.endSettling()
    await #expect(throws: DeviceFault.heldBack) { try await task.value }
    #expect(await !conversation.isHeldBack)
  }

  @Test(
    "A first proof without an answer is not given twice, and the last one until somebody types",
    arguments: [true, false])
  func firstProof(isCut: Bool) async throws {
    var habits = StandInHabits()
    habits.cutsProofs = isCut
    // Over the kept line of the question before it would be sent again without asking.
    if !isCut { habits.dropsProofsOf = ["GetDeviceInformation"] }
    let device = try StandInDevice(habits)
    let recorder = try device.recorder()
    await #expect(throws: DeviceFault.unsure) { try await recorder.open() }
    #expect(device.proofs == 1)
    await #expect(throws: DeviceFault.heldBack) { try await recorder.connect() }
    #expect(device.proofs == 1)
  }

  @Test("Whoever begins to wait as a doubt ends is not left waiting")
  func lastDoubt() async throws {
    let (_, recorder) = try await opened()
    let conversation = await recorder.conversation
    let caution = Conversation.Caution(isSigned: true, typed: await conversation.timesTyped)
    for round in 1...1_000 {
      await conversation.doubt()
      let isOver = Count()
      let tasks = (0..<4).map { _ in
        Task {
          await (try? conversation.turn(at: nil, caution))?.end()
          isOver.add()
        }
      }
      for _ in 0..<round % 20 { await Task.yield() }
      await conversation.beCertain()
      while isOver.value < tasks.count {
        guard await !conversation.isLeftWaiting else {
          Issue.record("left waiting in round \(round)")
          await conversation.wakeAll()
          return
        }
        await Task.yield()
      }
    }
  }
}
