/// A data file as the build has read it, so that a start does not have to.
package struct CompiledAsset: Sendable {
  /// What tells the file from an edited one.
  let fingerprint: UInt64
  private let code: StaticString

  /// Makes one of what `DataTree.code` has written.
  package init(fingerprint: UInt64, code: StaticString) {
    self.fingerprint = fingerprint
    self.code = code
  }

  /// What the file holds; nil where these bytes are not those that the build has read.
  package func tree(ofFile bytes: [UInt8]) -> DataTree? {
    guard fingerprint == CompiledAsset.fingerprint(of: bytes) else { return nil }
    return DataTree(code: UnsafeBufferPointer(start: code.utf8Start, count: code.utf8CodeUnitCount))
  }

  /// A number that another text has with a chance of one in 2⁶⁴ (FNV-1a over bytes).
  package static func fingerprint(of bytes: [UInt8]) -> UInt64 {
    bytes.withUnsafeBufferPointer { bytes in
      bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
  }
}

/// The letters of the code: numbers in five bits a letter, all of them plain text in a string.
private enum Digit {
  static let zero: UInt8 = 0x30
  static let more: UInt8 = 0x20
}

extension DataTree {
  /// The tree as a text that is quick to read; places are left out.
  package var code: String {
    var code: [UInt8] = []
    write(DataTree.root, to: &code)
    return String(decoding: code, as: UTF8.self)
  }

  private func write(_ node: Int, to code: inout [UInt8]) {
    let kind = nodes[node].kind
    code.append(Digit.zero + kind.rawValue)
    switch kind {
    case .plain, .quoted:
      let start = Int(nodes[node].start)
      let count = Int(nodes[node].count)
      write(number: count, to: &code)
      code += bytes[start..<start + count]
    case .list, .group:
      let parts = Array(parts(of: node))
      write(number: parts.count, to: &code)
      for part in parts { write(part, to: &code) }
    }
  }

  private func write(number: Int, to code: inout [UInt8]) {
    var rest = number
    while rest >= 32 {
      code.append(Digit.zero + Digit.more + UInt8(rest & 31))
      rest >>= 5
    }
    code.append(Digit.zero + UInt8(rest))
  }

  /// Reads what `code` has written.
  init(code: UnsafeBufferPointer<UInt8>) {
    hasPlaces = false
    nodes.reserveCapacity(code.count / 8)
    bytes.reserveCapacity(code.count)
    var place = 0
    read(code, &place)
  }

  private mutating func read(_ code: UnsafeBufferPointer<UInt8>, _ place: inout Int) {
    guard let kind = Kind(rawValue: code[place] - Digit.zero) else { return }
    place += 1
    let count = DataTree.number(code, &place)
    let index = nodes.count
    nodes.append(
      Node(
        kind: kind, end: 0, start: Int32(bytes.count), count: Int32(count), line: 1, column: 1))
    switch kind {
    case .plain, .quoted:
      bytes.append(contentsOf: code[place..<place + count])
      place += count
    case .list, .group:
      nodes[index].count = 0
      for _ in 0..<count { read(code, &place) }
    }
    nodes[index].end = Int32(nodes.count)
  }

  private static func number(_ code: UnsafeBufferPointer<UInt8>, _ place: inout Int) -> Int {
    var number = 0
    var shift = 0
    while true {
      let digit = code[place] - Digit.zero
      place += 1
      number |= Int(digit & 31) << shift
      if digit < Digit.more { return number }
      shift += 5
    }
  }
}
