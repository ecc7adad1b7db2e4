import Testing
import TextUI

@testable import Recordings

/// What is written of a session: whole lines, and in them what has changed.
@Suite struct CastScriptTests {
  private static let size = Size(rows: 4, columns: 20)

  private func frame(_ words: String, size: Size = size) -> Canvas {
    var canvas = Canvas(size: size)
    canvas.write(words, row: 1, column: 2, .text)
    return canvas
  }

  private func text(_ lines: [UInt8]) -> String { String(decoding: lines, as: UTF8.self) }

  @Test func `the first lines of version 2 are its header and the whole frame`() {
    var script = CastScript(.two, title: "a \"b\"", started: 1_700_000_000)
    let lines = text(script.frame(frame("hello"), .night, at: .milliseconds(5))).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(
      lines[0]
        == #"{"version":2,"width":20,"height":4,"timestamp":1700000000,"title":"a \"b\""}"#)
    #expect(lines[1].hasPrefix(#"[0.005,"o","\u001b[0m\u001b[H\u001b[2J"#))
    #expect(lines[1].contains("hello") && lines[1].hasSuffix("\"]"))
    #expect(lines[2...] == [""])
  }

  @Test func `times of version 3 count from the event before`() {
    var script = CastScript(.three, title: "t", started: 7)
    let header = text(script.frame(frame("a"), .night, at: .milliseconds(1_500)))
    #expect(
      header.hasPrefix(
        #"{"version":3,"term":{"cols":20,"rows":4,"type":"xterm-256color"},"timestamp":7,"#))
    #expect(header.contains("\n[1.500,\"o\","))
    #expect(text(script.marker("here", at: .milliseconds(1_750))) == "[0.250,\"m\",\"here\"]\n")
    #expect(
      text(script.input("é\u{1}", at: .milliseconds(1_750))) == "[0.000,\"i\",\"é\\u0001\"]\n")
    let end = text(script.end(status: 3, at: .seconds(2)))
    #expect(end.hasPrefix("[0.250,\"o\",") && end.hasSuffix("[0.000,\"x\",\"3\"]\n"))
  }

  @Test func `only what differs is written, and nothing where nothing does`() {
    var script = CastScript(.two, title: "t", started: 0)
    _ = script.frame(frame("hello"), .night, at: .zero)
    #expect(script.frame(frame("hello"), .night, at: .seconds(1)) == [])
    let line = text(script.frame(frame("hallo"), .night, at: .seconds(2)))
    #expect(line == #"[2.000,"o","\u001b[2;4Ha\u001b[4;1H"]"# + "\n")
  }

  @Test func `another size is told before its frame, which is whole`() {
    var script = CastScript(.two, title: "t", started: 0)
    _ = script.frame(frame("hello"), .night, at: .zero)
    let wide = frame("hello", size: Size(rows: 5, columns: 30))
    let lines = text(script.frame(wide, .night, at: .seconds(1))).split(separator: "\n")
    #expect(lines[0] == #"[1.000,"r","30x5"]"#)
    #expect(lines[1].contains("[2J") && lines[1].contains("hello"))
  }

  @Test func `once a minute a frame is whole`() {
    var script = CastScript(.two, title: "t", started: 0)
    let whole = script.frame(frame("hello"), .night, at: .seconds(3))
    #expect(script.frame(frame("hello"), .night, at: .seconds(62)) == [])
    let again = text(script.frame(frame("hello"), .night, at: .seconds(63)))
    #expect(again.contains("hello"))
    #expect(text(whole).contains(again.dropFirst("[63.000".count)))
  }

  @Test func `what happens before the first frame stands behind the header`() {
    var script = CastScript(.two, title: "t", started: 0)
    #expect(script.marker("early", at: .milliseconds(1)) == [])
    let lines = text(script.frame(frame("a"), .night, at: .seconds(1))).split(separator: "\n")
    #expect(lines[1] == #"[0.001,"m","early"]"#)
    #expect(CastScript(.two, title: "t", started: 0).isEmpty)
  }

  @Test(arguments: Theme.all.map(\.name))
  func `played, every frame is what was recorded`(theme name: String) throws {
    let theme = try #require(Theme.named(name))
    var random = Dice(seed: 7)
    var script = CastScript(.two, title: "t", started: 0)
    var canvas = Canvas(size: Size(rows: 12, columns: 40))
    var file: [UInt8] = []
    var shown: [[String]] = []
    for step in 0..<200 {
      random.scribble(on: &canvas)
      file += script.frame(canvas, theme, at: .milliseconds(step * 500))
      shown.append(canvas.plainText())
    }
    var player = CastPlayer(try Cast(file))
    for step in [0, 1, 199, 50, 51, 120, 3] {
      try player.seek(to: .milliseconds(step * 500))
      #expect(player.screen.lines == shown[step], "step \(step)")
    }
  }
}

extension CastScript {
  /// Whether it ends without a line.
  fileprivate var isEmpty: Bool {
    var script = self
    return script.end(status: 0, at: .zero).isEmpty
  }
}
