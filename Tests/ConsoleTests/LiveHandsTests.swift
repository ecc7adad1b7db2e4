import RecorderEngine
import Support
import Testing
import TextUI

@testable import Console
@testable import RecorderScreens
@testable import ScreenKit

/// What is done at the live view itself: instant playback, snapshots, digital zoom.
@Suite struct LiveHandsTests {
  @Test func theLastFiveMinutesPlayAtOnce() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signIn()
    await trainee.press(.right, .right, .character("b"))
    #expect(trainee.path.hasSuffix("playback"), "\(trainee.picture)")
    #expect(
      trainee.screenContains("22:59:0") && trainee.screenContains("▶ 1x"), "\(trainee.picture)")
    #expect(trainee.screenContains("CAM 2 Porch"), "\(trainee.picture)")
    await trainee.pass(.seconds(7))
    #expect(trainee.screenContains("22:59:07"), "\(trainee.picture)")
  }

  @Test func justAfterMidnightTheyAreOfTheDayBefore() async throws {
    let midnight = Operator.evening.startOfDay + .days(1)
    let trainee = try await Operator.sitsDown(from: midnight + .minutes(2))
    await trainee.signIn()
    await trainee.press(.character("b"))
    #expect(trainee.screenContains("23:57:00"), "\(trainee.picture)")
  }

  @Test func aSnapshotIsAPictureFile() async throws {
    let stick = MemoryStick()
    let trainee = try await Operator.sitsDown(stick: stick)
    await trainee.signIn()
    await trainee.press(.character("i"))
    let text = try #require(stick.files["cam1_2026-11-20_230400.ppm"], "\(trainee.picture)")
    let lines = text.split(separator: "\n")
    #expect(lines.prefix(3) == ["P3", "160 90", "255"])
    #expect(lines.count == 3 + 160 * 90)
    #expect(Set(lines.dropFirst(3)).count > 4)
    await trainee.press(.character("4"), .down, .right, .down, .right, .character("i"))
    #expect(trainee.coach.contains("Channel 4 has no picture."), "\(trainee.picture)")
  }

  @Test func nobodyTakesPicturesBeforeLoggingIn() async throws {
    let stick = MemoryStick()
    let trainee = try await Operator.sitsDown(stick: stick)
    await trainee.press(.character("i"))
    #expect(trainee.path.hasSuffix("sign-in") && stick.files.isEmpty, "\(trainee.picture)")
  }

  @Test func theFullScreenZoomsAndTheArrowsMoveIt() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signIn()
    await trainee.press(.character("+"))
    #expect(trainee.coach.contains("fill the screen"), "\(trainee.picture)")
    await trainee.press(.right, .enter)
    let whole = trainee.canvas
    await trainee.press(.character("+"))
    #expect(trainee.coach.contains("Zoom: 2 times."), "\(trainee.picture)")
    let middle = trainee.canvas
    #expect(middle != whole)
    await trainee.press(.right)
    #expect(trainee.screenContains("CAM 1") && trainee.canvas != middle, "\(trainee.picture)")
    await trainee.press(.escape)
    await trainee.press(.right)
    #expect(trainee.screenContains("CAM 2"), "\(trainee.picture)")
  }

  @Test(arguments: 1...PictureZoom.most) func aPartIsAsLargeAsThePicture(level: Int) {
    var zoom = PictureZoom()
    for _ in 1..<max(2, level) where level > 1 { zoom.magnify(by: 1) }
    for _ in 0..<20 { zoom.pan(.right) }
    for _ in 0..<20 { zoom.pan(.down) }
    let whole = Picture(rows: 40 * level, columns: 80 * level, filledWith: 7)
    let part = zoom.part(of: whole, rows: 40, columns: 80)
    #expect(part.rows == 40 && part.columns == 80 && zoom.level == level)
    #expect(Set(part.pixels) == [7])
  }
}
