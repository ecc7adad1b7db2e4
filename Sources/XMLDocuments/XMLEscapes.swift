/// How characters are written.
enum XMLEscapes {
  /// Appends a text: what means something in XML escaped, control characters left out.
  static func append(_ text: String, to bytes: inout [UInt8], inAttribute: Bool) {
    if text.utf8.allSatisfy(isPlain) { return bytes.append(contentsOf: text.utf8) }
    for scalar in text.unicodeScalars { append(scalar, to: &bytes, inAttribute) }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    // Not one of " & < >.
    byte >= 0x20 && byte < 0x7F && byte != 0x22 && byte != 0x26 && byte != 0x3C && byte != 0x3E
  }

  private static func append(
    _ scalar: Unicode.Scalar, to bytes: inout [UInt8], _ inAttribute: Bool
  ) {
    switch scalar {
    case "&": bytes.append(contentsOf: "&amp;".utf8)
    case "<": bytes.append(contentsOf: "&lt;".utf8)
    case ">": bytes.append(contentsOf: "&gt;".utf8)
    case "\"" where inAttribute: bytes.append(contentsOf: "&quot;".utf8)
    // Plain ones would become blanks.
    case "\t" where inAttribute: bytes.append(contentsOf: "&#9;".utf8)
    case "\n" where inAttribute: bytes.append(contentsOf: "&#10;".utf8)
    case "\t", "\n": bytes.append(UInt8(scalar.value))
    case _ where scalar.isControl || scalar.value == 0xFFFE || scalar.value == 0xFFFF: break
    default: bytes.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
    }
  }
}
