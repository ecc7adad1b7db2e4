import DeviceProofs
import ONVIFMessages
import PracticeCodes
import RecorderEngine
import Support
import Testing

@testable import DeviceService

/// A recorder on a port of loopback for one test, and a client that speaks with it.
struct ServedRecorder: Sendable {
  static let start = Timestamp(milliseconds: 1_795_215_480_250)
  static let password = Secret("Right-Pass1")

  /// How a client signs in.
  enum Way: CaseIterable, Sendable {
    case token, digestMD5, digestSHA256
  }

  let server: DeviceServer
  let http: PlainHTTP
  let callable: any CallableRecorder
  let clock: ManualClock

  /// Serves a recorder while the body runs.
  static func serve(
    _ options: DeviceOptions = DeviceOptions(), isOn: Bool = true, host: String = "127.0.0.1",
    _ body: (ServedRecorder) async throws -> Void
  ) async throws {
    var options = options
    // Whether this machine is quick or slow is no matter, but to tests of just these bounds.
    let usual = ServiceBounds()
    if options.bounds.idleTime == usual.idleTime { options.bounds.idleTime = .minutes(30) }
    if options.bounds.requestTime == usual.requestTime { options.bounds.requestTime = .minutes(30) }
    let threads = ServiceThreads()
    let served = try await ServedRecorder(options, isOn: isOn, host: host, threads)
    do {
      try await body(served)
    } catch {
      await served.server.stop()
      await threads.end()
      throw error
    }
    await served.server.stop()
    await threads.end()
  }

  private init(
    _ options: DeviceOptions, isOn: Bool, host: String, _ threads: ServiceThreads
  ) async throws {
    let profile = try RepositoryAssets().recorder("classic-dvr-2018")
      .with(initial: [.onvif: isOn ? "on" : "off"])
    let clock = ManualClock(at: ServedRecorder.start)
    let recorder = UnattendedRecorder(
      RecorderState(profile: profile, now: clock.now), seed: 3,
      cryptography: PracticeCryptography(readableKey: Array(0..<32)), clock: { clock.now })
    await recorder.perform(.session(.signIn(.admin, "12345")))
    await recorder.perform(
      .accounts(
        .changePassword(
          current: "12345",
          NewPassword(ServedRecorder.password, again: ServedRecorder.password))))
    await recorder.perform(.session(.signOut))
    let server = try DeviceServer.start(
      recorder, at: ListeningAddress(host: host, port: 0), on: threads, options: options)
    self.init(server, on: recorder, clock: clock)
  }

  /// Speaks with a service that runs already.
  init(_ server: DeviceServer, on recorder: any CallableRecorder, clock: ManualClock) {
    self.server = server
    self.clock = clock
    callable = recorder
    http = PlainHTTP(port: server.address.port)
  }

  /// The recorder, for whoever does something at it.
  var recorder: UnattendedRecorder {
    guard let recorder = callable as? UnattendedRecorder else {
      preconditionFailure("this one stands on a desk")
    }
    return recorder
  }

  /// The recorder as it stands.
  var snapshot: RecorderSnapshot {
    get async throws { try #require(await callable.glance()).snapshot }
  }

  /// What its clock shows in UTC: it stands in GMT+2.
  var utc: Timestamp {
    get async throws { try #require(await callable.glance()).deviceTime - .hours(2) }
  }

  func token(
    _ secret: Secret = password, as name: AccountName = .admin, off: Interval = .zero
  ) async throws -> UsernameToken {
    var random = SystemRandomNumberGenerator()
    return UsernameToken(
      user: name, secret: secret, nonce: Nonce(using: &random), at: try await utc + off)
  }

  /// Asks unsigned.
  func ask<Operation: ONVIFOperation>(
    _ operation: Operation, token: UsernameToken? = nil, path: String? = nil
  ) async throws -> Reply<Operation.Answer> {
    let answer = try #require(
      await http.ask(
        path ?? Operation.name.service.path,
        body: operation.request(token: token, addressing: nil)))
    return try Operation.reply(status: answer.status, body: answer.body)
  }

  /// Asks in somebody's name.
  func ask<Operation: ONVIFOperation>(
    _ operation: Operation, by way: Way, _ secret: Secret = password,
    as name: AccountName = .admin, path: String? = nil
  ) async throws -> Reply<Operation.Answer> {
    guard way != .token else {
      return try await ask(
        operation, token: try await token(secret, as: name), path: path)
    }
    let target = path ?? Operation.name.service.path
    let body = operation.request(token: nil, addressing: nil)
    let first = try #require(await http.ask(target, body: body))
    let all = DigestChallenge.all(in: first.headers("WWW-Authenticate"))
    guard first.status == 401 else {
      return try Operation.reply(status: first.status, body: first.body)
    }
    let wanted: DigestAlgorithm = way == .digestMD5 ? .md5 : .sha256
    let challenge = try #require(all.first { $0.algorithm == wanted })
    var signer = DigestSigner(challenge, user: name, secret: secret)
    let header = signer.authorization(
      method: "POST", target: target, clientNonce: Nonce([1, 2, 3, 4]))
    let answer = try #require(
      await http.ask(target, headers: [("Authorization", header)], body: body))
    return try Operation.reply(status: answer.status, body: answer.body)
  }

  /// Asks in somebody's name, and has it done.
  func done<Operation: ONVIFOperation>(
    _ operation: Operation, as name: AccountName = .admin, _ secret: Secret = password,
    path: String? = nil
  ) async throws -> Operation.Answer {
    switch try await ask(operation, by: .token, secret, as: name, path: path) {
    case .answered(let answer): return answer
    case .refused(let fault): throw fault
    case .status(let status): throw UnexpectedStatus(status: status)
    }
  }
}

struct UnexpectedStatus: Error {
  let status: Int
}

extension Reply {
  /// The fault that it was refused with; nil: it was not, or not by one.
  var fault: SOAPFault? { if case .refused(let fault) = self { fault } else { nil } }
}
