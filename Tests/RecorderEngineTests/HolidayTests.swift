import RecorderEngine
import Support
import Testing

/// Days of every year for which schedules have hours of their own.
@Suite struct HolidayTests {
  private func noon(_ month: Int, _ day: Int) throws -> Timestamp {
    try #require(CivilTime(year: 2026, month: month, day: day, hour: 12).timestamp)
  }

  @Test func aDayIsItselfAlone() throws {
    let days = try #require(YearDays("12-25"))
    #expect(try days.contains(noon(12, 25)))
    #expect(try !days.contains(noon(12, 24)) && !days.contains(noon(12, 26)))
  }

  @Test func aStretchGoesOverNewYear() throws {
    let days = try #require(YearDays("12-24..01-01"))
    for (month, day) in [(12, 24), (12, 31), (1, 1)] {
      #expect(try days.contains(noon(month, day)), "\(month)-\(day)")
    }
    #expect(try !days.contains(noon(12, 23)) && !days.contains(noon(1, 2)))
  }

  @Test(arguments: [
    "", "12", "13-01", "02-30", "1-1", "12-25..", "12-25..13-01", "12-25-", "ab-cd",
  ])
  func nothingElseIsADay(text: String) { #expect(YearDays(text) == nil) }

  @Test func theEighthGroupIsForHolidays() throws {
    let weekdays = Array(repeating: "ffffff", count: 7).joined(separator: " ")
    let schedule = try #require(WeekSchedule(weekdays + " 000000"))
    let christmas = try noon(12, 25)
    let holidays = try [#require(YearDays("12-25"))]
    #expect(!schedule.isOn(at: christmas, holidays: holidays))
    #expect(schedule.isOn(at: christmas, holidays: []))
    #expect(try schedule.isOn(at: noon(12, 24), holidays: holidays))
    #expect(WeekSchedule(weekdays)?.isOn(at: christmas, holidays: holidays) == true)
    #expect(schedule.text == weekdays + " 000000" && schedule.hours == 168)
    #expect(WeekSchedule(weekdays + " 000000 000000") == nil)
  }

  private func recorder(_ settings: [SettingKey: SettingValue]) throws -> TestRecorder {
    let profile = try RepositoryAssets().recorder("classic-dvr-2018")
    var recorder = TestRecorder(
      profile, Preparation(adminPassword: .known(TestRecorder.password)))
    recorder.live()
    recorder.signIn()
    recorder.tell(.changeSettings(settings))
    return recorder
  }

  /// `11-20`, by the recorder's own clock.
  private func shownDay(_ recorder: TestRecorder, in days: Int64 = 0) -> String {
    let time = recorder.snapshot.deviceTime(at: recorder.now) + .days(days)
    return String(CivilTime(time).dateText.dropFirst(5))
  }

  @Test func recordingRestsOnAHoliday() throws {
    var recorder = try recorder([
      .recordMode: "schedule", .recordSchedule(1): WeekSchedule.always.text + " 000000",
    ])
    recorder.tell(.changeSettings([SettingKey.holidays[0]: shownDay(recorder, in: 1)]))
    let now = recorder.snapshot.deviceTime(at: recorder.now)
    recorder.pass(now.startOfDay + .days(1) - now - .milliseconds(1))
    #expect(recorder.snapshot.recordings.isRunning(channel: 1))
    recorder.pass(.milliseconds(1))
    #expect(!recorder.snapshot.recordings.isRunning(channel: 1))
    recorder.pass(.days(1))
    #expect(recorder.snapshot.recordings.isRunning(channel: 1))
  }

  @Test func aWrongDayIsRefused() throws {
    let profile = try RepositoryAssets().recorder("classic-dvr-2018")
    var recorder = TestRecorder(
      profile, Preparation(adminPassword: .known(TestRecorder.password)))
    recorder.signIn()
    let key = SettingKey.holidays[7]
    #expect(
      recorder.tell(.changeSettings([key: "25.12."])).refusals == [.setting(key, .notDays)])
    #expect(recorder.tell(.changeSettings([key: "12-25"])).refusals == [])
    #expect(recorder.tell(.changeSettings([key: ""])).refusals == [])
  }

  @Test func whatWasAnAlarmStaysOneWhenTheDayBecomesAHoliday() throws {
    var recorder = try recorder([.alarmSchedule(1): WeekSchedule.always.text + " 000000"])
    let since = recorder.now
    recorder.pass(.hours(10))
    recorder.signIn()
    recorder.tell(.changeSettings([SettingKey.holidays[0]: shownDay(recorder)]))
    let changed = recorder.now
    recorder.pass(.hours(4))
    let before = recorder.snapshot.noticedMotions(at: 1, from: since, until: changed)
    let after = recorder.snapshot.noticedMotions(at: 1, from: changed, until: recorder.now)
    #expect(!before.isEmpty && before.allSatisfy(\.isAlarm))
    #expect(!after.isEmpty && !after.contains(where: \.isAlarm))
  }
}
