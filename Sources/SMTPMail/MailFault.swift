/// Why a letter was not delivered. Replies are the server's words, as printable ASCII.
public enum MailFault: Error, Equatable, Sendable {
  case unreachable(String)
  case refusedSender(String)
  case refusedRecipient(String)
  case refusedLetter(String)
  case signInRefused(String)
  /// No encryption where it is wanted, or a certificate that nobody vouches for.
  case noTrust(String)
  case tooSlow
  /// The program is on its way out.
  case stopped
  case missingLibrary
  case other(String)
}
