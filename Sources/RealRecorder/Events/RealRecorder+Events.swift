import MakerMessages
import ONVIFMessages
import RecorderEngine

/// How far listening to a device has come.
struct Listening: Sendable {
  /// Whether the maker's own API is asked, over and over: ONVIF tells no events.
  var isByMaker = false
  /// Where the device keeps what happens; nil: that has to be asked for.
  var subscription: Subscription?
  /// How often it was tried in vain since the last answer.
  var tries = 0
  /// When the subscription was last made to last longer.
  var renewed = ContinuousClock.now
  /// Whether the device makes subscriptions last longer.
  var canRenew = true

  var pause: Interval { .pause(after: tries - 1) }
}

/// What happens at a device without being asked for: alarms, as it tells them.
extension RealRecorder {
  /// What came of the first try to listen.
  enum FirstTry: Sendable {
    case begun(Subscription)
    /// It did not answer this time.
    case later
    /// It knows no events, or does not let whoever is signed in listen.
    case never
    /// Somebody listens already, or there is nothing to be heard.
    case notNeeded
  }

  /// Asks for a subscription, once for whoever has signed in.
  func subscribe() async -> FirstTry {
    guard !setup.isForOneOrder, listening == nil, mayListen else { return .notNeeded }
    do throws(DeviceFault) {
      return try await conversation.subscribe().map { .begun($0) } ?? .never
    } catch {
      switch error {
      case .unsupported, .heldBack, .untrusted: return .never
      case .notConnected, .unreachable, .tooSlow, .unsure, .misunderstood: return .later
      }
    }
  }

  /// Listens from now on, where it can be.
  func listen(after first: FirstTry, channels: Int) async {
    var state = Listening()
    switch first {
    case .notNeeded: return
    case .never:
      mayListen = false
      guard let told = await conversation.makerAnswer(to: GetAlarmStatus()) else { return }
      state.isByMaker = true
      tell(alarms.take(standing: told.compactMap { $0.cause(channels: channels) }).map(event))
    case .later: state.tries = 1
    case .begun(let subscription): state.subscription = subscription
    }
    listening = state
    let rest = setup.rest
    listener = Task { [weak self] in
      if state.isByMaker {
        await rest(RealRecorder.makerPause)
      } else if state.subscription == nil {
        await rest(state.pause)
      }
      while !Task.isCancelled, let pause = await self?.listenOnce() {
        if pause > .zero { await rest(pause) }
      }
    }
  }

  /// Whether nobody knows for a moment which of two passwords is good.
  private var isBetweenPasswords: Bool {
    get async {
      guard formerCredentials == nil else { return true }
      return await conversation.isHushed
    }
  }

  /// Fetches once, and makes the subscription anew where it is gone. How long to rest before the next
  /// time; nil: it is over.
  private func listenOnce() async -> Interval? {
    if listening?.isByMaker == true { return await askMakerOnce() }
    let begun = ContinuousClock.now
    let isBetweenPasswords = await self.isBetweenPasswords
    do throws(DeviceFault) {
      guard let subscription = listening?.subscription else { return try await subscribeAnew() }
      guard let pulled = try await conversation.fetch(from: subscription) else {
        return isHeard { state in
          state.subscription = nil
          state.tries += 1
        }?.pause
      }
      guard isHeard({ $0.tries = 0 }) != nil else { return nil }
      take(pulled)
      await keep(subscription, pulled)
      // Some do not wait, and answer at once that there is nothing.
      let isHasty = pulled.messages.isEmpty && ContinuousClock.now - begun < .seconds(1)
      return isHasty ? .seconds(1) : RealRecorder.leastPause
    } catch {
      switch error {
      case .heldBack where isBetweenPasswords: return isHeard { $0.tries += 1 }?.pause
      case .unsupported, .heldBack, .untrusted:
        if !Task.isCancelled { hearNoMore() }
        return nil
      case .notConnected, .unreachable, .tooSlow, .unsure, .misunderstood:
        return isHeard { $0.tries += 1 }?.pause
      }
    }
  }

  /// How long after an answer the next fetch comes at the earliest: a device that has much to tell at once
  /// is not asked without a pause.
  private static let leastPause = Interval.milliseconds(200)

  /// How long after an answer the maker's alarms are asked for again.
  private static let makerPause = Interval.seconds(5)

  private func askMakerOnce() async -> Interval? {
    let isBetweenPasswords = await self.isBetweenPasswords
    let told = await conversation.makerAnswer(to: GetAlarmStatus())
    guard !Task.isCancelled else { return nil }
    if let told {
      let channels = telling?.channelTokens.count ?? 0
      tell(alarms.take(standing: told.compactMap { $0.cause(channels: channels) }).map(event))
      return isHeard { $0.tries = 0 }.map { _ in RealRecorder.makerPause }
    }
    // Between two passwords it is only silent.
    guard await !conversation.isMakerOver || isBetweenPasswords else {
      hearNoMore()
      return nil
    }
    return isHeard { $0.tries += 1 }?.pause
  }

  private func subscribeAnew() async throws(DeviceFault) -> Interval? {
    guard let subscription = try await conversation.subscribe() else {
      if !Task.isCancelled { hearNoMore() }
      return nil
    }
    let state = isHeard {
      $0.subscription = subscription
      $0.renewed = .now
    }
    guard state != nil else {
      await conversation.end(subscription)
      return nil
    }
    alarms.beginAnew()
    return .zero
  }

  /// Changes how far it has come, and tells that; nil: whoever listened has gone since.
  private func isHeard(_ change: (inout Listening) -> Void) -> Listening? {
    guard !Task.isCancelled, var state = listening else { return nil }
    change(&state)
    listening = state
    return state
  }

  /// Has the subscription last longer before it ends: to fetch from it is not enough at some devices.
  private func keep(_ subscription: Subscription, _ pulled: PulledMessages) async {
    guard let state = listening, state.canRenew else { return }
    let half = Interval.milliseconds(Conversation.lifetime.milliseconds / 2)
    let age = Interval(ContinuousClock.now - state.renewed)
    let told = pulled.end.flatMap { end in pulled.now.map { end - $0 } }
    guard told.map({ $0 < half }) ?? (age >= half) else { return }
    let isRenewed = try? await conversation.renew(subscription)
    _ = isHeard {
      $0.renewed = .now
      if isRenewed == false { $0.canRenew = false }
    }
  }

  private func take(_ pulled: PulledMessages) {
    tell(alarms.take(pulled.messages, channels: telling?.channelTokens ?? []).map(event))
  }

  private func tell(_ events: [RecorderEvent]) {
    for event in events {
      absorb(event)
      stream.continuation.yield(event)
    }
  }

  private func event(_ change: AlarmLedger.Change) -> RecorderEvent {
    let now = setup.localClock()
    switch change {
    case .ended(let cause): return .alarms(.ended(cause, at: now))
    case .began(let cause, let told):
      // By the device's clock it is so long ago.
      let age = told.map { setup.systemClock() + clockOffset - $0 } ?? .zero
      let began = age > .zero && age < .days(1) ? now - age : now
      let shown = snapshot?.deviceTime(at: began) ?? began
      return .alarms(.began(Alarm(cause: cause, began: began, shownBegan: shown)))
    }
  }

  private var clockOffset: Interval { telling?.clock.offset ?? .zero }

  /// The device has said no: it is not asked again until somebody signs in again.
  private func hearNoMore() {
    mayListen = false
    listening = nil
    listener = nil
    tell(alarms.endAll().map(event))
    noteReach()
  }

  /// Listens no more. What is to be told of it: nothing is known to go on any more.
  func stopListening(unsubscribes: Bool = true) async -> [RecorderEvent] {
    let state = listening
    listener?.cancel()
    (listening, listener) = (nil, nil)
    mayListen = true
    let events = alarms.endAll().map(event) + (snapshot?.alarms.all.isEmpty == false ? [seen] : [])
    for event in events { absorb(event) }
    // One that does not answer forgets it by itself.
    if unsubscribes, let state, state.tries == 0, let subscription = state.subscription {
      await conversation.end(subscription)
    }
    return events
  }

  /// Somebody has looked at the alarms: the device is not told, for it has nothing for that.
  func acknowledgeAlarms() -> [RecorderEvent] {
    absorb(seen)
    return [seen]
  }

  private var seen: RecorderEvent { .alarms(.seen) }
}
