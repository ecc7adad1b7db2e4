import Foundation
import LearningRecords
import Testing

/// What a server says of a statement that it has.
@Suite struct StatementComparisonTests {
  private let mine: String = {
    let attempt = RecordedAttempt(
      id: "6c1f9f0e-5f0a-4a51-9d40-0a6f4c1f0001", trainee: "ann", scenario: "lesson",
      title: "A lesson", hash: "abc", isExam: true)
    var trail = StatementTrail()
    _ = trail.begin(attempt, at: 1_795_215_480_250)
    let outcome = AttemptOutcome(points: 80, isPassed: true, isWhole: true)
    return trail.end(attempt, outcome, at: 1_795_215_500_250)[1].body
  }()

  /// The statement with something replaced, as a server's answer.
  private func theirs(_ old: String, _ new: String) throws -> Data {
    try #require(mine.contains(old), "\(old) in \(mine)")
    return Data(mine.replacing(old, with: new).utf8)
  }

  @Test(arguments: [
    ("{\"actor\"", "{\"stored\":\"2026-11-21T00:00:00Z\",\"version\":\"1.0.3\",\"actor\""),
    ("{\"actor\"", "{\"authority\":{\"mbox\":\"mailto:a@b.c\"},\"attachments\":[],\"actor\""),
    ("\"objectType\":\"Agent\"", "\"objectType\" : \"Agent\""),
    (",\"objectType\":\"Agent\"", ""), (",\"objectType\":\"Activity\"", ""),
    ("\"A lesson\"", "\"As the server knows it\""),
    ("{\"en\":\"passed\"}", "{\"en-US\":\"passed\"}"),
    ("\"raw\":80", "\"raw\":80.0"), ("6c1f9f0e", "6C1F9F0E"),
    ("22:58:20.251Z", "22:58:20.251000Z"), ("22:58:20.251Z", "23:58:20.251+01:00"),
    ("22:58:20.251Z", "20:28:20.251-0230"),
  ])
  func whatAServerMayChangeMakesNoDifference(old: String, new: String) throws {
    #expect(StatementComparison.isSame(mine, try theirs(old, new)) == true)
  }

  @Test(arguments: [
    ("\"ann\"", "\"bob\""), ("verbs/passed", "verbs/failed"), ("\"raw\":80", "\"raw\":81"),
    ("scenarios/lesson", "scenarios/other"), ("20.251Z", "20.252Z"), ("\"abc\"", "\"abd\""),
    ("\"success\":true", "\"success\":false"), ("{\"actor\"", "{\"more\":1,\"actor\""),
    ("22:58:20.251Z", "22:58:20.251+01:00"),
  ])
  func whatSaysSomethingElseIsAnother(old: String, new: String) throws {
    #expect(StatementComparison.isSame(mine, try theirs(old, new)) == false)
  }

  @Test(arguments: ["", "<html></html>", "[]", "{}", "null", "{\"statements\":[]}"])
  func whatIsNoStatementSaysNothing(text: String) {
    #expect(StatementComparison.isSame(mine, Data(text.utf8)) == nil)
  }
}
