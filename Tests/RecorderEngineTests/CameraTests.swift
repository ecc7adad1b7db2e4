import RecorderEngine
import Support
import Testing

/// Cameras that keep their passwords when the recorder is reset.
@Suite struct CameraTests {
  private let right: Secret = "Camera-Pass1"

  /// A recorder after a reset that its cameras have not followed, admin signed in.
  private func shutOut() -> TestRecorder {
    var recorder = TestRecorder.installed(TestProfile.legacy)
    recorder.holdResetButton(.seconds(5))
    recorder.finishStart()
    recorder.tell(.session(.signIn(.admin, "123456")))
    return recorder
  }

  @Test func theRightPasswordBringsPictureAndRecordingBack() {
    var recorder = shutOut()
    #expect(recorder.snapshot.refusedChannels == [1, 2])
    #expect(!recorder.snapshot.recordings.isRunning(channel: 1))
    recorder.pass(.minutes(1))
    let events = recorder.tell(.signInToCameras([1], user: "admin", right))
    #expect(events.refusals.isEmpty && events.logged == [.cameraOpened(1)])
    #expect(recorder.snapshot.cameras.channels == [.live, .wrongPassword, .noSignal])
    let running = recorder.snapshot.recordings.spans.filter { $0.end == nil }
    #expect(running.map(\.channel) == [1] && running.map(\.start) == [recorder.now])
  }

  @Test(arguments: [("admin", "guess"), ("root", "Camera-Pass1"), ("", "")])
  func aWrongOneIsRefusedAndLogged(user: String, password: String) {
    var recorder = shutOut()
    let before = recorder.snapshot.cameras.channels
    let events = recorder.tell(.signInToCameras([2], user: user, Secret(password)))
    #expect(events.refusals == [.camera(.refused([2]))])
    #expect(events.logged == [.cameraRefused(2)])
    #expect(recorder.snapshot.cameras.channels == before)
    #expect(!"\(events)".contains("Camera-Pass1"))
  }

  @Test func allThatRefuseAreSignedInToAtOnce() {
    var recorder = shutOut()
    let all = recorder.snapshot.refusedChannels
    #expect(recorder.tell(.signInToCameras(all, user: "admin", right)).refusals.isEmpty)
    #expect(recorder.snapshot.refusedChannels == [])
  }

  @Test func aLiveCameraKeepsWhatWorks() {
    var recorder = shutOut()
    recorder.tell(.signInToCameras([1], user: "admin", right))
    let events = recorder.tell(.signInToCameras([1], user: "admin", "guess"))
    #expect(events.refusals == [.camera(.refused([1]))])
    #expect(recorder.snapshot.cameras.channels[0] == .live)
  }

  @Test func whereNothingAnswersThereIsNothingToSignInTo() {
    var recorder = shutOut()
    recorder.tell(.hands(.plugCamera(channel: 1, false)))
    #expect(
      recorder.tell(.signInToCameras([1], user: "admin", right)).refusals
        == [.camera(.doesNotAnswer(1))])
    #expect(
      recorder.tell(.signInToCameras([2, 9], user: "admin", right)).refusals
        == [.camera(.noSuchChannel(9))])
    recorder.tell(.hands(.plugCamera(channel: 1, true)))
    #expect(recorder.snapshot.refusedChannels == [1, 2])
    var analogue = TestRecorder.installed()
    analogue.signIn()
    #expect(
      analogue.tell(.signInToCameras([1], user: "admin", right)).refusals
        == [.camera(.asksForNothing)])
  }

  @Test func itTakesTheRightAboutCameras() {
    var recorder = TestRecorder.installed(TestProfile.strict)
    #expect(
      recorder.tell(.signInToCameras([1], user: "admin", right)).refusals == [.signInNeeded])
    recorder.signIn()
    recorder.tell(
      .accounts(.add(AccountDetails(name: "guest", group: "Ordinary"), .twice("Guest-Pass1"))))
    recorder.tell(.session(.signOut))
    recorder.signIn("guest", "Guest-Pass1")
    #expect(
      recorder.tell(.signInToCameras([1], user: "admin", right)).refusals
        == [.notAllowed(.camera)])
  }

  @Test func addressesAreInTheRecordersOwnNetwork() {
    #expect(TestProfile.legacy.cameraAddress(of: 1) == "192.168.1.101")
    #expect(TestProfile.legacy.cameraAddress(of: 3) == nil)
    #expect(TestProfile.classic.cameraAddress(of: 1) == nil)
  }
}
