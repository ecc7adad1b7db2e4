import HTTPRequests
import ONVIFMessages
import RecorderEngine

/// Doing what a plan says: each order once, and then a look at what has become of it.
extension RealRecorder {
  func carryOut(_ plan: Plan) async throws(DeviceFault) -> [RecorderEvent] {
    let before = snapshot
    var needsReboot = false
    for step in plan.steps {
      switch try await order(step) {
      case .refused(let refusal):
        // What went before it may have been done.
        let now = plan.readings.isEmpty ? snapshot : try await readAgain(plan.readings)
        return Difference(before, now).events + [.refused(refusal)]
      case .done(true):
        needsReboot = true
        await expect(step)
      case .done(false):
        guard await follow(step) != .unknown else {
          return await forgetSession(isGone: true)
            + [.session(.signedOut(.restarted)), .refused(.told(Sentences.elsewhere))]
        }
      }
    }
    if case .nothing = plan.check {
      let events = await forgetSession(isGone: true) + [.session(.signedOut(.restarted))]
      if case .factoryDefault? = plan.steps.last { await conversation.expectAnything() }
      let isLost = await conversation.followRestart() == .unknown
      return isLost ? events + [.refused(.told(Sentences.elsewhere))] : events
    }
    let events =
      if case .opens(let name) = plan.check {
        try await look(whether: plan, opens: name)
      } else {
        try await look(whether: plan, heldSince: before, mayBeLater: needsReboot)
      }
    return needsReboot ? events + [.refused(.told(Sentences.needsReboot))] : events
  }

  /// Whether settings or a clock are as a command wants them, by what was read last.
  public func isDone(_ command: RecorderCommand) async -> Bool {
    let own = await conversation.credentials?.secret
    guard let telling, let plan = try? plan(for: command, own: own ?? Secret("")) else {
      return false
    }
    switch plan.check {
    case .settings, .clock:
      return telling.missed.isDisjoint(with: plan.readings) && plan.check.holds(telling)
    case .hasAccount, .hasNoAccount, .opens, .nothing: return false
    }
  }

  /// Whether what was read afterwards is as it must be, where it has to be by now.
  private func look(
    whether plan: Plan, heldSince before: RecorderSnapshot?, mayBeLater: Bool
  ) async throws(DeviceFault) -> [RecorderEvent] {
    let now = try await readAgain(plan.readings)
    var events = Difference(before, now).events
    guard let telling, !mayBeLater else { return events }
    guard telling.missed.isDisjoint(with: plan.readings) else {
      return events + [.refused(.told(Sentences.notReadAgain))]
    }
    guard plan.check.holds(telling) else {
      return events + [.refused(.told(Sentences.nothingChanged))]
    }
    // Whoever set the clock waits to hear of it, by however little it moved.
    if case .clock = plan.check, !events.contains(.clock(.changed(offset: now.clock.offset))) {
      events.append(.clock(.changed(offset: now.clock.offset)))
    }
    if case .settings(let values) = plan.check, events.isEmpty {
      events.append(.settingsChanged(values))
    }
    return events
  }

  /// What became of one order.
  private enum Ordered {
    case done(needsReboot: Bool)
    case refused(Refusal)
  }

  private func order(_ planned: Plan.Step) async throws(DeviceFault) -> Ordered {
    guard let step = try await timed(planned) else { return .refused(.told(Sentences.busy)) }
    do throws(DeviceFault) {
      var changesOwn = false
      if case .setUser(let user) = step { changesOwn = await isOwn(user.name) }
      return try await ordered(step.operation, changesOwn: changesOwn)
    } catch {
      guard error == .unsure else { throw error }
      _ = await follow(step)
      if case .setUser(let user) = step, let secret = user.password {
        await doubt(Credentials(user.name, secret))
      }
      throw error
    }
  }

  /// The step as it leaves: what its clock shows may have been put right since it was read. nil: it
  /// does not tell that now.
  private func timed(_ step: Plan.Step) async throws(DeviceFault) -> Plan.Step? {
    guard case .keepTime(let operation) = step, operation.source == .manual else { return step }
    let before = telling?.clock.source
    try await conversation.readClock()
    let clock = await conversation.clock
    guard clock.source == before else { return nil }
    telling?.clock = clock
    return .setClock(
      SetSystemDateAndTime(
        .manual, observesSummerTime: operation.observesSummerTime, zone: operation.zone,
        utc: CivilTime(setup.systemClock() + clock.offset)))
  }

  private func ordered(
    _ operation: some ONVIFOperation, changesOwn: Bool
  ) async throws(DeviceFault) -> Ordered {
    let reply =
      changesOwn
      ? try await conversation.writeOwn(operation) : try await conversation.write(operation)
    switch reply {
    case .answered(let answer):
      // The network card answers yes, no or nothing.
      return .done(needsReboot: (answer as? Done)?.needsReboot ?? (answer as? Bool) ?? false)
    case .refused(let fault) where fault.isNotAuthorized:
      return .refused(.told(Sentences.notAllowed))
    case .refused(let fault):
      let words = ForeignText.words(fault.reason) ?? fault.subcodes.last
      return .refused(
        .told(words.map { "The recorder says: \($0)" } ?? Sentences.refusedWithoutWords))
    case .status(let status): throw .misunderstood("HTTP \(status)")
    }
  }

  private func isOwn(_ name: AccountName) async -> Bool {
    await conversation.credentials?.name == name
  }

  /// Nobody knows whether the own password is the new or the old one by now: one proof with the new
  /// one will tell, and one with the old one where that was refused.
  private func doubt(_ new: Credentials) async {
    guard await isOwn(new.name) else { return }
    formerCredentials = await conversation.credentials
    await conversation.begin(as: new)
  }

  /// Whether a new password opens its account: one signed read with it.
  private func look(
    whether plan: Plan, opens name: AccountName
  ) async throws(DeviceFault) -> [RecorderEvent] {
    guard case .setUser(let user)? = plan.steps.first, let secret = user.password else { return [] }
    let before = snapshot
    if let sentence = try await objection(to: Credentials(user.name, secret)) {
      return [.refused(.told(sentence))]
    }
    let now = try await readAgain([.users])
    let events = Difference(before, now).events
    if let telling, !telling.missed.contains(.users), let level = telling.user(name)?.level,
      level.known != user.level
    {
      return events + [.refused(.told(Sentences.levelNotTaken))]
    }
    guard events.isEmpty, let account = now.account(name) else { return events }
    return [.accounts(.changed(name, account))]
  }

  /// What is to be said of a password that was set; nil: it is good.
  private func objection(to new: Credentials) async throws(DeviceFault) -> String? {
    guard await isOwn(new.name) else {
      let other = await conversation.another()
      await other.begin(as: new)
      return try await other.signIn() == .proven ? nil : Sentences.newPasswordRefused
    }
    await doubt(new)
    guard try await proveEither() == .proven else { return Sentences.newPasswordRefused }
    let isNew = await conversation.credentials?.secret.matches(new.secret) == true
    return isNew ? nil : Sentences.nothingChanged
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
