import TextUI

/// Reads one event after another from the bytes at hand.
struct ByteReader {
  enum Step {
    case events([InputEvent])
    case pasteBegins
    /// A string from the terminal itself, up to BEL or `ESC \`.
    case stringBegins
  }

  private enum Byte {
    static let interrupt: UInt8 = 0x03
    static let bell: UInt8 = 0x07
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let cancel: UInt8 = 0x18
    static let substitute: UInt8 = 0x1A
    static let backslash = UInt8(ascii: "\\")
  }

  private let bytes: [UInt8]
  private let sequences: [KeySequence]
  private let isLast: Bool
  private var place = 0
  /// Whether the last thing read was a carriage return: a line feed behind it is the same Enter.
  private(set) var isAfterReturn: Bool

  init(bytes: [UInt8], sequences: [KeySequence], isLast: Bool, isAfterReturn: Bool) {
    self.bytes = bytes
    self.sequences = sequences
    self.isLast = isLast
    self.isAfterReturn = isAfterReturn
  }

  var rest: ArraySlice<UInt8> { bytes[place...] }

  /// The next thing, or nil when the bytes are used up or the rest is incomplete.
  mutating func next() -> Step? {
    guard let first = rest.first else { return nil }
    let isSecondHalf = isAfterReturn && first == Byte.lineFeed
    isAfterReturn = first == Byte.carriageReturn
    if first == InputDecoder.escape { return escapeSequence() }
    if first < 0x20 || first == 0x7F {
      place += 1
      return .events(isSecondHalf ? [] : [.key(Self.control(first))])
    }
    return text()
  }

  /// Moves bytes up to a mark into a buffer; what may be the mark's beginning stays.
  mutating func read(until mark: [UInt8], into buffer: inout [UInt8], isLast: Bool) -> Bool {
    var index = place
    while index < bytes.count {
      if bytes[index] == mark[0] {
        let rest = bytes[index...]
        if rest.starts(with: mark) {
          buffer += bytes[place..<index]
          place = index + mark.count
          return true
        }
        if !isLast, mark.starts(with: rest) { break }
      }
      index += 1
    }
    buffer += bytes[place..<index]
    place = index
    return false
  }

  /// Leaves bytes of a string out, after so many of it; nil once it is over or given up.
  mutating func leaveOutString(after count: Int) -> Int? {
    var left = InputDecoder.longestString - count
    while let byte = rest.first, left > 0 {
      switch byte {
      case Byte.bell, Byte.cancel, Byte.substitute:
        place += 1
        return nil
      case Byte.interrupt: return nil
      case InputDecoder.escape:
        guard rest.count > 1 else { return isLast ? nil : InputDecoder.longestString - left }
        // Any other sequence ends the string as well.
        if rest[place + 1] == Byte.backslash { place += 2 }
        return nil
      default:
        place += 1
        left -= 1
      }
    }
    return isLast || left == 0 ? nil : InputDecoder.longestString - left
  }

  private static func control(_ byte: UInt8) -> Key {
    switch byte {
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x08, 0x7F: .backspace
    case 0: .control(" ")
    case 1...26: .control(Character(Unicode.Scalar(byte + 0x60)))
    default: .control(Character(Unicode.Scalar(byte + 0x40)))
    }
  }

  /// Plain text up to the next control byte; several scalars may be one character.
  private mutating func text() -> Step? {
    let run = rest.prefix { $0 >= 0x20 && $0 != 0x7F }
    var whole = run
    if !isLast, run.endIndex == bytes.count { whole = run.dropLast(Self.unfinished(run)) }
    guard !whole.isEmpty else { return nil }
    place = whole.endIndex
    let characters = String(decoding: whole, as: UTF8.self)
    return .events(characters.map { .key(.character($0)) })
  }

  /// How many bytes at the end begin a UTF-8 sequence that is not complete.
  private static func unfinished(_ bytes: ArraySlice<UInt8>) -> Int {
    for (back, byte) in bytes.reversed().prefix(4).enumerated() where byte & 0xC0 != 0x80 {
      let needed = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return needed > back + 1 ? back + 1 : 0
    }
    return 0
  }
}

extension ByteReader {
  private mutating func escapeSequence() -> Step? {
    let rest = self.rest
    if let (key, count) = known(rest) {
      place += count
      return .events([.key(key)])
    }
    if !isLast, sequences.contains(where: { $0.bytes.starts(with: rest) }) { return nil }
    guard let second = rest.dropFirst().first else {
      return isLast ? lone() : nil
    }
    switch second {
    case UInt8(ascii: "["): return controlSequence(rest)
    case UInt8(ascii: "O"): return functionSequence(rest)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"),
      UInt8(ascii: "X"):
      place += 2
      return .stringBegins
    case InputDecoder.escape: return secondEscape(rest)
    default: return altKey()
    }
  }

  /// The longest sequence of this terminal's own that the bytes begin with.
  private func known(_ rest: ArraySlice<UInt8>) -> (Key, Int)? {
    let longest = min(rest.count, 8)
    guard longest >= 2 else { return nil }
    for count in stride(from: longest, through: 2, by: -1) {
      let found = sequences.first { $0.bytes.count == count && rest.starts(with: $0.bytes) }
      if let found { return (found.key, count) }
    }
    return nil
  }

  private mutating func lone() -> Step {
    place += 1
    return .events([.key(.escape)])
  }

  /// Escape twice; or Alt with a key that is a sequence itself.
  private mutating func secondEscape(_ rest: ArraySlice<UInt8>) -> Step? {
    guard let third = rest.dropFirst(2).first else { return isLast ? lone() : nil }
    return third == UInt8(ascii: "[") || third == UInt8(ascii: "O") ? altKey() : lone()
  }

  /// Escape and a key at once: Alt with that key, and never Escape.
  private mutating func altKey() -> Step? {
    let start = place
    place += 1
    guard let step = next() else {
      place = start
      return isLast ? lone() : nil
    }
    guard case .events(let events) = step, let first = events.first else {
      if case .events = step { return step }
      place = start
      return lone()
    }
    guard case .key(let key) = first else { return .events([.key(.escape)] + events) }
    return .events([.key(Self.alt(key))] + events.dropFirst())
  }

  private static func alt(_ key: Key) -> Key {
    switch key {
    // Terminals without function keys: Escape and a digit.
    case .character(let character):
      guard character.isASCII, let digit = character.wholeNumberValue else { return .alt(key) }
      return .function(digit == 0 ? 10 : digit)
    case .alt: return key
    default: return .alt(key)
    }
  }

  /// ESC O and a letter: the keypad dialect, with a number before the letter where Shift, Alt or
  /// Ctrl is held.
  private mutating func functionSequence(_ rest: ArraySlice<UInt8>) -> Step? {
    let body = rest.dropFirst(2)
    let parameters = body.prefix { (0x30...0x3B).contains($0) }
    guard let letter = body.dropFirst(parameters.count).first else {
      return isLast ? altKey() : nil
    }
    guard letter >= 0x20 else { return altKey() }
    place = parameters.endIndex + 1
    let modifier = KeyCodes.numbers(parameters).last ?? 0
    return key(KeyCodes.afterO[letter], modifier: modifier)
  }

  private func key(_ key: Key?, modifier: Int) -> Step {
    guard let key else { return .events([]) }
    return .events([.key(KeyCodes.isAlt(modifier) ? .alt(key) : key)])
  }

  /// ESC [ parameters letter: nearly everything else.
  private mutating func controlSequence(_ rest: ArraySlice<UInt8>) -> Step? {
    let body = rest.dropFirst(2)
    if body.first == UInt8(ascii: "[") { return linuxFunction(body) }
    if body.first == UInt8(ascii: "M") { return oldMouse(body) }
    let digits = body.prefix { (0x30...0x39).contains($0) }
    if !digits.isEmpty, body.dropFirst(digits.count).first == UInt8(ascii: "$") {
      // rxvt with Shift ends its numbers by "$", which begins something else everywhere else.
      place = digits.endIndex + 1
      return key(KeyCodes.numbered[KeyCodes.numbers(digits).first ?? 0], modifier: 0)
    }
    let parameters = body.prefix { (0x20...0x3F).contains($0) }
    guard let final = body.dropFirst(parameters.count).first else {
      if parameters.count > 64 { place = bytes.count }
      return isLast ? giveUp(rest) : nil
    }
    place = parameters.endIndex + (final >= 0x40 ? 1 : 0)
    return event(parameters, final)
  }

  private func event(_ parameters: ArraySlice<UInt8>, _ final: UInt8) -> Step {
    if parameters.first == UInt8(ascii: "<") {
      let event = KeyCodes.mouse(parameters.dropFirst(), isRelease: final == UInt8(ascii: "m"))
      return .events(event.map { [.mouse($0)] } ?? [])
    }
    // With another private mark it is a report, never a key.
    if let mark = parameters.first, (0x3A...0x3F).contains(mark) { return .events([]) }
    let numbers = KeyCodes.numbers(parameters)
    let number = numbers.first ?? 0
    switch final {
    case UInt8(ascii: "~") where number == 200: return .pasteBegins
    case UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "@"):
      return key(KeyCodes.numbered[number], modifier: numbers.count > 1 ? numbers[1] : 0)
    // F3 has a 1 here; other numbers are an answer: where the cursor is.
    case UInt8(ascii: "R") where number > 1: return .events([])
    default:
      let table = parameters.isEmpty ? KeyCodes.afterBracket : KeyCodes.afterNumbers
      return key(table[final], modifier: numbers.last ?? 0)
    }
  }

  /// An unfinished sequence: "ESC [" was Alt and a bracket, anything longer is line noise.
  private mutating func giveUp(_ rest: ArraySlice<UInt8>) -> Step {
    if rest.count == 2 {
      place += 2
      return .events([.key(.alt(.character("[")))])
    }
    place = bytes.count
    return .events([])
  }

  /// The Linux console's F1 to F5: ESC [ [ A to E.
  private mutating func linuxFunction(_ body: ArraySlice<UInt8>) -> Step? {
    guard let letter = body.dropFirst().first else { return isLast ? giveUp(rest) : nil }
    place += 4
    let number = Int(letter) - Int(UInt8(ascii: "A")) + 1
    return .events((1...5).contains(number) ? [.key(.function(number))] : [])
  }

  /// The mouse before SGR: ESC [ M and three bytes. Nothing behind it: F1 of a SCO console.
  private mutating func oldMouse(_ body: ArraySlice<UInt8>) -> Step? {
    let bytes = body.dropFirst().prefix(3)
    if bytes.first.map({ $0 < 0x20 }) ?? isLast {
      place += 3
      return .events([.key(.function(1))])
    }
    guard bytes.count == 3 else { return isLast ? giveUp(rest) : nil }
    place += 6
    let packed = bytes.map { Int($0) - 32 }
    let event = KeyCodes.mouse(
      code: packed[0] & 3 == 3 && packed[0] < 64 ? packed[0] & ~3 : packed[0],
      column: packed[1], row: packed[2], isRelease: packed[0] & 3 == 3 && packed[0] < 64)
    return .events(event.map { [.mouse($0)] } ?? [])
  }
}
