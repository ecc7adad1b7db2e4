import Foundation
import RecorderEngine

/// A letter as it goes over the line: RFC 5322, MIME, plain text in UTF-8.
public struct MailMessage: Equatable, Sendable {
  /// Who wrote it.
  public let sender: MailAddress
  /// Who gets it.
  public let recipient: MailAddress
  /// What it is about, in one line.
  public let subject: String
  /// What stands in it, however its lines are ended.
  public let body: String
  /// The moment of writing, in UTC.
  public let date: Timestamp
  /// The left part of the Message-ID: unlike that of any other letter.
  public let id: String

  /// Writes a letter; nil where the subject or the id would not stay in its line.
  public init?(
    from sender: MailAddress, to recipient: MailAddress, subject: String, body: String,
    date: Timestamp, id: String
  ) {
    let isOneLine = subject.unicodeScalars.allSatisfy {
      ![.control, .lineSeparator, .paragraphSeparator].contains($0.properties.generalCategory)
    }
    guard isOneLine, subject.utf8.count <= 1_000, !id.isEmpty, MailAddress("\(id)@x") != nil
    else { return nil }
    self.sender = sender
    self.recipient = recipient
    self.subject = subject
    self.body = body
    self.date = date
    self.id = id
  }

  /// Headers and body, lines ended by CR LF.
  public var wireText: String {
    let lines = bodyLines
    let isPlain = lines.allSatisfy { $0.utf8.count <= 998 && $0.utf8.allSatisfy(Self.isPlain) }
    let headers = [
      "From: <\(sender.text)>", "To: <\(recipient.text)>", "Subject: \(encodedSubject)",
      "Date: \(dateText)", "Message-ID: <\(id)@\(sender.domain)>", "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: \(isPlain ? "7bit" : "base64")", "",
    ]
    return (headers + (isPlain ? lines : encoded(lines))).map { $0 + "\r\n" }.joined()
  }

  /// The body's lines, however they were ended.
  private var bodyLines: [String] {
    var lines = body.split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  private func encoded(_ lines: [String]) -> [String] {
    let text = Data(lines.map { $0 + "\r\n" }.joined().utf8)
      .base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed])
    return text.split(separator: "\n").map(String.init)
  }

  /// `Fri, 20 Nov 2026 23:06:51 +0000`
  private var dateText: String {
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let time = CivilTime(date)
    let day = "\(time.weekday), \(time.day) \(months[time.month - 1]) \(time.year)"
    return "\(day) \(time.clockText) +0000"
  }

  /// The subject as it is, or in words of RFC 2047 where it is not ASCII.
  private var encodedSubject: String {
    guard !subject.utf8.allSatisfy(Self.isPlain) || subject.utf8.count > 60 else { return subject }
    return words.map { "=?UTF-8?B?\(Data($0.utf8).base64EncodedString())?=" }
      .joined(separator: "\r\n ")
  }

  /// The subject in pieces of at most 45 bytes: an encoded word may have 75 characters.
  private var words: [String] {
    subject.unicodeScalars.reduce(into: [""]) { words, scalar in
      let last = words.count - 1
      if words[last].utf8.count + String(scalar).utf8.count > 45 {
        words.append(String(scalar))
      } else {
        words[last].unicodeScalars.append(scalar)
      }
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool { (0x20..<0x7F).contains(byte) || byte == 9 }
}
