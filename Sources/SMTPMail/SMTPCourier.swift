import CCurl
import Foundation
import RecorderEngine
import ServerWords

/// Carries letters to a mail server, by libcurl.
public struct SMTPCourier: Sendable {
  /// How long it may take.
  public struct Limits: Sendable {
    /// Until the server has greeted: Postfix lets newcomers wait for 6 seconds.
    public var connecting: Duration
    /// Until the server has taken the letter.
    public var overall: Duration

    /// Makes limits.
    public init(connecting: Duration = .seconds(8), overall: Duration = .seconds(15)) {
      self.connecting = connecting
      self.overall = overall
    }
  }

  /// The server that takes the letters.
  public let server: MailServer
  let signIn: ServerSignIn?
  let authorities: String?
  let limits: Limits

  /// Makes a courier. `authorities` is a file of certificates to trust instead of the system's. A
  /// secret goes over an encrypted line only: whoever signs in requires TLS.
  public init(
    server: MailServer, signIn: ServerSignIn? = nil, authorities: String? = nil,
    limits: Limits = Limits()
  ) {
    self.server = server
    self.signIn = signIn
    self.authorities = authorities
    self.limits = limits
  }

  /// Sends a letter, on a thread of its own; a cancelled task is answered at once.
  public func send(_ message: MailMessage) async throws(MailFault) {
    let errand = Errand()
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        errand.begin(continuation)
        let thread = Thread { carry(message, for: errand) }
        thread.name = "mail"
        thread.start()
      }
    } onCancel: {
      errand.stop()
    }
    try result.get()
  }
}

extension SMTPCourier {
  /// Carries the letter, answers with the outcome, and only then takes leave of the server.
  func carry(_ message: MailMessage, for errand: Errand) {
    var report = cc_report()
    var copies: [UnsafeMutablePointer<CChar>?] = []
    defer { for copy in copies { free(copy) } }
    func kept(_ text: String) -> UnsafePointer<CChar>? {
      copies.append(strdup(text))
      return copies.last?.map { UnsafePointer($0) }
    }
    let text = message.wireText
    var order = cc_order()
    order.url = kept(server.url)
    order.needs_tls = server.encryption != .whenOffered || signIn != nil
    order.authorities = authorities.flatMap(kept)
    order.user = signIn.flatMap { kept($0.user) }
    order.secret = signIn.flatMap { $0.secret.revealed(kept) }
    order.sender = kept("<\(message.sender.text)>")
    order.recipient = kept("<\(message.recipient.text)>")
    order.letter = kept(text)
    order.letter_count = text.utf8.count
    order.connect_milliseconds = limits.connecting.milliseconds
    order.milliseconds = limits.overall.milliseconds
    order.is_stopped = { context in
      context.map { Unmanaged<Errand>.fromOpaque($0).takeUnretainedValue().isStopped } ?? true
    }
    order.context = UnsafeRawPointer(Unmanaged.passUnretained(errand).toOpaque())
    let line = withExtendedLifetime(errand) { cc_send(&order, &report) }
    errand.end(answer(of: report))
    cc_hang_up(line)
  }

  private func answer(of report: cc_report) -> Errand.Answer {
    let reply = ServerWords.tamed(CForms.text(of: report.reply), withholding: signIn?.secret)
    let error = ServerWords.tamed(CForms.text(of: report.error), withholding: signIn?.secret)
    return switch Int(report.outcome) {
    case CC_DELIVERED: .success(())
    case CC_NO_LIBRARY: .failure(.missingLibrary)
    case CC_UNREACHABLE: .failure(.unreachable("\(server.host):\(server.port), \(error)"))
    case CC_TLS: .failure(.noTrust(error))
    case CC_SIGN_IN: .failure(.signInRefused(reply))
    case CC_REFUSED: .failure(refusal(in: Int(report.phase), reply))
    case CC_TOO_SLOW: .failure(.tooSlow)
    case CC_STOPPED: .failure(.stopped)
    default: .failure(.other(error))
    }
  }

  private func refusal(in phase: Int, _ reply: String) -> MailFault {
    switch phase {
    case CC_SENDER: .refusedSender(reply)
    case CC_RECIPIENT: .refusedRecipient(reply)
    default: .refusedLetter(reply)
    }
  }
}
