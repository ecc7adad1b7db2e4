import Foundation
import HTTPRequests
import RecorderEngine
import ServerWords
import Support
import Testing

/// Requests to a real server on loopback.
@Suite struct AskingTests {
  private let server: LoopbackServer

  init() throws {
    server = try LoopbackServer("Tests/Support/http_server.py", file: "requests")
  }

  private func client(
    _ signIn: ServerSignIn? = nil, overall: Duration = .seconds(600), answer: Int = 50_000
  ) -> HTTPClient {
    HTTPClient(
      signIn: signIn,
      limits: .init(connecting: .seconds(600), overall: overall, answer: answer))
  }

  private func fault(_ client: HTTPClient, _ url: String) throws -> HTTPFault? {
    let request = HTTPRequest(.get, try HTTPAddress(url))
    do throws(HTTPFault) {
      _ = try client.answer(to: request)
      return nil
    } catch {
      return error
    }
  }

  @Test func whatIsSentArrivesByteForByte() throws {
    let body = Data((0...255).map(UInt8.init))
    let request = HTTPRequest(
      .post, try HTTPAddress(server.url("/echo")), query: ["id": "ä b&c", "a": "1"],
      headers: [.init("Content-Type", "application/json"), .init("X-Two", "lines\r\nX-Evil: 1")],
      body: body)
    let answer = try client().answer(to: request)
    #expect(answer.status == 200 && answer.body == body)
    let line = try #require(server.lines(of: "requests").first)
    #expect(line["path"] as? String == "/echo?a=1&id=%C3%A4%20b%26c")
    let headers = try #require(line["headers"] as? [String: String])
    #expect(headers["Content-Type"] == "application/json" && headers["Authorization"] == nil)
    #expect(headers["X-Two"] == "linesX-Evil: 1")
  }

  @Test func whoAsksIsToldWhereNobodyElseHearsIt() throws {
    let client = client(.init(user: "trainer", secret: "right-secret"))
    _ = try client.answer(to: HTTPRequest(.get, try HTTPAddress(server.url("/here"))))
    let headers = try server.lines(of: "requests").first?["headers"] as? [String: String]
    let expected = "Basic " + Data("trainer:right-secret".utf8).base64EncodedString()
    #expect(headers?["Authorization"] == expected)
  }

  @Test func aRedirectionIsAnAnswerAndNotFollowed() throws {
    let answer = try client().answer(
      to: HTTPRequest(.get, try HTTPAddress(server.url("/elsewhere"))))
    #expect(answer.status == 302 && answer.header("location") == "/here")
    #expect(try server.lines(of: "requests").count == 1)
  }

  @Test func aHeaderIsReadWhateverItsCapitals() throws {
    let answer = try client().answer(to: HTTPRequest(.get, try HTTPAddress(server.url("/busy"))))
    #expect(answer.status == 503 && answer.header("retry-after") == "7")
    #expect(answer.header("none") == nil && answer.body == Data("later".utf8))
  }

  @Test(arguments: ["/large", "/endless", "/long-head"])
  func anAnswerIsReadOnlySoFar(path: String) throws {
    #expect(try fault(client(), server.url(path)) == .tooLarge)
  }

  @Test func anAnswerOfJustTheLimitIsRead() throws {
    let answer = try client(answer: 100_000).answer(
      to: HTTPRequest(.get, try HTTPAddress(server.url("/large"))))
    #expect(answer.body.count == 100_000)
  }

  @Test func aServerThatSaysNothingIsGivenUpAtTheLimit() throws {
    #expect(try fault(client(overall: .milliseconds(300)), server.url("/silent")) == .tooSlow)
  }

  @Test func aServerThatGoesAwayIsAFault() throws {
    #expect(try fault(client(), server.url("/gone")) == .cut)
  }

  @Test func aServerThatIsNotThereCannotBeReached() throws {
    guard case .unreachable = try fault(client(), "http://no-such-host.invalid") else {
      Issue.record("it was reached")
      return
    }
  }

  @Test func anEncryptedServerIsTrustedWhereSomebodyVouchesForIt() throws {
    let server = try LoopbackServer(
      "Tests/Support/http_server.py", file: "requests", isEncrypted: true)
    guard case .noTrust = try fault(client(), server.url("/here")) else {
      Issue.record("it was trusted")
      return
    }
    #expect(try server.lines(of: "requests").isEmpty)
    let trusting = HTTPClient(
      authorities: server.certificate,
      limits: .init(connecting: .seconds(600), overall: .seconds(600)))
    let answer = try trusting.answer(
      to: HTTPRequest(.get, try HTTPAddress(server.url("/here"))))
    #expect(answer.status == 200 && answer.body == Data("here".utf8))
  }
}
