import RecorderEngine

/// What a server says, made fit for a screen.
public enum ServerWords {
  /// Whether words repeat a secret or a part of it.
  public static func repeats(_ secret: Secret, in words: String) -> Bool {
    RepeatedSecret(secret).isIn(words)
  }

  /// Printable ASCII, one line, no more than a row or two, and nothing of the secret that the server
  /// was told.
  public static func tamed(_ text: String, withholding secret: Secret? = nil) -> String {
    if let secret, repeats(secret, in: text) {
      let code = text.prefix { $0.isASCII && $0.isNumber }
      return (code.count == 3 ? "\(code) " : "") + "(not shown: the answer repeats the secret)"
    }
    let shown = text.unicodeScalars.map { (0x20..<0x7F).contains($0.value) ? Character($0) : " " }
    let words = String(shown).split(separator: " ").joined(separator: " ")
    return words.isEmpty ? "no reason given" : String(words.prefix(160))
  }
}
