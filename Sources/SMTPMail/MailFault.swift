import RecorderEngine

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

  /// Foreign words made fit for a screen: printable ASCII, one line, no more than a row or two, and
  /// nothing of the secret that the server was told.
  static func tamed(_ text: String, withholding secret: Secret? = nil) -> String {
    if let secret, RepeatedSecret(secret).isIn(text) {
      let code = text.prefix { $0.isASCII && $0.isNumber }
      return (code.count == 3 ? "\(code) " : "") + "(not shown: the answer repeats the secret)"
    }
    let shown = text.unicodeScalars.map { (0x20..<0x7F).contains($0.value) ? Character($0) : " " }
    let words = String(shown).split(separator: " ").joined(separator: " ")
    return words.isEmpty ? "no reason given" : String(words.prefix(160))
  }
}
