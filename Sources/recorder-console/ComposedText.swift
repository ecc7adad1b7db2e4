import Foundation

/// Text in the usual one of two spellings: `ñ` as one letter, not as an `n` and a tilde (NFC).
enum ComposedText {
  /// The text in that spelling; plain text, which is most of it, is left as it is.
  @Sendable static func form(_ text: String) -> String {
    // Most text is decided by its bytes: 0xCC begins the first scalar that is a combining mark.
    let isPlain = text.utf8.allSatisfy { $0 < 0xCC }
    return isPlain || text.unicodeScalars.allSatisfy(isComposed)
      ? text : text.precomposedStringWithCanonicalMapping
  }
}

/// Whether a scalar is the same in every spelling, whatever stands beside it: all below the
/// combining marks, and the dashes, quotation marks, arrows, lines and blocks of our own files.
private func isComposed(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case ..<0x300, 0x2010...0x2027, 0x2190...0x21FF, 0x2500...0x27BF: true
  default: false
  }
}
