import DeviceProofs
import Foundation
import HTTPRequests
import ONVIFMessages
import RecorderEngine

/// How something is said, and how its answer comes.
extension Conversation {
  /// Says something once, signed or not, and reads what comes. What is signed waits for as long as a
  /// refusal is in doubt, unless it is sent to settle that.
  func send<Operation: ONVIFOperation>(
    _ operation: Operation, at place: Subscription? = nil, isSigned: Bool, isWrite: Bool = false,
    isToSettle: Bool = false, isOwn: Bool = false
  ) async throws(DeviceFault) -> Exchange<Operation.Answer> {
    let caution = Caution(
      isSigned: isSigned, isToSettle: isToSettle, isOwn: isOwn, typed: timesTyped)
    while true {
      let turn = try await turn(at: place, caution)
      do throws(DeviceFault) {
        let nonce = isSigned ? try await freshNonce(for: Operation.name, at: place, turn) : nil
        await turn.keepPace()
        guard try !mustWait(caution) else {
          await turn.end()
          continue
        }
        let wasProven = isProven
        if isOwn { hasOwnLeft = true }
        var exchange = try await say(
          operation, at: place, isSigned: isSigned, isWrite: isWrite, nonce, turn)
        // The password is what it was before.
        if isOwn, exchange.isRefusal { hasOwnLeft = false }
        // What was asked in the name of somebody else says nothing of who has signed in since then.
        if isSigned, wasProven, !isToSettle, exchange.isRefusal, exchange.typed == timesTyped,
          way.isSecret
        {
          // Before the turn ends: whoever has the next one must know.
          doubts += 1
          exchange.isInDoubt = true
        }
        await turn.end()
        return exchange
      } catch {
        await turn.end()
        throw error
      }
    }
  }

  /// What is looked at before something leaves.
  struct Caution {
    let isSigned: Bool
    /// Whether it is sent to settle a doubt.
    var isToSettle = false
    /// Whether it is what changes the own password.
    var isOwn = false
    /// How often somebody had typed when it was asked for.
    let typed: Int
  }

  /// A turn in which this may be said: whoever waited for it may have waited for a refusal, or for
  /// another password.
  func turn(at place: Subscription?, _ caution: Caution) async throws(DeviceFault) -> Turn {
    while true {
      let turn = await (place?.isWaitedAt == true ? waitingLine : line).turn()
      do throws(DeviceFault) {
        let waits = try mustWait(caution)
        guard !line.isLeft else { throw .unreachable(Sentences.elsewhere) }
        if !waits, !turn.isLeft {
          guard caution.isSigned, !isMet else { return turn }
          try await meet(turn)
        }
      } catch {
        await turn.end()
        throw error
      }
      await turn.end()
      // It may be certain by now: whoever waits after the last one was woken waits for ever.
      if try mustWait(caution) { await waitForCertainty() }
    }
  }

  /// Whether something has to wait: a refusal is in doubt, or the own password is being changed. Throws
  /// where it may not be said any more.
  func mustWait(_ caution: Caution) throws(DeviceFault) -> Bool {
    guard caution.isSigned else { return false }
    // In the name of whoever is signed in now nobody has asked.
    guard caution.typed == timesTyped else { throw .notConnected }
    guard !isHeldBack else { throw .heldBack }
    // Whoever waits for the other password waits for ever where that waits for a refusal to be settled.
    guard !caution.isToSettle || !hasOwnLeft else { throw .notConnected }
    return !caution.isToSettle && (doubts > 0 || (isHushed && !caution.isOwn))
  }

  /// Asks whoever is at a new address for something that needs no proof, before one is shown there.
  private func meet(_ turn: Turn) async throws(DeviceFault) {
    await turn.keepPace()
    let told = try await say(
      GetSystemDateAndTime(), at: nil, isSigned: false, isWrite: false, nil, turn)
    // A no that is no envelope may be anybody's.
    guard told.isAnswered || (told.isRefusal && told.fault != nil) else {
      throw .unreachable("there is no ONVIF service at \(turn.address.text)")
    }
    noteMeeting(at: turn.address)
  }

  /// A nonce that nobody has used at a place, asked for there without any proof; nil where the known
  /// one still serves.
  private func freshNonce(
    for name: OperationName, at place: Subscription?, _ turn: Turn
  ) async throws(DeviceFault) -> DigestChallenge? {
    let target = place?.path ?? target(of: name)
    guard case .digest(let signers) = way, let proof,
      usesUpNonces || signers.isOld(for: target, at: systemClock())
    else { return nil }
    if target == self.target(of: type(of: proof).name) {
      return try await challenge(to: proof, turn)
    }
    return name.service == .events
      ? try await challenge(to: GetEventProperties(), at: place, turn)
      : try await challenge(to: GetProfiles(), turn)
  }

  private func challenge(
    to operation: some ONVIFOperation, at place: Subscription? = nil, _ turn: Turn
  ) async throws(DeviceFault) -> DigestChallenge? {
    await turn.keepPace()
    return try await say(operation, at: place, isSigned: false, isWrite: false, nil, turn)
      .challenges.first
  }

  private func say<Operation: ONVIFOperation>(
    _ operation: Operation, at place: Subscription?, isSigned: Bool, isWrite: Bool,
    _ nonce: DigestChallenge?, _ turn: Turn
  ) async throws(DeviceFault) -> Exchange<Operation.Answer> {
    guard !(isSigned && isHeldBack) else { throw .heldBack }
    let target = place?.path ?? target(of: Operation.name)
    if let nonce { renew(nonce, for: target) }
    let started = ContinuousClock.now
    let sentAt = systemClock()
    let (signedBy, typed) = (clock, timesTyped)
    var said = ""
    defer {
      let took = ContinuousClock.now - started
      if !said.isEmpty {
        journal.note(
          "\(Operation.name.element)\(isSigned ? "" : " (unsigned)")", at: turn.address.text,
          when: sentAt, result: said, took: took)
      }
    }
    do throws(DeviceFault) {
      let answer = try await carry(
        operation, at: place, isSigned: isSigned, isWrite: isWrite, turn)
      var exchange = try Exchange<Operation.Answer>(
        Operation.self, answer, at: target, by: signedBy, typed: typed,
        withholding: operation.secrets + [credentials?.secret].compactMap(\.self))
      exchange.isUsualNo = isSigned && usualNo != nil && exchange.form == usualNo
      // A fetch each five seconds that brings nothing would fill the journal in a few days.
      said = exchange.broughtNothing ? "" : exchange.summary
      return exchange
    } catch {
      said = "\(error)"
      throw error
    }
  }

  private func renew(_ nonce: DigestChallenge, for target: String) {
    guard case .digest(var signers) = way else { return }
    signers.renew(nonce, for: target, at: systemClock())
    way = .digest(signers)
  }

  /// The path of what answers an operation.
  func target(of name: OperationName) -> String {
    paths[name.service] ?? paths[.device] ?? Conversation.devicePath
  }

  private func request<Operation: ONVIFOperation>(
    for operation: Operation, at place: Subscription?, isSigned: Bool, of device: HTTPAddress
  ) -> HTTPRequest {
    let address = device.at(place?.path ?? target(of: Operation.name)) ?? device
    var token: UsernameToken?
    var headers = [
      HTTPRequest.Header(
        "Content-Type",
        MessageBody.contentType(action: namesAction ? Operation.name.action : nil))
    ]
    if isSigned, let credentials {
      var random = SystemRandomNumberGenerator()
      switch way {
      case .token:
        token = UsernameToken(
          user: credentials.name, secret: credentials.secret, nonce: Nonce(using: &random),
          at: deviceTime)
      case .digest(var signers):
        let header = signers.authorization(
          .post, to: address.path, clientNonce: Nonce(using: &random))
        way = .digest(signers)
        headers.append(HTTPRequest.Header("Authorization", header))
      case .unknown, .open: break
      }
    }
    let body = Data(operation.request(token: token, addressing: place?.addressing))
    return HTTPRequest(.post, address, headers: headers, body: body)
  }

  /// Carries a request; a read whose line broke goes once more, signed anew: the device may have had
  /// it, and takes no proof twice. A first proof is not risked like that.
  private func carry<Operation: ONVIFOperation>(
    _ operation: Operation, at place: Subscription?, isSigned: Bool, isWrite: Bool, _ turn: Turn
  ) async throws(DeviceFault) -> HTTPAnswer {
    let typed = timesTyped
    let first = request(for: operation, at: place, isSigned: isSigned, of: turn.address)
    let broken: HTTPConnection.Failure
    do throws(HTTPConnection.Failure) {
      // A kept line that has broken while somebody waited would be opened anew without asking, perhaps to
      // whoever has this address by now.
      let isWaiting = place?.isWaitedAt == true && !turn.address.isEncrypted
      // Nor may libcurl ask again by a nonce that is used up.
      let isProofOnce = isSigned && (usesUpNonces || !mayRepeatProof)
      return try await turn.answer(to: first, isSentOnce: isWrite || isWaiting || isProofOnce)
    } catch {
      guard error.fault == .cut else { throw await fault(of: error, isWrite: isWrite) }
      // Some tell a larger length than they send: an envelope that is whole is the answer.
      if let part = whole(error.part, Operation.self) { return part }
      guard !isWrite, !isSigned || mayRepeatProof else {
        throw await fault(of: error, isWrite: isWrite)
      }
      broken = error
    }
    // It may have used up the nonce of the first one.
    if isSigned, let nonce = try await freshNonce(for: Operation.name, at: place, turn) {
      renew(nonce, for: place?.path ?? target(of: Operation.name))
    }
    await turn.keepPace()
    guard !isSigned || (mayRepeatProof && typed == timesTyped) else {
      throw await fault(of: broken, isWrite: false)
    }
    let second = request(for: operation, at: place, isSigned: isSigned, of: turn.address)
    do throws(HTTPConnection.Failure) {
      return try await turn.answer(to: second, isSentOnce: true)
    } catch {
      if let part = whole(error.part, Operation.self) { return part }
      throw await fault(of: error, isWrite: false)
    }
  }

  private var mayRepeatProof: Bool {
    !way.isSecret || (isProven && !isHeldBack && !hasOwnLeft)
  }

  private func whole<Operation: ONVIFOperation>(
    _ part: HTTPAnswer, _ operation: Operation.Type
  ) -> HTTPAnswer? {
    guard part.status != 0, !part.body.isEmpty else { return nil }
    let reply = try? Operation.reply(status: part.status, body: part.body)
    if case .status = reply { return nil }
    return reply == nil ? nil : part
  }

  func fault(of failure: HTTPConnection.Failure, isWrite: Bool) async -> DeviceFault {
    switch failure.fault {
    // It may restart at this moment, and somebody else have its address after that.
    case .unreachable, .tooSlow: followRestart()
    default: break
    }
    switch failure.fault {
    case .otherKey, .noTrust:
      let found = try? await CertificateFingerprint.of(line.address)
      return .untrusted(fingerprint: found?.text ?? "-")
    case .missingLibrary: return .unsupported(Sentences.noLibrary)
    case _ where isWrite && failure.hasLeft: return .unsure
    case .tooSlow: return .tooSlow
    case .unreachable(let words), .other(let words): return .unreachable(words)
    case .cut: return .unreachable("it hung up before its answer was whole")
    case .tooLarge: return .misunderstood("an answer of more than 2 MiB")
    }
  }
}
