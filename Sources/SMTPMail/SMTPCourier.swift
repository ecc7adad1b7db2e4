import Foundation
import RecorderEngine

/// Carries letters to a mail server, by libcurl.
public struct SMTPCourier: Sendable {
  /// Who sends, to a server that wants to know.
  public struct SignIn: Sendable {
    public let user: String
    public let secret: Secret

    public init(user: String, secret: Secret) {
      self.user = user
      self.secret = secret
    }
  }

  /// How long it may take.
  public struct Limits: Sendable {
    /// Until the server has greeted: Postfix lets newcomers wait for 6 seconds.
    public var connecting: Duration
    public var overall: Duration

    public init(connecting: Duration = .seconds(8), overall: Duration = .seconds(15)) {
      self.connecting = connecting
      self.overall = overall
    }
  }

  public let server: MailServer
  let signIn: SignIn?
  let authorities: String?
  let limits: Limits

  /// Makes a courier. `authorities` is a file of certificates to trust instead of the system's. A
  /// secret goes over an encrypted line only: whoever signs in requires TLS.
  public init(
    server: MailServer, signIn: SignIn? = nil, authorities: String? = nil,
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
