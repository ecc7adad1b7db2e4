import ONVIFMessages
import RecorderEngine
import Testing

@testable import RealRecorder

/// Dates, zones and logs as devices write them.
@Suite struct ReadingOfTimeTests {
  @Test(
    "Zones of POSIX count westwards",
    arguments: [
      ("CET-1CEST,M3.5.0,M10.5.0/3", 60), ("UTC0", 0), ("EST5EDT", -300), ("<+0530>-5:30", 330),
      ("NST3:30", -210),
    ])
  func zones(text: String, minutes: Int64) {
    #expect(TimeZoneText(posix: text)?.offset == .minutes(minutes))
  }

  /// What would run over where it is taken as it is.
  private static let hostile = [
    "UTC0:9223372036854775807", "UTC-24:999999999999999999", "UTC99999999999999999999", "<>", "<",
    "X1:2:3:4",
  ]

  @Test(
    "What is no zone is none",
    arguments: ["", "Europe/Berlin", "GMT", "<+05", "CET-99"] + hostile)
  func noZones(text: String) { #expect(TimeZoneText(posix: text)?.offset == nil) }

  @Test(
    "The menu's word for a zone, and back",
    arguments: [
      ("UTC0", "GMT"), ("CET-1CEST", "GMT+1"), ("<+0545>-5:45", "GMT+5:45"),
      ("NST3:30", "GMT-3:30"),
    ])
  func menuWords(text: String, setting: String) {
    let zone = TimeZoneText(posix: text)
    #expect(zone?.setting == setting)
    #expect(TimeZoneText(setting: setting) == zone)
  }

  @Test(
    "Another standard time keeps the rule for summer",
    arguments: [
      ("CET-1CEST,M3.5.0,M10.5.0/3", "GMT+2", "CET-2CEST,M3.5.0,M10.5.0/3"),
      ("EST5EDT4,M3.2.0,M11.1.0", "GMT-6", "EST+6EDT,M3.2.0,M11.1.0"),
      ("<+01>-1<+02>,M3.5.0,M10.5.0", "GMT", "<+01>0<+02>,M3.5.0,M10.5.0"),
      ("UTC0", "GMT+5:30", "UTC-5:30"), ("CST-8", "GMT-3", "UTC+3"), ("nonsense", "GMT+1", "UTC-1"),
    ])
  func otherZones(before: String, wanted: String, after: String) {
    let zone = TimeZoneText(setting: wanted)
    #expect(zone.posix(keepingSummerOf: before) == after)
    #expect(TimeZoneText(posix: after) == zone)
  }

  @Test("Whole quarter hours are a zone, anything else is a clock that is off")
  func quarterHours() {
    #expect(ClockReading.quarterHours(.hours(2)) == .hours(2))
    #expect(ClockReading.quarterHours(.minutes(-345)) == .minutes(-345))
    #expect(ClockReading.quarterHours(.minutes(45) + .seconds(20)) == .minutes(45))
    for off in [Interval.zero, .seconds(12), .minutes(7), .hours(2) + .seconds(50), .days(100)] {
      #expect(ClockReading.quarterHours(off) == nil, "\(off.milliseconds)")
    }
  }

  @Test("Of a log only what is new, and all where it is another one")
  func log() {
    #expect(LogLines.new(in: ["a", "b"], after: []) == ["a", "b"])
    #expect(LogLines.new(in: ["a", "b", "c"], after: ["a", "b"]) == ["c"])
    #expect(LogLines.new(in: ["b", "c"], after: ["a", "b"]) == ["c"])
    #expect(LogLines.new(in: ["x", "y"], after: ["a", "b"]) == ["x", "y"])
    #expect(LogLines.new(in: ["a", "b", "a"], after: ["b", "a"]) == [])
  }

  @Test("Words of a device can do nothing to a terminal")
  func words() {
    #expect(ForeignText.tamed("a\u{1B}[31mb\nc\u{202E}d\u{85}e") == "a [31mb c d e")
    #expect(ForeignText.tamed(String(repeating: "x", count: 500)).count == 160)
    #expect(ForeignText.words("\u{7}\n") == nil)
  }
}
