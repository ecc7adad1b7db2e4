import DeviceProofs
import Foundation
import ONVIFMessages
import RecorderEngine

/// What a stand-in device is, and how it answers.
public struct StandInState: Sendable {
  /// An account of it.
  public struct User: Sendable {
    public var name: AccountName
    public var password: Secret
    public var level: Told<UserLevel>

    public init(_ name: String, _ password: String, _ level: Told<UserLevel>) {
      self.name = AccountName(name)
      self.password = Secret(password)
      self.level = level
    }
  }

  public var habits: StandInHabits
  public var users = [
    User("admin", StandInState.password, .known(.administrator)),
    User("look", "Look-Only-1", .known(.user)),
  ]
  public var information = DeviceInformation(
    manufacturer: "Example", model: "IPC-100", firmwareVersion: "V5.4.5 build 170124",
    serialNumber: "SN-0001", hardwareID: "88")
  public var hostname: String? = "front-door"
  public var address = PrefixedAddress(IPAddress("127.0.0.1") ?? IPAddress(bits: 0), prefix: 24)
  public var usesDHCP = false
  /// Network cards that it tells before the one at which it is asked.
  public var otherCards: [NetworkInterface] = []
  /// The cards that were given an address, by their tokens.
  public var changedCards: [String] = []
  public var gateway = NetworkGateway(ipv4: [IPAddress(bits: 0xC0A8_0101)])
  public var dns = ServerList(isFromDHCP: false, manual: [.name("dns.example.org")])
  public var ntp = ServerList(isFromDHCP: false, manual: [.name("pool.ntp.org")])
  public var protocols = [
    NetworkProtocol(.known(.http), isEnabled: true, ports: [80]),
    NetworkProtocol(.known(.rtsp), isEnabled: true, ports: [554]),
  ]
  /// Who sets its clock.
  public var clockSource = ClockSource.manual
  public var zone = "UTC0"
  public var log = "2026-11-20 10:00:00 started\nsomething happened"
  /// What is recorded; nil: it has no such service.
  public var recordings: RecordingSummary?
  public var sources = [VideoSource(token: "video_1"), VideoSource(token: "video_2")]
  /// What happens, for whoever fetches it.
  var events = StandInEvents()
  /// The operations that were done, in order.
  public var done: [String] = []

  /// Whether it answers nobody any more.
  var isGone = false
  /// The connections to it.
  var lines: Set<Int32> = []
  var lineCount = 0
  var asked: [StandInDevice.Asked] = []
  var refusals = 0
  private var tokens = TokenChecker()
  var digests = DigestChecker(realm: "device", key: [UInt8](repeating: 7, count: 32))
  private var usedNonces: Set<String> = []
  private var places: [String: String] = [:]

  public static let password = "Device-Pass-1"

  init(_ habits: StandInHabits) { self.habits = habits }

  /// What the clock here shows, in UTC.
  public static var now: Timestamp {
    Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000))
  }

  /// What its own clock shows.
  public var clock: Timestamp { StandInState.now + habits.clockOffset }

  /// Its answer, and the operation that was asked; nil: it hangs up.
  mutating func reply(
    to request: StandInRequest
  ) -> (answer: StandInAnswer, operation: String)? {
    guard !isGone, let answer = answer(request) else { return nil }
    guard let last = asked.last else { return (answer, "") }
    guard !last.isSigned || !habits.dropsProofsOf.contains(last.operation) else { return nil }
    return (answer, last.operation)
  }

  private mutating func answer(_ request: StandInRequest) -> StandInAnswer? {
    if request.method == "GET" { return picture(request) }
    let own = String(request.target.dropFirst())
    if habits.makerAnswers[own] != nil { return makerAnswer(to: request, own) }
    guard let incoming = try? IncomingRequest(request.body) else {
      return StandInAnswer(status: 400)
    }
    let name = incoming.call.name.element
    let authorization = request.header("Authorization")
    asked.append(
      StandInDevice.Asked(
        name, request, isSigned: incoming.token != nil || authorization != nil))
    if habits.breaksOnAction, request.header("Content-Type")?.contains("action=") == true {
      return StandInAnswer(status: 400)
    }
    var answer = judged(incoming, authorization, request)
    if habits.sendsDate { answer.headers.append(("Date", CivilTime(clock).httpDate)) }
    answer.headers.append(("Content-Type", MessageBody.contentType))
    answer.delivery = habits.deliveries[name] ?? .whole
    if habits.cutsOnce.remove(name) != nil { answer.delivery = .cut }
    if habits.cutsProofs, asked.last?.isSigned == true { answer.delivery = .cut }
    if habits.hasWrongPrefixes {
      let text = String(decoding: answer.body, as: UTF8.self)
      answer.body = Array(text.replacing("tds:", with: "ns1:").replacing("tt:", with: "x:").utf8)
    }
    return answer
  }

  /// The picture at a path, for whoever may see it.
  private mutating func picture(_ request: StandInRequest) -> StandInAnswer {
    let authorization = request.header("Authorization")
    asked.append(StandInDevice.Asked("GET", request, isSigned: authorization != nil))
    guard let picture = habits.picture else { return StandInAnswer(status: 404) }
    let shown = StandInAnswer(headers: [("Content-Type", "image/jpeg")], body: picture)
    var refused = StandInAnswer(status: 401)
    switch habits.pictureSignIn {
    case .none: return shown
    case .basic: refused.headers.append(("WWW-Authenticate", "Basic realm=\"device\""))
    case .digest, .nobody:
      if let header = authorization.flatMap({ DigestAuthorization($0) }) {
        let user = users.first { $0.name == header.user }
        let evidence = DigestEvidence(header, method: request.method)
        if user.map({ evidence.isMade(of: $0.password) }) == true,
          digests.objection(to: header, target: request.target, at: clock) == nil,
          habits.pictureSignIn == .digest,
          usedNonces.insert(StandInState.nonce(in: authorization ?? "")).inserted
            || !habits.usesUpNonces
        {
          digests.settle(header, wasRight: true)
          return shown
        }
        refusals += 1
      }
      var random = SystemRandomNumberGenerator()
      let challenges = digests.challenges(
        [.sha256], nonce: Nonce(using: &random), isStale: false, at: clock)
      refused.headers += challenges.map { ("WWW-Authenticate", $0) }
    }
    return refused
  }

  private mutating func judged(
    _ incoming: IncomingRequest, _ authorization: String?, _ request: StandInRequest
  ) -> StandInAnswer {
    let name = incoming.call.name
    if habits.lacks.contains(name.element) { return fault(.actionNotSupported) }
    if name == .getSystemDateAndTime, habits.locksClock { return refused(at: request.target) }
    if case .nothing = habits.signIn { return done(incoming.call, at: request.target) }
    if let status = habits.statuses[name.element] { return StandInAnswer(status: status) }
    guard name.access != .preAuthentication, !habits.opens.contains(name.element) else {
      return StandInAnswer(body: carryOut(incoming.call))
    }
    guard let user = user(of: incoming, authorization, request) else {
      let wasTried = incoming.token != nil || authorization != nil
      if wasTried {
        refusals += 1
        if let moved = habits.movesClockOnRefusal {
          habits.clockOffset = moved
          habits.movesClockOnRefusal = nil
        }
      }
      return refused(at: request.target)
    }
    guard name.access.isOpen(to: user.level.known), !habits.forbids.contains(name.element) else {
      refusals += 1
      return refused(at: request.target)
    }
    if let problem = problem(with: incoming.call) { return fault(problem) }
    if let words = habits.faults[name.element] {
      return StandInAnswer(
        status: 400, body: StandardFault.passwordTooLong.body(reason: words))
    }
    let told = done(incoming.call, at: request.target)
    return habits.answersEmptily[name.element].map { StandInAnswer(status: $0) } ?? told
  }

  private mutating func done(_ call: ONVIFCall, at target: String) -> StandInAnswer {
    call.name.service == .events
      ? told(call, at: target) : StandInAnswer(body: carryOut(call))
  }

  private mutating func user(
    of incoming: IncomingRequest, _ authorization: String?, _ request: StandInRequest
  ) -> User? {
    switch habits.signIn {
    case .nothing: return nil
    case .token:
      guard let token = incoming.token else { return nil }
      let user = users.first { $0.name == token.user }
      guard tokens.objection(to: token, at: clock) == nil else { return nil }
      let isRight = user.map { token.isMade(of: $0.password) } ?? false
      tokens.settle(token, wasRight: isRight)
      return isRight ? user : nil
    case .digest:
      guard let header = authorization.flatMap({ DigestAuthorization($0) }) else { return nil }
      if habits.isStaleOnce { return nil }
      let nonce = StandInState.nonce(in: authorization ?? "")
      let isFresh = usedNonces.insert(nonce).inserted
      guard isFresh || !habits.usesUpNonces else { return nil }
      guard !habits.bindsNonces || places[nonce] == request.target else { return nil }
      let user = users.first { $0.name == header.user }
      guard digests.objection(to: header, target: request.target, at: clock) == nil else {
        return nil
      }
      let evidence = DigestEvidence(header, method: request.method)
      let isRight = user.map { evidence.isMade(of: $0.password) } ?? false
      digests.settle(header, wasRight: isRight)
      return isRight ? user : nil
    }
  }

  private static func nonce(in header: String) -> String {
    let rest = header.firstRange(of: " nonce=\"").map { header[$0.upperBound...] } ?? ""
    return String(rest.prefix { $0 != "\"" })
  }

  private mutating func refused(at target: String) -> StandInAnswer {
    var answer: StandInAnswer
    switch habits.refusal {
    case .fault(let status):
      answer = StandInAnswer(status: status, body: StandardFault.notAuthorized.body())
    case .withoutSubcode(let status):
      let text = String(decoding: StandardFault.notAuthorized.body(), as: UTF8.self)
      let body = text.replacing("NotAuthorized", with: "Failed")
        .replacing("Sender not authorized", with: "no")
      answer = StandInAnswer(status: status, body: Array(body.utf8))
    case .words(let words, let status):
      answer = StandInAnswer(status: status, body: StandardFault.notAuthorized.body(reason: words))
    case .bare(let status): answer = StandInAnswer(status: status)
    }
    if case .digest(let algorithms) = habits.signIn {
      answer.status = 401
      var random = SystemRandomNumberGenerator()
      let isStale = habits.isStaleOnce && asked.last?.isSigned == true
      if isStale { habits.isStaleOnce = false }
      let challenges = digests.challenges(
        algorithms, nonce: Nonce(using: &random), isStale: isStale, at: clock)
      for challenge in challenges { places[StandInState.nonce(in: challenge)] = target }
      answer.headers += challenges.map { ("WWW-Authenticate", $0) }
    }
    return answer
  }

  func fault(_ fault: StandardFault) -> StandInAnswer {
    StandInAnswer(status: fault.status(), body: fault.body())
  }

  private func problem(with call: ONVIFCall) -> StandardFault? {
    guard let longest = habits.longestPassword else { return nil }
    let passwords: [Secret?] =
      switch call {
      case .setUser(let operation): operation.users.map(\.password)
      case .createUsers(let operation): operation.users.map(\.password)
      default: []
      }
    return passwords.contains { ($0?.count ?? 0) > longest } ? .passwordTooLong : nil
  }
}
