import RecorderEngine
import Testing

/// Dates as servers write them.
@Suite struct HTTPDateTests {
  @Test(
    "Today's form and that of old servers",
    arguments: [
      "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT",
      "Sun, 06 Nov 1994 08:49:37 UTC", "Sun, 06 Nov 1994 08:49:37",
    ])
  func read(text: String) {
    let expected = CivilTime(year: 1994, month: 11, day: 6, hour: 8, minute: 49, second: 37)
    #expect(CivilTime(httpDate: text) == expected)
    #expect(expected.httpDate == "Sun, 06 Nov 1994 08:49:37 GMT")
  }

  @Test(
    "What is none is none",
    arguments: [
      "", "yesterday", "Sun, 06 Nov 1994", "Sun, 36 Nov 1994 08:49:37 GMT",
      "Sun, 06 Nov 1994 08:49 GMT", "Sun, 06 Nov 1994 8:x:37 GMT", "Sun, 06 Foo 1994 08:49:37 GMT",
      "Sun, 06 Nov 1994 08:49:37 +0200", "Sun, 06 Nov 9223372036854775807 08:49:37 GMT",
      "Sun, 06 Nov 1994 99:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 GMT and more",
    ])
  func none(text: String) { #expect(CivilTime(httpDate: text) == nil) }

  @Test("A leap second is the last of its minute")
  func leapSecond() {
    #expect(CivilTime(httpDate: "Sat, 31 Dec 2016 23:59:60 GMT")?.second == 59)
  }
}
