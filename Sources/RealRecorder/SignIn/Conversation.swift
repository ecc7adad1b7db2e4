import DeviceProofs
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
  /// One beside it for what is waited for there: whoever waits keeps nobody waiting.
  private(set) var waitingLine: DeviceLine
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
  /// How it says no to somebody who shows no proof; nil: not seen yet.
  var usualNo: FormOfNo?
  /// Whether somebody was let in with these credentials.
  private(set) var isProven = false
  /// What showed it; nil: nothing had to.
  private(set) var proof: (any ONVIFOperation)?
  /// What was answered since then: a refusal of it is one of the password.
  private(set) var answered: Set<OperationName> = []
  /// How often somebody has typed: what was asked before says nothing of what was typed after it.
  private(set) var timesTyped = 0
  /// Whether a proof was refused: nothing signed leaves until somebody types again.
  private(set) var isHeldBack = false
  /// What this account is not let do, with what the device said.
  var prohibited: [OperationName: SOAPFault] = [:]
  /// Whether a digest's nonce is good for one request alone.
  var usesUpNonces = false
  /// Whether the own password is being changed: meanwhile nothing else signed leaves.
  private(set) var isHushed = false
  /// Whether what changes it is on its way, or done: the old one may be a wrong one by now.
  var hasOwnLeft = false
  /// How many signed requests were refused of which is not known yet whether it was for the password.
  var doubts = 0
  /// Whether one of them is being looked into.
  var isSettling = false
  /// Whoever waits for that to end.
  var waiting: [CheckedContinuation<Void, Never>] = []

  /// Whether somebody has answered at its present address: before that nothing signed goes there.
  private(set) var isMet = true

  /// Where it is once it has restarted.
  var afterRestart = PlaceAfterRestart()

  /// How what lies beside ONVIF is asked: pictures, and the maker's own API.
  var sides: [PlainSide: PlainWay] = [:]
  /// Whether the maker's own API has said what it is.
  var isMakerKnown = false

  /// Starts to talk; nothing is sent yet. `path` is that of the device service; empty: the usual one.
  init(
    _ line: DeviceLine, path: String = "", journal: Journal,
    systemClock: @escaping @Sendable () -> Timestamp
  ) {
    self.line = line
    waitingLine = Conversation.beside(line)
    if !path.isEmpty { paths[.device] = path }
    self.journal = journal
    self.systemClock = systemClock
    clock = ClockReading(nil, date: nil, at: systemClock(), took: .zero)
  }

  /// Takes what somebody has typed: the brake is let go.
  func begin(as credentials: Credentials?) {
    self.credentials = credentials
    timesTyped += 1
    way = .unknown
    isProven = false
    proof = nil
    usualNo = nil
    answered = []
    isHeldBack = false
    usesUpNonces = false
    prohibited = [:]
    sides = [:]
    isMakerKnown = false
    endHush()
  }

  func holdBack() { isHeldBack = true }

  /// The own password is about to be changed: what is signed by the old one may be refused from then on.
  func hush() { isHushed = true }

  /// It was not changed, or somebody goes on by another one.
  func endHush() {
    isHushed = false
    hasOwnLeft = false
    wakeAll()
  }

  /// Somebody was let in: this was answered, which is not answered to everybody, or nil: all is.
  func prove(by operation: (any ONVIFOperation)?) {
    isProven = true
    proof = operation
    if let operation { answered.insert(type(of: operation).name) }
  }

  /// Another one with the same device, in which nobody has signed in.
  func another() -> Conversation {
    let other = Conversation(
      line, path: paths[.device] ?? "", journal: journal, systemClock: systemClock)
    return other
  }

  /// Goes on at another address: somebody gave it to the device.
  func move(to line: DeviceLine) {
    self.line.leave()
    self.line = line
    isMet = false
    waitAnew()
  }

  /// It has another address, and nobody knows which: nothing more is said to whoever has this one.
  func leave() { line.leave() }

  /// Somebody has answered there.
  func noteMeeting(at address: HTTPAddress) { if address == line.address { isMet = true } }

  /// The password that is known to be good; nil: nobody knows by now.
  var provenSecret: Secret? { isProven && !isHeldBack ? credentials?.secret : nil }

  /// Waits over another line from now on: over the last one somebody may wait on in vain.
  func waitAnew() { waitingLine = Conversation.beside(line) }

  private static func beside(_ line: DeviceLine) -> DeviceLine {
    line.aside(waiting: patience.duration)
  }

  /// The device's clock at this moment, in UTC.
  var deviceTime: Timestamp { systemClock() + clock.offset }

  /// Asks for something that only looks; a line that broke is tried once more.
  func read<Operation: ONVIFOperation>(
    _ operation: Operation, at place: Subscription? = nil
  ) async throws(DeviceFault) -> Reply<Operation.Answer> {
    try await ask(operation, at: place, isWrite: false)
  }

  /// Orders something, once; where no answer comes nobody knows what became of it.
  func write<Operation: ONVIFOperation>(
    _ operation: Operation
  ) async throws(DeviceFault) -> Reply<Operation.Answer> {
    try await ask(operation, at: nil, isWrite: true)
  }

  /// Orders what changes the own password; where that may be another one by now, nothing more is signed
  /// by the old one.
  func writeOwn<Operation: ONVIFOperation>(
    _ operation: Operation
  ) async throws(DeviceFault) -> Reply<Operation.Answer> {
    hush()
    // What left before must not come after it.
    await line.becomeQuiet()
    do throws(DeviceFault) {
      let reply = try await ask(operation, at: nil, isWrite: true, isOwn: true)
      if case .answered = reply { return reply }
      endHush()
      return reply
    } catch {
      if error != .unsure { endHush() }
      throw error
    }
  }

  private func ask<Operation: ONVIFOperation>(
    _ operation: Operation, at place: Subscription?, isWrite: Bool, isOwn: Bool = false
  ) async throws(DeviceFault) -> Reply<Operation.Answer> {
    if let fault = prohibited[Operation.name] { return .refused(fault) }
    // It would leave without a proof, and its no would be taken for one to this account.
    guard !isHeldBack else { throw .heldBack }
    guard isProven else { throw .notConnected }
    let typed = timesTyped
    var exchange = try await send(
      operation, at: place, isSigned: true, isWrite: isWrite, isOwn: isOwn)
    if exchange.isInDoubt {
      exchange = try await settle(exchange, operation, at: place, isWrite: isWrite, isOwn: isOwn)
    }
    guard typed == timesTyped else {
      // What somebody else was told says nothing of who has signed in since then.
      if exchange.isRefusal { throw .heldBack }
      return exchange.reply
    }
    guard exchange.isRefusal, isProven else {
      if exchange.isAnswered { answered.insert(Operation.name) }
      return exchange.reply
    }
    let fault = exchange.fault ?? SOAPFault(code: nil, subcodes: ["NotAuthorized"])
    prohibited[Operation.name] = fault
    return .refused(fault)
  }
}
