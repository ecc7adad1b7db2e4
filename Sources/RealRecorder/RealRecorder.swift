import Foundation
import HTTPRequests
import ONVIFMessages
import RecorderEngine
import Synchronization

/// A recorder that is real, reached by ONVIF.
public actor RealRecorder: DeviceAdapter {
  /// What there is to know before a recorder is reached.
  public struct Setup: Sendable {
    /// Where it is, as somebody typed it; a path is that of its device service.
    public var address: HTTPAddress
    /// Who signs in first; dropped as soon as that was tried.
    public var credentials: Credentials?
    /// The certificate that somebody trusts there; nil: the line is not encrypted.
    public var certificate: CertificateFingerprint?
    /// Since when; nil: nobody has written that down.
    public var certificateSince: Timestamp?
    /// Whether anything may be changed.
    public var mayChange: Bool
    /// Whether it is reached for one order alone: neither its events nor the maker's own API are asked
    /// for, each of which could be one more wrong password.
    public var isForOneOrder: Bool
    /// The profile of all recorders that are real: skin, and settings that can be told.
    public var profile: RecorderProfile
    /// Where it is written down what was asked.
    public var journal: Journal
    /// The clocks here: of the world, and of the console.
    public var systemClock: @Sendable () -> Timestamp
    public var localClock: @Sendable () -> Timestamp
    /// What one answer may take.
    package var limits = DeviceLine.limits
    /// How it is waited before something is tried again.
    var rest: @Sendable (Interval) async -> Void = {
      try? await Task.sleep(for: .milliseconds($0.milliseconds))
    }

    /// Makes a setup.
    public init(
      address: HTTPAddress, credentials: Credentials, certificate: CertificateFingerprint? = nil,
      certificateSince: Timestamp? = nil, mayChange: Bool = false, isForOneOrder: Bool = false,
      profile: RecorderProfile, journal: Journal = Journal(folder: nil),
      systemClock: @escaping @Sendable () -> Timestamp,
      localClock: @escaping @Sendable () -> Timestamp
    ) {
      self.address = address
      self.credentials = credentials
      self.certificate = certificate
      self.certificateSince = certificateSince
      self.mayChange = mayChange
      self.isForOneOrder = isForOneOrder
      self.profile = profile
      self.journal = journal
      self.systemClock = systemClock
      self.localClock = localClock
    }
  }

  /// Why nobody was let in.
  public struct Refused: Error, Equatable, Sendable {
    /// A sentence, with what is known of the lock-out.
    public let sentence: String
    /// How many wrong passwords it still takes; nil: it does not say.
    public let attemptsLeft: Int?
  }

  /// What this device can be asked for, as far as it is known by now.
  public nonisolated var capabilities: Capabilities { reach.withLock { $0 } }

  /// Where it is answered now, with the path that was typed: another place once its own address was
  /// changed, and the same one where that goes by its next restart only.
  public var address: HTTPAddress {
    get async {
      let server = await conversation.line.address
      return server.at(setup.address.path) ?? server
    }
  }

  /// The password that is known to be good; nil: nobody is signed in, or nobody knows by now.
  public var provenSecret: Secret? { get async { await conversation.provenSecret } }

  /// Whether nothing more is signed until somebody types again.
  public var isHeldBack: Bool { get async { await conversation.isHeldBack } }

  private(set) var setup: Setup
  let conversation: Conversation
  var telling: Telling?
  private(set) var snapshot: RecorderSnapshot?
  /// Who was signed in before the own password was changed, until it is known which one is good.
  var formerCredentials: Credentials?
  /// What of the log was handed on already.
  var logLines: [String] = []
  /// How many entries of the log were handed on.
  var logCount = 0
  /// Where the pictures of its media profiles are; empty: it did not say.
  var picturePaths: [String: String] = [:]
  /// How far listening to its events has come; nil: nobody does.
  var listening: Listening?
  var listener: Task<Void, Never>?
  /// Whether it has not said yet that it does not tell its events to whoever is signed in.
  var mayListen = true
  /// Which alarms go on.
  var alarms = AlarmLedger()
  private var isConnected = false
  /// Who has signed in; nil: nobody.
  private(set) var signedInAs: AccountName?
  private var signedInSince = Timestamp(milliseconds: 0)
  private let reach: Mutex<Capabilities>
  let stream = AsyncStream<RecorderEvent>.makeStream()

  /// Makes an adapter; nothing is sent before `connect` or `open`.
  public init(_ setup: Setup) {
    self.setup = setup
    reach = Mutex(
      Capabilities(isPractice: false, whyReadOnly: setup.mayChange ? nil : Sentences.readOnly))
    let line = DeviceLine(
      setup.address.server, pin: setup.certificate?.pin, limits: setup.limits)
    conversation = Conversation(
      line, path: setup.address.path, journal: setup.journal, systemClock: setup.systemClock)
  }

  /// Signs in with the credentials of the setup, by one proof. A sentence comes back where the device
  /// should be looked at: a clock that is most likely set wrongly.
  public func open() async throws -> String? {
    await beginFirst()
    if let refusal = try await signIn() { throw refusal }
    return await clockNote()
  }

  /// Signs in where nobody has, and tells all that can be known. Where nobody is signed in any more,
  /// it is what was known last: nothing is read without a proof.
  public func connect() async throws(DeviceFault) -> RecorderSnapshot {
    if let snapshot, signedInAs == nil { return snapshot }
    if await !conversation.isProven {
      if setup.credentials != nil { await beginFirst() }
      if try await signIn() != nil { throw .heldBack }
    }
    return try await readAll(over: telling)
  }

  private func beginFirst() async {
    formerCredentials = nil
    await conversation.begin(as: setup.credentials)
    setup.credentials = nil
  }

  /// Does what a command asks for, as far as it goes over ONVIF.
  public func perform(_ command: RecorderCommand) async throws(DeviceFault) -> [RecorderEvent] {
    guard isConnected else { throw .notConnected }
    if let why = capabilities.whyNot(command) { throw .unsupported(why) }
    return try await obey(command)
  }

  /// What happens without being asked for; ends with the connection.
  public nonisolated func events() -> AsyncStream<RecorderEvent> { stream.stream }

  /// Whether it answers at all. Nobody is signed in for that.
  public func answers() async -> Bool {
    do throws(DeviceFault) {
      try await conversation.readClock()
      return true
    } catch {
      return false
    }
  }

  /// Whether a refusal is none but something to know of what was done.
  public static func isNote(_ refusal: Refusal) -> Bool {
    refusal == .told(Sentences.needsReboot)
  }

  /// Lets go of the device and of the secret.
  public func disconnect() async {
    isConnected = false
    _ = await stopListening()
    await conversation.begin(as: nil)
    stream.continuation.finish()
  }
}

extension RealRecorder {
  /// Signs in; a sentence where the device said no.
  func signIn() async throws(DeviceFault) -> Refused? {
    switch try await proveEither() {
    case .proven:
      await noteSession()
      try await conversation.findServices()
      return nil
    case .refused(let left, let words):
      let known = left.map { "\($0) more before it locks the account." }
      let said = words.map { "It said: \($0)" }
      let sentences = [Sentences.wrongPassword, known, said, await clockNote()]
      return Refused(
        sentence: sentences.compactMap(\.self).joined(separator: " "), attemptsLeft: left)
    }
  }

  /// Signs in by what was typed. Where the own password was being changed and the new one is refused,
  /// the old one is asked about, once, unless that is the last try before the account is locked.
  func proveEither() async throws(DeviceFault) -> SignInResult {
    let result = try await conversation.signIn()
    guard case .refused(let left, _) = result, let former = formerCredentials, left ?? 2 > 1 else {
      formerCredentials = nil
      return result
    }
    await conversation.begin(as: former)
    formerCredentials = nil
    return try await conversation.signIn()
  }

  /// What is to be said of a clock that is most likely set wrongly; nil: nothing.
  func clockNote() async -> String? {
    await conversation.clock.zoneMistake.map {
      let minutes = abs($0.milliseconds / 60_000)
      return
        "Its clock tells \(minutes / 60) h \(minutes % 60) min \($0 > .zero ? "more" : "less") than "
        + "it sends in its answers: most likely it tells local time as UTC."
    }
  }

  private func noteSession() async {
    signedInAs = await conversation.credentials?.name
    signedInSince = setup.localClock()
  }

  /// Reads everything anew; what is not said this time stays as it was told before to the same person.
  func readAll(over before: Telling?) async throws(DeviceFault) -> RecorderSnapshot {
    async let first = subscribe()
    async let maker = setup.isForOneOrder ? nil : conversation.readMaker()
    var telling: Telling
    do throws(DeviceFault) {
      telling = try await conversation.read(into: before)
    } catch {
      // A device keeps a few of them only, and each until somebody ends it.
      if case .begun(let subscription) = await first { await conversation.end(subscription) }
      throw error
    }
    if var told = await maker {
      await conversation.complete(&told, beside: telling)
      telling.maker = told
    }
    let heard = await first
    isConnected = true
    await listen(after: heard, channels: telling.channelTokens.count)
    return take(telling)
  }

  private func take(_ new: Telling) -> RecorderSnapshot {
    telling = new
    picturePaths = [:]
    var told = new.snapshot(
      over: setup.profile, of: signedInAs, since: signedInSince, localTime: setup.localClock(),
      systemTime: setup.systemClock())
    // Those come by themselves, and are not read.
    if let snapshot { told.keepAlarms(of: snapshot) }
    snapshot = told
    noteReach()
    return told
  }

  /// Notes what it can be asked for, by what is known now.
  func noteReach() {
    guard let telling else { return }
    let isHeard = listening != nil
    reach.withLock { $0 = telling.capabilities(of: setup, tellsAlarms: isHeard) }
  }

  /// Learns what has happened without being read.
  func absorb(_ event: RecorderEvent) { snapshot?.absorb(event) }

  /// Reads again what a change may have changed.
  func readAgain(_ parts: Set<Telling.Reading>) async throws(DeviceFault) -> RecorderSnapshot {
    take(try await conversation.read(parts, into: telling))
  }

  /// Whoever was signed in is not any more. What is to be told of it, beside that.
  func forgetSession(isGone: Bool = false) async -> [RecorderEvent] {
    formerCredentials = nil
    let events = await stopListening(unsubscribes: !isGone)
    await conversation.begin(as: nil)
    signedInAs = nil
    absorb(.session(.signedOut(.asked)))
    return events
  }
}
