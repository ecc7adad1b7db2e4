import CCurl
import Foundation
import ServerWords
import Synchronization

/// A connection to a device that is kept between requests, one request at a time.
///
/// Nothing is followed, passed on by a proxy or waited for before a body is sent; who asks stands in
/// headers of the caller's own.
public final class HTTPConnection: Sendable {
  /// Why a request has no whole answer.
  public struct Failure: Error, Sendable {
    /// What happened.
    public let fault: HTTPFault
    /// Whether any of the request went out: the device may have done what was asked.
    public let hasLeft: Bool
    /// What had come of the answer by then.
    public let part: HTTPAnswer
  }

  private let limits: HTTPClient.Limits
  private let pin: KeyPin?
  private let handle: Mutex<UnsafeMutableRawPointer?>

  /// Makes a connection, which is opened with the first request. `pin` is the one key to trust
  /// where it is encrypted.
  public init(limits: HTTPClient.Limits, pin: KeyPin? = nil) {
    self.limits = limits
    self.pin = pin
    handle = Mutex(nil)
  }

  deinit {
    handle.withLock { cc_connection_dispose($0) }
  }

  /// Asks, and waits for the answer. What is sent once goes over a fresh connection: over a kept one
  /// that turns out to be dead libcurl would send it again.
  public func answer(
    to request: HTTPRequest, isSentOnce: Bool
  ) throws(Failure) -> HTTPAnswer {
    let exchange = handle.withLock { handle in
      if handle == nil { handle = cc_connection_make() }
      return ask(request, isSentOnce, over: handle)
    }
    guard let fault = exchange.fault() else { return exchange.answer }
    throw Failure(fault: fault, hasLeft: exchange.hasLeft, part: exchange.answer)
  }

  private func ask(
    _ request: HTTPRequest, _ isSentOnce: Bool, over handle: UnsafeMutableRawPointer?
  ) -> Exchange {
    // A device may answer 417 to an Expect, or nothing at all.
    let request = HTTPRequest(
      request.method, request.address, query: request.query,
      headers: request.headers + [HTTPRequest.Header("Expect", "")], body: request.body)
    return Exchange(request, limits) { order, kept in
      order.is_direct = true
      order.is_compressible = true
      order.is_sent_once = isSentOnce
      order.connection = handle
      order.pin = pin.flatMap { kept($0.text) }
    }
  }

  /// The certificate of whoever answers there, in DER; nothing is sent but what asks for it.
  public static func certificate(
    of address: HTTPAddress, within limit: Duration
  ) throws(HTTPFault) -> Data {
    var answer = cc_answer()
    let pem = cc_certificate(address.text, limit.milliseconds, &answer)
    defer { free(pem) }
    let words = ServerWords.tamed(CForms.text(of: answer.error))
    if let fault = Exchange.fault(Int(answer.outcome), words) { throw fault }
    let lines = pem.map { String(cString: $0) } ?? ""
    let text = lines.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("-----") }.joined()
    guard let data = Data(base64Encoded: text), !data.isEmpty else {
      throw .noTrust("no certificate came")
    }
    return data
  }
}

/// The key of a device's certificate as libcurl knows it again.
public struct KeyPin: Equatable, Sendable {
  /// `sha256//` and the digest of the key in base64.
  let text: String

  /// Makes a pin of the SHA-256 of a key as its certificate holds it (SubjectPublicKeyInfo).
  public init(digest: Data) { text = "sha256//" + digest.base64EncodedString() }
}

extension HTTPConnection.Failure {
  /// Makes one of a request that was not sent at all.
  public init(unsent fault: HTTPFault) {
    self.init(fault: fault, hasLeft: false, part: HTTPAnswer(status: 0, head: "", body: Data()))
  }
}
