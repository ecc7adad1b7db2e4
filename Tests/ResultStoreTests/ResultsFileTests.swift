import Foundation
import GRDB
import RecorderEngine
import ResultStore
import Testing
import Training

/// What is kept of attempts.
@Suite struct ResultsFileTests {
  private final class Folder {
    let path =
      FileManager.default.temporaryDirectory.path + "/results-\(UUID().uuidString.prefix(8))"
    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  private static let scenario = Scenario(
    id: "lesson", title: "A lesson", story: "", recorder: "classic",
    start: Timestamp(milliseconds: 0), situation: Situation(adminPassword: .lost),
    steps: [
      Step(
        id: "one", say: "", hints: [], until: .happened(.notesWritten), mayPass: nil,
        isShortcut: false)
    ], goals: [Goal(say: "It runs", check: .holds(.running))], remarks: [])

  private func attempt(_ id: String, _ trainee: String = "ann") -> LessonAttempt {
    LessonAttempt(
      id: id, trainee: trainee, scenario: "lesson", title: "A lesson", hash: "1", maximum: 20,
      seed: .max, mode: .exam)
  }

  private func progress() -> LessonProgress {
    LessonProgress(Self.scenario, at: Timestamp(milliseconds: 0))
  }

  private let day = Date(timeIntervalSince1970: 1_795_000_000)

  @Test func anAttemptIsKeptOnceHoweverOftenItIsHandedOn() throws {
    let folder = Folder()
    let file = try ResultsFile(folder: folder.path)
    for second in 0..<3 {
      try file.keep(
        attempt("a"), progress(), of: Self.scenario, at: day.addingTimeInterval(Double(second)))
    }
    let found = try file.attempts()
    #expect(found.map(\.id) == ["a"] && found[0].trainee == "ann" && found[0].title == "A lesson")
    #expect(found[0].mode == .exam)
    #expect(found[0].startedAt == day && found[0].ending == nil && found[0].stepsDone == 0)
  }

  @Test func theBestOfEachPersonIsOfLessonsThatWereDone() throws {
    let folder = Folder()
    let file = try ResultsFile(folder: folder.path)
    #expect(try file.best(of: "ann").isEmpty)
    try file.keep(attempt("begun"), progress(), of: Self.scenario)
    #expect(try file.best(of: "ann").isEmpty)
    func end(_ id: String, points: Int, isPassed: Bool) throws {
      try file.keep(attempt(id), progress(), of: Self.scenario)
      try DatabaseQueue(path: folder.path + "/results.sqlite").write { db in
        try db.execute(
          sql: "INSERT INTO ending VALUES (?, 0, 0, 0, ?, ?)", arguments: [id, points, isPassed])
      }
    }
    try end("poor", points: 50, isPassed: false)
    #expect(try file.best(of: "ann") == ["lesson": BestResult(points: 50, isPassed: false)])
    try end("good", points: 90, isPassed: true)
    try end("later", points: 40, isPassed: false)
    #expect(try file.best(of: "ann") == ["lesson": BestResult(points: 90, isPassed: true)])
    #expect(try file.best(of: "bob").isEmpty)
  }

  @Test func filtersAndOrder() throws {
    let folder = Folder()
    let file = try ResultsFile(folder: folder.path)
    for (number, name) in ["ann", "bob", "ann"].enumerated() {
      try file.keep(
        attempt("\(number)", name), progress(), of: Self.scenario,
        at: day.addingTimeInterval(Double(number) * 60))
    }
    #expect(try file.attempts().map(\.id) == ["2", "1", "0"])
    #expect(try file.attempts(ResultsFilter(trainee: "ann")).map(\.id) == ["2", "0"])
    #expect(try file.attempts(ResultsFilter(scenario: "other")).isEmpty)
    #expect(
      try file.attempts(ResultsFilter(since: day.addingTimeInterval(60))).map(\.id) == ["2", "1"])
    #expect(try file.attempts(ResultsFilter(), most: 1).map(\.id) == ["2"])
  }

  @Test func aPersonIsErasedWhole() throws {
    let folder = Folder()
    let file = try ResultsFile(folder: folder.path)
    try file.keep(attempt("a", "planted-name"), progress(), of: Self.scenario, at: day)
    try file.keep(attempt("b", "bob"), progress(), of: Self.scenario, at: day)
    #expect(try file.erase(trainee: "planted-name") == 1)
    #expect(try file.attempts().map(\.id) == ["b"])
    #expect(try file.erase(trainee: "planted-name") == 0)
    try DatabaseQueue(path: folder.path + "/results.sqlite").writeWithoutTransaction {
      _ = try $0.checkpoint(.truncate)
    }
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let data = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + name))
      #expect(data.range(of: Data("planted-name".utf8)) == nil, "\(name)")
    }
  }

  @Test func manyWritersSideBySideAreAllServed() async throws {
    let folder = Folder()
    let path = folder.path
    _ = try ResultsFile(folder: path)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<8 {
        group.addTask {
          let file = try ResultsFile(folder: path)
          for number in 0..<25 {
            let attempt = LessonAttempt(
              id: "\(writer)-\(number)", trainee: "t\(writer)", scenario: "lesson", title: "",
              hash: "1", maximum: 20, seed: 1, mode: .practice)
            try file.keep(
              attempt, LessonProgress(Self.scenario, at: Timestamp(milliseconds: 0)),
              of: Self.scenario)
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try ResultsFile(folder: path).attempts().count == 200)
  }

  @Test func aNewerFileIsSaidAndLeftAlone() throws {
    let folder = Folder()
    _ = try ResultsFile(folder: folder.path)
    let queue = try DatabaseQueue(path: folder.path + "/results.sqlite")
    try queue.write { try $0.execute(sql: "PRAGMA user_version = 99") }
    let said = "left as they are (form 99, this one knows 3): \(folder.path)/results.sqlite"
    #expect {
      try ResultsFile(folder: folder.path)
    } throws: { fault in
      "\(fault)".hasPrefix("The results are of a newer version") && "\(fault)".hasSuffix(said)
    }
    #expect(try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == 99)
  }

  @Test func theFileAndWhatLiesBesideItAreTheirOwnersAlone() throws {
    let folder = Folder()
    let results = try ResultsFile(folder: folder.path)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name.hasPrefix(ResultsFile.name) {
      let path = folder.path + "/" + name
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect(mode as? Int == 0o600, "\(name)")
    }
    withExtendedLifetime(results) {}
  }

  @Test func whatIsNoFolderIsSaid() throws {
    let folder = Folder()
    try Data("x".utf8).write(to: URL(fileURLWithPath: folder.path))
    #expect(throws: ResultsFault.self) { try ResultsFile(folder: folder.path) }
  }
}
