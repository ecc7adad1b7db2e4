import Testing
import TextUI

@testable import Recordings

/// Casts of ours and of strangers, as they are opened and played.
@Suite struct CastTests {
  private static let header = "{\"version\": 2, \"width\": 20, \"height\": 3}\n"

  private func cast(_ text: String, idle: Duration? = .zero) throws(CastFault) -> Cast {
    try Cast(Array(text.utf8), idle: idle)
  }

  private func fault(of text: String) -> CastFault? {
    do throws(CastFault) {
      _ = try cast(text)
      return nil
    } catch {
      return error
    }
  }

  private func screen(_ cast: Cast, at time: Duration) throws -> [String] {
    var player = CastPlayer(cast)
    try player.seek(to: time)
    return player.screen.lines
  }

  @Test func `version 2 plays by seconds from the start`() throws {
    let cast = try cast(
      Self.header
        + """
        [0.5, "o", "one\\r\\n"]
        [1.25, "i", "x"]

        [1e1, "o", "\\u0074w\\u006F \\ud83d\\ude00"]
        [12, "z", {"deep": [1, true, null, "a"]}]
        [12.5, "m", "here"]
        """)
    #expect(cast.length == .milliseconds(12_500) && !cast.isCut)
    #expect(try screen(cast, at: .milliseconds(499)) == ["", "", ""])
    #expect(try screen(cast, at: .milliseconds(500)) == ["one", "", ""])
    #expect(try screen(cast, at: .seconds(10)) == ["one", "two 😀", ""])
    #expect(cast.markers == [Cast.Marker(time: .milliseconds(12_500), label: "here")])
  }

  @Test func `version 3 plays by seconds from the event before, comments passed over`() throws {
    let cast = try cast(
      """
      {"version": 3, "term": {"cols": 20, "rows": 3, "theme": {"fg": "#fff"}}, "title": "T"}
      # a comment
      [0.5, "o", "one"]
      [0.5, "z", "strange"]
      [0.5, "r", "10x2"]
      [0.5, "o", "\\r\\ntwo"]
      [1.0, "x", "0"]
      """)
    #expect(cast.header.title == "T" && cast.header.form == .three)
    #expect(cast.length == .seconds(3))
    #expect(try screen(cast, at: .seconds(1)) == ["one", "", ""])
    #expect(try screen(cast, at: .seconds(2)) == ["one", "two"])
  }

  @Test func `pauses are cut to the limit, the file's own or two seconds`() throws {
    let events = "[1, \"o\", \"a\"]\n[100, \"o\", \"b\"]\n"
    #expect(try cast(Self.header + events).length == .seconds(100))
    #expect(try cast(Self.header + events, idle: nil).length == .seconds(3))
    #expect(try cast(Self.header + events, idle: .seconds(5)).length == .seconds(6))
    let own = "{\"version\":2,\"width\":20,\"height\":3,\"idle_time_limit\":0.5}\n"
    #expect(try cast(own + events, idle: nil).length == .seconds(1))
  }

  @Test func `a half last line is left out and told`() throws {
    for half in ["[2, \"o\", \"tw", "[2", "[2, \"o\", \"two\""] {
      let cast = try cast(Self.header + "[1, \"o\", \"one\"]\n" + half)
      #expect(cast.isCut && cast.length == .seconds(1))
    }
    #expect(try !cast(Self.header + "[1, \"o\", \"one\"]").isCut)
  }

  @Test(arguments: [
    ("[1, \"o\", \"a\"", 13, "“]”"), ("{\"a\": 1}", 1, "“[”"), ("[x]", 2, "a number"),
    ("[1, 2, 3]", 5, "a string"), ("[1, \"o\", \"\\q\"]", 11, "an escape of JSON"),
    ("[1, \"o\", \"\\u12g4\"]", 11, "four hexadecimal digits"),
    ("[1, \"o\", \"a\"] x", 15, "the end of the line"), ("[1, \"o\", nul]", 10, "a value"),
  ])
  func `a line that is no event is told with its place`(
    line: String, column: Int, expected: String
  ) {
    #expect(
      fault(of: Self.header + "[0, \"o\", \"\"]\n" + line + "\n[2, \"o\", \"b\"]\n")
        == .line(3, column: column, expected: expected))
  }

  @Test func `what is no cast is refused`() {
    #expect(fault(of: "") == .empty)
    #expect(fault(of: "hello") == .noCast)
    #expect(fault(of: "{\"width\": 80}\n") == .noCast)
    #expect(fault(of: "{\"version\": 1, \"width\": 80}\n") == .version(1))
    #expect(
      fault(of: "{\"version\": 2, \"width\": 501, \"height\": 24}\n")
        == .size(columns: 501, rows: 24))
    #expect(
      fault(of: "{\"version\": 3, \"width\": 80, \"height\": 24}\n") == .size(columns: 0, rows: 0))
    let long = Self.header + "[0, \"o\", \"" + String(repeating: "x", count: 1 << 20) + "\"]\n"
    #expect(fault(of: long) == .longLine(2))
    #expect(fault(of: Self.header + String(repeating: "x", count: 3 << 20)) == .longLine(2))
  }

  @Test func `every fault is a sentence that names the file`() {
    let faults: [CastFault] = [
      .unreadable("No."), .noFile, .empty, .tooLarge, .noCast, .version(1),
      .size(columns: 0, rows: 0), .longLine(4), .line(4, column: 2, expected: "a number"),
    ]
    for fault in faults { #expect(fault.message(about: "a.cast").hasPrefix("a.cast")) }
    #expect(
      faults.last?.message(about: "a.cast").hasPrefix("a.cast:4:2: expected a number") == true)
  }

  @Test func `a cast of many blocks is the same from wherever one seeks`() throws {
    var text = Self.header
    for number in 0..<60_000 {
      text +=
        "[\(Double(number) / 10), \"o\", \"\\u001b[\(number % 3 + 1);\(number % 17)H\(number)\"]\n"
    }
    let cast = try cast(text)
    var straight = CastPlayer(cast)
    var player = CastPlayer(cast)
    try player.seek(to: cast.length)
    #expect(player.keyFrames.count > 3)
    for second in [1, 1_000, 3_000, 5_999] {
      try straight.seek(to: .seconds(second))
      try player.seek(to: .seconds(second))
      #expect(player.screen.lines == straight.screen.lines)
    }
  }

  @Test func `key frames stay few, and go further apart`() {
    var frames = KeyFrames()
    let screen = ScreenModel(size: Size(rows: 3, columns: 9))
    for event in 1...1_000 { frames.note(screen, at: event, after: 256 << 10) }
    #expect(frames.count <= 64)
    #expect(frames.spacing > 256 << 10)
    #expect(frames.last(upTo: 1_000) != nil && frames.last(upTo: 0) == nil)
  }

  @Test func `nothing that is read makes the player fall`() throws {
    var dice = Dice(seed: 11)
    let seed = Array(
      (Self.header + "[0.5, \"o\", \"\\u001b[38;5;1mone\\r\\n\"]\n[1, \"r\", \"30x4\"]\n"
        + "[2, \"m\", \"here\"]\n[3, \"o\", \"\\ud83d\\ude00\"]\n").utf8)
    var played = 0
    for _ in 0..<20_000 {
      var bytes = seed
      for _ in 0..<Int.random(in: 1...6, using: &dice) {
        let place = Int.random(in: 0..<bytes.count, using: &dice)
        switch Int.random(in: 0...3, using: &dice) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(UInt8.random(in: 0...255, using: &dice), at: place)
        case 2: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &dice)
        default: bytes.removeSubrange(place..<min(bytes.count, place + 9))
        }
        if bytes.isEmpty { bytes = [0x5B] }
      }
      guard let cast = try? Cast(bytes) else { continue }
      var player = CastPlayer(cast)
      try player.seek(to: cast.length)
      played += 1
    }
    #expect(played > 1_000)
  }

  @Test func `no bytes make the screen fall or grow`() {
    var dice = Dice(seed: 12)
    let sizes = [(1, 1), (1, 80), (24, 2), (24, 80)]
    for round in 0..<400 {
      let (rows, columns) = sizes[round % sizes.count]
      var screen = ScreenModel(size: Size(rows: rows, columns: columns))
      // Mostly what a terminal obeys.
      let signs = Array(
        "\u{1b}\u{1b}[[[;;:?!0123456789ABCDHJKLMPSTXZ@bcdefghlmrsu()#\r\n\t世e\u{301}".utf8)
      let bytes = (0..<2_000).map { _ in
        Bool.random(using: &dice)
          ? signs.randomElement(using: &dice) ?? 0 : UInt8.random(in: 0...255, using: &dice)
      }
      screen.feed(bytes)
      screen.resize(to: Size(rows: Int.random(in: 1...30, using: &dice), columns: columns + 1))
      screen.feed(bytes)
      #expect(screen.rows.count == screen.size.rows)
      #expect(screen.rows.allSatisfy { $0.count == screen.size.columns })
      #expect(Rect(screen.size).contains(screen.cursor))
      var canvas = Canvas(size: Size(rows: 9, columns: 9))
      screen.draw(
        on: &canvas, in: canvas.bounds, from: Point(row: 0, column: 0), theme: .night, depth: .many)
    }
  }
}
