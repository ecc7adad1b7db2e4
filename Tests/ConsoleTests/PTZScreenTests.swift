import Console
import ConsoleData
import RecorderEngine
import ScreenKit
import Support
import Testing
import TextUI

/// The control of a camera that turns.
@Suite struct PTZScreenTests {
  /// A trainee before the live view of a recorder whose first camera answers.
  private func trainee(_ settings: [SettingKey: SettingValue] = [:]) async throws -> Operator {
    let trainee = try await Operator.sitsDown()
    await trainee.signIn()
    await trainee.ask(.changeSettings(settings.merging([.ptz(1): "on"]) { own, _ in own }))
    return trainee
  }

  private func opened(_ settings: [SettingKey: SettingValue] = [:]) async throws -> Operator {
    let trainee = try await trainee(settings)
    await trainee.press(.character("t"))
    #expect(trainee.path.hasSuffix("/ptz-control"), "\(trainee.picture)")
    return trainee
  }

  private func view(_ trainee: Operator) -> CameraView? { trainee.recorder?.view(of: 1) }

  @Test func theArrowsTurnThePictureAndHomeBringsItBack() async throws {
    let trainee = try await opened()
    let before = trainee.canvas
    await trainee.press(.left, .left, .up, .character("+"))
    #expect(view(trainee) == CameraView(pan: -240, tilt: -120, zoom: 112))
    // The picture is another one, and so is the map.
    let moved = (2..<20).count { row in
      (0..<50).contains { trainee.canvas[row, $0] != before[row, $0] }
    }
    #expect(moved > 12, "\(trainee.picture)")
    await trainee.press(.character("h"))
    #expect(view(trainee) == .home)
    #expect(trainee.canvas == before, "\(trainee.picture)")
  }

  @Test func theLiveViewShowsWhatTheCameraSees() async throws {
    let trainee = try await trainee()
    let before = trainee.canvas
    await trainee.press(.character("t"), .right, .right, .right, .escape)
    #expect(trainee.path.hasSuffix("live-view"))
    #expect(trainee.canvas != before, "\(trainee.picture)")
  }

  @Test func whereItGoesNoFurtherThatIsSaid() async throws {
    let trainee = try await opened()
    await trainee.press(.character("v"))
    await trainee.press(.right, times: 4)
    #expect(view(trainee)?.pan == 1_000, "\(trainee.picture)")
    await trainee.press(.right)
    #expect(trainee.coach.contains("goes no further"), "\(trainee.picture)")
    await trainee.press(.character("v"), .left)
    #expect(view(trainee)?.pan == 960)
    #expect(trainee.screenContains("slow"), "\(trainee.picture)")
  }

  @Test func presetsAreSavedCalledAndDeletedByTheirDigits() async throws {
    let trainee = try await opened()
    await trainee.press(.right, .character("s"))
    #expect(trainee.screenContains("Save as: press a digit."), "\(trainee.picture)")
    await trainee.press(.character("4"))
    #expect(trainee.coach.contains("Preset 4 saved."), "\(trainee.picture)")
    let saved = view(trainee)
    await trainee.press(.character("h"), .character("4"))
    #expect(view(trainee) == saved)
    await trainee.press(.character("5"))
    #expect(trainee.coach.contains("Preset 5 is not saved."), "\(trainee.picture)")
    await trainee.press(.character("d"), .character("4"))
    #expect(trainee.screenContains("Delete preset 4?"), "\(trainee.picture)")
    await trainee.press(.enter)
    #expect(trainee.recorder?.presets(of: 1).count == 1)
    await trainee.press(.character("d"), .character("4"))
    await trainee.choose("Delete")
    #expect(trainee.recorder?.presets(of: 1).isEmpty == true, "\(trainee.picture)")
  }

  @Test func aPresetThatIsThereIsReplacedOnlyWhenAsked() async throws {
    let trainee = try await opened()
    await trainee.press(.character("s"), .character("1"), .right, .character("s"), .character("1"))
    #expect(trainee.screenContains("Replace preset 1?"), "\(trainee.picture)")
    await trainee.press(.escape)
    #expect(trainee.recorder?.presets(of: 1).first?.view == .home)
    await trainee.press(.character("s"), .character("1"))
    await trainee.choose("Replace")
    #expect(trainee.recorder?.presets(of: 1).first?.view == view(trainee))
  }

  @Test func escapeLeavesTheQuestionForADigitFirst() async throws {
    let trainee = try await opened()
    await trainee.press(.character("s"), .escape)
    #expect(trainee.path.hasSuffix("/ptz-control"), "\(trainee.picture)")
    await trainee.press(.character("1"))
    #expect(trainee.recorder?.presets(of: 1).isEmpty == true)
    await trainee.press(.escape)
    #expect(trainee.path.hasSuffix("live-view"), "\(trainee.picture)")
  }

  @Test func whereNothingAnswersNothingMovesAndThatIsSaid() async throws {
    let trainee = try await opened([.ptzAddress(1): "2"])
    await trainee.press(.left)
    #expect(trainee.coach.contains("Nothing answered at channel 1"), "\(trainee.picture)")
    #expect(trainee.screenContains("Nothing answers."), "\(trainee.picture)")
    #expect(view(trainee) == .home)
    await trainee.ask(.changeSettings([.ptzAddress(1): "1"]))
    await trainee.press(.left)
    #expect(view(trainee)?.pan == -120)
    #expect(!trainee.screenContains("Nothing answers."), "\(trainee.picture)")
  }

  @Test func whyNotIsSaidAtTheLiveViewAndInTheStartMenu() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.press(.character("t"))
    #expect(trainee.path.hasSuffix("sign-in"), "\(trainee.picture)")
    #expect(trainee.coach.contains("Log in first."), "\(trainee.picture)")
    await trainee.press(.escape)
    await trainee.signIn()
    await trainee.press(.character("t"))
    #expect(trainee.coach.contains("PTZ is off for channel 1"), "\(trainee.picture)")
    await trainee.openStartMenu(entry: 4)
    #expect(trainee.coach.contains("PTZ is off for channel 1"), "\(trainee.picture)")
    await trainee.press(.escape)
    await trainee.ask(.changeSettings([.ptz(1): "on"]))
    await trainee.openStartMenu(entry: 4)
    #expect(trainee.path.hasSuffix("ptz-control"), "\(trainee.picture)")
  }

  @Test func aPictureTurnedAwayIsTheOneThatIsWrittenToTheStick() async throws {
    let trainee = try await trainee()
    await trainee.press(.character("i"))
    await trainee.ask(.ptz(.turn(channel: 1, .right, .fast)))
    await trainee.pass(.minutes(1))
    await trainee.press(.character("i"))
    let files = trainee.stick.files.filter { $0.key.hasPrefix("cam1_") }
    #expect(files.count == 2 && Set(files.values).count == 2)
  }

  @Test func aRecorderWithoutTheSettingHasNoSuchEntry() async throws {
    let trainee = try await Operator.sitsDown(at: "legacy-dvr")
    await trainee.press(.character(" "))
    #expect(!trainee.screenContains("PTZ control"), "\(trainee.picture)")
  }
}

/// What a camera that turns sees of its scene.
@Suite struct TurnedPictureTests {
  private func picture(_ scene: Scene, _ view: CameraView, columns: Int = 80) -> Picture {
    ScenePainter.picture(
      of: scene, rows: 48, columns: columns, second: 43_200, beat: 0, frame: nil, view: view)
  }

  @Test func aTurnMovesThePictureByThatPartOfIt() throws {
    let scene = try RepositoryAssets().scene("driveway")
    let home = picture(scene, .home)
    let right = picture(scene, CameraView(pan: 500, tilt: 0, zoom: 100))
    for row in stride(from: 0, to: 48, by: 5) {
      for column in 0..<38 { #expect(right[row, column] == home[row, column + 40]) }
    }
  }

  @Test(
    "Wherever a shipped camera turns, something is painted",
    arguments: ["classic-dvr-2018", "nvr-1-4-12"])
  func everywhere(recorder: String) throws {
    let profile = try RepositoryAssets().recorder(recorder)
    let turning = profile.channels.filter { $0.ptz != nil }
    #expect(!turning.isEmpty)
    for channel in turning {
      let scene = try RepositoryAssets().scene(channel.scene ?? "")
      let ptz = try #require(channel.ptz?.value)
      for pan in [ptz.pan.lowerBound, 0, ptz.pan.upperBound] {
        for tilt in [ptz.tilt.lowerBound, 0, ptz.tilt.upperBound] {
          for (zoom, columns) in [(100, 80), (ptz.zoom, 80), (100, 38)] {
            let view = CameraView(pan: pan, tilt: tilt, zoom: zoom)
            #expect(!picture(scene, view, columns: columns).pixels.contains(0), "\(view)")
          }
        }
      }
    }
  }
}

extension FrameStory {
  static let turning: [FrameStory] = [
    FrameStory("ptz-control") { trainee in
      await trainee.signIn()
      await trainee.ask(.changeSettings([.ptz(1): "on"]))
      await trainee.press(.character("t"), .character("s"), .character("1"), .right, .right)
      await trainee.press(.character("+"), .character("+"), .character("s"), .character("2"))
      await trainee.press(.character("v"))
    },
    FrameStory("ptz-silent") { trainee in
      await trainee.signIn()
      await trainee.ask(.changeSettings([.ptz(1): "on", .ptzBaudRate(1): "2400"]))
      await trainee.press(.character("t"), .left, .character("s"))
    },
    FrameStory(
      "ptz-mono",
      from: .recorder(.classic, Console.Options(isCalm: true, depth: .none, theme: .mono)),
      isASCII: true
    ) { trainee in
      await trainee.signIn()
      await trainee.ask(.changeSettings([.ptz(1): "on"]))
      await trainee.press(.character("t"), .left, .left)
    },
  ]
}
