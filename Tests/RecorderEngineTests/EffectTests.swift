import RecorderEngine
import Support
import Testing

/// Settings have effects: on the clock, on what is recorded, on the session, on restarts.
@Suite struct EffectTests {
  private static let settings: [SettingDefinition] = [
    SettingDefinition(
      key: .timeZone, store: .system, kind: .choice(["GMT-3", "GMT", "GMT+2", "GMT+5:30"]),
      initial: Sourced("GMT+2", .assumed)),
    SettingDefinition(
      key: .daylightSaving, store: .system, kind: .toggle, initial: Sourced("off", .assumed)),
    SettingDefinition(key: .ntp, store: .system, kind: .toggle, initial: Sourced("off", .assumed)),
    SettingDefinition(
      key: .ntpInterval, store: .system, kind: .number(lowest: 1, highest: 168, unit: "h"),
      initial: Sourced("6", .assumed)),
    SettingDefinition(
      key: .recordMode, store: .system, kind: .choice(["always", "schedule", "motion"]),
      initial: Sourced("always", .assumed)),
    SettingDefinition(
      key: .recordSchedule(1), store: .system, kind: .schedule,
      initial: Sourced(WeekSchedule.always.text, .assumed)),
    SettingDefinition(
      key: "record.preTime", store: .system, kind: .number(lowest: 0, highest: 10, unit: "s"),
      initial: Sourced("5", .assumed)),
    SettingDefinition(
      key: "record.postTime", store: .system, kind: .number(lowest: 5, highest: 300, unit: "s"),
      initial: Sourced("30", .assumed)),
    SettingDefinition(
      key: .motionSensitivity(1), store: .cameras, kind: .number(lowest: 0, highest: 8, unit: ""),
      initial: Sourced("6", .assumed)),
    SettingDefinition(
      key: .sessionTime, store: .system, kind: .number(lowest: 1, highest: 60, unit: "min"),
      initial: Sourced("5", .assumed)),
    SettingDefinition(
      key: "system.autoRestart", store: .system, kind: .toggle,
      initial: Sourced("off", .assumed)),
    SettingDefinition(
      key: "system.autoRestartDay", store: .system, kind: .choice(["every day", "Sunday"]),
      initial: Sourced("every day", .assumed)),
    SettingDefinition(
      key: "system.autoRestartTime", store: .system, kind: .time,
      initial: Sourced("03:30", .assumed)),
  ]

  private func signedIn() -> TestRecorder {
    var recorder = TestRecorder.installed(TestProfile.profile("effects", settings: Self.settings))
    recorder.signIn()
    return recorder
  }

  // MARK: The clock

  @Test(arguments: [("GMT", -120), ("GMT-3", -300), ("GMT+5:30", 210), ("GMT+2", 0)])
  func anotherZoneMovesTheClock(zone: String, minutes: Int64) {
    var recorder = signedIn()
    recorder.tell(.changeSettings([.timeZone: zone]))
    #expect(recorder.snapshot.clock.offset == .minutes(minutes))
  }

  @Test func factoryDefaultBringsTheZoneAndItsTimeBack() {
    var recorder = signedIn()
    recorder.tell(.changeSettings([.timeZone: "GMT"]))
    recorder.tell(
      .maintenance(.factoryDefault(keepsNetwork: true, Approval(TestRecorder.password))))
    #expect(recorder.snapshot.settings[.timeZone] == "GMT+2")
    #expect(recorder.snapshot.clock.offset == .zero)
  }

  @Test func daylightSavingIsAnHour() {
    var recorder = signedIn()
    recorder.tell(.changeSettings([.daylightSaving: "on"]))
    #expect(recorder.snapshot.clock.offset == .hours(1))
    recorder.tell(.changeSettings([.daylightSaving: "off"]))
    #expect(recorder.snapshot.clock.offset == .zero)
  }

  @Test func theNetworkSetsTheClockRightAtOnceAndThenNowAndAgain() {
    var recorder = signedIn()
    recorder.tell(.changeSettings([.timeZone: "GMT"]))
    recorder.tell(.setClock(recorder.now + .days(3)))
    recorder.tell(.changeSettings([.ntp: "on"]))
    #expect(recorder.snapshot.clock.offset == .hours(-2))
    recorder.tell(.setClock(recorder.now + .minutes(7)))
    recorder.pass(.hours(6) - .milliseconds(1))
    #expect(recorder.snapshot.clock.offset == .minutes(7))
    let set = recorder.pass(.milliseconds(1))
    #expect(recorder.snapshot.clock.offset == .hours(-2))
    #expect(set.logged.contains(.clockSetByNetwork))
  }

  // MARK: Recording

  private func spans(_ recorder: TestRecorder, _ channel: Int = 1) -> [RecordedSpan] {
    recorder.snapshot.recordings.spans.filter { $0.channel == channel }
  }

  @Test func aScheduleBeginsAndEndsAtItsHours() throws {
    var recorder = signedIn()
    // It is Friday, 22:58: only the hour from 23 is on.
    var schedule = WeekSchedule.never
    schedule[4, 23] = true
    recorder.tell(
      .changeSettings([.recordMode: "schedule", .recordSchedule(1): schedule.text]))
    #expect(!recorder.snapshot.recordings.isRunning(channel: 1))
    let hour = recorder.now.startOfDay + .hours(23)
    recorder.pass(hour - recorder.now - .milliseconds(1))
    #expect(!recorder.snapshot.recordings.isRunning(channel: 1))
    recorder.pass(.milliseconds(1))
    #expect(spans(recorder).last?.trigger == .schedule)
    #expect(spans(recorder).last?.start == hour)
    recorder.pass(.hours(1) - .milliseconds(1))
    #expect(recorder.snapshot.recordings.isRunning(channel: 1))
    recorder.pass(.milliseconds(1))
    #expect(spans(recorder).last?.end == hour + .hours(1))
    // A channel without a schedule of its own records all the time.
    #expect(recorder.snapshot.recordings.isRunning(channel: 2))
  }

  /// What is kept of channel 1 of this day for motion alone.
  private func motionFootage(_ recorder: TestRecorder) -> [RecordedSpan] {
    let day = recorder.now.startOfDay
    return recorder.snapshot.footage(shownFrom: day, until: day + .days(1), now: recorder.now)
      .filter { $0.channel == 1 && $0.trigger == .motion }
  }

  @Test func motionIsRecordedWithWhatCameBeforeAndAfter() throws {
    var recorder = signedIn()
    recorder.tell(.changeSettings([.recordMode: "motion"]))
    let began = recorder.now + .minutes(5)
    recorder.tell(.hands(.seeMotion(channel: 1, isMoving: true)), after: .minutes(5))
    #expect(recorder.snapshot.isMoving(1, at: recorder.now))
    recorder.tell(.hands(.seeMotion(channel: 1, isMoving: false)), after: .seconds(20))
    #expect(motionFootage(recorder).map(\.start) == [began - .seconds(5)])
    recorder.pass(.seconds(30) - .milliseconds(1))
    #expect(recorder.snapshot.isRecording(1, at: recorder.now))
    recorder.pass(.milliseconds(1))
    #expect(!recorder.snapshot.isRecording(1, at: recorder.now))
    #expect(motionFootage(recorder).map(\.end) == [began + .seconds(50)])
    #expect(!recorder.snapshot.isRecording(2, at: recorder.now))
  }

  @Test func aNewMotionGoesOnWithTheSameRecording() {
    var recorder = signedIn()
    recorder.tell(.changeSettings([.recordMode: "motion"]))
    recorder.tell(.hands(.seeMotion(channel: 1, isMoving: true)), after: .minutes(1))
    recorder.tell(.hands(.seeMotion(channel: 1, isMoving: false)), after: .seconds(5))
    recorder.tell(.hands(.seeMotion(channel: 1, isMoving: true)), after: .seconds(20))
    recorder.tell(.hands(.seeMotion(channel: 1, isMoving: false)), after: .seconds(5))
    recorder.pass(.minutes(2))
    #expect(motionFootage(recorder).count == 1)
  }

  @Test func withoutSensitivityNothingIsNoticed() {
    var recorder = signedIn()
    recorder.tell(.changeSettings([.motionSensitivity(1): "0"]))
    #expect(recorder.tell(.hands(.seeMotion(channel: 1, isMoving: true))).isEmpty)
  }

  // MARK: Sessions and restarts

  @Test(arguments: [-1, 0, 1])
  func theSessionTimeIsWhatTheMenuSays(edge: Int64) {
    var recorder = signedIn()
    recorder.tell(.changeSettings([.sessionTime: "2"]))
    recorder.tell(.readLog)
    let seen = recorder.snapshot.session?.lastSeen ?? recorder.now
    recorder.pass(seen + .minutes(2) + .milliseconds(edge) - recorder.now)
    #expect((recorder.snapshot.session == nil) == (edge >= 0))
  }

  @Test func autoMaintenanceRestartsAtItsTimeAndOnce() {
    var recorder = signedIn()
    recorder.tell(.changeSettings(["system.autoRestart": "on"]))
    let at = recorder.now.startOfDay + .days(1) + .hours(3) + .minutes(30)
    recorder.pass(at - recorder.now - .milliseconds(1))
    #expect(recorder.snapshot.power == .running)
    let events = recorder.pass(.milliseconds(1))
    #expect(events.logged.contains(.autoRestarted))
    recorder.finishStart()
    #expect(recorder.snapshot.power == .running)
    #expect(!recorder.pass(.hours(23)).logged.contains(.autoRestarted))
    #expect(recorder.pass(.hours(2)).logged.contains(.autoRestarted))
  }

  @Test func autoMaintenanceMayWaitForItsDay() {
    var recorder = signedIn()
    recorder.tell(
      .changeSettings(["system.autoRestart": "on", "system.autoRestartDay": "Sunday"]))
    // It is Friday: not on Saturday, but on Sunday.
    #expect(!recorder.pass(.days(1)).logged.contains(.autoRestarted))
    #expect(recorder.pass(.days(1)).logged.contains(.autoRestarted))
  }

  @Test(arguments: ["", "ffffff", "fffffg ffffff ffffff ffffff ffffff ffffff ffffff"])
  func whatIsNoScheduleIsRefused(text: String) {
    #expect(WeekSchedule(text) == nil)
  }

  @Test func aScheduleIsReadAsItIsWritten() throws {
    var random = SeededRandom(seed: 3)
    for _ in 0..<100 {
      var schedule = WeekSchedule.never
      for _ in 0..<40 {
        schedule[Int(random.next() % 7), Int(random.next() % 24)] = true
      }
      #expect(WeekSchedule(schedule.text) == schedule)
    }
  }
}

/// The disk: it fills, goes over the oldest or stops, is missing, is formatted.
@Suite struct DiskTests {
  private static let settings = [
    SettingDefinition(
      key: "disk.overwrite", store: .system, kind: .toggle, initial: Sourced("on", .assumed)),
    SettingDefinition(
      key: "alarm.diskFull", store: .system, kind: .toggle, initial: Sourced("on", .assumed)),
    SettingDefinition(
      key: "alarm.noDisk", store: .system, kind: .toggle, initial: Sourced("on", .assumed)),
  ]

  // 400 GB at 10 GB a channel and day; two channels have recorded for fourteen days and more.
  private func signedIn(overwrite: String) -> TestRecorder {
    var recorder = TestRecorder.installed(
      TestProfile.profile("disk", settings: Self.settings, diskCapacity: 400))
    recorder.signIn()
    recorder.tell(.changeSettings(["disk.overwrite": overwrite]))
    return recorder
  }

  private func fullTime(_ recorder: TestRecorder) -> Timestamp {
    recorder.snapshot.disk.fullAt ?? recorder.now
  }

  @Test func theTimeWhenItIsFullIsThatOfItsNumbers() {
    let recorder = signedIn(overwrite: "off")
    let left = recorder.snapshot.diskCapacity - recorder.snapshot.diskUsed(at: recorder.now)
    let days = Double((fullTime(recorder) - recorder.now).milliseconds) / 86_400_000
    #expect(abs(days - Double(left) / 20_000) < 0.01)
  }

  @Test(arguments: [-1, 0, 1])
  func aFullDiskStopsTheRecordingToTheMillisecond(edge: Int64) {
    var recorder = signedIn(overwrite: "off")
    let events = recorder.pass(fullTime(recorder) + .milliseconds(edge) - recorder.now)
    #expect((recorder.snapshot.disk.state == .full) == (edge >= 0))
    #expect(recorder.snapshot.recordings.isRunning(channel: 1) == (edge < 0))
    #expect(events.logged.contains(.alarm(.diskFull)) == (edge >= 0))
  }

  @Test func overwritingTakesTheOldestAndGoesOn() {
    var recorder = signedIn(overwrite: "on")
    let oldest = recorder.snapshot.recordings.oldest
    recorder.pass(fullTime(recorder) - recorder.now + .days(2))
    let snapshot = recorder.snapshot
    #expect(snapshot.disk.state == .recording && snapshot.recordings.isRunning(channel: 1))
    #expect((snapshot.recordings.oldest ?? recorder.now) > (oldest ?? recorder.now))
    #expect(snapshot.diskUsed(at: recorder.now) <= snapshot.diskCapacity)
  }

  @Test func withoutADiskNothingIsRecordedAndItSaysSo() {
    var recorder = signedIn(overwrite: "on")
    #expect(recorder.tell(.hands(.connectDisk(false))).refusals == [.disk(.powerIsOn)])
    recorder.tell(.hands(.switchPower(on: false)))
    recorder.tell(.hands(.connectDisk(false)))
    let started =
      recorder.tell(.hands(.switchPower(on: true)))
      + recorder.pass(recorder.profile.power.startTime.value)
    #expect(started.logged.contains(.alarm(.diskMissing)))
    #expect(!recorder.snapshot.recordings.isRunning(channel: 1))
    recorder.tell(.hands(.switchPower(on: false)))
    recorder.tell(.hands(.connectDisk(true)))
    recorder.tell(.hands(.switchPower(on: true)))
    recorder.finishStart()
    #expect(recorder.snapshot.recordings.isRunning(channel: 1))
  }

  @Test func formattingAsksAndTakesTheFootage() {
    var recorder = signedIn(overwrite: "off")
    #expect(
      recorder.tell(.maintenance(.formatDisk(Approval("wrong")))).refusals == [
        .wrongCurrentPassword
      ])
    recorder.tell(.maintenance(.formatDisk(Approval(TestRecorder.password))))
    #expect(recorder.snapshot.recordings.oldest == recorder.now)
    #expect(recorder.snapshot.diskUsed(at: recorder.now) == 0)
  }
}
