/// Bytes of a document before they are parsed.
enum RepairedBytes {
  /// The bytes as UTF-8, with U+FFFD for what is none and for what XML has no character for; control
  /// characters and white space before the document are dropped where that is asked for.
  static func repaired(_ bytes: [UInt8], dropsControls: Bool) -> [UInt8] {
    // What is right already is not looked at byte by byte.
    var text = Array(String(decoding: bytes, as: UTF8.self).utf8)
    guard dropsControls else { return text }
    if text.contains(where: isControl) { text.removeAll(where: isControl) }
    replaceNoncharacters(&text)
    let blanks = text.prefix { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }.count
    if blanks > 0 { text.removeFirst(blanks) }
    return text
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
  }

  // U+FFFE and U+FFFF are EF BF BE and EF BF BF; U+FFFD is EF BF BD.
  private static func replaceNoncharacters(_ text: inout [UInt8]) {
    guard text.count >= 3, text.contains(0xEF) else { return }
    for place in 2..<text.count
    where text[place] >= 0xBE && text[place - 1] == 0xBF && text[place - 2] == 0xEF {
      text[place] = 0xBD
    }
  }
}

extension StringProtocol {
  /// Without white space at both ends.
  var trimmed: String {
    guard let first = unicodeScalars.first, let last = unicodeScalars.last,
      first.isBlank || last.isBlank
    else { return String(self) }
    let scalars = unicodeScalars
    guard let start = scalars.firstIndex(where: { !$0.isBlank }),
      let end = scalars.lastIndex(where: { !$0.isBlank })
    else { return "" }
    return String(self[start...end])
  }

  /// Without control characters; tab and line feed stay where they are wanted.
  func withoutControls(keepingLines: Bool) -> String {
    let isClean = utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    if isClean { return String(self) }
    var scalars = String.UnicodeScalarView()
    scalars.append(
      contentsOf: unicodeScalars.filter {
        !$0.isControl || keepingLines && ($0 == "\t" || $0 == "\n")
      })
    return String(scalars)
  }
}

extension Unicode.Scalar {
  fileprivate var isBlank: Bool { self == " " || self == "\t" || self == "\n" || self == "\r" }

  /// C0, DEL and C1.
  var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }
}
