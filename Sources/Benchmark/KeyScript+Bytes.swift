import Training

extension KeyScript.Key {
  /// The bytes that xterm sends for this key; arrows depend on the mode the program has set.
  func bytes(applicationKeys: Bool) -> [UInt8] {
    switch self {
    case .text(let text): Array(text.utf8)
    case .control(let letter): [(letter.asciiValue ?? 0) & 0x1f]
    case .named(let name): Array(name.sequence(applicationKeys: applicationKeys).utf8)
    }
  }
}

extension KeyScript.Name {
  fileprivate func sequence(applicationKeys: Bool) -> String {
    if let letter = Self.cursorLetters[self] {
      return (applicationKeys ? "\u{1b}O" : "\u{1b}[") + letter
    }
    return Self.fixed[self] ?? ""
  }

  private static let cursorLetters: [Self: String] = [
    .up: "A", .down: "B", .right: "C", .left: "D", .home: "H", .end: "F",
  ]

  private static let fixed: [Self: String] = [
    .pageUp: "\u{1b}[5~", .pageDown: "\u{1b}[6~", .insert: "\u{1b}[2~", .delete: "\u{1b}[3~",
    .enter: "\r", .escape: "\u{1b}", .tab: "\t", .backTab: "\u{1b}[Z", .backspace: "\u{7f}",
    .space: " ",
    .f1: "\u{1b}OP", .f2: "\u{1b}OQ", .f3: "\u{1b}OR", .f4: "\u{1b}OS",
    .f5: "\u{1b}[15~", .f6: "\u{1b}[17~", .f7: "\u{1b}[18~", .f8: "\u{1b}[19~",
    .f9: "\u{1b}[20~", .f10: "\u{1b}[21~", .f11: "\u{1b}[23~", .f12: "\u{1b}[24~",
  ]
}
