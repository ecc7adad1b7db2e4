import SMTPMail
import Testing

@Suite struct MailServerTests {
  @Test(arguments: [
    ("smtp://mail.example.org", "mail.example.org", 587),
    ("smtps://mail.example.org/", "mail.example.org", 465),
    ("SMTP://Mail:2525", "Mail", 2_525), ("smtp://[::1]:25", "::1", 25),
    ("smtps://127.0.0.1", "127.0.0.1", 465), ("smtp://[fe80::1]", "fe80::1", 587),
  ])
  func aURLNamesHostAndPort(url: String, host: String, port: Int) throws {
    let server = try MailServer(url)
    #expect(server.host == host && server.port == port)
  }

  @Test func encryptionIsBySchemeOrByWish() throws {
    #expect(try MailServer("smtp://a").encryption == .whenOffered)
    #expect(try MailServer("smtp://a", requiresTLS: true).encryption == .required)
    #expect(try MailServer("smtps://a").encryption == .always)
  }

  @Test(arguments: [
    ("mail.example.org", "begins with neither smtp:// nor smtps://"),
    ("http://mail", "begins with neither"), ("smtp://", "the host is no name"),
    ("smtp://a b", "the host is no name"), ("smtp://a/b", "the host is no name"),
    ("smtp://a\r\nb", "the host is no name"), ("smtp://[nonsense]", "the host is no name"),
    ("smtp://a:0", "the port is no number"), ("smtp://a:65536", "the port is no number"),
    ("smtp://a:x", "the port is no number"), ("smtp://a:", "the port is no number"),
  ])
  func aWrongURLIsToldWhatWasExpected(url: String, complaint: String) {
    let fault = #expect(throws: MailServerFault.self) { try MailServer(url) }
    #expect(fault?.message.hasPrefix("expected smtp://HOST[:PORT] or smtps://HOST[:PORT]") == true)
    #expect(fault?.message.contains(complaint) == true, "\(fault?.message ?? "")")
  }

  @Test(arguments: ["smtp://me:hidden@mail", "me:hidden@mail", "http://me:hidden@mail:x"])
  func aSecretInTheURLIsRefusedAndNotRepeated(url: String) {
    let fault = #expect(throws: MailServerFault.self) { try MailServer(url) }
    #expect(fault?.message.contains("do not belong there") == true)
    #expect(fault?.message.contains("hidden") == false)
  }
}
