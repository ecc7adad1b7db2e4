/// Reads one event after another from the bytes at hand.
struct ByteReader {
  enum Step {
    case events([InputEvent])
    case pasteBegins
  }

  private let bytes: [UInt8]
  private let sequences: [[UInt8]: Key]
  private let isLast: Bool
  private var place = 0

  init(bytes: [UInt8], sequences: [[UInt8]: Key], isLast: Bool) {
    self.bytes = bytes
    self.sequences = sequences
    self.isLast = isLast
  }

  var rest: ArraySlice<UInt8> { bytes[place...] }

  /// The next thing, or nil when the bytes are used up or the rest is incomplete.
  mutating func next() -> Step? {
    guard let first = rest.first else { return nil }
    if first == InputDecoder.escape { return escapeSequence() }
    if first < 0x20 || first == 0x7F {
      place += 1
      return .events([.key(Self.control(first))])
    }
    return text()
  }

  /// Moves bytes up to a mark into a buffer; what may be the mark's beginning stays.
  mutating func take(until mark: [UInt8], into buffer: inout [UInt8], isLast: Bool) -> Bool {
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
    if !isLast, sequences.keys.contains(where: { $0.starts(with: rest) }) { return nil }
    guard let second = rest.dropFirst().first else {
      return isLast ? lone() : nil
    }
    switch second {
    case UInt8(ascii: "["):
      return controlSequence(rest)
    case UInt8(ascii: "O"):
      return functionSequence(rest)
    case InputDecoder.escape:
      return lone()
    default:
      return altKey()
    }
  }

  /// The longest sequence of this terminal's own that the bytes begin with.
  private func known(_ rest: ArraySlice<UInt8>) -> (Key, Int)? {
    let longest = min(rest.count, 8)
    guard longest >= 2 else { return nil }
    for count in stride(from: longest, through: 2, by: -1) {
      if let key = sequences[Array(rest.prefix(count))] { return (key, count) }
    }
    return nil
  }

  private mutating func lone() -> Step {
    place += 1
    return .events([.key(.escape)])
  }

  private mutating func altKey() -> Step? {
    let start = place
    place += 1
    guard let step = next() else {
      place = start
      return isLast ? lone() : nil
    }
    guard case .events(let events) = step, let first = events.first,
      case .key(.character(let character)) = first
    else { return .events([.key(.escape)] + Self.events(of: step)) }
    var key = Key.alt(character)
    // Terminals without function keys: Escape and a digit.
    if let digit = character.wholeNumberValue, character.isASCII {
      key = .function(digit == 0 ? 10 : digit)
    }
    return .events([.key(key)] + events.dropFirst())
  }

  private static func events(of step: Step) -> [InputEvent] {
    if case .events(let events) = step { events } else { [] }
  }

  /// ESC O and a letter: the keypad dialect.
  private mutating func functionSequence(_ rest: ArraySlice<UInt8>) -> Step? {
    guard let letter = rest.dropFirst(2).first else { return isLast ? altKey() : nil }
    place += 3
    return .events(KeyCodes.letters[letter].map { [.key($0)] } ?? [])
  }

  /// ESC [ parameters letter: nearly everything else.
  private mutating func controlSequence(_ rest: ArraySlice<UInt8>) -> Step? {
    let body = rest.dropFirst(2)
    if body.first == UInt8(ascii: "[") { return linuxFunction(body) }
    if body.first == UInt8(ascii: "M") { return oldMouse(body) }
    let parameters = body.prefix { (0x20...0x3F).contains($0) }
    guard let final = body.dropFirst(parameters.count).first else {
      if parameters.count > 64 { place = bytes.count }
      return isLast ? giveUp(rest) : nil
    }
    place = parameters.endIndex + (final >= 0x40 ? 1 : 0)
    if parameters.first == UInt8(ascii: "<") {
      let event = KeyCodes.mouse(parameters.dropFirst(), isRelease: final == UInt8(ascii: "m"))
      return .events(event.map { [.mouse($0)] } ?? [])
    }
    let number = KeyCodes.numbers(parameters).first ?? 0
    if final == UInt8(ascii: "~") {
      if number == 200 { return .pasteBegins }
      return .events(KeyCodes.numbered[number].map { [.key($0)] } ?? [])
    }
    return .events(KeyCodes.letters[final].map { [.key($0)] } ?? [])
  }

  /// An unfinished sequence: "ESC [" was Alt and a bracket, anything longer is line noise.
  private mutating func giveUp(_ rest: ArraySlice<UInt8>) -> Step {
    if rest.count == 2 {
      place += 2
      return .events([.key(.alt("["))])
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

  /// The mouse before SGR: ESC [ M and three bytes.
  private mutating func oldMouse(_ body: ArraySlice<UInt8>) -> Step? {
    let packed = body.dropFirst().prefix(3).map { Int($0) - 32 }
    guard packed.count == 3 else { return isLast ? giveUp(rest) : nil }
    place += 6
    let event = KeyCodes.mouse(
      code: packed[0] & 3 == 3 && packed[0] < 64 ? packed[0] & ~3 : packed[0],
      column: packed[1], row: packed[2], isRelease: packed[0] & 3 == 3 && packed[0] < 64)
    return .events(event.map { [.mouse($0)] } ?? [])
  }
}
