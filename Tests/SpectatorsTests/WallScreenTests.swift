import Testing
import TextUI

@testable import Spectators

/// The wall: who is where, who is stuck, and what a trainer's keys do.
@Suite struct WallScreenTests {
  private func wall(_ size: Size = Size(rows: 24, columns: 80)) -> WallScreen {
    var wall = WallScreen(
      title: "Installers", window: size,
      lessons: [
        WallLesson(name: "a", title: "First", minutes: 0, steps: 3),
        WallLesson(name: "b", title: "Second", minutes: 0, steps: 3),
        WallLesson(name: "eleven", title: "Eleven at night", minutes: 8, steps: 8),
      ],
      faults: [WallScreen.Choice(name: "powerCut", title: "No power")])
    wall.now = 10_000
    return wall
  }

  private func status(_ name: String, step: Int = 0, since: UInt32 = 9_990) -> SessionStatus {
    var status = SessionStatus(name: name)
    // Whoever practises may have another language than the trainer.
    if step > 0 { (status.lesson, status.step, status.steps) = ("A las once", step, 8) }
    if step > 0 { status.scenario = "eleven" }
    (status.begun, status.stepBegun, status.lastKey) = (9_000, since, 9_995)
    return status
  }

  private func come(_ statuses: [SessionStatus], in wall: inout WallScreen) {
    for status in statuses {
      wall.arrive(status.name)
      wall.take(.status(status), from: status.name)
    }
  }

  private func picture(_ wall: WallScreen) -> [String] {
    var canvas = Canvas(size: wall.window)
    wall.draw(on: &canvas)
    return canvas.plainText()
  }

  @Test("Each has a row with lesson, step, times and score; who has gone stays as gone")
  func rows() {
    var wall = wall()
    #expect(picture(wall).contains { $0.contains("Nobody has come yet.") })
    var done = status("carl", step: 8)
    done.points = 87
    come([status("ann"), status("bert", step: 2), done], in: &wall)
    let rows = picture(wall)
    #expect(rows[0].contains("Installers") && rows[0].contains("3 there"))
    #expect(rows[2].hasPrefix("▸ ann") && rows[2].contains("free practice"))
    #expect(rows[3].contains("bert") && rows[3].contains("Eleven at night"))
    #expect(rows[3].contains("2/8") && rows[3].contains("10 s") && rows[3].contains("5 s"))
    #expect(rows[4].contains("87"))
    var own = status("dora", step: 1)
    (own.scenario, own.lesson) = ("of-her-own", "Mi lección")
    come([own], in: &wall)
    #expect(picture(wall)[5].contains("Mi lección"), "Nobody else has that one.")
    wall.leave("dora")
    wall.leave("bert")
    #expect(picture(wall)[3].contains("gone") && picture(wall)[0].contains("2 there"))
    #expect(!wall.knows("bert") && wall.knows("ann"))
  }

  @Test("Stuck is who takes longer than three times the usual, which others' steps tell")
  func stuck() {
    var wall = wall()
    // A minute a step by the lesson itself.
    come([status("ann", step: 3, since: 10_000 - 180)], in: &wall)
    #expect(!picture(wall)[2].contains("!"))
    come([status("bert", step: 3, since: 10_000 - 181)], in: &wall)
    #expect(picture(wall)[3].contains("3/8 !") && picture(wall)[0].contains("1 stuck"))
    // Three have needed ten minutes: that is the usual then.
    for name in ["x", "y", "z"] {
      come([status(name, step: 3, since: 5_000)], in: &wall)
      wall.take(.status(status(name, step: 4, since: 5_600)), from: name)
      wall.leave(name)
    }
    #expect(!picture(wall).contains { $0.contains("bert") && $0.contains("!") })
    come([status("dora", step: 3, since: 10_000 - 1_801)], in: &wall)
    #expect(picture(wall).contains { $0.contains("dora") && $0.contains("3/8 !") })
    for _ in 0..<1 { _ = wall.press(.character("s")) }
    #expect(wall.rows.first == "dora", "Stuck first.")
  }

  @Test("Sorted by step, last key and score; filtered by name or lesson")
  func order() {
    var wall = wall()
    var (one, two) = (status("ann", step: 1), status("bert", step: 5))
    (one.lastKey, two.lastKey) = (9_999, 9_000)
    (one.points, two.points) = (90, 40)
    come([one, two, status("carl")], in: &wall)
    #expect(wall.rows == ["ann", "bert", "carl"])
    for _ in 0..<2 { _ = wall.press(.character("s")) }
    #expect(wall.rows == ["bert", "ann", "carl"])
    _ = wall.press(.character("s"))
    #expect(wall.rows.first == "bert", "The longest without a key.")
    _ = wall.press(.character("s"))
    #expect(wall.rows.first == "ann")
    for key in [Key.character("/"), .character("e"), .character("l"), .character("e"), .enter] {
      _ = wall.press(key)
    }
    #expect(Set(wall.rows) == ["ann", "bert"], "By their lesson.")
    _ = wall.press(.escape)
    #expect(wall.rows.count == 3)
  }

  @Test("Keys watch, send lines, put scenarios, cause faults and end, and an exam is left alone")
  func actions() {
    var wall = wall()
    var exam = status("carl", step: 1)
    exam.isExam = true
    come([status("ann"), status("bert"), exam], in: &wall)
    #expect(wall.press(.enter) == .watch("ann"))
    _ = wall.press(.character("m"))
    for letter in "hi" { _ = wall.press(.character(letter)) }
    #expect(picture(wall).contains { $0.contains("To ann:") && $0.contains("hi") })
    #expect(wall.press(.enter) == .order(.note("hi"), ["ann"]))
    _ = wall.press(.character("M"))
    #expect(wall.press(.escape) == .stay)
    _ = wall.press(.character("p"))
    _ = wall.press(.down)
    #expect(picture(wall).contains { $0.contains("▸ Second") })
    #expect(
      wall.press(.enter)
        == .order(.put(scenario: "b", title: "Second"), ["ann", "bert", "carl"]))
    _ = wall.press(.character("f"))
    #expect(wall.press(.enter) == .order(.fault("powerCut"), ["ann"]))
    _ = wall.press(.character("f"))
    _ = wall.press(.down)
    #expect(wall.press(.enter) == .order(.pullCable, ["ann"]))
    #expect(wall.press(.character("e")) == .order(.extend(minutes: 15), ["ann"]))
    _ = wall.press(.character("x"))
    #expect(picture(wall).contains { $0.contains("End the session of ann?") })
    #expect(wall.press(.escape) == .stay)
    _ = wall.press(.character("x"))
    #expect(wall.press(.enter) == .order(.end(seconds: 10), ["ann"]))
    _ = wall.press(.end)
    _ = wall.press(.character("f"))
    #expect(picture(wall).contains { $0.contains("carl sits an exam") })
    #expect(wall.press(.character("q")) == .leave)
  }

  @Test("Where somebody lets nobody watch, only what they are at is told")
  func refused() {
    var wall = wall(Size(rows: 43, columns: 132))
    var hidden = status("ann", step: 2)
    hidden.isRefused = true
    come([hidden], in: &wall)
    #expect(wall.press(.enter) == .stay)
    let rows = picture(wall)
    #expect(rows.contains { $0.contains("ann lets nobody watch now") })
    #expect(rows[2].contains("2/8") && rows[2].contains("⊘"))
  }

  @Test("No window is too small, and two hundred have a list that goes on")
  func sizes() {
    for (rows, columns) in [(1, 1), (3, 20), (10, 40), (24, 80), (60, 200)] {
      var wall = wall(Size(rows: rows, columns: columns))
      _ = picture(wall)
      for number in 0..<200 { come([status("t\(number)", step: 1)], in: &wall) }
      _ = wall.press(.end)
      let text = picture(wall)
      if rows >= 24 { #expect(text.contains { $0.contains("▸ t99") }) }
      _ = wall.press(.character("p"))
      _ = picture(wall)
    }
  }
}
