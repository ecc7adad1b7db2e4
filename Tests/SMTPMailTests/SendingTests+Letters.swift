import Foundation
import Glibc
import RecorderEngine
import SMTPMail
import Support
import Testing

/// Another fault than the expected one, or none.
struct Surprise: Error {
  let fault: MailFault?

  init(_ fault: MailFault?) { self.fault = fault }
}

extension SendingTests {
  /// A letter; without a recipient it goes to an address that no other test has.
  func letter(
    from sender: String = "from@example.org", to recipient: String? = nil,
    subject: String = "Subject", body: String = "Body\n"
  ) throws -> MailMessage {
    let recipient = recipient ?? UUID().uuidString.lowercased() + "@example.org"
    let addresses = try [sender, recipient].map { try #require(MailAddress($0)) }
    let message = MailMessage(
      from: addresses[0], to: addresses[1], subject: subject, body: body,
      date: Timestamp(milliseconds: 1_795_215_600_000), id: "1.2")
    return try #require(message)
  }

  /// A courier that trusts the server's own certificate.
  func courier(
    _ kind: MailServerProcess.Kind, requiresTLS: Bool = false,
    user: String = MailServerProcess.user, secret: Secret? = nil,
    limits: SMTPCourier.Limits = SMTPCourier.Limits()
  ) throws -> SMTPCourier {
    let server = try #require(MailServerProcess.current)
    return SMTPCourier(
      server: try MailServer(server.url(kind), requiresTLS: requiresTLS),
      signIn: secret.map { SMTPCourier.SignIn(user: user, secret: $0) },
      authorities: server.certificate, limits: limits)
  }

  /// What went wrong; nil where the letter was delivered.
  func fault(_ courier: SMTPCourier, _ letter: MailMessage) async -> MailFault? {
    do throws(MailFault) {
      try await courier.send(letter)
      return nil
    } catch {
      return error
    }
  }

  /// A port on loopback where nobody listens: it was free a moment ago.
  static func freePort() throws -> UInt16 {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, length) == 0 && getsockname(socket, $0, &length) == 0
      }
    }
    try #require(isBound)
    return UInt16(bigEndian: address.sin_port)
  }
}
