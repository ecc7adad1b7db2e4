import DeviceProofs
import ONVIFMessages
import RecorderEngine

/// Why a request was not done.
enum RequestRefusal: Error {
  /// Whoever asks is not let in, or may not.
  case notAuthorized(isStale: Bool)
  case fault(StandardFault)
  /// Too many wait.
  case busy
  /// The recorder has gone meanwhile, or does not speak with that address.
  case silence
}

/// Proofs, and how the recorder is asked about them.
extension DeviceResponder {
  /// Asks the recorder for something in the name of whoever has signed in.
  func ask(
    _ wanted: RemoteRequest, _ token: UsernameToken?, _ request: WebRequest, _ view: DeviceView
  ) async throws(RequestRefusal) -> RemoteReply {
    guard let signIn = signIn(token, request) else { throw .notAuthorized(isStale: false) }
    let uptime = uptime
    let objection = desk.withLock {
      $0.objection(to: signIn, from: request.address, clock: view.time.utc, uptime: uptime)
    }
    switch objection {
    case .objection(let objection): throw .notAuthorized(isStale: objection == .stale)
    case .braked:
      try? await Task.sleep(for: .milliseconds(options.bounds.brake.milliseconds))
      throw .notAuthorized(isStale: false)
    case nil: break
    }
    let reply = await called(wanted, signIn, request)
    desk.withLock {
      $0.settle(signIn, wasRight: reply?.foundRight, from: request.address, uptime: self.uptime)
    }
    return try checked(reply)
  }

  private func called(
    _ wanted: RemoteRequest, _ signIn: SignIn, _ request: WebRequest
  ) async -> RemoteReply? {
    let call = RemoteCall(wanted, as: signIn.account, signIn.proof, from: request.address)
    return await inTurn { [recorder] in await recorder.answer(call) } ?? nil
  }

  private func checked(_ reply: RemoteReply?) throws(RequestRefusal) -> RemoteReply {
    guard let reply else { throw .busy }
    guard reply.hasLetIn else {
      throw reply.isSilent ? .silence : .notAuthorized(isStale: false)
    }
    guard let refusal = reply.refusal else { return reply }
    throw refusal.fault == .notAuthorized
      ? .notAuthorized(isStale: false) : .fault(refusal.fault)
  }

  /// The proof of a request by a way that the device takes; nil: there is none.
  private func signIn(_ token: UsernameToken?, _ request: WebRequest) -> SignIn? {
    if let token, !options.misbehaviours.contains(.digestOnly) { return .token(token) }
    guard let header = request.authorization.flatMap({ DigestAuthorization($0) }),
      !options.misbehaviours.contains(.tokenOnly)
    else { return nil }
    return .digest(header, method: request.method, target: request.target)
  }

  // MARK: What is answered to whoever is refused

  func answer(
    _ refusal: RequestRefusal, isDigest: Bool, to asked: Addressing
  ) -> WebAnswer {
    switch refusal {
    case .busy: return .status(503)
    case .silence: return .silence
    case .fault(let fault): return self.fault(fault, .token, to: asked)
    case .notAuthorized(let isStale):
      let isOffered = !options.misbehaviours.contains(.tokenOnly)
      let isMeant = isDigest || options.misbehaviours.contains(.digestOnly)
      guard isOffered, isMeant else { return fault(.notAuthorized, .token, to: asked) }
      var answer = fault(.notAuthorized, .digest, to: asked)
      answer.challenges = desk.withLock { $0.challenges(isStale: isStale, at: uptime) }
      return answer
    }
  }

  func fault(
    _ fault: StandardFault, _ signIn: StandardFault.SignIn, to asked: Addressing
  ) -> WebAnswer {
    WebAnswer(
      status: options.misbehaviours.faultStatus ?? fault.status(signIn),
      type: MessageBody.contentType, body: fault.body(to: asked))
  }
}

extension RemoteReply {
  /// Whether the recorder has said nothing to the caller: it is off, or does not speak with them.
  fileprivate var isSilent: Bool {
    switch refusal {
    case nil, .addressBlocked, .notRunning: true
    default: false
    }
  }

  /// Whether it has found the proof right; nil: it has not looked at it.
  fileprivate var foundRight: Bool? {
    if hasLetIn { return true }
    if case .setup = refusal { return nil }
    return isSilent ? nil : false
  }
}
