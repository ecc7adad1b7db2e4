import CCurl
import Foundation
import RecorderEngine
import ServerWords

/// Asks servers by HTTP, by libcurl. A redirection is an answer like any other: it is not followed.
public struct HTTPClient: Sendable {
  /// How much of time and memory a request may take.
  public struct Limits: Sendable {
    /// Until there is a line to the server.
    public var connecting: Duration
    /// Until the whole answer is there.
    public var overall: Duration
    /// The bytes of the answer.
    public var answer: Int

    /// Makes limits.
    public init(
      connecting: Duration = .seconds(8), overall: Duration = .seconds(20), answer: Int = 2 << 20
    ) {
      self.connecting = connecting
      self.overall = overall
      self.answer = answer
    }
  }

  let signIn: ServerSignIn?
  let authorities: String?
  let limits: Limits

  /// Makes a client. `authorities` is a file of certificates to trust instead of the system's.
  public init(
    signIn: ServerSignIn? = nil, authorities: String? = nil, limits: Limits = Limits()
  ) {
    self.signIn = signIn
    self.authorities = authorities
    self.limits = limits
  }

  /// Whether the secret of a sign-in would be heard by nobody else on the way to a server.
  public static func keepsSecrets(to address: HTTPAddress) -> Bool {
    address.isEncrypted || address.isLoopback
  }

  /// Asks, and waits for the answer. Who asks is told only where nobody else hears it.
  public func answer(to request: HTTPRequest) throws(HTTPFault) -> HTTPAnswer {
    let signIn = HTTPClient.keepsSecrets(to: request.address) ? signIn : nil
    let exchange = Exchange(request, limits) { order, kept in
      // What stays in this computer needs nobody to pass it on.
      order.is_direct = request.address.isLoopback
      order.user = signIn.flatMap { kept($0.user) }
      order.secret = signIn.flatMap { $0.secret.revealed(kept) }
      order.authorities = authorities.flatMap(kept)
    }
    if let fault = exchange.fault(withholding: self.signIn?.secret) { throw fault }
    return exchange.answer
  }
}
