import TextUI

extension Packet {
  private enum Kind: UInt8 {
    case hello = 1
    case keyFrame, change, cursor, status, ask, giveUp, grant, declined, takenBack, key, end
    /// Sent by nobody.
    case unknown = 255
  }

  private var kind: Kind {
    switch self {
    case .hello: .hello
    case .keyFrame: .keyFrame
    case .change: .change
    case .cursor: .cursor
    case .status: .status
    case .ask: .ask
    case .giveUp: .giveUp
    case .grant: .grant
    case .declined: .declined
    case .takenBack: .takenBack
    case .key: .key
    case .end: .end
    case .unknown: .unknown
    }
  }

  /// The packet as it goes over the socket.
  public var bytes: [UInt8] {
    var to = ByteWriter()
    to.put(Packet.version)
    to.put(kind.rawValue)
    switch self {
    case .hello(let name): to.put(name, most: 64)
    case .keyFrame(let size, let isLast, let runs):
      to.put(size)
      to.put(isLast)
      for run in runs { run.write(to: &to) }
    case .change(let isLast, let runs):
      to.put(isLast)
      for run in runs { run.write(to: &to) }
    case .cursor(let point, let isVisible):
      to.put(point != nil)
      to.put(short: point?.row ?? 0)
      to.put(short: point?.column ?? 0)
      to.put(isVisible)
    case .status(let status):
      to.put(status.name)
      to.put(status.lesson)
      for number in [status.step, status.steps, status.watchers] { to.put(short: number) }
      to.put(status.isRefused)
    case .ask(let number), .giveUp(let number), .declined(let number), .takenBack(let number):
      to.put(number)
    case .grant(let ask, let grant):
      to.put(ask)
      to.put(grant)
    case .key(let grant, let key):
      to.put(grant)
      key.write(to: &to)
    case .end, .unknown: break
    }
    return to.bytes
  }

  /// Reads a packet; nil: it is of another version, or not as it should be.
  public init?(_ bytes: [UInt8]) {
    var from = ByteReader(bytes)
    do throws(ByteReader.Malformed) {
      guard bytes.count <= Packet.mostBytes, try from.byte() == Packet.version else { return nil }
      guard let kind = Kind(rawValue: try from.byte()), kind != .unknown else {
        self = .unknown
        return
      }
      self = try Packet.read(kind, &from)
      try from.end()
    } catch {
      return nil
    }
  }

  private static func read(
    _ kind: Kind, _ from: inout ByteReader
  ) throws(ByteReader.Malformed) -> Packet {
    switch kind {
    case .hello: return .hello(name: try from.text())
    case .keyFrame:
      return .keyFrame(try from.size(), isLast: try from.flag(), try CellRun.all(&from))
    case .change: return .change(isLast: try from.flag(), try CellRun.all(&from))
    case .cursor:
      let isThere = try from.flag()
      let point = Point(row: try from.short(), column: try from.short())
      return .cursor(isThere ? point : nil, isVisible: try from.flag())
    case .status:
      var status = SessionStatus(name: try from.text(), lesson: try from.text())
      status.step = try from.short()
      status.steps = try from.short()
      status.watchers = try from.short()
      status.isRefused = try from.flag()
      return .status(status)
    case .ask: return .ask(try from.number())
    case .giveUp: return .giveUp(try from.number())
    case .grant: return .grant(ask: try from.number(), grant: try from.number())
    case .declined: return .declined(try from.number())
    case .takenBack: return .takenBack(try from.number())
    case .key: return .key(try from.number(), try Key.read(&from))
    case .end: return .end
    case .unknown: return .unknown
    }
  }
}

extension CellRun {
  fileprivate func write(to: inout ByteWriter) {
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

  fileprivate static func all(_ from: inout ByteReader) throws(ByteReader.Malformed) -> [CellRun] {
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

  fileprivate func write(to: inout ByteWriter) {
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

  fileprivate static func read(_ from: inout ByteReader) throws(ByteReader.Malformed) -> Key {
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
