import RecorderEngine
import Support
import Testing
import TextUI

/// Camera > Edit, and the cameras that refuse the recorder after a reset.
@Suite struct CamerasPageTests {
  /// A trainee on the page of a recorder whose cameras have shut it out.
  private func shutOut() async throws -> Operator {
    let trainee = try await Operator.sitsDown(at: "smart-nvr")
    await trainee.shutOutCameras()
    await trainee.openMainMenu()
    await trainee.press(.enter, .enter, .enter)
    return trainee
  }

  @Test func everyChannelStandsThereWithStateAddressAndUser() async throws {
    let trainee = try await shutOut()
    #expect(trainee.path.hasSuffix("camera.edit"), "\(trainee.path)")
    for text in ["Entrance ▲ refused 192.168.226.101 admin", "Channel 4 no camera - -"] {
      #expect(trainee.screenContains(text), "\(text)\(trainee.picture)")
    }
    #expect(trainee.screenContains("refuse the recorder: 3"), "\(trainee.picture)")
  }

  @Test func theCamerasPasswordBringsThePictureAndTheRecordingBack() async throws {
    let trainee = try await shutOut()
    #expect(trainee.recorder?.recordings.isRunning(channel: 1) == false)
    await trainee.press(.enter)
    await trainee.type("Night-Shift1!")
    await trainee.choose("Save")
    #expect(trainee.screenContains("Refused: wrong user name or"), "\(trainee.picture)")
    #expect(trainee.recorder?.cameras.channels[0] == .wrongPassword)
    await trainee.type("Cam-Net-2024")
    await trainee.choose("Save")
    #expect(trainee.recorder?.cameras.channels[0] == .live, "\(trainee.picture)")
    #expect(trainee.recorder?.recordings.isRunning(channel: 1) == true)
    #expect(trainee.recorder?.cameras.channels[1] == .wrongPassword)
    #expect(trainee.path.hasSuffix("camera.edit"), "\(trainee.path)")
    await trainee.press(.escape, .escape, .escape, .escape)
    #expect(trainee.places(of: "wrong user name or password").count == 2, "\(trainee.picture)")
  }

  @Test func oneSignInIsForAllThatRefuse() async throws {
    let trainee = try await shutOut()
    await trainee.press(.character("a"))
    #expect(trainee.screenContains("Entrance, Car park and Garden"), "\(trainee.picture)")
    await trainee.type("Cam-Net-2024")
    await trainee.choose("Save")
    #expect(trainee.recorder?.refusedChannels == [], "\(trainee.picture)")
    await trainee.press(.character("a"))
    #expect(trainee.coach.contains("No camera refuses"), "\(trainee.picture)")
  }

  @Test func theSwitchInTheDialogMeansTheOthersAsWell() async throws {
    let trainee = try await shutOut()
    await trainee.press(.enter)
    await trainee.type("Cam-Net-2024")
    await trainee.press(.tab, .character(" "))
    await trainee.choose("Save")
    #expect(trainee.recorder?.refusedChannels == [], "\(trainee.picture)")
  }

  @Test func theNameIsTheChannelsOnTheLiveView() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signIn()
    await trainee.open(.cameras)
    #expect(trainee.screenContains("Driveway picture analogue -"), "\(trainee.picture)")
    await trainee.press(.enter)
    #expect(trainee.screenContains("Analogue cameras ask for no password."), "\(trainee.picture)")
    await trainee.press(.control("u"))
    await trainee.type("Gate")
    await trainee.choose("Save")
    #expect(trainee.recorder?.settings[.channelName(1)] == "Gate", "\(trainee.picture)")
    await trainee.press(.escape, .escape, .escape, .escape)
    #expect(trainee.screenContains("CAM 1 Gate"), "\(trainee.picture)")
  }

  @Test func whoeverMayNotChangeCamerasSeesWhy() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signIn()
    await trainee.ask(
      .accounts(.add(AccountDetails(name: "guest", group: "Ordinary"), .twice("Guest-Pass1"))))
    await trainee.ask(.session(.signOut))
    await trainee.signIn("Guest-Pass1", name: "guest")
    await trainee.open(.cameras)
    await trainee.press(.enter)
    #expect(trainee.coach.contains("no right to change the cameras"), "\(trainee.picture)")
  }
}

extension FrameStory {
  static let cameraPages: [FrameStory] = [
    FrameStory("live-view-refused", from: .recorder(.smart)) { await $0.shutOutCameras() },
    FrameStory("cameras", from: .recorder(.smart)) { await $0.openRefusedCameras() },
    FrameStory("camera", from: .recorder(.smart)) { trainee in
      await trainee.openRefusedCameras()
      await trainee.press(.enter)
    },
  ]
}

extension Operator {
  /// Opens Camera > Edit of a smart recorder whose cameras refuse it.
  fileprivate func openRefusedCameras() async {
    await shutOutCameras()
    await openMainMenu()
    await press(.enter, .enter, .enter)
  }
}
