import Foundation
import Support
import Testing

@testable import LearningRecords

/// Statements of attempts, held to what an independent reader expects.
@Suite struct StatementTests {
  private static let start: Int64 = 1_795_215_480_250

  private func attempt(
    _ id: String = "6c1f9f0e-5f0a-4a51-9d40-0a6f4c1f0001", trainee: String = "ann",
    isExam: Bool = false
  ) -> RecordedAttempt {
    RecordedAttempt(
      id: id, trainee: trainee, scenario: "eleven-at-night", title: "Eleven at night",
      hash: "abc", isExam: isExam)
  }

  /// What the reader says of the statements; nil: nothing is wrong.
  private func complaint(_ bodies: [String]) throws -> String? {
    let home = try ConsoleHome()
    let file = home.url.path + "/statements.json"
    try "[\(bodies.joined(separator: ","))]".write(toFile: file, atomically: true, encoding: .utf8)
    let script = PackageRoot.url.appendingPathComponent("Tests/Scripts/read_statements.py").path
    let tool = CommandLineTool(folder: home.url, environment: ["LANG": "C.UTF-8"])
    let (status, output, errors) = try tool.outcome(of: ["/usr/bin/python3", script, file])
    return status == 0 ? nil : output + errors
  }

  private func whole(
    _ attempt: RecordedAttempt, _ outcome: AttemptOutcome, after: Int64 = 95_678
  ) -> [LearningStatement] {
    var trail = StatementTrail()
    return trail.begin(attempt, at: Self.start)
      + trail.end(attempt, outcome, at: Self.start + after)
  }

  private static let passed = AttemptOutcome(points: 87, isPassed: true, isWhole: true)

  @Test(arguments: [
    (false, true, true, ["initialized", "completed", "terminated"]),
    (false, false, true, ["initialized", "completed", "terminated"]),
    (false, false, false, ["initialized", "terminated"]),
    (true, true, true, ["initialized", "completed", "passed", "terminated"]),
    (true, false, true, ["initialized", "completed", "failed", "terminated"]),
    (true, false, false, ["initialized", "failed", "terminated"]),
  ])
  func anAttemptIsToldInTheOrderOfCmi5(
    isExam: Bool, isPassed: Bool, isWhole: Bool, verbs: [String]
  ) throws {
    let outcome = AttemptOutcome(points: 33, isPassed: isPassed, isWhole: isWhole)
    let told = whole(attempt(isExam: isExam), outcome)
    #expect(told.map(\.verb.rawValue) == verbs)
    #expect(try complaint(told.map(\.body)) == nil)
  }

  @Test func theSameAttemptIsToldInTheSameBytes() {
    #expect(whole(attempt(), Self.passed) == whole(attempt(), Self.passed))
    #expect(whole(attempt(), Self.passed)[0].id != whole(attempt("other"), Self.passed)[0].id)
  }

  @Test func aStatementIsWrittenLikeThis() {
    let body = whole(attempt(isExam: true), Self.passed)[2].body
    let expected = """
      {"actor":{"account":{"homePage":"https://recorder-console.invalid/trainees","name":"ann"},\
      "objectType":"Agent"},"context":{"platform":"RecorderConsole",\
      "registration":"6c1f9f0e-5f0a-4a51-9d40-0a6f4c1f0001","revision":"abc"},\
      "id":"553df85b-d99d-5233-bb3d-3384de6300ac","object":{"definition":{"name":\
      {"und":"Eleven at night"},"type":"http://adlnet.gov/expapi/activities/lesson"},\
      "id":"https://recorder-console.invalid/scenarios/eleven-at-night","objectType":"Activity"},\
      "result":{"duration":"PT1M35.67S","score":{"max":100,"min":0,"raw":87,"scaled":0.87},\
      "success":true},"timestamp":"2026-11-20T22:59:35.929Z","verb":{"display":{"en":"passed"},\
      "id":"http://adlnet.gov/expapi/verbs/passed"}}
      """
    #expect(body == expected)
  }

  @Test func aClockThatGoesBackDoesNotTurnTheOrder() throws {
    #expect(
      try complaint(whole(attempt(isExam: true), Self.passed, after: -5_000).map(\.body)) == nil)
  }

  @Test func anAttemptThatIsGoneOnWithAfterItWasCutOffIsAnotherSession() throws {
    var trail = StatementTrail()
    let attempt = attempt(isExam: true)
    var told = trail.begin(attempt, at: Self.start)
    told += trail.cutOff(attempt, at: Self.start + 60_000)
    #expect(trail.cutOff(attempt, at: Self.start + 70_000).isEmpty, "it is cut off once")
    told += trail.end(attempt, Self.passed, at: Self.start + 3_600_000)
    #expect(
      told.map(\.verb) == [
        .initialized, .terminated, .initialized, .completed, .passed, .terminated,
      ])
    #expect(try complaint(told.map(\.body)) == nil)
  }

  @Test func strangeNamesStayInTheirPlaces() throws {
    let strange = RecordedAttempt(
      id: "no uuid", trainee: "Añn \"<\\ 名", homePage: "https://school.example/",
      scenario: "my lesson/ä", title: "", hash: "", isExam: true)
    let told = whole(strange, Self.passed)
    #expect(try complaint(told.map(\.body)) == nil)
    #expect(told[0].body.contains(#"scenarios/my%20lesson%2F%C3%A4""#))
    #expect(told[0].body.contains(#""name":"Añn \"<\\ 名""#))
  }

  @Test func theReaderIsNoFool() throws {
    let told = whole(attempt(isExam: true), Self.passed).map(\.body)
    func expect(_ bodies: [String], _ words: String) throws {
      let complaint = try complaint(bodies)
      #expect(complaint?.contains(words) == true, "\(words): \(complaint ?? "nothing")")
    }
    try expect([told[1], told[0]], "out of order")
    try expect(told + [told[3]], "twice")
    try expect([told[0].replacing("\"verb\"", with: "\"word\"")], "verb is missing")
    try expect(
      [told[0], told[2].replacing("\"success\":true", with: "\"success\":false")], "success")
    try expect([told[0], told[1].replacing("PT1M", with: "PT2M")], "the duration is")
    try expect([told[0].replacing("0001\"", with: "0002\"")], "the id is not that")
    try expect([told[0], told[3].replacing(":59:", with: ":40:")], "does not rise")
    try expect([told[0].replacing("recorder-console.invalid/t", with: "a b")], "does not look like")
  }

  @Test func namesAreUUIDsAsOthersMakeThem() throws {
    let dns = try #require(UUID(uuidString: "6ba7b810-9dad-11d1-80b4-00c04fd430c8"))
    #expect(
      UUID("www.example.com", in: dns).lowercased == "2ed6657d-e927-568b-95e1-2665a8aea6a2")
  }
}
