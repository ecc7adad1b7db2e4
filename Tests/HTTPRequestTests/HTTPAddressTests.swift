import HTTPRequests
import Testing

/// URLs of servers.
@Suite struct HTTPAddressTests {
  @Test(arguments: [
    ("https://lrs.example.org/xapi/", "https://lrs.example.org/xapi"),
    ("HTTP://Localhost:8080", "http://localhost:8080"),
    ("https://[::1]:8443/a%20b", "https://[::1]:8443/a%20b"),
  ])
  func anAddressIsAlwaysWrittenTheSameWay(url: String, text: String) throws {
    #expect(try HTTPAddress(url).text == text)
    #expect(try HTTPAddress(text).text == text)
  }

  @Test(arguments: [
    ("ftp://a", "neither https:// nor http://"), ("lrs.example.org", "neither"),
    ("https://", "the host is no name"), ("https:///path", "the host is no name"),
    ("https://a:0", "the port is no number"), ("https://a:70000", "the port is no number"),
    ("https://a/?b=c", "nothing may stand behind"), ("https://a/#b", "nothing may stand behind"),
  ])
  func aWrongURLIsToldWhatWasExpected(url: String, complaint: String) {
    let fault = #expect(throws: HTTPAddressFault.self) { try HTTPAddress(url) }
    #expect(fault?.message.contains(complaint) == true, "\(String(describing: fault))")
  }

  @Test func aSecretInTheURLIsRefusedAndNotRepeated() {
    let fault = #expect(throws: HTTPAddressFault.self) {
      try HTTPAddress("https://me:planted-word@a.example")
    }
    #expect(fault?.message.contains("planted") == false)
  }

  @Test(arguments: [
    ("https://lrs.example.org", true), ("http://lrs.example.org", false),
    ("http://localhost:80", true), ("http://127.0.0.1", true), ("http://[::1]:80", true),
    ("http://127.0.0.1.example.org", false), ("http://localhost.example.org", false),
  ])
  func aSecretIsKeptByEncryptionOrByStayingHere(url: String, isKept: Bool) throws {
    #expect(HTTPClient.keepsSecrets(to: try HTTPAddress(url)) == isKept)
  }
}
