/// What a piece of JSON holds, as far as a cast's header needs it.
enum JSONValue: Equatable {
  case object([String: JSONValue])
  case array([JSONValue])
  case text(String)
  case number(Double)
  case word
}

/// Reads JSON from bytes, within bounds; strings may hold bare control characters, as some
/// recorders write them.
struct JSONReader {
  /// What was expected where.
  struct Fault: Error, Equatable {
    let expected: String
    let place: Int
  }

  private static let deepest = 32

  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var place: Int
  private let end: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
    self.bytes = bytes
    place = range.lowerBound
    end = range.upperBound
  }

  func byte(at place: Int) -> UInt8 { bytes[place] }

  /// Whether nothing but blanks is left.
  var isAtEnd: Bool {
    mutating get {
      skipBlanks()
      return place == end
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A
  }

  private mutating func skipBlanks() {
    while place < end, Self.isBlank(bytes[place]) { place += 1 }
  }

  /// Goes behind a sign where it comes next.
  mutating func takes(_ sign: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard place < end, bytes[place] == UInt8(ascii: sign) else { return false }
    place += 1
    return true
  }

  /// Goes behind a sign that has to come next.
  mutating func take(_ sign: Unicode.Scalar) throws(Fault) {
    guard takes(sign) else { throw Fault(expected: "“\(sign)”", place: place) }
  }

  /// Reads a number; one beyond all measure is read as a very large one.
  mutating func number() throws(Fault) -> Double {
    skipBlanks()
    let start = place
    let isNegative = place < end && bytes[place] == UInt8(ascii: "-")
    if isNegative { place += 1 }
    let whole = digits()
    guard whole.count > 0 else { throw Fault(expected: "a number", place: start) }
    var value = whole.value
    if place < end, bytes[place] == UInt8(ascii: ".") {
      place += 1
      let (fraction, places) = digits()
      guard places > 0 else { throw Fault(expected: "a number", place: start) }
      value += fraction / Self.power(of: places)
    }
    if place < end, bytes[place] | 0x20 == UInt8(ascii: "e") {
      place += 1
      let isSmall = place < end && bytes[place] == UInt8(ascii: "-")
      if isSmall || (place < end && bytes[place] == UInt8(ascii: "+")) { place += 1 }
      let (exponent, places) = digits()
      guard places > 0 else { throw Fault(expected: "a number", place: start) }
      let factor = Self.power(of: Int(min(300, exponent)))
      value = isSmall ? value / factor : value * factor
    }
    return min(1e15, value) * (isNegative ? -1 : 1)
  }

  private mutating func digits() -> (value: Double, count: Int) {
    let first = place
    var value = 0.0
    while place < end, case let digit = bytes[place] &- 0x30, digit < 10 {
      value = min(1e300, value * 10 + Double(digit))
      place += 1
    }
    return (value, place - first)
  }

  private static func power(of ten: Int) -> Double {
    (0..<min(300, ten)).reduce(1.0) { power, _ in power * 10 }
  }
}

// MARK: - Strings

extension JSONReader {
  /// Goes behind a string, and returns where its content stands, escapes and all.
  mutating func rawString() throws(Fault) -> Range<Int> {
    skipBlanks()
    guard place < end, bytes[place] == UInt8(ascii: "\"") else {
      throw Fault(expected: "a string", place: place)
    }
    place += 1
    let start = place
    while place < end {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        place += 1
        return start..<place - 1
      case UInt8(ascii: "\\"): try skipEscape()
      default: place += 1
      }
    }
    throw Fault(expected: "the end of the string", place: end)
  }

  private mutating func skipEscape() throws(Fault) {
    guard place + 1 < end else { throw Fault(expected: "the end of the string", place: end) }
    switch bytes[place + 1] {
    case UInt8(ascii: "u"):
      guard place + 5 < end, Self.unit(bytes, at: place + 2) != nil else {
        throw Fault(expected: "four hexadecimal digits", place: place)
      }
      place += 6
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      place += 2
    default: throw Fault(expected: "an escape of JSON", place: place)
    }
  }

  /// The content of a string that was read as raw, appended in UTF-8.
  func decode(_ raw: Range<Int>, into text: inout [UInt8]) {
    var place = raw.lowerBound
    while place < raw.upperBound {
      let start = place
      while place < raw.upperBound, bytes[place] != UInt8(ascii: "\\") { place += 1 }
      text.append(contentsOf: bytes[start..<place])
      guard place < raw.upperBound else { return }
      decodeEscape(&place, until: raw.upperBound, into: &text)
    }
  }

  private func decodeEscape(_ place: inout Int, until end: Int, into text: inout [UInt8]) {
    let sign = bytes[place + 1]
    place += 2
    switch sign {
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      let unit = Self.unit(bytes, at: place) ?? 0xFFFD
      place += 4
      let scalar = Unicode.Scalar(whole(unit, &place, until: end)) ?? "\u{FFFD}"
      text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    default: text.append(sign)
    }
  }

  /// The scalar that a unit of UTF-16 begins or is.
  private func whole(_ unit: UInt32, _ place: inout Int, until end: Int) -> UInt32 {
    guard (0xD800..<0xDC00).contains(unit), place + 5 < end,
      bytes[place] == UInt8(ascii: "\\"), bytes[place + 1] == UInt8(ascii: "u"),
      let second = Self.unit(bytes, at: place + 2), (0xDC00..<0xE000).contains(second)
    else { return unit }
    place += 6
    return 0x1_0000 + (unit - 0xD800) << 10 + (second - 0xDC00)
  }

  private static func unit(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> UInt32? {
    var value: UInt32 = 0
    for byte in bytes[place..<place + 4] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte & 0x0F) + 9)
      default: return nil
      }
    }
    return value
  }

  /// Reads a string.
  mutating func string() throws(Fault) -> String {
    var text: [UInt8] = []
    decode(try rawString(), into: &text)
    return String(decoding: text, as: UTF8.self)
  }
}

// MARK: - Anything

extension JSONReader {
  /// Reads whatever comes next.
  mutating func value(depth: Int = 0) throws(Fault) -> JSONValue {
    skipBlanks()
    guard place < end, depth < Self.deepest else {
      throw Fault(expected: "a value", place: place)
    }
    switch bytes[place] {
    case UInt8(ascii: "{"): return .object(try object(depth))
    case UInt8(ascii: "["): return .array(try array(depth))
    case UInt8(ascii: "\""): return .text(try string())
    case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"): return try word()
    default: return .number(try number())
    }
  }

  private mutating func object(_ depth: Int) throws(Fault) -> [String: JSONValue] {
    var members: [String: JSONValue] = [:]
    try take("{")
    guard !takes("}") else { return members }
    repeat {
      let name = try string()
      try take(":")
      members[name] = try value(depth: depth + 1)
    } while takes(",")
    try take("}")
    return members
  }

  private mutating func array(_ depth: Int) throws(Fault) -> [JSONValue] {
    var members: [JSONValue] = []
    try take("[")
    guard !takes("]") else { return members }
    repeat { members.append(try value(depth: depth + 1)) } while takes(",")
    try take("]")
    return members
  }

  private mutating func word() throws(Fault) -> JSONValue {
    for word in ["true", "false", "null"] where bytes[place..<end].starts(with: word.utf8) {
      place += word.utf8.count
      return .word
    }
    throw Fault(expected: "a value", place: place)
  }
}
