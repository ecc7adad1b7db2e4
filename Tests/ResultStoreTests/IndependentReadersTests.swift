import Foundation
import ResultStore
import Support
import Testing
import Training

/// Results as others read them: a CSV reader, a JSON reader, a browser.
@Suite struct IndependentReadersTests {
  private let home: ConsoleHome
  private let folder: String
  private let file: ResultsFile

  init() throws {
    home = try ConsoleHome()
    folder = home.url.path + "/state"
    file = try ResultsFile(folder: folder)
  }

  private enum End { case passed, failed, open }

  private func keep(_ end: End, by trainee: String, lesson: Int = 0) throws {
    let attempt = LessonAttempt(
      id: UUID().uuidString, trainee: trainee, scenario: "lesson-\(lesson)",
      title: "A lesson with a long title \(lesson)", hash: "0", maximum: 30, seed: 1, mode: .exam)
    let progress = ExamLesson.progress(
      .exam, steps: end == .passed ? 2 : 1, isGivenUp: end == .failed)
    try file.keep(attempt, progress, of: ExamLesson.scenario)
  }

  private func run(_ script: String, _ arguments: [String]) throws -> (status: Int32, said: String)
  {
    let path = PackageRoot.url.appendingPathComponent("Tests/Scripts/\(script)").path
    let tool = CommandLineTool(
      folder: home.url, environment: ["LANG": "C.UTF-8", "HOME": home.url.path])
    let (status, output, errors) = try tool.outcome(of: ["/usr/bin/python3", path] + arguments)
    return (status, status == 0 ? output : output + errors)
  }

  @Test func aReaderOfCSVAndOneOfJSONFindTheSame() throws {
    let names = [
      "ann", "=1+1", "+x", "-1", "@sum", "a,b", "a\"b", "a;b", "Zoë 李", "'quoted'", "<b>&", "a\\b",
    ]
    for name in names { for end in [End.passed, .failed, .open] { try keep(end, by: name) } }
    let files = ["csv", "json"].map { home.url.path + "/results." + $0 }
    for (option, path) in zip(["--csv", "--json"], files) {
      let told = try ConsoleCommand.run(["results", folder, option])
      #expect(told.status == 0)
      try told.output.write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(try run("read_results.py", files).said == "\(names.count * 3) attempts, 0 faults\n")
  }

  // MARK: The page

  /// What a browser finds on the page and in its picture.
  private struct Drawn: Decodable {
    let width: Int
    let jutting: [String]
    let cells: [[String]]
    let colours: Int
    let ground: String
  }

  /// nil: no browser is installed.
  private func drawn(width: Int) throws -> Drawn? {
    let page = home.url.path + "/page.html"
    #expect(try ConsoleCommand.run(["results", folder, "--html", page]).status == 0)
    let (status, said) = try run(
      "page_picture.py", [page, home.url.path + "/page.png", "--width", "\(width)"])
    if said.contains("SKIPPED") {
      print(said)
      return nil
    }
    #expect(status == 0, "\(said)")
    return try JSONDecoder().decode(Drawn.self, from: Data(said.utf8))
  }

  @Test func aBrowserDrawsACellForEachTraineeAndLesson() throws {
    try keep(.passed, by: "ann")
    try keep(.failed, by: "ann", lesson: 1)
    try keep(.open, by: "bob", lesson: 1)
    guard let drawn = try drawn(width: 1280) else { return }
    #expect(drawn.ground == "#ffffff" && drawn.colours > 20, "it is blank")
    // Each as its kind, the colour in it, and the colour of its border.
    #expect(
      drawn.cells == [
        ["passed", "#1a7f37", "#1a7f37"], ["failed", "#ffffff", "#c4232d"],
        ["open", "#ffffff", "#d1d9e0"],
      ])
  }

  @Test(arguments: [1280, 400])
  func nothingJutsOutOfThePage(width: Int) throws {
    for lesson in 0..<26 { try keep(.passed, by: "ann", lesson: lesson) }
    try keep(.failed, by: String(repeating: "Mary-", count: 2_000))
    guard let drawn = try drawn(width: width) else { return }
    #expect(drawn.jutting == [] && drawn.width <= width)
    #expect(width < 1_280 || drawn.cells.count == 27, "all lessons stand side by side")
  }
}
