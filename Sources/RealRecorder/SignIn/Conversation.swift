import DeviceProofs
import Foundation
import HTTPRequests
import ONVIFMessages
import RecorderEngine

/// What is said to one device: it knows the way to sign, the device's clock and where the services
/// are, and it holds back after a refusal.
actor Conversation {
  /// Where the device service is on every device.
  static let devicePath = "/onvif/device_service"

  /// The way to it.
  private(set) var line: DeviceLine
  let journal: Journal
  let systemClock: @Sendable () -> Timestamp
  var credentials: Credentials?
  var way = SignInWay.unknown
  var clock: ClockReading
  /// Where its services are, by the paths that it told.
  var paths: [ONVIFService: String] = [:]
  /// How long names and passwords may be, as far as that is told.
  var limits: [AccountLimit: Int] = [:]
  /// Whether requests carry their action beside the content type: one device breaks on it.
  var namesAction = true
  /// Whether one signed request was answered with these credentials.
  var isProven = false
  /// Whether a proof was refused: nothing signed leaves until somebody types again.
  private(set) var isHeldBack = false
  /// What this account is not let do, with what the device said.
  var prohibited: [OperationName: SOAPFault] = [:]
  /// Whether a digest's nonce is good for one request.
  var usesUpNonces = false

  /// Starts to talk; nothing is sent yet.
  init(
    _ line: DeviceLine, journal: Journal, systemClock: @escaping @Sendable () -> Timestamp
  ) {
    self.line = line
    self.journal = journal
    self.systemClock = systemClock
    clock = ClockReading(nil, date: nil, at: systemClock(), took: .zero)
  }

  /// Takes what somebody has typed: the brake is let go.
  func begin(as credentials: Credentials?) {
    self.credentials = credentials
    way = .unknown
    isProven = false
    isHeldBack = false
    usesUpNonces = false
    prohibited = [:]
  }

  func holdBack() { isHeldBack = true }

  /// Goes on at another address: somebody gave it to the device.
  func move(to line: DeviceLine) { self.line = line }

  /// The device's clock at this moment, in UTC.
  var deviceTime: Timestamp { systemClock() + clock.offset }

  /// Asks for something that only looks; a line that broke is tried once more.
  func read<Operation: ONVIFOperation>(
    _ operation: Operation
  ) async throws(DeviceFault) -> Reply<Operation.Answer> {
    try await ask(operation, isWrite: false)
  }

  /// Orders something, once; where no answer comes nobody knows what became of it.
  func write<Operation: ONVIFOperation>(
    _ operation: Operation
  ) async throws(DeviceFault) -> Reply<Operation.Answer> {
    try await ask(operation, isWrite: true)
  }

  private func ask<Operation: ONVIFOperation>(
    _ operation: Operation, isWrite: Bool
  ) async throws(DeviceFault) -> Reply<Operation.Answer> {
    if let fault = prohibited[Operation.name] { return .refused(fault) }
    guard !isHeldBack else { throw .heldBack }
    var exchange = try await send(operation, isSigned: true, isWrite: isWrite)
    if exchange.isRefusal, isProven, try await mayAskAgain(after: exchange) {
      exchange = try await send(operation, isSigned: true, isWrite: isWrite)
      if !exchange.isRefusal, case .digest = way { usesUpNonces = true }
    }
    if exchange.isRefusal, isProven {
      let fault = exchange.fault ?? SOAPFault(code: nil, subcodes: ["NotAuthorized"])
      prohibited[Operation.name] = fault
      return .refused(fault)
    }
    return exchange.reply
  }

  /// Whether a refusal says nothing of the password: the nonce was used up, or the clocks moved.
  private func mayAskAgain<Answer>(
    after exchange: Exchange<Answer>
  ) async throws(DeviceFault) -> Bool {
    switch way {
    case .digest: return renewDigest(exchange.challenges, wasUsed: exchange.usedNonceBefore)
    case .token:
      let before = clock
      try await readClock()
      return clock.differs(from: before)
    case .unknown, .open: return false
    }
  }

  /// Takes a new nonce where the old one was too old or had been used.
  private func renewDigest(_ challenges: [DigestChallenge], wasUsed: Bool) -> Bool {
    guard let challenge = challenges.first, challenge.isStale || wasUsed else { return false }
    accept(challenge)
    return credentials != nil
  }

  /// Signs by this challenge from now on.
  func accept(_ challenge: DigestChallenge) {
    guard let credentials else { return }
    way = .digest(DigestSigner(challenge, user: credentials.name, secret: credentials.secret))
    hasSigned = false
  }

  /// Says something once, signed or not, and reads what comes.
  func send<Operation: ONVIFOperation>(
    _ operation: Operation, isSigned: Bool, isWrite: Bool = false
  ) async throws(DeviceFault) -> Exchange<Operation.Answer> {
    let (request, wasUsed) = try await makeRequest(operation, isSigned: isSigned)
    let started = ContinuousClock.now
    let sentAt = systemClock()
    var said = ""
    defer {
      let took = ContinuousClock.now - started
      let device = line.address.text
      journal.note(
        "\(Operation.name.element)\(isSigned ? "" : " (unsigned)")", at: device, when: sentAt,
        result: said, took: took)
    }
    do throws(DeviceFault) {
      let answer = try await carry(request, isWrite: isWrite, reads: Operation.self)
      var exchange = try Exchange<Operation.Answer>(Operation.self, answer)
      exchange.usedNonceBefore = wasUsed
      said = exchange.summary
      return exchange
    } catch {
      said = "\(error)"
      throw error
    }
  }

  private func makeRequest<Operation: ONVIFOperation>(
    _ operation: Operation, isSigned: Bool
  ) async throws(DeviceFault) -> (HTTPRequest, wasUsed: Bool) {
    let target = paths[Operation.name.service] ?? paths[.device] ?? Conversation.devicePath
    let address = line.address.at(target) ?? line.address
    var token: UsernameToken?
    var headers = [
      HTTPRequest.Header(
        "Content-Type",
        MessageBody.contentType(action: namesAction ? Operation.name.action : nil))
    ]
    var wasUsed = false
    if isSigned, let credentials {
      if usesUpNonces { try await fetchNonce() }
      var random = SystemRandomNumberGenerator()
      switch way {
      case .token:
        token = UsernameToken(
          user: credentials.name, secret: credentials.secret, nonce: Nonce(using: &random),
          at: deviceTime)
      case .digest(var signer):
        wasUsed = hasSigned
        let header = signer.authorization(
          method: "POST", target: address.path, clientNonce: Nonce(using: &random))
        way = .digest(signer)
        hasSigned = true
        headers.append(HTTPRequest.Header("Authorization", header))
      case .unknown, .open: break
      }
    }
    let body = Data(operation.request(token: token))
    return (HTTPRequest(.post, address, headers: headers, body: body), wasUsed)
  }

  /// Whether the present nonce has signed something.
  private var hasSigned = false

  /// Asks for a nonce that nobody has used, without any proof.
  private func fetchNonce() async throws(DeviceFault) {
    let asked = try await send(GetDeviceInformation(), isSigned: false)
    if let challenge = asked.challenges.first { accept(challenge) }
  }

  /// Carries a request; a read whose line broke goes once more.
  private func carry<Operation: ONVIFOperation>(
    _ request: HTTPRequest, isWrite: Bool, reads: Operation.Type
  ) async throws(DeviceFault) -> HTTPAnswer {
    do throws(HTTPConnection.Failure) {
      return try await line.answer(to: request, isSentOnce: isWrite)
    } catch {
      guard error.fault == .cut else { throw await fault(of: error, isWrite: isWrite) }
      // Some tell a larger length than they send: an envelope that is whole is the answer.
      if let part = whole(error.part, Operation.self) { return part }
      guard !isWrite else { throw await fault(of: error, isWrite: true) }
    }
    do throws(HTTPConnection.Failure) {
      return try await line.answer(to: request, isSentOnce: false)
    } catch {
      if let part = whole(error.part, Operation.self) { return part }
      throw await fault(of: error, isWrite: false)
    }
  }

  private func whole<Operation: ONVIFOperation>(
    _ part: HTTPAnswer, _ operation: Operation.Type
  ) -> HTTPAnswer? {
    guard part.status != 0, !part.body.isEmpty else { return nil }
    let reply = try? Operation.reply(status: part.status, body: part.body)
    if case .status = reply { return nil }
    return reply == nil ? nil : part
  }

  private func fault(of failure: HTTPConnection.Failure, isWrite: Bool) async -> DeviceFault {
    switch failure.fault {
    case .otherKey, .noTrust:
      let found = try? CertificateFingerprint.of(line.address)
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
