import Console
import RecorderEngine
import Support
import Testing
import TextUI

/// The motion area of a channel, painted with keys.
@Suite struct AreaScreenTests {
  private func opened(_ size: Size = Size(rows: 24, columns: 80)) async throws -> Operator {
    let trainee = try await Operator.sitsDown(size: size)
    await trainee.signInAndOpen(.motionArea)
    await trainee.press(.enter)
    #expect(trainee.path.hasSuffix("/motion-area"), "\(trainee.picture)")
    return trainee
  }

  private func saved(_ trainee: Operator) -> PictureArea? {
    trainee.recorder?.settings[.motionArea(1)].flatMap {
      PictureArea($0, columns: 22, rows: 18)
    }
  }

  @Test func spaceSwitchesACellAndEnterSaves() async throws {
    let trainee = try await opened()
    #expect(trainee.screenContains("396 of 396"), "\(trainee.picture)")
    await trainee.press(.left, .up, .character(" "))
    #expect(trainee.screenContains("395 of 396"), "\(trainee.picture)")
    await trainee.press(.enter)
    #expect(trainee.coach.contains("Saved."), "\(trainee.picture)")
    #expect(saved(trainee)?.cells == 395 && saved(trainee)?[8, 10] == false)
    #expect(trainee.screenContains("395 of 396 cells · Edit …"), "\(trainee.picture)")
  }

  @Test func aRectangleIsEmptiedAndPaintedBetweenItsCorners() async throws {
    let trainee = try await opened()
    await trainee.press(.character("m"))
    await trainee.press(.right, times: 3)
    await trainee.press(.up, .up)
    #expect(trainee.screenContains("m: empties up"), "\(trainee.picture)")
    await trainee.press(.character("m"))
    #expect(trainee.screenContains("384 of 396"), "\(trainee.picture)")
    // From the last corner back, all but the first column of it: what is dark becomes bright.
    await trainee.press(.character("m"), .left, .left, .down, .down, .character("m"), .enter)
    let area = try #require(saved(trainee))
    #expect(area.cells == 393)
    #expect((7...9).allSatisfy { !area[$0, 11] && area[$0, 12] })
  }

  @Test func allAndInvert() async throws {
    let trainee = try await opened()
    await trainee.press(.character("f"))
    #expect(trainee.screenContains(" 0 of 396"), "\(trainee.picture)")
    await trainee.press(.character(" "), .character("i"))
    #expect(trainee.screenContains("395 of 396"), "\(trainee.picture)")
    await trainee.press(.character("f"))
    #expect(trainee.screenContains("396 of 396"), "\(trainee.picture)")
  }

  @Test func escapeLetsGoOfTheCornerFirstAndAsksWhereSomethingChanged() async throws {
    let trainee = try await opened()
    await trainee.press(.character("m"), .down, .escape, .character("f"), .escape)
    #expect(trainee.screenContains("Unsaved changes"), "\(trainee.picture)")
    await trainee.press(.escape)
    #expect(trainee.path.hasSuffix("/motion-area"), "\(trainee.picture)")
    await trainee.press(.character("f"), .escape)
    #expect(!trainee.path.hasSuffix("/motion-area"), "\(trainee.picture)")
    #expect(saved(trainee)?.text == "all")
  }

  @Test func theEdgesHoldAndEveryCellIsReachedInASmallWindow() async throws {
    let trainee = try await opened(Size(rows: 20, columns: 60))
    await trainee.press(.up, times: 20)
    await trainee.press(.left, times: 30)
    #expect(trainee.places(of: "Column 1").count == 1, "\(trainee.picture)")
    #expect(trainee.places(of: "Row 1").count == 1, "\(trainee.picture)")
    await trainee.press(.down, times: 40)
    await trainee.press(.right, times: 40)
    #expect(trainee.places(of: "Column 22").count == 1, "\(trainee.picture)")
    #expect(trainee.places(of: "Row 18").count == 1, "\(trainee.picture)")
    #expect(trainee.canvas.cursor.map { $0.row < 18 } == true)
    await trainee.press(.character(" "), .enter)
    #expect(saved(trainee)?[17, 21] == false)
  }

  @Test func anEmptyAreaNoticesNoMotion() async throws {
    let trainee = try await opened()
    await trainee.press(.character("f"), .enter)
    await trainee.press(.escape, times: 5)
    await trainee.ask(.hands(.seeMotion(channel: 1, isMoving: true)))
    #expect(trainee.recorder?.isMoving(1, at: trainee.clock.now) == false)
    #expect(
      trainee.recorder?.cameras.watches.contains { $0.channel == 1 && $0.end == nil } == false)
  }
}

extension FrameStory {
  static let areas: [FrameStory] = [
    FrameStory("motion-areas") { await $0.signInAndOpen(.motionArea) },
    FrameStory("motion-area") { trainee in
      await trainee.signInAndOpen(.motionArea)
      await trainee.press(.enter, .character("m"))
      await trainee.press(.right, times: 6)
      await trainee.press(.up, times: 4)
      await trainee.press(.character("m"), .down, .down, .character("m"), .right, .right, .down)
    },
    FrameStory(
      "motion-area-mono",
      from: .recorder(.classic, Console.Options(isCalm: true, depth: .none, theme: .mono)),
      isASCII: true
    ) { trainee in
      await trainee.signInAndOpen(.motionArea)
      await trainee.press(.enter, .character(" "), .right, .character("m"), .right, .down)
    },
  ]
}
