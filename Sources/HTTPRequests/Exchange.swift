import CCurl
import Foundation
import RecorderEngine
import ServerWords

/// A request and what became of it, as libcurl tells it.
struct Exchange {
  /// Whether any of the request went out: the server may have it.
  let hasLeft: Bool
  /// What came, whole or not.
  let answer: HTTPAnswer
  private let outcome: Int
  private let words: String

  /// Asks, and waits for the end. `adjust` says what is special about this request; texts that it
  /// keeps live until then.
  init(
    _ request: HTTPRequest, _ limits: HTTPClient.Limits,
    adjust: (inout cc_request, _ kept: (String) -> UnsafePointer<CChar>?) -> Void
  ) {
    var answer = cc_answer()
    defer {
      free(answer.head)
      free(answer.body)
    }
    Exchange.ask(request, limits, adjust, &answer)
    hasLeft = answer.has_left
    outcome = Int(answer.outcome)
    words = CForms.text(of: answer.error)
    let head = Exchange.data(answer.head, answer.head_count)
    self.answer = HTTPAnswer(
      status: answer.status, head: String(decoding: head, as: UTF8.self),
      body: Exchange.data(answer.body, answer.body_count))
  }

  /// Why there is no answer; nil where it is whole.
  func fault(withholding secret: Secret? = nil) -> HTTPFault? {
    Exchange.fault(outcome, ServerWords.tamed(words, withholding: secret))
  }

  /// What an outcome means; nil: the answer is whole.
  static func fault(_ outcome: Int, _ words: String) -> HTTPFault? {
    switch outcome {
    case CC_DELIVERED: nil
    case CC_NO_LIBRARY: .missingLibrary
    case CC_UNREACHABLE: .unreachable(words)
    case CC_TLS: .noTrust(words)
    case CC_TOO_SLOW: .tooSlow
    case CC_TOO_LARGE: .tooLarge
    case CC_CUT: .cut
    case CC_OTHER_KEY: .otherKey
    default: .other(words)
    }
  }

  private static func ask(
    _ request: HTTPRequest, _ limits: HTTPClient.Limits,
    _ adjust: (inout cc_request, (String) -> UnsafePointer<CChar>?) -> Void,
    _ answer: inout cc_answer
  ) {
    var copies: [UnsafeMutablePointer<CChar>?] = []
    defer { for copy in copies { free(copy) } }
    func kept(_ text: String) -> UnsafePointer<CChar>? {
      copies.append(strdup(text))
      return copies.last?.map { UnsafePointer($0) }
    }
    var order = cc_request()
    order.method = kept(request.method.rawValue)
    order.url = kept(request.url)
    order.answer_limit = limits.answer
    order.connect_milliseconds = limits.connecting.milliseconds
    order.milliseconds = limits.overall.milliseconds
    adjust(&order, kept)
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

  private static func data(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Data {
    bytes.map { Data(bytes: $0, count: count) } ?? Data()
  }
}
