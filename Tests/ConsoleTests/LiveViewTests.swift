import Console
import RecorderEngine
import Support
import Testing
import TextUI

/// The live view: layouts, the full screen, the sequence.
@Suite struct LiveViewTests {
  private func trainee(
    at recorder: String = "nvr-1-4-12", size: Size = Size(rows: 43, columns: 132)
  ) async throws -> Operator {
    let trainee = try await Operator.sitsDown(at: recorder, size: size)
    await trainee.ask(.setUp(.skip))
    return trainee
  }

  private func shown(_ trainee: Operator) -> [Int] {
    (1...16).filter { !trainee.places(of: "CAM \($0) ").isEmpty }
  }

  @Test(arguments: [
    ("classic-dvr-2018", 4), ("nvr-1-4-1", 8), ("nvr-1-4-2", 9), ("nvr-1-4-12", 16),
  ])
  func allChannelsShowAtFirst(recorder: String, count: Int) async throws {
    let trainee = try await trainee(at: recorder)
    #expect(shown(trainee) == Array(1...count), "\(trainee.picture)")
  }

  @Test func layoutsShowSoManyAndTheNextOnesFollow() async throws {
    let trainee = try await trainee()
    await trainee.press(.character("4"))
    #expect(shown(trainee) == [1, 2, 3, 4], "\(trainee.picture)")
    await trainee.press(.character("n"))
    #expect(shown(trainee) == [5, 6, 7, 8])
    await trainee.press(.character("p"), .character("p"))
    #expect(shown(trainee) == [13, 14, 15, 16])
    await trainee.press(.character("9"))
    #expect(shown(trainee) == Array(1...9), "\(trainee.picture)")
    await trainee.press(.character("n"))
    #expect(shown(trainee) == Array(10...16), "\(trainee.picture)")
    await trainee.press(.character("0"))
    #expect(shown(trainee) == Array(1...16))
  }

  @Test func aRecorderOfFourHasNoNineTiles() async throws {
    let trainee = try await trainee(at: "classic-dvr-2018")
    await trainee.press(.character("9"))
    #expect(trainee.coach.contains("4 channels"), "\(trainee.picture)")
    #expect(shown(trainee) == [1, 2, 3, 4])
  }

  @Test func theChosenChannelFillsTheScreen() async throws {
    let trainee = try await trainee(at: "classic-dvr-2018")
    await trainee.press(.right, .right)
    #expect(trainee.places(of: "▸CAM 2").count == 1, "\(trainee.picture)")
    await trainee.press(.enter)
    #expect(shown(trainee) == [2], "\(trainee.picture)")
    await trainee.press(.right)
    #expect(shown(trainee) == [3])
    await trainee.press(.escape)
    #expect(shown(trainee) == [1, 2, 3, 4])
    await trainee.press(.escape)
    #expect(trainee.places(of: "▸CAM").isEmpty, "\(trainee.picture)")
  }

  @Test func withoutAChoiceEnterSignsIn() async throws {
    let trainee = try await trainee(at: "classic-dvr-2018")
    await trainee.press(.enter)
    #expect(trainee.path.hasSuffix("sign-in"))
  }

  @Test func theSequenceGoesRoundAndWakesOnlyThen() async throws {
    let trainee = try await trainee()
    await trainee.press(.character("1"), .character("r"))
    let start = trainee.clock.now
    #expect(shown(trainee) == [1])
    #expect(trainee.console.nextChange(at: start).map { $0 - start } == .seconds(8))
    await trainee.pass(.seconds(8))
    #expect(shown(trainee) == [2], "\(trainee.picture)")
    await trainee.pass(.seconds(8 * 15))
    #expect(shown(trainee) == [1])
    await trainee.press(.character("r"))
    await trainee.pass(.seconds(30))
    #expect(shown(trainee) == [1])
  }

  @Test func theMenuSaysHowManyTilesThereAreAtFirst() async throws {
    let trainee = try await trainee()
    await trainee.signIn("")
    await trainee.ask(.changeSettings(["liveview.layout": "4"]))
    #expect(shown(trainee) == [1, 2, 3, 4], "\(trainee.picture)")
  }

  @Test(arguments: [80, 100, 132])
  func sixteenTilesFitEveryWindow(columns: Int) async throws {
    let trainee = try await trainee(size: Size(rows: 24, columns: columns))
    #expect(shown(trainee).count == 16, "\(trainee.picture)")
  }
}

extension FrameStory {
  static let liveView = FrameStory("live-view")

  static let liveViews: [FrameStory] = [
    liveView,
    FrameStory("live-view-legacy", from: .recorder(.legacy)),
    FrameStory(
      "live-view-mono",
      from: .recorder(.classic, Console.Options(isCalm: true, depth: .none, theme: .mono)),
      isASCII: true),
    FrameStory("live-view-hidden") { trainee in
      await trainee.signIn()
      await trainee.ask(.changeSettings(["system.signInForPreview": "on"]))
      await trainee.ask(.session(.signOut))
    },
    FrameStory("live-view-1", from: .recorder(.newer)) { trainee in
      await trainee.skipSetup()
      await trainee.press(.character("1"))
    },
    FrameStory("live-view-9", from: .recorder(.newer)) { trainee in
      await trainee.skipSetup()
      await trainee.press(.character("9"))
    },
    FrameStory("live-view-16", from: .recorder(.newer)) { await $0.skipSetup() },
  ]
}

extension Operator {
  /// Leaves the start-up wizard that a recorder only offers.
  fileprivate func skipSetup() async {
    await press(.escape)
    await choose("Skip")
  }
}
