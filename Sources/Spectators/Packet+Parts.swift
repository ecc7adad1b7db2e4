import TextUI

/// What packets are made of.
extension SessionOrder {
  func write(to: inout ByteWriter) {
    switch self {
    case .leave: to.put(1 as UInt8)
    case .end(let seconds):
      to.put(2 as UInt8)
      to.put(short: seconds)
    case .extend(let minutes):
      to.put(3 as UInt8)
      to.put(short: minutes)
    case .note(let text):
      to.put(4 as UInt8)
      to.put(text)
    case .put(let scenario, let title):
      to.put(5 as UInt8)
      to.put(scenario)
      to.put(title)
    case .fault(let name):
      to.put(6 as UInt8)
      to.put(name)
    case .pullCable: to.put(9 as UInt8)
    case .offer(.presentation(let name)):
      to.put(7 as UInt8)
      to.put(name)
    case .offer(.recording(let name)):
      to.put(8 as UInt8)
      to.put(name)
    }
  }

  static func read(_ from: inout ByteReader) throws(ByteReader.Malformed) -> SessionOrder {
    switch try from.byte() {
    case 1: return .leave
    case 2: return .end(seconds: try from.short())
    case 3: return .extend(minutes: try from.short())
    case 4: return .note(try from.text())
    case 5: return .put(scenario: try from.text(), title: try from.text())
    case 6: return .fault(try from.text())
    case 9: return .pullCable
    case 7: return .offer(.presentation(try from.text()))
    case 8: return .offer(.recording(try from.text()))
    default: throw ByteReader.Malformed()
    }
  }
}

extension CellRun {
  func write(to: inout ByteWriter) {
    to.put(short: row)
    to.put(short: column)
    switch ink {
    case .role(let role):
      to.put(isRaised ? 2 : 0 as UInt8)
      to.put(role.rawValue)
      to.put(0 as UInt8)
    case .picture(let ink, let paper):
      to.put(isRaised ? 3 : 1 as UInt8)
      to.put(ink)
      to.put(paper)
    }
    to.put(short: glyphs.count)
    for glyph in glyphs { to.put(glyph, most: 32) }
  }

  static func all(_ from: inout ByteReader) throws(ByteReader.Malformed) -> [CellRun] {
    var runs: [CellRun] = []
    while !from.isAtEnd {
      let (row, column, look) = (try from.short(), try from.short(), try from.byte())
      let (first, second) = (try from.byte(), try from.byte())
      let ink: Ink
      if look & 1 == 1 {
        ink = .picture(ink: first, paper: second)
      } else if let role = Role(rawValue: first) {
        ink = .role(role)
      } else {
        throw ByteReader.Malformed()
      }
      let count = try from.short()
      guard look < 4, row < Packet.largest.rows, column + count <= Packet.largest.columns
      else { throw ByteReader.Malformed() }
      var glyphs: [String] = []
      for _ in 0..<count { glyphs.append(try from.text()) }
      runs.append(
        CellRun(row: row, column: column, ink: ink, isRaised: look & 2 != 0, glyphs: glyphs))
    }
    return runs
  }
}

extension Key {
  private static let plain: [Key] = [
    .enter, .tab, .backTab, .escape, .backspace, .delete, .insert, .up, .down, .left, .right,
    .home, .end, .pageUp, .pageDown,
  ]

  func write(to: inout ByteWriter) {
    switch self {
    case .character(let letter):
      to.put(1 as UInt8)
      to.put(String(letter), most: 32)
    case .function(let number):
      to.put(2 as UInt8)
      to.put(UInt8(clamping: number))
    case .control(let letter):
      to.put(3 as UInt8)
      to.put(String(letter), most: 32)
    case .alt(let key):
      to.put(4 as UInt8)
      key.write(to: &to)
    default:
      to.put(5 as UInt8)
      to.put(UInt8(Key.plain.firstIndex(of: self) ?? 0))
    }
  }

  static func read(_ from: inout ByteReader) throws(ByteReader.Malformed) -> Key {
    switch try from.byte() {
    case 1: return .character(try letter(&from))
    case 2: return .function(Int(try from.byte()))
    case 3: return .control(try letter(&from))
    case 4:
      let key = try read(&from)
      if case .alt = key { throw ByteReader.Malformed() }
      return .alt(key)
    case 5:
      let place = Int(try from.byte())
      guard plain.indices.contains(place) else { throw ByteReader.Malformed() }
      return plain[place]
    default: throw ByteReader.Malformed()
    }
  }

  private static func letter(_ from: inout ByteReader) throws(ByteReader.Malformed) -> Character {
    let text = try from.text()
    guard let letter = text.first, text.count == 1 else { throw ByteReader.Malformed() }
    return letter
  }
}
