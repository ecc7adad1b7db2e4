import Foundation
import Glibc
import RecorderEngine
import SMTPMail
import ServerWords
import Support
import Testing

/// Letters to a real server on loopback.
@Suite(.withMailServer) struct SendingTests {
  private let server: MailServerProcess

  init() throws { server = try #require(MailServerProcess.current) }

  @Test func aLetterArrivesByteForByte() async throws {
    let letter = try letter(subject: "Grüße, ¿qué tal?", body: "Zeile\n.\n..two dots\nñ\n")
    try await courier(.plain).send(letter)
    #expect(try server.letter(for: letter.recipient.text) == letter.wireText)
    #expect(try server.envelope(for: letter.recipient.text) == "from@example.org plain nobody")
  }

  @Test func aPlainLetterKeepsItsDotsAndLines() async throws {
    let letter = try letter(subject: "Code", body: "first\r\n.\n.hidden\n\nlast")
    try await courier(.plain).send(letter)
    let arrived = try server.letter(for: letter.recipient.text)
    #expect(arrived == letter.wireText)
    #expect(arrived.hasSuffix("\r\n\r\nfirst\r\n.\r\n.hidden\r\n\r\nlast\r\n"))
  }

  @Test func aLineThatCanBeEncryptedIs() async throws {
    let letter = try letter()
    try await courier(.starttls).send(letter)
    #expect(try server.envelope(for: letter.recipient.text).contains(" encrypted "))
  }

  @Test func aLineCanBeEncryptedFromTheStart() async throws {
    let letter = try letter()
    try await courier(.tls).send(letter)
    #expect(try server.envelope(for: letter.recipient.text).contains(" encrypted "))
  }

  @Test func whoeverRequiresEncryptionSendsNothingWithoutIt() async throws {
    let letter = try letter()
    let fault = await fault(try courier(.plain, requiresTLS: true), letter)
    guard case .noTrust = fault else { throw Surprise(fault) }
    #expect(throws: (any Error).self) { try server.envelope(for: letter.recipient.text) }
  }

  @Test(arguments: [false, true])
  func aCertificateThatNobodyVouchesForIsNotTrusted(requiresTLS: Bool) async throws {
    let server = try MailServer(server.url(.starttls), requiresTLS: requiresTLS)
    let fault = await fault(
      SMTPCourier(server: server, limits: Self.patient), try letter())
    guard case .noTrust = fault else { throw Surprise(fault) }
  }

  @Test func theRightSecretSignsIn() async throws {
    let letter = try letter()
    try await courier(.signin, secret: "right-secret").send(letter)
    #expect(
      try server.envelope(for: letter.recipient.text) == "from@example.org encrypted trainer")
  }

  @Test func aWrongSecretIsRefusedAndNeverToldInTheReason() async throws {
    let fault = await fault(try courier(.signin, secret: "wrong-secret"), try letter())
    guard case .signInRefused(let reply) = fault else { throw Surprise(fault) }
    #expect(reply.hasPrefix("535"))
    #expect(!"\(String(describing: fault))".contains("wrong-secret"))
  }

  @Test(arguments: ["plain", "login", "clear", "capitals", "half", "spaced", "hex"])
  func aServerThatRepeatsTheSecretIsNotShown(form: String) async throws {
    let secret = "Zq7-Winter-Gate"
    let courier = try courier(.signin, user: "repeat-\(form)", secret: Secret(secret))
    let fault = await fault(courier, try letter())
    #expect(fault == .signInRefused("535 (not shown: the answer repeats the secret)"))
  }

  @Test func aSecretNeverGoesOverAnOpenLine() async throws {
    let fault = await fault(try courier(.plain, secret: "right-secret"), try letter())
    guard case .noTrust = fault else { throw Surprise(fault) }
  }

  @Test func aRefusedRecipientIsToldInTheServersWords() async throws {
    let letter = try letter(to: "nobody@example.org")
    #expect(
      await fault(try courier(.plain), letter)
        == .refusedRecipient("550 5.1.1 no such user here"))
  }

  @Test func aRefusedSenderIsToldWithoutControlCharacters() async throws {
    let letter = try letter(from: "unwelcome@example.org")
    #expect(
      await fault(try courier(.plain), letter)
        == .refusedSender("553 5.7.1 [31mno mail [0m from there"))
  }

  @Test func aRefusedLetterIsTold() async throws {
    let letter = try letter(to: "full@example.org")
    #expect(
      await fault(try courier(.plain), letter)
        == .refusedLetter("552 5.2.2 the mailbox is full"))
  }

  @Test func aServerThatSaysNothingIsGivenUpAtTheLimit() async throws {
    let limits = SMTPCourier.Limits(connecting: .seconds(5), overall: .milliseconds(400))
    let start = ContinuousClock.now
    #expect(await fault(try courier(.silent, limits: limits), try letter()) == .tooSlow)
    #expect(ContinuousClock.now - start >= .milliseconds(400))
  }

  @Test func whoeverLeavesIsNotHeldUpByASilentServer() async throws {
    // The limit is far beyond what the machine could be slow by beside all other tests.
    let limit = Duration.seconds(600)
    let courier = try courier(.silent, limits: .init(connecting: limit, overall: limit))
    let letter = try letter()
    let start = ContinuousClock.now
    let sending = Task { await fault(courier, letter) }
    sending.cancel()
    #expect(await sending.value == .stopped)
    #expect(ContinuousClock.now - start < limit / 2)
  }

  @Test func aServerThatDoesNotAnswerTheFarewellHoldsNobodyUp() async throws {
    let limit = Duration.seconds(600)
    let start = ContinuousClock.now
    try await courier(.plain, limits: .init(connecting: limit, overall: limit))
      .send(try letter(to: "lingering@example.org"))
    #expect(ContinuousClock.now - start < limit / 2)
  }

  @Test func aServerThatIsDownCannotBeReached() async throws {
    let down = try MailServer("smtp://127.0.0.1:\(try Self.freePort())")
    let fault = await fault(SMTPCourier(server: down), try letter())
    guard case .unreachable(let why) = fault else { throw Surprise(fault) }
    #expect(why.hasPrefix("127.0.0.1:"))
  }

  @Test func aServerThatIsNotThereCannotBeReached() async throws {
    let nowhere = try MailServer("smtp://no-such-host.invalid")
    let fault = await fault(SMTPCourier(server: nowhere), try letter())
    guard case .unreachable = fault else { throw Surprise(fault) }
  }
}

/// Another fault than the expected one, or none.
struct Surprise: Error {
  let fault: MailFault?

  init(_ fault: MailFault?) { self.fault = fault }
}

extension SendingTests {
  /// A letter; without a recipient it goes to an address that no other test has.
  func letter(
    from sender: String = "from@example.org", to recipient: String? = nil,
    subject: String = "Subject", body: String = "Body\n"
  ) throws -> MailMessage {
    let recipient = recipient ?? UUID().uuidString.lowercased() + "@example.org"
    let addresses = try [sender, recipient].map { try #require(MailAddress($0)) }
    let message = MailMessage(
      from: addresses[0], to: addresses[1], subject: subject, body: body,
      date: Timestamp(milliseconds: 1_795_215_600_000), id: "1.2")
    return try #require(message)
  }

  /// Far beyond what the machine could be slow by: only what a test says may be too slow.
  static let patient = SMTPCourier.Limits(connecting: .seconds(600), overall: .seconds(600))

  /// A courier that trusts the server's own certificate.
  func courier(
    _ kind: MailServerProcess.Kind, requiresTLS: Bool = false,
    user: String = MailServerProcess.user, secret: Secret? = nil,
    limits: SMTPCourier.Limits = patient
  ) throws -> SMTPCourier {
    let server = try #require(MailServerProcess.current)
    return SMTPCourier(
      server: try MailServer(server.url(kind), requiresTLS: requiresTLS),
      signIn: secret.map { ServerSignIn(user: user, secret: $0) },
      authorities: server.certificate, limits: limits)
  }

  /// What went wrong; nil where the letter was delivered.
  func fault(_ courier: SMTPCourier, _ letter: MailMessage) async -> MailFault? {
    do throws(MailFault) {
      try await courier.send(letter)
      return nil
    } catch {
      return error
    }
  }

  /// A port on loopback where nobody listens: it was free a moment ago.
  static func freePort() throws -> UInt16 {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, length) == 0 && getsockname(socket, $0, &length) == 0
      }
    }
    try #require(isBound)
    return UInt16(bigEndian: address.sin_port)
  }
}
