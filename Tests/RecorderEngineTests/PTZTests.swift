import RecorderEngine
import Support
import Testing

/// A camera that turns: what it answers to, how far it goes, and where it goes back to.
@Suite struct PTZTests {
  private static let start = CameraView(pan: 0, tilt: 0, zoom: 100)

  private func signedIn() -> TestRecorder {
    var recorder = TestRecorder.installed(TestProfile.strict)
    recorder.signIn()
    return recorder
  }

  private func moved(
    _ moves: CameraMove..., from view: CameraView = start, speed: CameraSpeed = .normal
  ) -> CameraView {
    moves.reduce(view) { TestProfile.turning.view(after: $1, speed, from: $0) }
  }

  // MARK: How far

  @Test func onePressGoesAsFarAsTheSpeedSays() {
    #expect(moved(.right, speed: .slow).pan == 10)
    #expect(moved(.right).pan == 100)
    #expect(moved(.left).pan == -100)
    #expect(moved(.down, speed: .slow).tilt == 10)
    #expect(moved(.up).tilt == -100)
    #expect(moved(.zoomIn).zoom == 110)
    #expect(moved(.zoomIn, .zoomIn).zoom == 121)
  }

  @Test(
    "It stops at its limits",
    arguments: [
      (
        CameraMove.right, CameraView(pan: 349, tilt: 0, zoom: 100),
        CameraView(pan: 350, tilt: 0, zoom: 100)
      ),
      (.right, CameraView(pan: 350, tilt: 0, zoom: 100), CameraView(pan: 350, tilt: 0, zoom: 100)),
      (.right, CameraView(pan: 250, tilt: 0, zoom: 100), CameraView(pan: 350, tilt: 0, zoom: 100)),
      (.left, CameraView(pan: -249, tilt: 0, zoom: 100), CameraView(pan: -250, tilt: 0, zoom: 100)),
      (.up, CameraView(pan: 0, tilt: -129, zoom: 100), CameraView(pan: 0, tilt: -130, zoom: 100)),
      (.down, CameraView(pan: 0, tilt: 89, zoom: 100), CameraView(pan: 0, tilt: 90, zoom: 100)),
      (.down, CameraView(pan: 0, tilt: -11, zoom: 100), CameraView(pan: 0, tilt: 89, zoom: 100)),
      (.zoomIn, CameraView(pan: 0, tilt: 0, zoom: 249), CameraView(pan: 0, tilt: 0, zoom: 250)),
      (.zoomIn, CameraView(pan: 0, tilt: 0, zoom: 226), CameraView(pan: 0, tilt: 0, zoom: 248)),
      (.zoomOut, CameraView(pan: 0, tilt: 0, zoom: 101), CameraView(pan: 0, tilt: 0, zoom: 100)),
      (.zoomOut, CameraView(pan: 0, tilt: 0, zoom: 100), CameraView(pan: 0, tilt: 0, zoom: 100)),
    ])
  func limits(move: CameraMove, from: CameraView, to: CameraView) {
    #expect(moved(move, from: from) == to)
  }

  @Test func zoomedInAPressTurnsByTheSamePartOfThePicture() {
    #expect(moved(.right, from: CameraView(pan: 0, tilt: 0, zoom: 200)).pan == 50)
    #expect(moved(.right, from: CameraView(pan: 0, tilt: 0, zoom: 250), speed: .slow).pan == 4)
  }

  @Test func theRecorderTurnsItAndLogsNoTurn() {
    var recorder = signedIn()
    let events = recorder.tell(.ptz(.turn(channel: 1, .right, .fast)))
    #expect(events.refusals.isEmpty && events.logged.isEmpty)
    #expect(recorder.snapshot.view(of: 1) == CameraView(pan: 300, tilt: 0, zoom: 100))
    #expect(recorder.snapshot.view(of: 2) == .home)
    recorder.tell(.ptz(.turn(channel: 1, .right, .fast)))
    #expect(recorder.snapshot.view(of: 1).pan == 350)
    let last = recorder.tell(.ptz(.turn(channel: 1, .right, .fast)))
    #expect(last.count { $0.isTurn } == 0)
    recorder.tell(.ptz(.goHome(channel: 1)))
    #expect(recorder.snapshot.view(of: 1) == .home)
  }

  // MARK: What it answers to

  @Test(
    "With other values than the camera's nothing answers",
    arguments: [
      (SettingKey.ptzProtocol(1), "PELCO-P"), (.ptzAddress(1), "6"), (.ptzAddress(1), "8"),
      (.ptzBaudRate(1), "9600"),
    ])
  func nothingAnswers(key: SettingKey, value: String) {
    var recorder = signedIn()
    recorder.tell(.changeSettings([key: value]))
    let events = recorder.tell(.ptz(.turn(channel: 1, .left, .slow)))
    #expect(events.refusals == [.camera(.doesNotTurn(1))])
    #expect(recorder.snapshot.view(of: 1) == .home)
    recorder.tell(.changeSettings([key: recorder.profile.setting(key)?.initial.value ?? ""]))
    #expect(recorder.tell(.ptz(.turn(channel: 1, .left, .slow))).refusals.isEmpty)
  }

  @Test func whatCannotBeTurnedIsRefused() {
    var recorder = signedIn()
    func refusals(_ channel: Int) -> [Refusal] {
      recorder.tell(.ptz(.goHome(channel: channel))).refusals
    }
    #expect(refusals(0) == [.camera(.noSuchChannel(0))])
    #expect(refusals(4) == [.camera(.noSuchChannel(4))])
    #expect(refusals(2) == [.camera(.notTurned(2))])
    #expect(refusals(3) == [.camera(.doesNotAnswer(3))])
    recorder.tell(.hands(.plugCamera(channel: 1, false)))
    #expect(refusals(1) == [.camera(.doesNotAnswer(1))])
    recorder.tell(.hands(.switchPower(on: false)))
    #expect(refusals(1) == [.notRunning])
  }

  @Test func itTakesSomebodyWithTheRights() {
    var recorder = TestRecorder.installed(
      TestProfile.strict,
      accounts: [
        Preparation.Account(
          details: AccountDetails(name: "bob", group: "Ordinary"),
          password: TestRecorder.password)
      ])
    #expect(recorder.tell(.ptz(.goHome(channel: 1))).refusals == [.signInNeeded])
    recorder.signIn("bob")
    #expect(recorder.tell(.ptz(.goHome(channel: 1))).refusals == [.notAllowed(.camera)])
  }

  @Test func whoMayNotSeeAChannelMayNotTurnIt() {
    var recorder = signedIn()
    var group = Group(name: "Blind", local: .all)
    group.local.set(.live, channel: 1, false)
    recorder.tell(.groups(.add("Blind", copyOf: "Administrator")))
    recorder.tell(.groups(.change("Blind", group)))
    recorder.tell(
      .accounts(
        .add(AccountDetails(name: "eve", group: "Blind"), .twice("Right-Pass9!"))))
    recorder.tell(.session(.signOut))
    recorder.signIn("eve", "Right-Pass9!")
    #expect(recorder.tell(.ptz(.goHome(channel: 1))).refusals == [.notAllowed(.live)])
  }

  // MARK: Presets

  @Test func aPresetIsSavedCalledAndRemoved() {
    var recorder = signedIn()
    recorder.tell(.ptz(.turn(channel: 1, .left, .normal)))
    let view = recorder.snapshot.view(of: 1)
    #expect(
      recorder.tell(.ptz(.savePreset(3, channel: 1))).logged == [.presetSaved(3, channel: 1)])
    recorder.tell(.ptz(.goHome(channel: 1)))
    recorder.tell(.ptz(.savePreset(1, channel: 1)))
    #expect(
      recorder.tell(.ptz(.goToPreset(3, channel: 1))).logged == [.presetCalled(3, channel: 1)])
    #expect(recorder.snapshot.view(of: 1) == view)
    #expect(
      recorder.snapshot.presets(of: 1) == [
        CameraPreset(number: 1, view: .home), CameraPreset(number: 3, view: view),
      ])
    recorder.tell(.ptz(.savePreset(1, channel: 1)))
    #expect(recorder.snapshot.presets(of: 1).map(\.view) == [view, view])
    #expect(
      recorder.tell(.ptz(.removePreset(1, channel: 1))).logged == [.presetRemoved(1, channel: 1)])
    #expect(recorder.snapshot.presets(of: 1).map(\.number) == [3])
  }

  @Test(arguments: [(0, false), (1, true), (3, true), (4, false)])
  func presetsHaveNumbersUpToTheHighest(number: Int, isTaken: Bool) {
    var recorder = signedIn()
    let refusals = recorder.tell(.ptz(.savePreset(number, channel: 1))).refusals
    #expect(refusals == (isTaken ? [] : [.camera(.presetBeyond(most: 3))]))
  }

  @Test func whatIsNotSavedIsRefused() {
    var recorder = signedIn()
    #expect(
      recorder.tell(.ptz(.goToPreset(2, channel: 1))).refusals == [.camera(.noSuchPreset(2))])
    #expect(
      recorder.tell(.ptz(.removePreset(2, channel: 1))).refusals == [.camera(.noSuchPreset(2))])
  }

  @Test func aResetOfTheCamerasTurnsThemHome() {
    var recorder = signedIn()
    recorder.tell(.ptz(.turn(channel: 1, .left, .normal)))
    recorder.tell(.ptz(.savePreset(1, channel: 1)))
    recorder.tell(.maintenance(.restart))
    recorder.finishStart()
    #expect(recorder.snapshot.presets(of: 1).count == 1)
    // The profile's reset takes every store, the cameras' settings among them.
    recorder.holdResetButton(.seconds(10))
    recorder.finishStart()
    #expect(recorder.snapshot.cameras.turned.isEmpty)
  }
}

extension RecorderEvent {
  fileprivate var isTurn: Bool { if case .cameras(.turned) = self { true } else { false } }
}
