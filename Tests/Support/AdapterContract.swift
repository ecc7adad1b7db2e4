import RecorderEngine
import Testing

/// What every adapter must keep to, whichever recorder is behind it.
///
/// Each expectation gets an adapter of its own from `make`: a recorder that runs, at which nobody
/// is signed in, and whose `admin` has the password given here.
public struct AdapterContract: Sendable {
  let make: @Sendable () async -> any DeviceAdapter
  let password: Secret

  public init(
    password: Secret = TestRecorder.password,
    make: @escaping @Sendable () async -> any DeviceAdapter
  ) {
    self.password = password
    self.make = make
  }

  /// Checks every expectation.
  public func run() async {
    do {
      try await nothingIsDoneBeforeConnecting()
      try await eventsLeadFromOneSnapshotToTheNext()
      try await everyCommandIsAnswered()
      try await aRefusalIsAnEvent()
      try await passingTimeIsHarmless()
      try await noSecretComesBack()
      try await whatIsMissingIsNotSupported()
      await disconnectingEndsTheEvents()
    } catch {
      Issue.record("An adapter that is connected answered with a fault: \(error)")
    }
  }

  private func nothingIsDoneBeforeConnecting() async throws(DeviceFault) {
    let adapter = await make()
    await #expect(throws: DeviceFault.notConnected) { try await adapter.perform(.passTime) }
    _ = try await adapter.connect()
    await adapter.disconnect()
    await #expect(throws: DeviceFault.notConnected) { try await adapter.perform(.passTime) }
  }

  private func eventsLeadFromOneSnapshotToTheNext() async throws(DeviceFault) {
    let adapter = await make()
    var snapshot = try await adapter.connect()
    for command in session where !isMissing(command, at: adapter) {
      for event in try await adapter.perform(command) { snapshot.absorb(event) }
      let fresh = try await adapter.connect()
      #expect(snapshot == fresh, "after \(command)")
    }
  }

  /// Every command that there is, at the door and with admin signed in, each at a recorder of its
  /// own: answered by events or refused, and told in full by them.
  private func everyCommandIsAnswered() async throws(DeviceFault) {
    for command in CommandExamples(password: password).all {
      for isSignedIn in [false, true] { try await isAnswered(command, isSignedIn: isSignedIn) }
    }
  }

  private func isAnswered(
    _ command: RecorderCommand, isSignedIn: Bool
  ) async throws(DeviceFault) {
    let adapter = await make()
    var snapshot = try await adapter.connect()
    guard !isMissing(command, at: adapter) else { return }
    if isSignedIn {
      for event in try await adapter.perform(.session(.signIn(.admin, password))) {
        snapshot.absorb(event)
      }
    }
    let events = try await adapter.perform(command)
    #expect(!events.isEmpty || command.mayBeSilent, "\(command) is not answered")
    for event in events { snapshot.absorb(event) }
    let fresh = try await adapter.connect()
    #expect(snapshot == fresh, "after \(command)")
    await adapter.disconnect()
  }

  private func aRefusalIsAnEvent() async throws(DeviceFault) {
    let adapter = await make()
    _ = try await adapter.connect()
    let events = try await adapter.perform(.session(.signIn(.admin, "certainly wrong")))
    #expect(events.refusals.count == 1)
    guard !isMissing(.accounts, at: adapter) else { return }
    let refusals = try await adapter.perform(.accounts(.remove(.admin))).refusals
    #expect(refusals == [.signInNeeded])
  }

  private func passingTimeIsHarmless() async throws(DeviceFault) {
    let adapter = await make()
    let before = try await adapter.connect()
    let events = try await adapter.perform(.passTime)
    #expect(events.refusals.isEmpty)
    let after = try await adapter.connect()
    #expect(after.session == before.session)
    #expect(after.accounts == before.accounts)
    #expect(after.settings == before.settings)
  }

  private func noSecretComesBack() async throws(DeviceFault) {
    let adapter = await make()
    var told = "\(try await adapter.connect())"
    let marked: [RecorderCommand] = [
      .session(.signIn(.admin, "MARKED-guess")), .session(.signIn(.admin, password)),
      .accounts(.changePassword(current: "MARKED-current", .twice("MARKED-new-1"))),
      .accounts(.changePassword(current: password, .twice("MARKED-new-2"))), .session(.signOut),
    ]
    for command in marked where !isMissing(command, at: adapter) {
      told += "\(try await adapter.perform(command))"
    }
    told += "\(try await adapter.connect())"
    #expect(!told.contains("MARKED"))
    #expect(!told.contains(password.revealed { $0 }))
  }

  private func whatIsMissingIsNotSupported() async throws(DeviceFault) {
    let adapter = await make()
    _ = try await adapter.connect()
    let all = CommandExamples(password: password).all
    for lack in adapter.capabilities.missing {
      let (need, reason) = (lack.what, lack.why)
      #expect(!reason.isEmpty, "\(need) is missing without a reason")
      for command in all where command.need == need {
        await #expect(throws: DeviceFault.unsupported(reason)) {
          try await adapter.perform(command)
        }
      }
    }
  }

  /// A stream that never ends shows as a test over its time limit.
  private func disconnectingEndsTheEvents() async {
    let adapter = await make()
    _ = try? await adapter.connect()
    let events = adapter.events()
    await adapter.disconnect()
    for await _ in events {}
  }

  /// What somebody with the password may do in a minute.
  private var session: [RecorderCommand] {
    [
      .session(.signIn(.admin, "certainly wrong")), .session(.signIn(.admin, password)),
      .session(.stayAwake),
      .searchRecordings(day: TestRecorder.start), .readLog,
      .accounts(.add(AccountDetails(name: "guest", group: "Ordinary"), .twice("Guest-Pass1"))),
      .accounts(.change("guest", AccountChange(isEnabled: false))), .accounts(.remove("guest")),
      .groups(.add("Night shift", copyOf: "Ordinary")), .groups(.remove("Night shift")),
      .remote(.setAccessList(AccessList(mode: .block, addresses: ["10.0.0.9"]))),
      .remote(.signIn("admin", "certainly wrong", from: "10.0.0.9")),
      .remote(.disconnect(from: "10.0.0.9")), .maintenance(.exportConfiguration),
      .maintenance(.upgrade(with: "no such file", Approval(password))), .setUp(.finish),
      .maintenance(.factoryDefault(keepsNetwork: true, Approval("certainly wrong"))),
      .session(.signOut),
      .recovery(.open), .recovery(.close), .hands(.pressResetButton), .hands(.releaseResetButton),
      .hands(.switchPower(on: false)), .hands(.switchPower(on: true)), .passTime,
    ]
  }

  private func isMissing(_ command: RecorderCommand, at adapter: any DeviceAdapter) -> Bool {
    command.need.map { isMissing($0, at: adapter) } ?? false
  }

  private func isMissing(_ need: Need, at adapter: any DeviceAdapter) -> Bool {
    adapter.capabilities.missing.contains { $0.what == need }
  }
}
