import RecorderEngine
import Support
import Testing

@Suite struct PowerTests {
  @Test(
    "A start takes exactly the profile's time", arguments: TestProfile.all, [-1, 0, 1] as [Int64])
  func startTime(profile: RecorderProfile, offset: Int64) {
    var recorder = TestRecorder.installed(profile)
    recorder.tell(.hands(.switchPower(on: false)))
    recorder.tell(.hands(.switchPower(on: true)))
    let events = recorder.pass(profile.power.startTime.value + .milliseconds(offset))
    #expect((recorder.snapshot.power == .running) == (offset >= 0))
    #expect(events.logged == (offset >= 0 ? [.started] : []))
  }

  @Test("Without power every command of the menu gets one answer")
  func offAnswersNothing() {
    var recorder = TestRecorder.installed()
    #expect(recorder.tell(.hands(.switchPower(on: false))).logged == [.powerLost])
    let commands: [RecorderCommand] = [
      .session(.signIn(.admin, TestRecorder.password)), .recovery(.open), .readLog,
      .maintenance(.restart), .maintenance(.shutDown),
      .changeSettings([:]), .session(.stayAwake), .session(.signOut),
      .searchRecordings(day: recorder.now),
    ]
    for command in commands { #expect(recorder.tell(command) == [.refused(.notRunning)]) }
    #expect(recorder.tell(.hands(.switchPower(on: false))).refusals == [.notRunning])
  }

  @Test("Power on while it is on is refused")
  func onTwice() {
    var recorder = TestRecorder.installed()
    #expect(recorder.tell(.hands(.switchPower(on: true))).refusals == [.alreadyRunning])
  }

  @Test("A restart from the menu needs the right, logs out, and is logged")
  func restartFromMenu() {
    var recorder = TestRecorder.installed()
    #expect(recorder.tell(.maintenance(.restart)).refusals == [.signInNeeded])
    recorder.signIn()
    let events = recorder.tell(.maintenance(.restart))
    #expect(events.logged == [.restarted, .signedOut(.restarted)])
    recorder.finishStart()
    #expect(recorder.snapshot.power == .running)
  }

  @Test("After a shut-down only the switch starts the recorder")
  func shutDown() {
    var recorder = TestRecorder.installed()
    recorder.signIn()
    #expect(recorder.tell(.maintenance(.shutDown)).contains(.power(.changed(.off))))
    recorder.pass(.days(1))
    #expect(recorder.snapshot.power == .off)
    recorder.tell(.hands(.switchPower(on: true)))
    recorder.finishStart()
    #expect(recorder.snapshot.power == .running)
  }

  @Test("Recording stops with the power and goes on in a new stretch when the recorder runs")
  func recordingSpans() {
    var recorder = TestRecorder.installed()
    let lost = recorder.now
    recorder.tell(.hands(.switchPower(on: false)))
    #expect(recorder.snapshot.recordings.spans.map(\.end) == [lost, lost])
    recorder.tell(.hands(.switchPower(on: true)), after: .minutes(3))
    recorder.finishStart()
    let again = lost + .minutes(3) + recorder.profile.power.startTime.value
    let spans = recorder.snapshot.recordings.spans
    #expect(spans.map(\.channel) == [1, 2, 1, 2])
    #expect(spans.dropFirst(2).map(\.start) == [again, again])
    #expect(spans.dropFirst(2).allSatisfy { $0.end == nil })
  }

  @Test("Footage reaches back as many days as the profile keeps", arguments: TestProfile.all)
  func daysKept(profile: RecorderProfile) {
    let recorder = TestRecorder.installed(profile)
    let days = Int64(profile.recording.daysKept.value)
    #expect(recorder.snapshot.recordings.oldest == (recorder.now - .days(days)).startOfDay)
  }

  @Test("A day's search finds what lies within that day")
  func searchDay() {
    var recorder = TestRecorder.installed()
    recorder.signIn()
    let today = recorder.now.startOfDay
    let found = [1, 2].map { RecordedSpan(channel: $0, start: today, end: recorder.now) }
    #expect(
      recorder.tell(.searchRecordings(day: recorder.now))
        .contains(.recordings(.found(day: today, found, []))))
    let early = (recorder.now - .days(15)).startOfDay
    #expect(
      recorder.tell(.searchRecordings(day: early)).contains(.recordings(.found(day: early, [], [])))
    )
  }

  @Test("A search goes by what the recorder's own clock showed when the footage was made")
  func searchByOwnClock() {
    var recorder = TestRecorder.installed()
    recorder.signIn()
    let today = recorder.now.startOfDay
    let changed = recorder.now
    recorder.tell(.setClock(recorder.now + .days(1)))
    recorder.pass(.minutes(4))
    func found(_ day: Timestamp, from start: Timestamp, to end: Timestamp, _ offset: Interval)
      -> RecorderEvent
    {
      .recordings(
        .found(
          day: day,
          [1, 2].map { RecordedSpan(channel: $0, start: start, end: end, clockOffset: offset) },
          []))
    }
    #expect(
      recorder.tell(.searchRecordings(day: today + .days(1)))
        .contains(found(today + .days(1), from: changed, to: recorder.now, .days(1))))
    #expect(
      recorder.tell(.searchRecordings(day: today))
        .contains(found(today, from: today, to: changed, .zero)))
  }

  @Test(
    "The clock takes no time that a calendar has not",
    arguments: [
      Int64.min, -1, 253_402_300_800_000, Int64.max,
    ])
  func impossibleClock(milliseconds: Int64) {
    var recorder = TestRecorder.installed()
    recorder.signIn()
    let events = recorder.tell(.setClock(Timestamp(milliseconds: milliseconds)))
    #expect(events.refusals.count == 1)
    #expect(recorder.snapshot.clock.offset == .zero)
  }

  @Test("The log goes by the recorder's own clock")
  func logByOwnClock() {
    var recorder = TestRecorder.installed()
    recorder.signIn()
    recorder.tell(.setClock(recorder.now - .days(400)))
    recorder.tell(.searchRecordings(day: TestRecorder.start))
    let time = recorder.snapshot.log.entries.last?.time
    #expect(time == (recorder.now - .days(400)).wholeSecond)
  }
}
