import ConsoleRuntime
import Glibc
import RecorderEngine
import SMTPMail
import ScreenKit

/// Letters through a mail server, as the runtime asks for it.
struct SMTPLetters: MailCourier {
  let courier: SMTPCourier
  let sender: MailAddress

  func carry(_ letter: PostedLetter) async -> Delivery {
    guard let recipient = MailAddress(letter.to) else {
      return .failed(.other("“\(letter.to)” is no mail address."))
    }
    let message = letter.body.revealed { body in
      MailMessage(
        from: sender, to: recipient, subject: letter.subject, body: body,
        date: Timestamp(milliseconds: Int64(time(nil)) * 1_000), id: Self.freshID)
    }
    guard let message else { return .failed(.other("the subject is not one line of text.")) }
    do throws(MailFault) {
      try await courier.send(message)
      return .delivered
    } catch {
      return .failed(Delivery.Reason(error))
    }
  }

  private static var freshID: String {
    (0..<2).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined(separator: ".")
  }
}

extension Delivery.Reason {
  fileprivate init(_ fault: MailFault) {
    self =
      switch fault {
      case .unreachable(let why): .unreachable(why)
      case .refusedSender(let reply): .refusedSender(reply)
      case .refusedRecipient(let reply): .refusedRecipient(reply)
      case .refusedLetter(let reply): .refusedLetter(reply)
      case .signInRefused(let reply): .signInRefused(reply)
      case .noTrust(let why): .noTrust(why)
      case .tooSlow: .tooSlow
      case .stopped: .other("the console is being left.")
      case .missingLibrary:
        .other(
          "libcurl.so.4 with SMTP is not installed; on Debian or Ubuntu: "
            + "apt-get install libcurl4")
      case .other(let why): .other(why)
      }
  }
}
