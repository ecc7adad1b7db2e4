import Support
import Testing
import TextUI

/// Frames by themselves: what may be in their files, and in windows of other sizes.
@Suite struct FrameTests {
  @Test func noFrameFileKeepsACode() throws {
    let box = "│  4  1  2  3  2  5   │"
    #expect(FrameFile.withoutCode("│ \(box) │") == "│ │  #  #  #  #  #  #   │ │")
    #expect(FrameFile.withoutCode("│  a 1 B c 2 D e 3   │") == "│  # # # # # # # #   │")
    let keys = "│  1   2   3   4   5   6   7   │"
    #expect(FrameFile.withoutCode(keys) == keys)
    for text in try FrameFile.all() {
      for row in text.split(separator: "\n") { #expect(FrameFile.withoutCode("\(row)") == row) }
    }
  }

  @Test func aFrameThatWasResizedIsTheFrameOfThatSize() async throws {
    let grown = try await FrameStory.liveView.stage()
    await grown.resize(rows: 30, columns: 100)
    let born = try await Operator.sitsDown(size: Size(rows: 30, columns: 100))
    #expect(grown.frame == born.frame)
  }

  @Test func aWindowTooSmallSaysSoAndKeepsTheState() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.openSignIn()
    await trainee.type("12")
    await trainee.resize(rows: 10, columns: 40)
    #expect(trainee.frame.first == "Window too small: 60x20 needed")
    await trainee.resize(rows: 24, columns: 80)
    #expect(trainee.screenContains("Password [ ●●"), "\(trainee.picture)")
  }
}
