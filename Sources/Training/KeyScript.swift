/// What a person does at the console, in the order they do it: the solution of a lesson, a
/// demonstration, a measured round.
public struct KeyScript: Equatable, Sendable {
  /// One act, with the word that it was written as.
  public struct Step: Equatable, Sendable {
    /// What is done.
    public let act: Act
    /// How the script says it.
    public let word: String

    /// Makes an act of what a script says.
    public init(_ act: Act, word: String) {
      self.act = act
      self.word = word
    }
  }

  /// A key, or a wish that several keys may be needed for.
  public enum Act: Equatable, Sendable {
    case key(Key)
    /// Types these words; whoever is led may type others.
    case any(String)
    /// Moves the keyboard to what is called so.
    case focus(String)
    /// Opens a page of the main menu: `system.users`.
    case page(String)
    /// Waits until a condition of that name is met.
    case until(String)
    /// Waits until these words stand on the screen.
    case see(String)
  }

  /// A key that has a name, one with Ctrl, or the text that it types.
  public enum Key: Equatable, Sendable {
    case named(Name)
    case control(Character)
    case text(String)
  }

  /// The keys that have names.
  public enum Name: String, CaseIterable, Sendable {
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

  /// The acts, in order.
  public private(set) var steps: [Step] = []

  /// A script that does nothing.
  public init() {}

  /// The keys alone, in order.
  public var keys: [Key] {
    steps.compactMap { step in
      guard case .key(let key) = step.act else { return nil }
      return key
    }
  }
}

/// What is wrong with a key script.
public enum KeyScriptProblem: Error, Equatable, CustomStringConvertible {
  /// A word that no key script knows.
  case unknown(String)
  /// A quote that is opened and never closed.
  case openQuote
  /// More acts than a script may have.
  case tooLong(most: Int)

  /// What was expected, what came and what to do.
  public var description: String {
    switch self {
    case .unknown(let token):
      """
      “\(token)” is no key: expected one of \(KeyScript.Name.allCases.map(\.rawValue).joined(separator: " ")), \
      one character, C-x, text:WORDS, any:WORDS, to:NAME, page:CATEGORY.PAGE, until:NAME or see:WORDS, \
      each with *N behind it if wanted
      """
    case .openQuote: "a quote is opened and never closed"
    case .tooLong(let most): "more than \(most) acts"
    }
  }
}

extension KeyScript {
  /// As many acts as a script may have.
  public static let most = 5_000

  /// Reads a script such as `F2 Enter text:12345 to:'Log in' Enter until:signed-in`; what stands
  /// behind a `#` up to the end of its line is a comment.
  public init(parsing text: String) throws(KeyScriptProblem) {
    for token in try KeyScript.tokens(of: text) {
      let (word, count) = KeyScript.repetition(of: token)
      let act = try KeyScript.act(named: word)
      guard steps.count + count <= KeyScript.most else { throw .tooLong(most: KeyScript.most) }
      steps += Array(repeating: Step(act, word: word), count: count)
    }
  }

  /// The words between blanks; quotes keep blanks inside a word.
  private static func tokens(of text: String) throws(KeyScriptProblem) -> [String] {
    var tokens: [String] = []
    var word: String?
    var quote: Character?
    var isComment = false
    for character in text {
      if isComment {
        isComment = character != "\n"
        continue
      }
      switch (quote, character) {
      case (nil, "#") where word == nil: isComment = true
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
    guard quote == nil else { throw .openQuote }
    if let word { tokens.append(word) }
    return tokens
  }

  private static func repetition(of token: String) -> (word: String, count: Int) {
    guard let star = token.lastIndex(of: "*"), star != token.startIndex,
      let count = Int(token[token.index(after: star)...]), (1...most).contains(count)
    else { return (token, 1) }
    return (String(token[..<star]), count)
  }

  private static func act(named word: String) throws(KeyScriptProblem) -> Act {
    if let name = Name(rawValue: word) { return .key(.named(name)) }
    if word.hasPrefix("C-"), word.count == 3, let letter = word.last {
      return .key(.control(letter))
    }
    if let colon = word.firstIndex(of: ":"), word.count > 1 {
      let rest = String(word[word.index(after: colon)...])
      switch word[..<colon] {
      case "text": return .key(.text(rest))
      case "any": return .any(rest)
      case "to": return .focus(rest)
      case "page": return .page(rest)
      case "until": return .until(rest)
      case "see": return .see(rest)
      default: throw .unknown(word)
      }
    }
    guard word.count == 1 else { throw .unknown(word) }
    return .key(.text(word))
  }
}
