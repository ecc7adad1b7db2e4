import RecorderEngine
import SMTPMail
import Testing

@Suite struct MailMessageTests {
  private func message(subject: String = "Code", body: String = "Body") throws -> MailMessage? {
    MailMessage(
      from: try #require(MailAddress("dvr@example.org")),
      to: try #require(MailAddress("trainee@example.org")), subject: subject, body: body,
      date: Timestamp(milliseconds: 1_795_215_600_000), id: "abc.1")
  }

  @Test func aLetterIsMadeOfHeadersAndLines() throws {
    let expected = """
      From: <dvr@example.org>
      To: <trainee@example.org>
      Subject: Code
      Date: Fri, 20 Nov 2026 23:00:00 +0000
      Message-ID: <abc.1@example.org>
      MIME-Version: 1.0
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: 7bit

      One
      two

      """
    #expect(try message(body: "One\ntwo\n")?.wireText == expected.withLineEndings)
  }

  @Test func whatIsNotASCIIIsEncodedInShortLines() throws {
    let subject = String(repeating: "señal ", count: 30)
    let text = try #require(try message(subject: subject, body: String(repeating: "ñ", count: 900)))
      .wireText
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
    #expect(text.split(separator: "\r\n").allSatisfy { $0.count <= 76 || $0.hasPrefix("Subject") })
    #expect(text.contains("Content-Transfer-Encoding: base64\r\n"))
    #expect(text.contains("Subject: =?UTF-8?B?c2XDsWFs"))
  }

  @Test(arguments: [
    "Code\r\nBcc: all@example.org", "Code\nX: y", "Code\rX", "a\u{0}b", "a\u{2028}b", "a\u{85}b",
  ])
  func aSubjectThatWouldEndItsLineIsRefused(subject: String) throws {
    #expect(try message(subject: subject) == nil)
  }

  @Test(arguments: [
    "a@b\r\nBcc: c@d", "a@b\n", "a\n@b", "a b@c", "<a@b>", "a@b>", "a,c@b", "\"a\"@b", "@b", "a@",
    "a", "", "ä@b", "a@b c", "a@b\u{0}", String(repeating: "x", count: 65) + "@b",
  ])
  func anAddressThatIsMoreOrLessThanOneIsRefused(text: String) {
    #expect(MailAddress(text) == nil)
  }

  @Test(arguments: ["a@b", "first.last+tag@mail.example.org", "root@localhost", "x@[127.0.0.1]"])
  func anAddressIsTaken(text: String) {
    #expect(MailAddress(text)?.text == text)
  }
}

extension String {
  fileprivate var withLineEndings: String {
    split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
  }
}
