import Foundation
import GRDB
import LearningRecords
import ResultStore
import Support
import Testing
import Training

/// The statements that tell of what is kept, and the file of an older program.
@Suite struct StatementsTests {
  private let home: ConsoleHome
  private let folder: String
  private let day = Date(timeIntervalSince1970: 1_795_000_000)

  init() throws {
    home = try ConsoleHome()
    folder = home.url.path + "/state"
  }

  private func keep(
    _ id: String, _ trainee: String = "ann", _ mode: LessonMode = .exam, steps: Int,
    isGivenUp: Bool = false, after seconds: Double, in file: ResultsFile
  ) throws {
    try file.keep(
      ExamLesson.attempt(id, trainee, mode),
      ExamLesson.progress(mode, steps: steps, isGivenUp: isGivenUp), of: ExamLesson.scenario,
      at: day + seconds)
  }

  /// The verbs of all statements, in their order.
  private func verbs(_ file: ResultsFile, _ filter: ResultsFilter = ResultsFilter()) throws
    -> [String]
  {
    try file.statements(filter).map { body in
      try #require(body.firstMatch(of: #/expapi/verbs/([a-z]+)/#)).output.1.description
    }
  }

  /// What an independent reader says of them; nil: nothing is wrong.
  private func complaint(_ file: ResultsFile) throws -> String? {
    let path = home.url.path + "/statements.json"
    let text = "[\(try file.statements().joined(separator: ","))]"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let script = PackageRoot.url.appendingPathComponent("Tests/Scripts/read_statements.py").path
    let tool = CommandLineTool(folder: home.url, environment: ["LANG": "C.UTF-8"])
    let (status, output, errors) = try tool.outcome(of: ["/usr/bin/python3", script, path])
    return status == 0 ? nil : output + errors
  }

  @Test func anExamIsToldAsItGoesOn() throws {
    let file = try ResultsFile(folder: folder)
    try keep("a", steps: 0, after: 0, in: file)
    #expect(try verbs(file) == ["initialized"])
    try keep("a", steps: 1, after: 60, in: file)
    #expect(try verbs(file) == ["initialized"])
    for second in [90.0, 91, 92] { try keep("a", steps: 2, after: second, in: file) }
    #expect(try verbs(file) == ["initialized", "completed", "passed", "terminated"])
    #expect(try complaint(file) == nil)
  }

  @Test func anExamThatIsGivenUpFailsAndIsNotCompleted() throws {
    let file = try ResultsFile(folder: folder)
    try keep("a", steps: 1, after: 0, in: file)
    try keep("a", steps: 1, isGivenUp: true, after: 30, in: file)
    #expect(try verbs(file) == ["initialized", "failed", "terminated"])
    #expect(try complaint(file) == nil)
  }

  @Test func oneThatWasCutOffIsTerminatedWhenItsTraineeBeginsAnother() throws {
    let file = try ResultsFile(folder: folder)
    try keep("a", steps: 0, after: 0, in: file)
    try keep("b", "bob", steps: 0, after: 5, in: file)
    try keep("a", steps: 1, after: 60, in: file)
    try keep("c", steps: 0, after: 100, in: file)
    #expect(try verbs(file) == ["initialized", "initialized", "terminated", "initialized"])
    #expect(
      try file.statements()[2].contains(#""duration":"PT1M0.00S""#), "when it was last heard of")
    // It lay on the shelf, and is gone on with.
    try keep("a", steps: 2, after: 200, in: file)
    #expect(
      try verbs(file).suffix(4) == ["initialized", "completed", "passed", "terminated"])
    #expect(try complaint(file) == nil)
  }

  @Test func oneThatIsGoneOnWithIsNotCutOffForThatAnotherWasBegun() throws {
    let file = try ResultsFile(folder: folder)
    for (id, start) in [("a", 0.0), ("b", 10)] { try keep(id, steps: 0, after: start, in: file) }
    #expect(try verbs(file).filter { $0 == "terminated" }.count == 1)
    try keep("a", steps: 1, after: 60, in: file)
    try file.completeStatements(at: day + 70)
    #expect(
      try verbs(file) == ["initialized", "terminated", "initialized", "initialized"])
    try keep("a", steps: 2, after: 80, in: file)
    #expect(try verbs(file).suffix(3) == ["completed", "passed", "terminated"])
    #expect(try complaint(file) == nil)
  }

  @Test func oneThatIsSilentForADayIsTerminatedWhenStatementsAreAskedFor() throws {
    let file = try ResultsFile(folder: folder)
    try keep("a", steps: 1, after: 0, in: file)
    try file.completeStatements(at: day + 86_000)
    #expect(try verbs(file) == ["initialized"])
    for _ in 0..<2 { try file.completeStatements(at: day + 87_000) }
    #expect(try verbs(file) == ["initialized", "terminated"])
    #expect(try complaint(file) == nil)
  }

  @Test func statementsAreOfTheAttemptsThatAreAskedFor() throws {
    let file = try ResultsFile(folder: folder)
    try keep("a", steps: 0, after: 0, in: file)
    try keep("b", "bob", .practice, steps: 2, after: 60, in: file)
    #expect(try verbs(file, ResultsFilter(trainee: "bob")).count == 3)
    #expect(try verbs(file, ResultsFilter(trainee: "ann")) == ["initialized"])
    #expect(try verbs(file, ResultsFilter(since: day + 30)).count == 3)
    #expect(try verbs(file, ResultsFilter(scenario: "other")).isEmpty)
  }

  @Test func anAccountIsOfWhateverGaveTheName() throws {
    let file = try ResultsFile(folder: folder)
    try file.keep(
      ExamLesson.attempt("a", "ann", .practice), ExamLesson.progress(.practice, steps: 0),
      of: ExamLesson.scenario, homePage: "https://school.example", at: day)
    try keep("a", "ann", .practice, steps: 2, after: 20, in: file)
    let bodies = try file.statements()
    #expect(bodies.count == 3)
    #expect(bodies.allSatisfy { $0.contains(#""homePage":"https://school.example""#) })
  }

  @Test func aClockThatIsSetBackMeanwhileWinsAndLosesNothing() throws {
    let file = try ResultsFile(folder: folder)
    try keep("a", steps: 0, after: 1_000, in: file)
    try keep("a", steps: 1, after: -86_400, in: file)
    try keep("a", steps: 2, after: -90_000, in: file)
    let found = try #require(try file.attempts().first)
    #expect(found.startedAt == day + 1_000 && found.stepsDone == 2)
    #expect(found.ending?.isPassed == true && found.ending?.practiceTime == 20_000)
    #expect(try verbs(file) == ["initialized", "completed", "passed", "terminated"])
    #expect(try complaint(file) == nil)
  }

  @Test func whatWasTypedIsInNoFile() throws {
    let file = try ResultsFile(folder: folder)
    try keep("a", steps: 2, after: 0, in: file)
    #expect(try !file.statements().joined().contains("planted-word"))
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
      #expect(data.range(of: Data("planted-word".utf8)) == nil, "\(name)")
    }
  }

  // MARK: The file of an older program

  private func plantForm1() throws { try plant(form: 1) }

  private func plant(form: Int) throws {
    let fixture = PackageRoot.url
      .appendingPathComponent("Tests/ResultStoreTests/Fixtures/form-\(form)/results.sqlite").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: fixture, toPath: folder + "/results.sqlite")
  }

  @Test func theFirstFormIsBroughtUpToDateAndKeepsAll() throws {
    try plantForm1()
    let file = try ResultsFile(folder: folder)
    let attempts = try file.attempts()
    #expect(attempts.map(\.trainee) == ["cleo", "bob", "bob", "ann", "ann"])
    #expect(attempts.map { $0.ending?.points } == [nil, nil, 66, 100, 100])
    #expect(try file.statements().isEmpty && file.targets().isEmpty)
    let form = try DatabaseQueue(path: folder + "/results.sqlite").read {
      try Int.fetchOne($0, sql: "PRAGMA user_version")
    }
    #expect(form == 3)
    #expect(try ResultsFile(folder: folder).attempts() == attempts)
  }

  @Test func theSecondFormKeepsItsOutboxAndIsCounted() throws {
    try plant(form: 2)
    let file = try ResultsFile(folder: folder)
    #expect(try file.attempts().count == 5 && file.statements().count == 15)
    let tally = try file.tally(of: try #require(file.targets().first))
    let found: [Int] = [tally.there, tally.waiting, tally.refused, tally.conflicting]
    #expect(found == [14, 0, 0, 1])
    #expect(try counts(file) == ["ann 2 2 2 100", "bob 2 1 0 66", "cleo 1 0 0 -"])
    let isCounted = try counts(file, since: .distantPast) == (try counts(file))
    #expect(isCounted)
  }

  @Test func whatAnOlderProgramStillKeepsIsCounted() throws {
    try plant(form: 2)
    let file = try ResultsFile(folder: folder)
    try DatabaseQueue(path: folder + "/results.sqlite").write { db in
      // As the second form has it: one that is there already counts once.
      for _ in 0..<2 {
        try db.execute(sql: "INSERT OR IGNORE INTO trainee VALUES ('dan')")
        try db.execute(
          sql: """
            INSERT OR IGNORE INTO attempt
            VALUES ('d', 'dan', 'lesson', 'abc', '1', 'exam', 1795000000000)
            """)
        try db.execute(sql: "INSERT OR IGNORE INTO ending VALUES ('d', 1, 2, 0, 80, 1)")
      }
    }
    #expect(try counts(file).last == "dan 1 1 1 80")
    let isCounted = try counts(file, since: .distantPast) == (try counts(file))
    #expect(isCounted)
    _ = try file.erase(trainee: "dan")
    #expect(try counts(file).last == "cleo 1 0 0 -")
  }

  /// What each trainee has reached, all lessons together.
  private func counts(_ file: ResultsFile, since: Date? = nil) throws -> [String] {
    try file.progress(ResultsFilter(since: since)).sorted { $0.trainee < $1.trainee }.map { row in
      let points = row.points.map { "\($0)" } ?? "-"
      return "\(row.trainee) \(row.attempts) \(row.ended) \(row.passed) \(points)"
    }
  }

  @Test func whatAnOlderProgramKeptIsToldOnceItIsAskedFor() throws {
    try plantForm1()
    let file = try ResultsFile(folder: folder)
    for _ in 0..<2 { try file.completeStatements(at: day + 900_000) }
    #expect(
      try verbs(file, ResultsFilter(trainee: "ann")) == [
        "initialized", "completed", "terminated", "initialized", "completed", "passed",
        "terminated",
      ])
    #expect(try verbs(file, ResultsFilter(trainee: "cleo")) == ["initialized", "terminated"])
    #expect(try complaint(file) == nil)
  }

  @Test func anAttemptOfAnOlderProgramThatIsGoneOnWithIsToldFromItsBeginning() throws {
    try plantForm1()
    let file = try ResultsFile(folder: folder)
    try keep(
      "6c1f9f0e-5f0a-4a51-9d40-0a6f4c1f0005", "cleo", steps: 2, after: 19_000, in: file)
    #expect(
      try verbs(file) == ["initialized", "completed", "passed", "terminated"])
    #expect(try file.statements()[0].contains("2026-11-18T16:06:40.000Z"))
    #expect(try complaint(file) == nil)
  }

  @Test func whatAnOlderProgramStillKeepsWhileANewerHasTheFileIsTold() throws {
    let file = try ResultsFile(folder: folder)
    try keep("a", steps: 0, after: 0, in: file)
    // It has opened the file before, and writes as the first form has it.
    try DatabaseQueue(path: folder + "/results.sqlite").write { db in
      let start = Int64(day.timeIntervalSince1970 * 1_000)
      try db.execute(
        sql: "INSERT INTO attempt VALUES ('b', 'ann', 'lesson', 'abc', '1', 'exam', ?)",
        arguments: [start + 1_000])
      for id in ["a", "b"] {
        try db.execute(
          sql: "INSERT INTO ending VALUES (?, ?, 60000, 0, 40, 0)", arguments: [id, start + 60_000])
      }
    }
    try file.completeStatements(at: day + 70)
    let whole = ["initialized", "completed", "failed", "terminated"]
    #expect(try verbs(file, ResultsFilter(since: day + 1)) == whole)
    #expect(try verbs(file).filter { $0 == "terminated" }.count == 2)
    #expect(try complaint(file) == nil)
  }
}
