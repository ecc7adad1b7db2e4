import Foundation
import GRDB
import ResultStore
import Support
import Testing
import Training

/// The results of several folders, and the pages of them that the command shows.
@Suite struct ResultFoldersTests {
  private let home: ConsoleHome
  private let day = Date(timeIntervalSince1970: 1_795_000_000)

  init() throws { home = try ConsoleHome() }

  private func folder(_ name: String) -> String { home.url.path + "/" + name }

  /// Attempts one minute apart, the last of them passed where that is wanted.
  private func keep(
    _ count: Int, by trainee: String = "ann", in name: String, from minute: Int = 0,
    passed: Bool = false
  ) throws {
    let file = try ResultsFile(folder: folder(name))
    for number in 0..<count {
      let isLast = passed && number == count - 1
      try file.keep(
        ExamLesson.attempt("\(name)-\(minute + number)", trainee, .exam),
        ExamLesson.progress(.exam, steps: isLast ? 2 : 0), of: ExamLesson.scenario,
        at: day.addingTimeInterval(Double(minute + number) * 60))
    }
  }

  private func results(_ options: [String]) throws -> (
    status: Int32, output: String, errors: String
  ) {
    try ConsoleCommand.run(["results"] + options)
  }

  @Test func theNewestOfAllFoldersComeFirst() throws {
    try keep(3, in: "a")
    try keep(3, by: "bob", in: "b", from: 1)
    let both = ResultFolders([folder("a"), folder("b")])
    let all = ["b-3", "b-2", "a-2", "b-1", "a-1", "a-0"]
    for most in [0, 1, 5, 6, 7] {
      #expect(
        both.overview(ResultsFilter(), most: most).attempts.map(\.id) == Array(all.prefix(most)))
    }
  }

  @Test func oneTraineeInTwoFoldersIsCountedTogether() throws {
    try keep(2, in: "a", passed: true)
    try keep(3, in: "b")
    try keep(1, by: "bob", in: "b", from: 9)
    let found = ResultFolders([folder("a"), folder("b")]).overview(ResultsFilter(), most: 1)
    #expect(found.progress.map(\.trainee) == ["ann", "bob"])
    #expect(found.progress[0].attempts == 5 && found.progress[0].ended == 1)
    #expect(found.progress[0].passed == 1 && found.progress[0].points == 100)
    #expect(found.progress[0].lastStart == day + 120 && found.progress[1].points == nil)
  }

  @Test func aFolderThatCannotBeReadHidesNoOther() throws {
    for name in ["a", "b", "c"] { try keep(1, by: name, in: name) }
    try DatabaseQueue(path: folder("b") + "/results.sqlite").write {
      try $0.execute(sql: "PRAGMA user_version = 99")
    }
    let told = try results(["a", "b", "c"].map(folder))
    #expect(told.status == 1)
    #expect(told.output.contains("2 attempts by 2 trainees: 0 passed"), "\(told)")
    #expect(told.errors.hasPrefix("recorder-console: The results are of a newer version"))
    #expect(told.errors.hasSuffix(": \(folder("b"))/results.sqlite\n"), "\(told)")
    #expect(told.errors.split(separator: "\n").count == 1)
  }

  @Test(arguments: [(49, 49, nil), (50, 50, nil), (51, 50, "Page 1 of 2, newest first; --page 2")])
  func aPageHasFifty(kept: Int, shown: Int, said: String?) throws {
    try keep(kept, in: "a", passed: true)
    let lines = try results([folder("a")]).output.split(separator: "\n")
    #expect(lines.count { $0.contains(" lesson ") } == shown)
    let sum = "\(kept) attempts by 1 trainee: 1 passed, 0 not passed, \(kept - 1) unfinished."
    #expect(lines.contains { $0 == sum }, "\(lines.suffix(3))")
    let page = lines.first { $0.hasPrefix("Page") }
    #expect(page.map { $0.hasPrefix(said ?? "none") } == said.map { _ in true }, "\(page ?? "")")
  }

  @Test func laterPagesGoOnWhereTheFirstEnds() throws {
    try keep(5, in: "a")
    func page(_ number: Int) throws -> [String] {
      let told = try results([folder("a"), "--json", "--limit", "2", "--page", "\(number)"])
      return told.output.matches(of: #/"started": "2026-11-18T1\d:(\d\d)/#).map { String($0.1) }
    }
    #expect(
      try [page(1), page(2), page(3), page(4)] == [["10", "09"], ["08", "07"], ["06"], []])
    let told = try results([folder("a"), "--limit", "2", "--page", "4"])
    #expect(told.output.hasSuffix("There is no page 4: the last one is 3.\n"), "\(told)")
    let last = try results([folder("a"), "--limit", "2", "--page", "3"])
    #expect(last.output.hasSuffix("\nPage 3 of 3, newest first.\n"), "\(last)")
    let huge = try results([folder("a"), "--limit", "\(Int.max)", "--page", "\(Int.max)"])
    #expect(huge.status == 0 && huge.output.contains("There is no page"), "\(huge)")
  }

  @Test(arguments: [["--limit", "0"], ["--page", "0"], ["--limit", "-1"]])
  func aPageThatCannotBeIsAWrongCall(options: [String]) throws {
    #expect(try results(options).status == 64)
  }

  @Test func aFileForAProgramHasAllOfThem() throws {
    try keep(1, in: "a")
    try DatabaseQueue(path: folder("a") + "/results.sqlite").write { db in
      try db.execute(
        sql: """
          WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
          INSERT INTO attempt
            SELECT 'more-' || i, trainee, scenario, hash, seed, mode, startedAt + i FROM attempt, n
          """)
    }
    #expect(try results([folder("a"), "--csv"]).output.split(separator: "\r\n").count == 1_002)
    let sum = "1,001 attempts by 1 trainee: 0 passed, 0 not passed, 1,001 unfinished.\n"
    #expect(try results([folder("a")]).output.contains(sum))
  }
}
