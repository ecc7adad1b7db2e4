import TextUI

extension Packet {
  private enum Kind: UInt8 {
    case hello = 1
    case keyFrame, change, cursor, status, ask, giveUp, grant, declined, takenBack, key, order, end
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
    case .order: .order
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
    case .hello(let name, let sees):
      to.put(name, most: 64)
      to.put(sees)
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
      to.put(status.scenario)
      to.put(status.lesson)
      for number in [status.step, status.steps, status.watchers] { to.put(short: number) }
      for time in [status.begun, status.stepBegun, status.lastKey] { to.put(time) }
      to.put(UInt8(clamping: status.points.map { $0 + 1 } ?? 0))
      to.put(status.isExam)
      to.put(status.isRefused)
    case .ask(let number), .giveUp(let number), .declined(let number), .takenBack(let number):
      to.put(number)
    case .grant(let ask, let grant):
      to.put(ask)
      to.put(grant)
    case .key(let grant, let key):
      to.put(grant)
      key.write(to: &to)
    case .order(let order): order.write(to: &to)
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
    case .hello: return .hello(name: try from.text(), sees: try from.flag())
    case .keyFrame:
      return .keyFrame(try from.size(), isLast: try from.flag(), try CellRun.all(&from))
    case .change: return .change(isLast: try from.flag(), try CellRun.all(&from))
    case .cursor:
      let isThere = try from.flag()
      let point = Point(row: try from.short(), column: try from.short())
      return .cursor(isThere ? point : nil, isVisible: try from.flag())
    case .status:
      var status = SessionStatus(name: try from.text())
      (status.scenario, status.lesson) = (try from.text(), try from.text())
      status.step = try from.short()
      status.steps = try from.short()
      status.watchers = try from.short()
      (status.begun, status.stepBegun) = (try from.number(), try from.number())
      status.lastKey = try from.number()
      let points = Int(try from.byte())
      status.points = points == 0 ? nil : points - 1
      status.isExam = try from.flag()
      status.isRefused = try from.flag()
      return .status(status)
    case .ask: return .ask(try from.number())
    case .giveUp: return .giveUp(try from.number())
    case .grant: return .grant(ask: try from.number(), grant: try from.number())
    case .declined: return .declined(try from.number())
    case .takenBack: return .takenBack(try from.number())
    case .key: return .key(try from.number(), try Key.read(&from))
    case .order: return .order(try SessionOrder.read(&from))
    case .end: return .end
    case .unknown: return .unknown
    }
  }
}
