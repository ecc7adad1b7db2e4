import HTTPRequests
import ONVIFMessages
import RecorderEngine

/// Doing what a plan says: each order once, and then a look at what has become of it.
extension RealRecorder {
  func carryOut(_ plan: Plan) async throws(DeviceFault) -> [RecorderEvent] {
    let before = snapshot
    for step in plan.steps {
      if let refusal = try await order(step) {
        // What went before it may have been done.
        let now = plan.readings.isEmpty ? snapshot : try await readAgain(plan.readings)
        return Difference(before, now).events + [.refused(refusal)]
      }
      await follow(step)
    }
    switch plan.check {
    case .nothing:
      await forgetSession()
      return [.session(.signedOut(.restarted))]
    case .opens(let name): return try await look(whether: plan, opens: name)
    case .hasAccount, .hasNoAccount, .settings, .clock: break
    }
    let now = try await readAgain(plan.readings)
    guard let telling, plan.check.holds(telling) else {
      return Difference(before, now).events + [.refused(.told(Sentences.nothingChanged))]
    }
    var events = Difference(before, now).events
    // Whoever set the clock waits to hear of it, by however little it moved.
    if case .clock = plan.check, !events.contains(.clock(.changed(offset: now.clock.offset))) {
      events.append(.clock(.changed(offset: now.clock.offset)))
    }
    if case .settings(let values) = plan.check, events.isEmpty {
      events.append(.settingsChanged(values))
    }
    return events
  }

  /// Orders one thing; why the device said no, or nil.
  private func order(_ step: Plan.Step) async throws(DeviceFault) -> Refusal? {
    do throws(DeviceFault) {
      return try await refusal(of: step.operation)
    } catch {
      // Whether the own password is the old or the new one by now, one proof will tell.
      if error == .unsure, case .setUser(let user) = step, await isOwn(user.name),
        let secret = user.password
      {
        await conversation.begin(as: Credentials(user.name, secret))
      }
      throw error
    }
  }

  private func isOwn(_ name: AccountName) async -> Bool {
    await conversation.credentials?.name == name
  }

  private func refusal(
    of operation: some ONVIFOperation
  ) async throws(DeviceFault) -> Refusal? {
    switch try await conversation.write(operation) {
    case .answered: return nil
    case .refused(let fault) where fault.isNotAuthorized: return .told(Sentences.notAllowed)
    case .refused(let fault):
      let words = ForeignText.words(fault.reason) ?? fault.subcodes.last
      return .told(words.map { "The recorder says: \($0)" } ?? Sentences.refusedWithoutWords)
    case .status(let status): throw .misunderstood("HTTP \(status)")
    }
  }

  /// Whether a new password opens its account: one signed read with it.
  private func look(
    whether plan: Plan, opens name: AccountName
  ) async throws(DeviceFault) -> [RecorderEvent] {
    guard case .setUser(let user)? = plan.steps.first, let secret = user.password else { return [] }
    let credentials = Credentials(user.name, secret)
    let before = snapshot
    let result: SignInResult
    if await isOwn(user.name) {
      await conversation.begin(as: credentials)
      result = try await conversation.signIn()
    } else {
      let other = await Conversation(
        conversation.line, journal: setup.journal, systemClock: setup.systemClock)
      await other.begin(as: credentials)
      result = try await other.signIn()
    }
    guard result == .proven else { return [.refused(.told(Sentences.newPasswordRefused))] }
    pendingLevels[name] = nil
    let now = try await readAgain([.users])
    let events = Difference(before, now).events
    guard events.isEmpty, let account = now.account(name) else { return events }
    return [.accounts(.changed(name, account))]
  }

  /// Goes on where somebody has just put the device.
  private func follow(_ step: Plan.Step) async {
    let address = await conversation.line.address
    var moved: HTTPAddress?
    switch step {
    case .setInterface(let operation):
      let isTyped = telling?.card?.ipv4?.current?.address.description == address.host
      guard isTyped, let new = operation.manual?.first?.address.description else { return }
      moved = address.moved(to: new, port: address.port)
    case .setProtocols(let protocols):
      let kind: NetworkProtocolKind = address.isEncrypted ? .https : .http
      let own = address.port ?? (address.isEncrypted ? 443 : 80)
      guard telling?.service(kind)?.ports.contains(own) == true,
        let new = protocols.first(where: { $0.kind == .known(kind) })?.ports.first, new != own
      else { return }
      moved = address.moved(to: address.host, port: new)
    default: return
    }
    guard let moved, moved != address else { return }
    await conversation.move(to: DeviceLine(moved, pin: setup.certificate?.pin))
  }
}

/// What is different about a recorder that was read again, as the events that the screens learn from.
struct Difference {
  /// In the order of settings, accounts, clock.
  let events: [RecorderEvent]

  init(_ before: RecorderSnapshot?, _ after: RecorderSnapshot?) {
    guard let before, let after else {
      events = []
      return
    }
    var events: [RecorderEvent] = []
    let settings = after.settings.values.filter { before.settings[$0.key] != $0.value }
    if !settings.isEmpty { events.append(.settingsChanged(settings)) }
    for account in after.accounts {
      let old = before.account(account.name)
      if old == nil { events.append(.accounts(.added(account))) }
      if let old, old != account { events.append(.accounts(.changed(account.name, account))) }
    }
    for account in before.accounts where after.account(account.name) == nil {
      events.append(.accounts(.removed(account.name)))
    }
    let moved = after.clock.offset - before.clock.offset
    if moved > .seconds(1) || .zero - moved > .seconds(1) {
      events.append(.clock(.changed(offset: after.clock.offset)))
    }
    self.events = events
  }
}
