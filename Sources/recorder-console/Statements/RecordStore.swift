import Foundation
import HTTPRequests
import LearningRecords
import RecorderEngine
import ResultStore
import ServerWords

/// A learning record store: what it is asked by xAPI, and what its answers mean.
struct RecordStore {
  let address: HTTPAddress
  let signIn: ServerSignIn?
  let authorities: String?

  /// By the URL of its xAPI; the path of its statements may stand there as well.
  static func address(_ url: String) throws(HTTPAddressFault) -> HTTPAddress {
    var url = url[...]
    while url.last == "/" { url.removeLast() }
    if url.hasSuffix("/statements") { url.removeLast("/statements".count) }
    return try HTTPAddress(String(url))
  }

  private var client: HTTPClient { HTTPClient(signIn: signIn, authorities: authorities) }
  private var statements: HTTPAddress { address.appending("statements") }
  private static let version = HTTPRequest.Header("X-Experience-API-Version", "1.0.3")

  /// Sends statements in one request.
  func send(_ statements: [OutgoingStatement]) -> ServerAnswer {
    let body = "[" + statements.map(\.body).joined(separator: ",") + "]"
    let request = HTTPRequest(
      .post, self.statements, headers: [Self.version, .init("Content-Type", "application/json")],
      body: Data(body.utf8))
    return answer(to: request) { answer in
      // A portal that wants somebody to log in first answers everything by 200 and a page.
      let isPage = answer.header("Content-Type")?.lowercased().hasPrefix("text/html") == true
      if answer.status == 200, isPage { return .denied("it answers with a web page") }
      return ServerAnswer(toSending: answer.status, after: wait(answer), words(answer))
    }
  }

  /// Asks which statement there is under the id of one, and compares.
  func read(_ statement: OutgoingStatement) -> ServerAnswer {
    let request = HTTPRequest(
      .get, statements, query: ["statementId": statement.id], headers: [Self.version])
    return answer(to: request) { answer in
      guard answer.status == 200 else {
        return ServerAnswer(toReading: answer.status, after: wait(answer), words(answer))
      }
      return StatementComparison.isSame(statement.body, answer.body).map { .found(isSame: $0) }
        ?? .unavailable(after: nil, "it answers with something that is no statement")
    }
  }

  private func answer(
    to request: HTTPRequest, _ meaning: (HTTPAnswer) -> ServerAnswer
  ) -> ServerAnswer {
    do throws(HTTPFault) {
      return meaning(try client.answer(to: request))
    } catch {
      switch error {
      case .unreachable(let why), .other(let why): return .unavailable(after: nil, why)
      case .noTrust(let why): return .denied("it is not trusted: \(why)")
      case .tooSlow: return .unavailable(after: nil, "no answer in time")
      case .tooLarge: return .unavailable(after: nil, "an answer that is too large")
      case .cut: return .unavailable(after: nil, "it hung up before its answer was whole")
      case .otherKey: return .denied("it is another server than the one that is known")
      case .missingLibrary:
        return .denied(
          "libcurl.so.4 is not installed; on Debian or Ubuntu: apt-get install libcurl4")
      }
    }
  }

  private func wait(_ answer: HTTPAnswer) -> Int64? {
    ServerAnswer.wait(
      answer.header("Retry-After"), now: Int64(Date().timeIntervalSince1970 * 1_000))
  }

  /// The number of an answer and the beginning of what it says.
  private func words(_ answer: HTTPAnswer) -> String {
    let text = String(decoding: answer.body.prefix(2_000), as: UTF8.self)
    let said = text.allSatisfy(\.isWhitespace) ? "" : " \(text)"
    return ServerWords.tamed("\(answer.status)\(said)", withholding: signIn?.secret)
  }
}
