import Foundation
import Support
import Testing

@testable import RecorderEngine

@Suite struct ValueTests {
  @Test(
    "A calendar date and its moment are each other's",
    arguments: [
      "1970-01-01 00:00:00", "2000-02-29 23:59:59", "2026-11-20 22:58:00", "9999-12-31 23:59:59",
    ])
  func civilTime(text: String) {
    let time = CivilTime(parsing: text)
    #expect(time?.timestamp.map { CivilTime($0).text } == text)
  }

  @Test(
    "A date that the calendar has not is none",
    arguments: [
      "2026-02-29", "1969-12-31", "2026-13-01", "2026-00-01", "10000-01-01", "2026-1", "x-y-z", "",
      "2026-11-20 24:00", "2026-11-20 12:60", "2026-11-20 12", "2026-11-20 123:00",
    ])
  func noSuchDate(text: String) { #expect(CivilTime(parsing: text) == nil) }

  @Test(
    "A length that is said to people has whole seconds",
    arguments: [(19_316, "20 s"), (20_000, "20 s"), (0, "0 s"), (3_600_001, "1 h 1 s")])
  func wholeSeconds(milliseconds: Int64, text: String) {
    #expect(Interval(milliseconds: milliseconds).inWholeSeconds.description == text)
  }

  @Test("Firmware versions compare number by number")
  func firmware() throws {
    let two = try #require(FirmwareVersion("1.4.2"))
    let twelve = try #require(FirmwareVersion("1.4.12"))
    #expect(two < twelve)
    #expect(FirmwareVersion("1.4") == FirmwareVersion("1.4"))
    for text in ["", "1.", "1..2", "1.-2", "v1"] { #expect(FirmwareVersion(text) == nil) }
  }

  @Test(
    "A countdown shows nought only when the time is over",
    arguments: [
      (0, "0:00"), (1, "0:01"), (999, "0:01"), (1_001, "0:02"), (900_000, "15:00"),
      (3_600_000, "1:00:00"), (-5, "0:00"),
    ] as [(Int64, String)])
  func countdown(milliseconds: Int64, text: String) {
    #expect(Interval.milliseconds(milliseconds).countdown == text)
  }

  @Test("A boxed value changes where it is changed, and in no copy")
  func boxed() throws {
    let first = Boxed([1, 2])
    var second = first
    #expect(second == first)
    second.value.append(3)
    #expect(first.value == [1, 2])
    #expect(second.value == [1, 2, 3])
    #expect(second != first)
    second.value.removeLast()
    #expect(second == first)
    #expect(String(decoding: try JSONEncoder().encode(first), as: UTF8.self) == "[1,2]")
  }

  @Test("All that a recorder shows is kept")
  func snapshotKeys() {
    let snapshot = RecorderState(profile: TestProfile.classic, now: TestRecorder.start)
      .snapshot
    let held = Mirror(reflecting: snapshot).children.compactMap(\.label)
    #expect(
      Set(RecorderSnapshot.CodingKeys.allCases.map(\.stringValue))
        == Set(held.map { $0 == "boxedProfile" ? "profile" : $0 }))
  }

  @Test("Outer blanks of a name do not matter, capitals do")
  func accountName() {
    #expect(AccountName("  admin\t") == .admin)
    #expect(AccountName("Admin") != .admin)
  }
}
