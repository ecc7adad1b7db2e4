import DeviceProofs
import Foundation
import RecorderEngine
import Testing
import XMLDocuments

@testable import ONVIFMessages

/// Every operation, written and read at both ends.
@Suite struct RoundTripTests {
  @Test("There is a sample of every operation")
  func complete() {
    #expect(Set(MessageSample.all.map(\.name)) == Set(OperationName.allCases))
  }

  @Test("A request is read by a service as it was written by a client")
  func requests() throws {
    for sample in MessageSample.all {
      let request = try IncomingRequest(sample.request)
      #expect(request.call.name == sample.name)
      #expect(request.token == nil)
      #expect(request.call.operation.request() == sample.request, "\(sample.name)")
    }
  }

  @Test("An answer is read by a client as it was written by a service")
  func answers() throws {
    for sample in MessageSample.all {
      #expect(!sample.answers.isEmpty)
      let complaint = try sample.complaint()
      #expect(complaint == nil)
    }
  }

  @Test("A token and an address go with a request, and the answer says to which it belongs")
  func header() throws {
    let token = UsernameToken(
      user: AccountName("jo & <co>"), secret: Secret("s"), nonce: Nonce([UInt8](0..<16)),
      at: MessageSample.now)
    let addressing = Addressing(
      to: "http://192.168.1.10/events?a=1&b=2", messageID: "urn:uuid:1",
      parameters: [XMLElement(XMLName("Subscription", namespace: "urn:x"), text: "7")])
    let bytes = PullMessages(timeout: .seconds(5), limit: 1)
      .request(token: token, addressing: addressing)
    let request = try IncomingRequest(bytes)
    #expect(request.addressing.to == addressing.to)
    #expect(request.addressing.action == OperationName.pullMessages.action)
    #expect(request.addressing.parameters == addressing.parameters)
    let read = try #require(request.token)
    #expect(read.user == AccountName("jo & <co>"))
    var checker = TokenChecker()
    let objection = checker.objection(to: read, at: MessageSample.now)
    #expect(objection == nil && read.isMade(of: Secret("s")))
    let answer = PullMessages(timeout: .seconds(5), limit: 1)
      .answer(PulledMessages(now: MessageSample.now), to: request.addressing)
    let root = try XMLReader(.strict).read(answer)
    let header = try #require(root.child(SOAP.header))
    #expect(header.text(WSA.relatesTo) == "urn:uuid:1")
    #expect(
      header.text(WSA.action)
        == "http://www.onvif.org/ver10/events/wsdl/PullPointSubscription/PullMessagesResponse")
  }

  @Test("A token has no prefix in it, which some devices refuse")
  func plainToken() throws {
    let token = UsernameToken(
      user: .admin, secret: Secret("s"), nonce: Nonce([UInt8](0..<16)), at: MessageSample.now)
    let text = String(decoding: GetUsers().request(token: token), as: UTF8.self)
    #expect(text.contains("<Security xmlns=\"http://docs.oasis-open.org/wss/2004/01/"))
    #expect(text.contains(">AAECAwQFBgcICQoLDA0ODw==</Nonce>"))
    #expect(text.contains("wssecurity-utility-1.0.xsd\">2026-11-20T23:18:00.250Z</Created>"))
  }

  @Test("Tokens as clients write them")
  func foreignTokens() throws {
    func token(_ inner: String) throws -> UsernameToken? {
      let text = """
        <e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope" xmlns:w="urn:w"><e:Header>
        <w:Security><w:UsernameToken>\(inner)</w:UsernameToken></w:Security></e:Header><e:Body>
        <GetUsers xmlns="http://www.onvif.org/ver10/device/wsdl"/></e:Body></e:Envelope>
        """
      return try IncomingRequest(Array(text.utf8)).token
    }
    func isUnreadable(_ inner: String) throws -> Bool {
      guard case .unreadable = try token(inner)?.proof else { return false }
      return true
    }
    let name = "<w:Username>jo</w:Username>"
    let digest = "<w:Password Type='x#PasswordDigest'>AAAA</w:Password>"
    #expect(try isUnreadable(name))
    #expect(try isUnreadable(name + digest))
    #expect(try isUnreadable(name + digest + "<w:Nonce>?</w:Nonce><w:Created>now</w:Created>"))
    #expect(try isUnreadable(name + "<w:Password Type='x'>a</w:Password>"))
    guard case .password(let secret) = try token(name + "<w:Password> a </w:Password>")?.proof
    else { return #expect(Bool(false), "a password in the clear") }
    #expect(secret.matches(Secret(" a ")))
    guard
      case .digest = try token(name + digest + "<w:Nonce>AA==</w:Nonce><w:Created>1</w:Created>")?
        .proof
    else { return #expect(Bool(false), "a digest") }
  }

  @Test("No secret stands in what describes a request")
  func secrecy() {
    let call = SetUser([UserSetting(.admin, password: Secret("hunter2"), level: .administrator)])
    var dumped = ""
    dump(call, to: &dumped)
    #expect(!dumped.contains("hunter2") && !"\(call)".contains("hunter2"))
    #expect(String(decoding: call.request(), as: UTF8.self).contains("hunter2"))
  }
}
