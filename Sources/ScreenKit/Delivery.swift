/// What became of a letter.
public enum Delivery: Equatable, Sendable {
  case delivered
  case failed(Reason)

  /// Why a letter was not delivered, with the words of whoever refused it: short printable ASCII.
  public enum Reason: Equatable, Sendable {
    /// No mail server was named to the console.
    case noServer
    case unreachable(String)
    case refusedSender(String)
    case refusedRecipient(String)
    case refusedLetter(String)
    case signInRefused(String)
    /// No encryption where it is wanted, or a certificate that nobody vouches for.
    case noTrust(String)
    case tooSlow
    case other(String)
  }
}
