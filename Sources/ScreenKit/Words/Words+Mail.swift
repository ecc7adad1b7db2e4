import ConsoleData
import TextUI

extension Words {
  /// What became of a letter, as a sentence.
  public static func of(_ delivery: Delivery) -> Phrase {
    switch delivery {
    case .delivered: tr("The mail server has taken the letter.")
    case .failed(let reason): of(reason)
    }
  }

  private static func of(_ reason: Delivery.Reason) -> Phrase {
    switch reason {
    case .noServer: tr("No mail server is set: this console was started without --smtp.")
    case .unreachable(let why): tr("The mail server cannot be reached: \(why)")
    case .refusedSender(let reply): tr("The mail server refuses the sender: \(reply)")
    case .refusedRecipient(let reply): tr("The mail server refuses the recipient: \(reply)")
    case .refusedLetter(let reply): tr("The mail server refuses the letter: \(reply)")
    case .signInRefused(let reply):
      tr("The mail server refuses the user name or the secret: \(reply)")
    case .noTrust(let why): tr("There is no trusted encryption to the mail server: \(why)")
    case .tooSlow: tr("The mail server did not answer in time.")
    case .other(let why): tr("The letter was not sent: \(why)")
    }
  }
}
