import ONVIFMessages
import Testing
import XMLDocuments

enum DiscoverySamples {
  static let announcement = Announcement(
    endpoint: "urn:uuid:4f3c0a52-0000-1000-8000-0018ae4c112f",
    types: ["NetworkVideoTransmitter", "Device"],
    scopes: [DiscoveryScope("name", "Front door & Käfer"), DiscoveryScope("hardware", "SH-8100")],
    addresses: ["http://192.168.1.10/onvif/device_service", "http://[fe80::1]/onvif"], version: 3)

  static let all: [DiscoveryMessage] = [
    DiscoveryMessage(messageID: "urn:uuid:1", .hello(announcement)),
    DiscoveryMessage(messageID: "urn:uuid:2", .bye(endpoint: announcement.endpoint)),
    DiscoveryMessage(messageID: "urn:uuid:3", .probe(types: [], scopes: [])),
    DiscoveryMessage(
      messageID: "urn:uuid:4",
      .probe(types: ["NetworkVideoTransmitter"], scopes: [DiscoveryScope("name", "x")])),
    DiscoveryMessage(
      messageID: "urn:uuid:9",
      .probe(types: [], scopes: [DiscoveryScope("name", "x")], rule: .text)),
    DiscoveryMessage(
      messageID: "urn:uuid:10",
      .probe(types: [], scopes: [DiscoveryScope("name", "x")], rule: .other("http://a.example/b"))),
    DiscoveryMessage(
      messageID: "urn:uuid:5", relatesTo: "urn:uuid:3", .probeMatches([announcement])),
    DiscoveryMessage(messageID: "urn:uuid:6", .resolve(endpoint: announcement.endpoint)),
    DiscoveryMessage(
      messageID: "urn:uuid:7", relatesTo: "urn:uuid:6", .resolveMatches(announcement)),
    DiscoveryMessage(messageID: "urn:uuid:8", relatesTo: "urn:uuid:6", .resolveMatches(nil)),
  ]
}

/// Who is there, in datagrams.
@Suite struct DiscoveryTests {
  @Test("What is written is read", arguments: DiscoverySamples.all)
  func roundTrip(message: DiscoveryMessage) throws {
    let datagram = message.datagram()
    let read = try DiscoveryMessage(datagram)
    #expect(read == message)
    #expect(read.datagram() == datagram)
  }

  @Test("Scopes are decoded, without control characters")
  func scopes() {
    let scope = DiscoveryScope(uri: "onvif://www.onvif.org/name/Front%20door%1b%zz%C3%A4%")
    #expect(scope.onvif?.category == "name")
    #expect(scope.onvif?.value == "Front door%zzä%")
    #expect(DiscoveryScope(uri: "http://example.org/a").onvif == nil)
    #expect(DiscoveryScope("name", "a b/é").uri == "onvif://www.onvif.org/name/a%20b%2F%C3%A9")
  }

  @Test("The version of 2009 and unbound prefixes are read as well")
  func lenient() throws {
    let text = """
      <SOAP-ENV:Envelope><SOAP-ENV:Header><wsa5:MessageID>uuid:9</wsa5:MessageID>
      <wsa5:RelatesTo> urn:uuid:3 </wsa5:RelatesTo></SOAP-ENV:Header><SOAP-ENV:Body>
      <wsd:ProbeMatches xmlns:wsd="http://docs.oasis-open.org/ws-dd/ns/discovery/2009/01">
      <wsd:ProbeMatch><wsd:Types>tdn:NetworkVideoTransmitter</wsd:Types></wsd:ProbeMatch>
      <wsd:ProbeMatch><wsa5:EndpointReference><wsa5:Address>urn:uuid:a</wsa5:Address>
      </wsa5:EndpointReference><wsd:Types>tdn:NetworkVideoTransmitter\n\ttds:Device</wsd:Types>
      <wsd:XAddrs>http://10.0.0.1/onvif  http://[fe80::2]/</wsd:XAddrs></wsd:ProbeMatch>
      </wsd:ProbeMatches></SOAP-ENV:Body></SOAP-ENV:Envelope>
      """
    let message = try DiscoveryMessage(Array(text.utf8))
    #expect(message.relatesTo == "urn:uuid:3")
    guard case .probeMatches(let found) = message.content else {
      return #expect(Bool(false), "matches")
    }
    #expect(found.count == 1, "what has no name is left out")
    #expect(found.first?.types == ["NetworkVideoTransmitter", "Device"])
    #expect(found.first?.isVideoDevice == true)
    #expect(found.first?.addresses == ["http://10.0.0.1/onvif", "http://[fe80::2]/"])
    #expect(found.first?.version == nil)
  }

  @Test("A datagram of 16 KiB is read, a byte more is not")
  func size() throws {
    let datagram = DiscoverySamples.all[0].datagram()
    let room = DiscoveryMessage.largest - datagram.count
    let padding = [UInt8](repeating: 0x20, count: room)
    _ = try DiscoveryMessage(datagram + padding)
    #expect(
      throws: Misunderstanding.document(
        XMLFault(.tooMuch(.bytes, limit: 16_384), at: XMLPosition(line: 1, column: 1)))
    ) { try DiscoveryMessage(datagram + padding + [0x20]) }
  }

  @Test(
    "What is no message of discovery is not read",
    arguments: [
      "", "<a/>", "<Envelope/>", "<Envelope><Body/></Envelope>",
      "<Envelope><Body><Hello/></Body></Envelope>", "<Envelope><Body><GetUsers/></Body></Envelope>",
    ])
  func other(text: String) {
    #expect(throws: Misunderstanding.self) { try DiscoveryMessage(Array(text.utf8)) }
  }
}
