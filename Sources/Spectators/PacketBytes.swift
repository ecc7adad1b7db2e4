import TextUI

/// Bytes being put together: numbers are little-endian, texts have their length before them.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func put(_ byte: UInt8) { bytes.append(byte) }
  mutating func put(_ flag: Bool) { bytes.append(flag ? 1 : 0) }
  mutating func put(short number: Int) {
    let value = UInt16(clamping: number)
    bytes += [UInt8(truncatingIfNeeded: value), UInt8(value >> 8)]
  }
  mutating func put(_ number: UInt32) {
    for shift in stride(from: 0, to: 32, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> UInt32(shift)))
    }
  }
  mutating func put(_ text: String, most: Int = 200) {
    var utf8 = Array(text.utf8.prefix(most))
    while String(validating: utf8, as: UTF8.self) == nil { utf8.removeLast() }
    put(UInt8(utf8.count))
    bytes += utf8
  }
  mutating func put(_ size: Size) {
    put(short: size.rows)
    put(short: size.columns)
  }
}

/// Bytes being taken apart; whatever is not as it should be throws.
struct ByteReader {
  struct Malformed: Error {}

  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func byte() throws(Malformed) -> UInt8 {
    guard let first = rest.popFirst() else { throw Malformed() }
    return first
  }
  mutating func flag() throws(Malformed) -> Bool {
    switch try byte() {
    case 0: false
    case 1: true
    default: throw Malformed()
    }
  }
  mutating func short() throws(Malformed) -> Int {
    let low = Int(try byte())
    return low | Int(try byte()) << 8
  }
  mutating func number() throws(Malformed) -> UInt32 {
    let low = UInt32(try short())
    return low | UInt32(try short()) << 16
  }
  mutating func text() throws(Malformed) -> String {
    let count = Int(try byte())
    guard rest.count >= count,
      let text = String(validating: rest.prefix(count), as: UTF8.self)
    else { throw Malformed() }
    rest = rest.dropFirst(count)
    return text
  }
  /// That of a frame.
  mutating func size() throws(Malformed) -> Size {
    let size = Size(rows: try short(), columns: try short())
    let most = Packet.largest
    guard (1...most.rows).contains(size.rows), (1...most.columns).contains(size.columns) else {
      throw Malformed()
    }
    return size
  }
  /// That nothing is left over.
  func end() throws(Malformed) { guard rest.isEmpty else { throw Malformed() } }
}
