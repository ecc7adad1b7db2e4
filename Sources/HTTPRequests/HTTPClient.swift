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
    var answer = cc_answer()
    defer {
      free(answer.head)
      free(answer.body)
    }
    ask(request, &answer)
    let error = ServerWords.tamed(CForms.text(of: answer.error), withholding: signIn?.secret)
    switch Int(answer.outcome) {
    case CC_DELIVERED: break
    case CC_NO_LIBRARY: throw .missingLibrary
    case CC_UNREACHABLE: throw .unreachable(error)
    case CC_TLS: throw .noTrust(error)
    case CC_TOO_SLOW: throw .tooSlow
    case CC_TOO_LARGE: throw .tooLarge
    default: throw .other(error)
    }
    let head = data(answer.head, answer.head_count)
    return HTTPAnswer(
      status: answer.status, head: String(decoding: head, as: UTF8.self),
      body: data(answer.body, answer.body_count))
  }

  private func ask(_ request: HTTPRequest, _ answer: inout cc_answer) {
    var copies: [UnsafeMutablePointer<CChar>?] = []
    defer { for copy in copies { free(copy) } }
    func kept(_ text: String) -> UnsafePointer<CChar>? {
      copies.append(strdup(text))
      return copies.last?.map { UnsafePointer($0) }
    }
    let signIn = HTTPClient.keepsSecrets(to: request.address) ? signIn : nil
    var order = cc_request()
    order.method = kept(request.method.rawValue)
    order.url = kept(request.url)
    // What stays in this computer needs nobody to pass it on.
    order.is_direct = request.address.isLoopback
    order.user = signIn.flatMap { kept($0.user) }
    order.secret = signIn.flatMap { $0.secret.revealed(kept) }
    order.authorities = authorities.flatMap(kept)
    order.answer_limit = limits.answer
    order.connect_milliseconds = limits.connecting.milliseconds
    order.milliseconds = limits.overall.milliseconds
    let headers = request.headers.map { kept("\($0.name): \($0.value)") }
    headers.withUnsafeBufferPointer { headers in
      order.headers = headers.baseAddress
      order.header_count = headers.count
      guard let body = request.body else { return cc_ask(&order, &answer) }
      body.withUnsafeBytes { bytes in
        order.body = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        order.body_count = bytes.count
        cc_ask(&order, &answer)
      }
    }
  }

  private func data(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Data {
    bytes.map { Data(bytes: $0, count: count) } ?? Data()
  }
}
