import Foundation
import RecorderEngine
import Support
import Testing

/// Footage keeps the time that the recorder's clock showed when it was made.
@Suite struct FootageClockTests {
  private static func moment(_ text: String) throws -> Timestamp {
    try #require(CivilTime(parsing: text)?.timestamp)
  }

  /// A recorder whose clock shows this.
  private func recorder(
    showing text: String, _ settings: [SettingKey: SettingValue] = [:]
  ) throws -> TestRecorder {
    let offset = try Self.moment(text) - TestRecorder.start
    var recorder = TestRecorder(
      TestProfile.profile("clock", settings: TestProfile.clockSettings),
      Preparation(
        adminPassword: .known(TestRecorder.password), settings: settings, clockOffset: offset))
    recorder.signIn()
    return recorder
  }

  /// What is found of the day on channel 1, by what the clock showed.
  private func found(_ recorder: inout TestRecorder, _ day: String) throws -> [String] {
    if recorder.snapshot.session == nil { recorder.signIn() }
    for event in recorder.tell(.searchRecordings(day: try Self.moment(day))) {
      guard case .recordings(.found(_, let spans, _)) = event else { continue }
      let now = recorder.now
      return spans.filter { $0.channel == 1 }.map {
        CivilTime($0.shownStart).clockText + "-" + CivilTime($0.shownEnd(at: now)).clockText
      }
    }
    return []
  }

  @Test("In the night of the long hour what was recorded is found when it was recorded")
  func longNight() throws {
    var recorder = try recorder(
      showing: "2026-10-25 01:30:00", ["system.daylightSaving": "on"])
    recorder.tell(.hands(.plugCamera(channel: 1, false)))
    recorder.pass(.minutes(20))
    recorder.tell(.hands(.plugCamera(channel: 1, true)))
    for _ in 0..<10 { recorder.pass(.minutes(10)) }
    #expect(recorder.snapshot.clock.summerTime.isOn == false)
    let found = try found(&recorder, "2026-10-25")
    #expect(found == ["00:00:00-01:30:00", "01:50:00-03:00:00", "02:00:00-02:30:00"])
  }

  @Test("Setting a wrong clock right mends no footage")
  func wrongClock() throws {
    var recorder = try recorder(showing: "2026-11-20 09:00:00")
    recorder.pass(.minutes(3))
    recorder.tell(.setClock(try Self.moment("2026-11-20 16:03:00")))
    recorder.pass(.minutes(3))
    #expect(
      try found(&recorder, "2026-11-20") == ["00:00:00-09:03:00", "16:03:00-16:06:00"])
    let days = recorder.snapshot.recordings.shownDays(now: recorder.now)
    #expect(days.max() == (try Self.moment("2026-11-20")))
  }

  @Test(
    "However the clock is moved, what is made from then on has the new time",
    arguments: [
      RecorderCommand.hands(.slipClock(.hours(-7))), .changeSettings([.timeZone: "GMT+3"]),
      .changeSettings(["system.daylightSaving": "on"]),
      .setClock(TestRecorder.start + .days(3)),
    ])
  func everyWay(command: RecorderCommand) throws {
    var recorder = try recorder(showing: "2026-07-01 12:00:00")
    recorder.tell(command)
    recorder.pass(.seconds(30))
    let spans = recorder.snapshot.recordings.spans
    let offset = recorder.snapshot.clock.offset
    #expect(offset != (try Self.moment("2026-07-01 12:00:00") - TestRecorder.start))
    #expect(spans.filter { $0.end == nil }.allSatisfy { $0.clockOffset == offset })
    #expect(spans.contains { $0.end != nil && $0.clockOffset != offset })
  }

  @Test("Footage is too old by the time it carries, not by what the clock shows today")
  func expiry() throws {
    var recorder = try recorder(showing: "2026-11-20 12:00:00", ["disk.expiry": "10"])
    let oldest = try #require(recorder.snapshot.recordings.oldestShown)
    #expect(oldest == (try Self.moment("2026-11-10 12:00:00")))
    // A clock that is ten days ahead takes everything for old but what it makes from now on.
    recorder.tell(.setClock(try Self.moment("2026-12-01 12:00:00")))
    recorder.pass(.minutes(1))
    let spans = recorder.snapshot.recordings.spans
    #expect(spans.allSatisfy { $0.shownStart >= oldest + .days(20) })
  }

  @Test("An alarm and a login keep what the clock showed, whatever it shows later")
  func shownTimes() throws {
    var recorder = try recorder(showing: "2026-11-20 09:00:00")
    let signedIn = try #require(recorder.snapshot.session?.shownSince)
    #expect(CivilTime(signedIn).clockText == "09:00:00")
    let offset = recorder.snapshot.clock.offset
    recorder.tell(.hands(.plugCamera(channel: 1, false)))
    recorder.pass(.minutes(2))
    let began = try #require(recorder.snapshot.alarms.all.first { $0.cause == .cameraOffline(1) })
    #expect(began.shownBegan == began.began + offset)
    recorder.tell(.setClock(try Self.moment("2026-11-20 16:00:00")))
    #expect(recorder.snapshot.session?.shownSince == signedIn)
    let later = try #require(recorder.snapshot.alarms.all.first { $0.cause == .cameraOffline(1) })
    #expect(later.shownBegan == began.shownBegan)
    #expect(recorder.snapshot.clock.offset != offset)
  }

  @Test("A span that was kept before it knew its clock is read as one of a right clock")
  func olderRecord() throws {
    let span = RecordedSpan(channel: 1, start: TestRecorder.start, end: nil)
    let old =
      #"{"channel":1,"start":\#(TestRecorder.start.milliseconds),"trigger":"always","weight":1000}"#
    let read = try JSONDecoder().decode(RecordedSpan.self, from: Data(old.utf8))
    #expect(read == span)
    #expect(try JSONDecoder().decode(RecordedSpan.self, from: JSONEncoder().encode(read)) == span)
  }
}
