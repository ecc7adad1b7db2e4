import Foundation

/// Text in the usual one of two spellings: `ñ` as one letter, not as an `n` and a tilde (NFC).
enum ComposedText {
  /// The text in that spelling; plain text, which is most of it, is left as it is.
  @Sendable static func form(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCanonicalMapping
  }
}
