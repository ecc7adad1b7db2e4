import RecorderEngine
import Support
import Testing
import TextUI

/// The mouse does what the keys do.
@Suite struct MouseTests {
  @Test func tilesAndStartButtonAndButtons() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.click(row: 5, column: 10)
    #expect(trainee.path.hasSuffix("sign-in"))
    await trainee.press(.escape)
    await trainee.click(on: "◉ Start")
    #expect(trainee.path.hasSuffix("start-menu"))
    await trainee.click(row: 3, column: 70)
    #expect(trainee.path == "monitor/live-view")
    await trainee.press(.enter)
    await trainee.click(on: "Restore Password")
    #expect(trainee.path.hasSuffix("restore-password"), "\(trainee.picture)")
  }

  @Test func hintsOfTheKeyBarAreButtons() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.click(on: "F1 Help")
    #expect(trainee.overlays == ["help"])
    await trainee.click(on: "Esc Close")
    #expect(trainee.overlays.isEmpty)
    await trainee.click(on: "F10 Leave")
    #expect(trainee.overlays == ["question"])
  }

  @Test func categoriesAndTabsAreChosen() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signIn()
    await trainee.openMainMenu()
    await trainee.click(on: "System")
    #expect(trainee.titleRow.contains("System > General"), "\(trainee.picture)")
    await trainee.click(on: " User")
    #expect(trainee.titleRow.contains("System > User"), "\(trainee.picture)")
    await trainee.click(on: "Groups")
    #expect(trainee.titleRow.contains("System > User > Groups"), "\(trainee.picture)")
  }

  @Test func fieldsAreFocused() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.openSignIn()
    await trainee.click(on: "admin")
    #expect(trainee.places(of: "▸ User name").count == 1, "\(trainee.picture)")
  }

  @Test func thePinholeTakesThePaperclip() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.press(.function(3))
    await trainee.click(on: "RESET")
    #expect(trainee.recorder?.resetButton != .released, "\(trainee.picture)")
    await trainee.click(on: "12V")
    #expect(trainee.screenContains("Cut the power?"), "\(trainee.picture)")
  }

  @Test func theKeyboardIsClicked() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.openSignIn()
    await trainee.press(.control("k"))
    for digit in ["1", "2", "3", "4", "5"] { await trainee.click(on: " \(digit) ", last: true) }
    await trainee.press(.escape, .enter)
    #expect(trainee.recorder?.session != nil, "\(trainee.picture)")
  }

  @Test func clicksOutsideDoNothing() async throws {
    let trainee = try await Operator.sitsDown()
    for (row, column) in [(-1, -1), (500, 500), (0, 0), (23, 79), (24, 80)] {
      await trainee.click(row: row, column: column)
    }
    #expect(!trainee.hasLeft)
  }

  @Test(arguments: [("slow", 1), ("normal", 3), ("fast", 6)])
  func theWheelGoesAsFarAsTheRecorderSays(speed: String, rows: Int) async throws {
    let trainee = try await Operator.sitsDown()
    try await trainee.beAdmin()
    await trainee.ask(.changeSettings([.mouseSpeed: speed]))
    await trainee.press(.control("g"))
    let chosen = { trainee.places(of: "▸ ").first { $0.row > 2 && $0.row < 22 } }
    let before = try #require(chosen(), "\(trainee.picture)")
    await trainee.give(.mouse(MouseEvent(row: before.row, column: 20, kind: .wheelDown)))
    let after = try #require(chosen(), "\(trainee.picture)")
    #expect(after.row - before.row == rows, "\(trainee.picture)")
    await trainee.give(.mouse(MouseEvent(row: before.row, column: 20, kind: .wheelUp)))
    #expect(chosen() == before)
  }

  @Test(arguments: [("0", false), ("19", false), ("20", true), ("80", true)])
  func theMenuIsAsTransparentAsTheRecorderSays(percent: String, isSeen: Bool) async throws {
    let trainee = try await Operator.sitsDown()
    try await trainee.beAdmin()
    await trainee.ask(.changeSettings([.menuTransparency: percent]))
    await trainee.openMainMenu()
    let canvas = trainee.canvas(Size(rows: 24, columns: 80))
    let seen = (0..<24).reduce(0) { count, row in
      count
        + (0..<80).count {
          if case .picture = canvas[row, $0].ink { true } else { false }
        }
    }
    #expect((seen > 300) == isSeen, "\(seen)")
    #expect(trainee.screenContains("Camera"))
  }
}
