import RecorderEngine
import Support
import Testing

/// Recording by hand: whatever the menu says, until somebody ends it or the power goes.
@Suite struct HandRecordTests {
  private func recorder(_ settings: [SettingKey: SettingValue] = [:]) throws -> TestRecorder {
    let profile = try RepositoryAssets().recorder("classic-dvr-2018")
    var recorder = TestRecorder(
      profile, Preparation(adminPassword: .known(TestRecorder.password)))
    recorder.signIn()
    recorder.tell(.changeSettings(settings))
    return recorder
  }

  private func running(_ recorder: TestRecorder, _ channel: Int) -> RecordingTrigger? {
    recorder.snapshot.recordings.spans.last { $0.channel == channel && $0.end == nil }?.trigger
  }

  @Test func itBeginsAndEndsBesideTheSchedule() throws {
    let never = WeekSchedule.never.text
    var recorder = try recorder([.recordMode: "schedule", .recordSchedule(2): never])
    #expect(running(recorder, 2) == nil)
    let begun = recorder.tell(.recordByHand([2, 2, 9], true))
    #expect(running(recorder, 2) == .manual)
    #expect(begun.logged == [.recordedByHand([2], true)])
    #expect(recorder.snapshot.isRecording(2, at: recorder.now))
    #expect(recorder.tell(.recordByHand([2], true)).logged == [])
    #expect(recorder.tell(.recordByHand([2], false)).logged == [.recordedByHand([2], false)])
    #expect(running(recorder, 2) == nil)
  }

  @Test func whatWasRecordedAnywayGoesOnAfterIt() throws {
    var recorder = try recorder()
    recorder.tell(.recordByHand([1], true))
    #expect(running(recorder, 1) == .manual)
    recorder.tell(.recordByHand([1], false), after: .minutes(1))
    #expect(running(recorder, 1) == .always)
  }

  @Test func thePowerEndsIt() throws {
    var recorder = try recorder()
    recorder.tell(.recordByHand([1], true))
    recorder.tell(.hands(.switchPower(on: false)))
    recorder.tell(.hands(.switchPower(on: true)))
    recorder.finishStart()
    #expect(recorder.snapshot.recordings.byHand == [])
    #expect(running(recorder, 1) == .always)
  }

  @Test func nobodyWithoutTheRightAndNothingOnAFullDisk() throws {
    var recorder = try recorder()
    recorder.tell(.session(.signOut))
    #expect(recorder.tell(.recordByHand([1], true)).refusals == [.signInNeeded])
    recorder.tell(.hands(.switchPower(on: false)))
    recorder.tell(.hands(.connectDisk(false)))
    recorder.tell(.hands(.switchPower(on: true)))
    recorder.finishStart()
    recorder.signIn()
    #expect(recorder.tell(.recordByHand([1], true)).refusals == [.disk(.missing)])
  }
}

/// An input without video, and a lens with something in front of it.
@Suite struct CoveredCameraTests {
  private func recorder(
    _ name: String, _ settings: [SettingKey: SettingValue] = [:]
  ) throws -> TestRecorder {
    let profile = try RepositoryAssets().recorder(name)
    var recorder = TestRecorder(
      profile, Preparation(adminPassword: .known(TestRecorder.password), settings: settings))
    recorder.live()
    recorder.signIn()
    return recorder
  }

  private func causes(_ events: [RecorderEvent]) -> [AlarmCause] {
    events.compactMap { if case .alarms(.began(let alarm)) = $0 { alarm.cause } else { nil } }
  }

  @Test func anAnalogueInputTellsAtOnceAndANetworkCameraAfterItsTime() throws {
    var analogue = try recorder("classic-dvr-2018")
    #expect(causes(analogue.tell(.hands(.plugCamera(channel: 1, false)))) == [.videoLoss(1)])
    #expect(causes(analogue.pass(.minutes(1))) == [])
    var network = try recorder("nvr-1-4-12")
    #expect(causes(network.tell(.hands(.plugCamera(channel: 1, false)))) == [])
    #expect(causes(network.pass(.milliseconds(9_999))) == [])
    #expect(causes(network.pass(.milliseconds(1))) == [.cameraOffline(1)])
  }

  @Test func videoLossCanBeSwitchedOff() throws {
    var recorder = try recorder("classic-dvr-2018", [.alarmVideoLoss: "off"])
    #expect(causes(recorder.tell(.hands(.plugCamera(channel: 1, false)))) == [])
    #expect(causes(recorder.pass(.minutes(1))) == [])
  }

  @Test func aCoveredLensIsAnAlarmWhereTheMenuSaysSo() throws {
    var recorder = try recorder("classic-dvr-2018", [.tamper(1): "on"])
    #expect(causes(recorder.tell(.hands(.coverCamera(channel: 1, true)))) == [.tampered(1)])
    #expect(recorder.snapshot.isAlarmed(.tampered(1)))
    #expect(causes(recorder.tell(.hands(.coverCamera(channel: 2, true)))) == [])
    recorder.tell(.hands(.coverCamera(channel: 1, false)))
    #expect(!recorder.snapshot.isAlarmed(.tampered(1)))
  }

  @Test func blackPicturesAreRecordedAndNothingMovesInThem() throws {
    var recorder = try recorder("classic-dvr-2018")
    recorder.tell(.hands(.coverCamera(channel: 1, true)))
    let covered = try #require(
      recorder.snapshot.recordings.spans.last { $0.channel == 1 && $0.end == nil })
    #expect(covered.isCovered && covered.start == recorder.now)
    let since = recorder.now
    recorder.pass(.hours(1))
    #expect(
      recorder.snapshot.noticedMotions(at: 1, from: since, until: recorder.now).isEmpty)
    #expect(
      !recorder.snapshot.noticedMotions(at: 3, from: since, until: recorder.now).isEmpty)
    recorder.tell(.hands(.coverCamera(channel: 1, false)))
    #expect(recorder.snapshot.recordings.spans.last { $0.channel == 1 }?.isCovered == false)
  }

  @Test func whatCoversItStaysWhileTheCableIsOut() throws {
    var recorder = try recorder("classic-dvr-2018")
    recorder.tell(.hands(.coverCamera(channel: 1, true)))
    recorder.tell(.hands(.plugCamera(channel: 1, false)))
    #expect(recorder.snapshot.cameras.channels[0] == .noSignal)
    recorder.tell(.hands(.coverCamera(channel: 1, false)))
    recorder.tell(.hands(.plugCamera(channel: 1, true)))
    #expect(recorder.snapshot.cameras.channels[0] == .live)
  }
}
