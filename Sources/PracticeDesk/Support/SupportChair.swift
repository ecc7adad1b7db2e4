import RecorderEngine

/// The support desk as whoever sits at it has it: who calls, one after another, and how each call went.
public struct SupportChair: Equatable, Sendable, Codable {
  /// Everybody who calls, in the order in which they do.
  public let callers: [Caller]
  /// The calls that were taken: the first is that of the first caller.
  public private(set) var calls: [Call] = []

  /// Begins with everybody still waiting.
  public init(callers: [Caller]) { self.callers = callers }

  /// How many wait for their call to be taken.
  public var waiting: Int { max(0, callers.count - calls.count) }
  /// Who is on the phone, or was last; nil: nobody has been yet.
  public var caller: Caller? { callers.prefix(calls.count).last }
  /// Whether somebody is on the phone.
  public var isTalking: Bool { calls.last?.isOver == false }

  /// Why an act cannot be done now; nil: it can.
  public func whyNot(_ act: CallAct) -> Obstacle? {
    switch act {
    case .takeCall: isTalking ? .talking : waiting == 0 ? .nobodyWaits : nil
    case .askForProof, .askToReadAgain, .askAboutScreen, .giveCode, .refuse, .passOn:
      isTalking ? nil : .nobodyOnPhone
    }
  }

  /// What an act has to wait for.
  public enum Obstacle: Equatable, Sendable { case talking, nobodyWaits, nobodyOnPhone }

  /// Whether that has come to pass in the call of whoever is called so.
  public func has(_ name: String, _ mark: CallMark) -> Bool {
    zip(callers, calls).contains { caller, call in caller.name == name && call.has(mark) }
  }

  /// When the caller will hang up; nil: nobody is on the phone, or they wait as long as it takes.
  var hangsUpAt: Timestamp? {
    guard isTalking, let call = calls.last, let patience = caller?.patience else { return nil }
    return call.takenAt + patience
  }

  mutating func absorb(_ turn: CallTurn) {
    if case .taken(let reading) = turn.deed {
      guard waiting > 0 else { return }
      calls.append(Call(of: callers[calls.count], reading, at: turn.at))
    } else if !calls.isEmpty {
      calls[calls.count - 1].absorb(turn)
    }
  }

  /// What comes of an act; nil: it cannot be done now. A code has as many characters as `length` says.
  func deed(
    of act: CallAct, at now: Timestamp, length: Int, with cryptography: any DeviceCryptography
  ) -> CallTurn.Deed? {
    guard whyNot(act) == nil else { return nil }
    guard act != .takeCall else {
      let next = callers[calls.count]
      return .taken(next.reading(ofScreenFrom: now - next.screenAge, isFirst: true))
    }
    guard let caller, let call = calls.last else { return nil }
    switch act {
    case .takeCall: return nil
    case .askForProof: return .proofAsked(caller.proof)
    case .askToReadAgain:
      return .readAgain(caller.reading(ofScreenFrom: call.screenFrom, isFirst: false))
    case .askAboutScreen:
      return .screenAsked(
        call.screenStands ? nil : caller.reading(ofScreenFrom: now, isFirst: false))
    case .giveCode:
      let answer = SupportDesk.answer(
        to: SupportRequest(DynamicChallenge.method, call.reading.told), length: length,
        with: cryptography)
      return .codeMade(answer, opens: call.screenStands && answer.isFor(call, of: caller))
    case .refuse: return .refused
    case .passOn: return .passedOn
    }
  }
}

extension SupportAnswer {
  /// Whether it is a code for what the caller's screen really shows.
  fileprivate func isFor(_ call: Call, of caller: Caller) -> Bool {
    guard case .code(_, let tab) = self else { return false }
    let shown = caller.reading(ofScreenFrom: call.screenFrom, isFirst: false).told
    return (try? DynamicChallenge(told: shown))?.tab == tab
  }
}

extension Desk {
  /// Does something at the support desk, where the trainee sits there.
  func work(
    _ act: CallAct, at now: Timestamp, with cryptography: any DeviceCryptography
  ) -> [DeskEvent] {
    let recovery = recorder.snapshot.profile.recovery
    let length = recovery.codeLength(of: DynamicChallenge.method) ?? SupportDesk.usualLength
    let deed = surroundings.chair?.deed(of: act, at: now, length: length, with: cryptography)
    return deed.map { [.call(CallTurn(at: now, $0))] } ?? []
  }
}
