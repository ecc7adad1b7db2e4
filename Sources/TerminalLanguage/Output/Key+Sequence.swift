import TextUI

extension Key {
  /// What a terminal of xterm's kind sends for it, arrows as without the mode for applications.
  public var sequence: String {
    switch self {
    case .character(let character): String(character)
    case .control(let letter):
      String(UnicodeScalar((letter.uppercased().unicodeScalars.first?.value ?? 0x40) & 0x1F) ?? " ")
    case .alt(let key): "\u{1b}" + key.sequence
    case .function(let number): Key.functions[number] ?? ""
    default: Key.plain[self] ?? ""
    }
  }

  private static let plain: [Key: String] = [
    .enter: "\r", .escape: "\u{1b}", .tab: "\t", .backTab: "\u{1b}[Z", .backspace: "\u{7f}",
    .up: "\u{1b}[A", .down: "\u{1b}[B", .right: "\u{1b}[C", .left: "\u{1b}[D",
    .home: "\u{1b}[H", .end: "\u{1b}[F", .pageUp: "\u{1b}[5~", .pageDown: "\u{1b}[6~",
    .insert: "\u{1b}[2~", .delete: "\u{1b}[3~",
  ]

  private static let functions: [Int: String] = [
    1: "\u{1b}OP", 2: "\u{1b}OQ", 3: "\u{1b}OR", 4: "\u{1b}OS", 5: "\u{1b}[15~",
    6: "\u{1b}[17~", 7: "\u{1b}[18~", 8: "\u{1b}[19~", 9: "\u{1b}[20~", 10: "\u{1b}[21~",
    11: "\u{1b}[23~", 12: "\u{1b}[24~",
  ]
}
