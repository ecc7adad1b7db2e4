/// What a person does at the terminal, in the order they do it.
struct KeyScript: Equatable {
  /// One act: a key, or a look at the screen until something stands there.
  enum Step: Equatable {
    case key(Key)
    case until(String)
  }

  /// A key that has a name, or the text that it types.
  enum Key: Equatable {
    case named(Name)
    case text(String)
  }

  /// The keys that have names.
  enum Name: String, CaseIterable {
    case up = "Up"
    case down = "Down"
    case right = "Right"
    case left = "Left"
    case home = "Home"
    case end = "End"
    case pageUp = "PageUp"
    case pageDown = "PageDown"
    case insert = "Insert"
    case delete = "Delete"
    case enter = "Enter"
    case escape = "Esc"
    case tab = "Tab"
    case backTab = "BackTab"
    case backspace = "Backspace"
    case space = "Space"
    case f1 = "F1"
    case f2 = "F2"
    case f3 = "F3"
    case f4 = "F4"
    case f5 = "F5"
    case f6 = "F6"
    case f7 = "F7"
    case f8 = "F8"
    case f9 = "F9"
    case f10 = "F10"
    case f11 = "F11"
    case f12 = "F12"
  }

  var steps: [Step] = []

  /// The keys alone, in order.
  var keys: [Key] {
    steps.compactMap { step in
      guard case .key(let key) = step else { return nil }
      return key
    }
  }
}

/// A token that no key script knows.
struct UnknownKey: Error, Equatable, CustomStringConvertible {
  let token: String

  var description: String {
    """
    "\(token)" is no key: expected one of \(KeyScript.Name.allCases.map(\.rawValue).joined(separator: " ")), \
    one character, text:WORDS or until:WORDS, each with *N behind it if wanted
    """
  }
}

extension KeyScript {
  /// Reads a script such as `until:'Live view' Enter Down*3 text:12345`.
  init(parsing text: String) throws(UnknownKey) {
    for token in Self.tokens(of: text) {
      let (word, count) = Self.repetition(of: token)
      steps += Array(repeating: try Self.step(named: word), count: count)
    }
  }

  /// The words between blanks; quotes keep blanks inside a word.
  private static func tokens(of text: String) -> [String] {
    var tokens: [String] = []
    var word: String?
    var quote: Character?
    for character in text {
      switch (quote, character) {
      case (nil, "'"), (nil, "\""):
        quote = character
        word = word ?? ""
      case (character, _):
        quote = nil
      case (nil, " "), (nil, "\n"):
        if let word { tokens.append(word) }
        word = nil
      default:
        word = (word ?? "") + String(character)
      }
    }
    if let word { tokens.append(word) }
    return tokens
  }

  private static func repetition(of token: String) -> (word: String, count: Int) {
    guard let star = token.lastIndex(of: "*"), star != token.startIndex,
      let count = Int(token[token.index(after: star)...]), count > 0
    else { return (token, 1) }
    return (String(token[..<star]), count)
  }

  private static func step(named word: String) throws(UnknownKey) -> Step {
    if let name = Name(rawValue: word) { return .key(.named(name)) }
    if word.hasPrefix("until:") { return .until(String(word.dropFirst(6))) }
    if word.hasPrefix("text:") { return .key(.text(String(word.dropFirst(5)))) }
    guard word.count == 1 else { throw UnknownKey(token: word) }
    return .key(.text(word))
  }
}

extension KeyScript.Key {
  /// The bytes that xterm sends for this key; arrows depend on the mode the program has set.
  func bytes(applicationKeys: Bool) -> [UInt8] {
    switch self {
    case .text(let text): Array(text.utf8)
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
