import RecorderEngine
import Support
import Testing
import TextUI

@testable import Spectators

/// What goes between a session and those who watch it.
@Suite struct PacketTests {
  private static let run = CellRun(
    row: 3, column: 7, ink: .picture(ink: 231, paper: 18), isRaised: true,
    glyphs: ["a", "好", "", "e\u{301}"])
  static let packets: [Packet] = [
    .hello(name: "ann", sees: true), .hello(name: "bert", sees: false),
    .keyFrame(Size(rows: 43, columns: 132), isLast: true, [run]),
    .change(isLast: false, [run, run]), .change(isLast: true, []),
    .cursor(Point(row: 2, column: 3), isVisible: true), .cursor(nil, isVisible: false),
    .status(
      SessionStatus(
        name: "ann-1", scenario: "eleven-at-night", lesson: "Eleven at night", step: 2, steps: 8,
        watchers: 64, isRefused: true)),
    .ask(1), .giveUp(.max), .declined(1), .grant(ask: 3, grant: 1), .takenBack(1), .end, .unknown,
    .key(4, .character("ñ")), .key(4, .function(12)), .key(4, .control("g")), .key(4, .alt(.left)),
    .key(0, .pageDown), .key(0, .alt(.character("b"))),
  ]

  @Test("What was said is heard as it was said", arguments: packets)
  func roundTrip(packet: Packet) {
    #expect(Packet(packet.bytes) == packet)
    #expect(packet.bytes.count <= Packet.mostBytes)
  }

  /// The runs of a packet that has some.
  private func runs(_ packet: Packet) -> [CellRun]? {
    switch packet {
    case .keyFrame(_, _, let runs), .change(_, let runs): runs
    default: nil
    }
  }

  @Test("What is cut short, too long or of another version is heard as nothing", arguments: packets)
  func malformed(packet: Packet) {
    guard packet != .unknown else { return }
    let bytes = packet.bytes
    for count in 0..<bytes.count {
      let heard = Packet(Array(bytes.prefix(count)))
      guard let heard, let all = runs(packet), let some = runs(heard) else {
        #expect(heard == nil, "\(packet) \(count)")
        continue
      }
      // Cut between two runs it is a packet of those before, and nowhere else.
      #expect(some.count < all.count && some == Array(all.prefix(some.count)), "\(count)")
    }
    #expect(Packet(bytes + [0]) == nil)
    #expect(Packet([Packet.version + 1] + bytes.dropFirst()) == nil)
  }

  @Test("What a newer program says beside is passed over")
  func newer() {
    #expect(Packet([Packet.version, 99, 1, 2, 3]) == .unknown)
    #expect(Packet([Packet.version]) == nil && Packet([]) == nil)
    #expect(Packet([Packet.version, 99] + [UInt8](repeating: 0, count: Packet.mostBytes)) == nil)
  }

  @Test("Whatever comes brings nobody down")
  func noise() {
    var random = SeededRandom(seed: 16)
    var screen = WatchScreen(session: "x", window: Size(rows: 10, columns: 20))
    for round in 0..<20_000 {
      var bytes = Self.packets[round % Self.packets.count].bytes
      for _ in 0..<Int(random.next() % 4) {
        bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
      }
      if random.next() % 3 == 0 { bytes.removeLast(Int(random.next() % UInt64(bytes.count))) }
      if let packet = Packet(bytes) { screen.take(packet) }
      var canvas = Canvas(size: screen.window)
      screen.draw(on: &canvas)
    }
  }
}

/// Frames as they go over the line.
@Suite struct FrameRunsTests {
  private func frame(_ rows: [String], size: Size = Size(rows: 6, columns: 40)) -> Canvas {
    var canvas = Canvas(size: size)
    for (row, text) in rows.enumerated() { canvas.write(text, row: row, column: 1, .strong) }
    return canvas
  }

  private func carried(_ frame: Canvas, onto before: Canvas?) -> (Canvas, bytes: Int) {
    var result = before ?? Canvas(size: frame.size)
    var bytes = 0
    for piece in FrameRuns.pieces(of: frame, since: before) {
      let packet = Packet.change(isLast: true, piece)
      bytes += packet.bytes.count
      guard case .change(_, let runs)? = Packet(packet.bytes) else { continue }
      FrameRuns.apply(runs, to: &result)
    }
    return (result, bytes)
  }

  private func isSame(_ one: Canvas, _ other: Canvas) -> Bool {
    (0..<one.size.rows).allSatisfy { one.isSame(row: $0, as: other) }
  }

  @Test("A whole frame and a change come over as they are, wide letters and pictures too")
  func carried() {
    var first = frame(["Log in", "你好 wide", "plain"])
    first.putRun(row: 4, column: 0, count: 30) { ("▀", .picture(ink: UInt8($0), paper: 18)) }
    let whole = carried(first, onto: nil)
    #expect(isSame(whole.0, first))
    var second = first
    second.write("你 x", row: 1, column: 2, .focus)
    second.write("P", row: 2, column: 1, .focus)
    let change = carried(second, onto: first)
    #expect(isSame(change.0, second))
    #expect(change.bytes < 120 && whole.bytes > 400, "\(change.bytes) of \(whole.bytes)")
    #expect(FrameRuns.pieces(of: second, since: second) == [[]])
  }

  @Test("The largest window goes in pieces, none larger than a packet")
  func pieces() {
    let size = Size(rows: 120, columns: 400)
    var large = Canvas(size: size)
    for row in 0..<size.rows {
      large.putRun(row: row, column: 0, count: 400) {
        ("▚", .picture(ink: UInt8(($0 + row) % 256), paper: 1))
      }
    }
    let pieces = FrameRuns.pieces(of: large, since: nil)
    #expect(pieces.count > 5)
    for piece in pieces {
      #expect(Packet.keyFrame(size, isLast: false, piece).bytes.count <= Packet.mostBytes)
    }
    #expect(isSame(carried(large, onto: nil).0, large))
  }
}
