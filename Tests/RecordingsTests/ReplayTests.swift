import Testing
import TextUI

@testable import Recordings

/// What the keys of a replay do, and what is seen of it.
@Suite struct ReplayTests {
  /// A number a second, in a corner each, with a marker at 20 and at 40 s.
  private static func cast(
    columns: Int = 40, rows: Int = 10, seconds: Int = 100, end: String = ""
  ) throws -> Cast {
    var text = "{\"version\":2,\"width\":\(columns),\"height\":\(rows)}\n"
    for second in 0...seconds {
      text += "[\(second), \"o\", \"\\u001b[H\\u001b[2Jsecond \(second)\"]\n"
      if second == 20 || second == 40 { text += "[\(second), \"m\", \"Step \(second / 20)\"]\n" }
    }
    return try Cast(Array((text + end).utf8), idle: .zero)
  }

  private func frame(
    _ replay: Replay, rows: Int = 12, columns: Int = 60
  ) -> [String] {
    var replay = replay
    replay.resize(to: Size(rows: rows, columns: columns))
    var canvas = Canvas(size: Size(rows: rows, columns: columns))
    replay.draw(on: &canvas, theme: .night, depth: .many)
    return canvas.plainText()
  }

  private func press(_ keys: Key..., on replay: inout Replay) {
    for key in keys { replay.handle(.key(key)) }
  }

  @Test func `time plays it, at its speed`() throws {
    var replay = Replay(try Self.cast())
    #expect(frame(replay)[0].contains("second 0"))
    replay.pass(to: .milliseconds(2_500))
    #expect(frame(replay)[0].contains("second 2"))
    #expect(frame(replay)[10] == " Playing  0:02 / 1:40  speed 1")
    #expect(replay.wait == .milliseconds(500))
    press("+", "+", on: &replay)
    replay.pass(to: .milliseconds(3_500))
    #expect(frame(replay)[10] == " Playing  0:06 / 1:40  speed 4")
    press("-", "-", "-", "-", "-", "-", on: &replay)
    #expect(frame(replay)[10].hasSuffix("speed 0.25"))
  }

  @Test func `a pause stops it, and the end does`() throws {
    var replay = Replay(try Self.cast())
    press(" ", on: &replay)
    replay.pass(to: .seconds(50))
    #expect(frame(replay)[10].hasPrefix(" Paused  0:00"))
    #expect(replay.wait == nil)
    press(" ", on: &replay)
    replay.pass(to: .seconds(500))
    #expect(frame(replay)[0].contains("second 100"))
    #expect(frame(replay)[10].hasPrefix(" End  1:40"))
    #expect(replay.wait == nil)
    press(" ", on: &replay)
    #expect(frame(replay)[10].hasPrefix(" Playing  0:00"))
  }

  @Test func `a loop begins again`() throws {
    var replay = Replay(try Self.cast(), loops: true)
    replay.pass(to: .seconds(500))
    #expect(frame(replay)[10].hasPrefix(" Playing  0:00"))
  }

  @Test func `keys seek both ways, and not beyond the ends`() throws {
    var replay = Replay(try Self.cast())
    let ways: [(Key, Int)] = [
      (.right, 5), (.pageDown, 65), (.pageDown, 100), (.left, 95), (.pageUp, 35), (.home, 0),
      (.left, 0), (.end, 100),
    ]
    for (key, second) in ways {
      press(key, on: &replay)
      #expect(frame(replay)[0].contains("second \(second)"))
    }
  }

  @Test func `markers are gone to, and named`() throws {
    var replay = Replay(try Self.cast())
    press("m", on: &replay)
    #expect(frame(replay)[10].hasSuffix("Step 1") && frame(replay)[0].contains("second 20"))
    press("n", "n", on: &replay)
    #expect(frame(replay)[10].hasSuffix("Step 2") && frame(replay)[0].contains("second 40"))
    // While it plays, the one that was just passed is not meant.
    press("M", on: &replay)
    #expect(frame(replay)[0].contains("second 20"))
    press("p", on: &replay)
    #expect(frame(replay)[0].contains("second 0"))
  }

  @Test func `a smaller window shows the part around the cursor, arrows move it`() throws {
    let text =
      "{\"version\":2,\"width\":90,\"height\":30}\n"
      + "[0,\"o\",\"top\\u001b[30;1Hbottom\\u001b[30;80Hright\"]\n"
    var replay = Replay(try Cast(Array(text.utf8)))
    replay.resize(to: Size(rows: 12, columns: 60))
    let seen = frame(replay)
    #expect(seen[9].contains("right") && !seen[9].contains("bottom"))
    #expect(seen[10].contains("rows 21-30 of 30, columns 31-90"))
    press(.tab, .left, .left, .left, .left, on: &replay)
    #expect(frame(replay)[9].hasPrefix("bottom"))
    for _ in 0..<30 { press(.up, on: &replay) }
    #expect(frame(replay)[0].hasPrefix("top"))
    press(.tab, on: &replay)
    #expect(frame(replay)[9].contains("right"))
  }

  @Test func `arrows seek where the whole picture is seen`() throws {
    var replay = Replay(try Self.cast())
    press(.tab, .right, on: &replay)
    #expect(frame(replay)[0].contains("second 5"))
  }

  @Test func `help lists every key, and q leaves`() throws {
    var replay = Replay(try Self.cast())
    press("?", on: &replay)
    let help = frame(replay, rows: 24, columns: 80).joined(separator: "\n")
    for hint in ReplayKeys.seeking.hints() { #expect(help.contains(hint.help.spoken)) }
    #expect(ReplayKeys.seeking.clashes == [] && ReplayKeys.moving.clashes == [])
    press(.escape, on: &replay)
    #expect(!frame(replay, rows: 24, columns: 80).joined().contains("Keys of the replay"))
    #expect(!replay.hasLeft)
    press("q", on: &replay)
    #expect(replay.hasLeft)
  }

  @Test func `a cut last line is said`() throws {
    let replay = Replay(try Self.cast(end: "[101, \"o"))
    #expect(frame(replay, columns: 80)[10].contains("the last line was cut off"))
  }

  @Test func `no window is too small`() throws {
    for rows in 1...4 { _ = frame(Replay(try Self.cast()), rows: rows, columns: rows) }
  }
}

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
  /// The key of a character.
  public init(extendedGraphemeClusterLiteral character: Character) { self = .character(character) }
}
