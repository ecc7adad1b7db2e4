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
    for kind in CommandKind.allCases {
      let examples = kind.examples(password: password)
      #expect(!examples.isEmpty, "\(kind) has no example")
      for command in examples {
        #expect(CommandKind(command) == kind, "\(command) is no \(kind)")
        for isSignedIn in [false, true] {
          try await isAnswered(command, of: kind, isSignedIn: isSignedIn)
        }
      }
    }
  }

  private func isAnswered(
    _ command: RecorderCommand, of kind: CommandKind, isSignedIn: Bool
  ) async throws(DeviceFault) {
    let adapter = await make()
    var snapshot = try await adapter.connect()
    guard !isMissing(command, at: adapter) else { return }
    if isSignedIn {
      for event in try await adapter.perform(.signIn(.admin, password)) { snapshot.absorb(event) }
    }
    let events = try await adapter.perform(command)
    #expect(!events.isEmpty || kind.mayBeSilent, "\(command) is not answered")
    for event in events { snapshot.absorb(event) }
    let fresh = try await adapter.connect()
    #expect(snapshot == fresh, "after \(command)")
    await adapter.disconnect()
  }

  private func aRefusalIsAnEvent() async throws(DeviceFault) {
    let adapter = await make()
    _ = try await adapter.connect()
    let events = try await adapter.perform(.signIn(.admin, "certainly wrong"))
    #expect(events.refusals.count == 1)
    guard !isMissing(.accounts, at: adapter) else { return }
    let refusals = try await adapter.perform(.removeAccount(.admin)).refusals
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
      .signIn(.admin, "MARKED-guess"), .signIn(.admin, password),
      .changePassword(current: "MARKED-current", .twice("MARKED-new-1")),
      .changePassword(current: password, .twice("MARKED-new-2")), .signOut,
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
    let all = CommandKind.allCases.flatMap { $0.examples(password: password) }
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
      .signIn(.admin, "certainly wrong"), .signIn(.admin, password), .stayAwake,
      .searchRecordings(day: TestRecorder.start), .readLog,
      .addAccount(AccountDetails(name: "guest", group: "Ordinary"), .twice("Guest-Pass1")),
      .changeAccount("guest", AccountChange(isEnabled: false)), .removeAccount("guest"),
      .addGroup("Night shift", copyOf: "Ordinary"), .removeGroup("Night shift"),
      .setAccessList(AccessList(mode: .block, addresses: ["10.0.0.9"])),
      .signInRemotely("admin", "certainly wrong", from: "10.0.0.9"),
      .disconnectRemote(from: "10.0.0.9"), .exportConfiguration,
      .upgrade(with: "no such file", Approval(password)), .setUp(.finish),
      .factoryDefault(keepsNetwork: true, Approval("certainly wrong")), .signOut,
      .openRecovery, .closeRecovery, .pressResetButton, .releaseResetButton,
      .switchPower(on: false), .switchPower(on: true), .passTime,
    ]
  }

  private func isMissing(_ command: RecorderCommand, at adapter: any DeviceAdapter) -> Bool {
    command.need.map { isMissing($0, at: adapter) } ?? false
  }

  private func isMissing(_ need: Need, at adapter: any DeviceAdapter) -> Bool {
    adapter.capabilities.missing.contains { $0.what == need }
  }
}
