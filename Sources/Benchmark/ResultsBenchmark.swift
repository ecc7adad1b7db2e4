import Foundation
import ResultStore

/// Results of many attempts, of a class with a folder for each trainee, and of many processes that
/// write at once.
struct ResultsBenchmark {
  /// How much of each.
  struct Plan {
    var attempts: Int
    var folders: Int
    var writers: Int
    var runs: Int

    static let whole = Plan(attempts: 100_000, folders: 200, writers: 200, runs: 5)
    /// A few of each, for a check on every change.
    static let short = Plan(attempts: 2_000, folders: 20, writers: 20, runs: 1)
  }

  private let plan: Plan

  init(_ plan: Plan) { self.plan = plan }

  func figures() throws -> [Figure] {
    let place = FileManager.default.temporaryDirectory
      .appendingPathComponent("results-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    return try reading(in: place) + writing(in: place.path + "/written")
  }

  // MARK: Reading

  private func reading(in place: URL) throws -> [Figure] {
    let lesson = try PlayedLesson()
    let one = place.path + "/one"
    // A school: a hundred attempts by each of its people.
    try KeptAttempts(lesson, folder: one).fill(
      plan.attempts, trainees: (0..<max(1, plan.attempts / 100)).map { "trainee-\($0)" })
    let many = (0..<plan.folders).map { "\(place.path)/class/\($0)" }
    for (number, folder) in many.enumerated() {
      try KeptAttempts(lesson, folder: folder).fill(
        plan.attempts / plan.folders, trainees: ["trainee-\(number)"])
    }
    let page = ["--html", place.path + "/page.html"]
    return [
      Figure(name: "attempts kept", unit: "", measured: Double(plan.attempts)),
      Budgeted.resultsTable.figure(try time([one])),
      Budgeted.resultsPage.figure(try time([one] + page)),
      Figure(name: "folders", unit: "", measured: Double(plan.folders)),
      Budgeted.classTable.figure(try time(many)),
      Budgeted.classPage.figure(try time(many + page)),
    ]
  }

  /// Milliseconds of the whole command, from its start to its end, median; the first run is not counted.
  private func time(_ arguments: [String]) throws -> Double {
    let clock = ContinuousClock()
    var times: [Double] = []
    for run in 0...plan.runs {
      let start = clock.now
      let child = try Child("recorder-console", ["results"] + arguments)
      try child.end()
      if run > 0 { times.append((clock.now - start) / .milliseconds(1)) }
    }
    return Sample(times).median
  }

  // MARK: Writing

  /// All begin at the same moment, when the gate opens.
  private func writing(in folder: String) throws -> [Figure] {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let gate = try Gate(in: folder)
    let writers = try (0..<plan.writers).map { _ in
      try Child("console-benchmark", ["--write-results", folder])
    }
    gate.open()
    var times: [Double] = []
    var refused = 0
    for writer in writers {
      let lines = try writer.end().split(separator: "\n")
      times += lines.compactMap { Double($0) }
      refused += ResultsWriter.writes - lines.compactMap { Double($0) }.count
    }
    let kept = try ResultsFile(folder: folder).progress().reduce(0) { $0 + $1.ended }
    let missing = plan.writers * ResultsWriter.attempts - kept
    return [
      Figure(name: "processes that write at once", unit: "", measured: Double(plan.writers)),
      Budgeted.refusedWrites.figure(Double(refused + missing)),
      Figure(name: "a write, median", unit: "ms", measured: Sample(times).median),
      Figure(name: "a write, p99", unit: "ms", measured: Sample(times).percentile(99)),
      Figure(name: "a write, most", unit: "ms", measured: Sample(times).most),
    ]
  }
}

/// One of many processes that keep results in the same folder.
struct ResultsWriter {
  static let attempts = 10
  /// One for the beginning of an attempt, one for its end.
  static let writes = 2 * attempts

  let folder: String

  /// Prints the milliseconds of each write, and of one that was refused why.
  func run() throws {
    let lesson = try PlayedLesson()
    try Gate.pass(in: folder)
    let store: any ResultStore = try ResultsFile(folder: folder)
    for _ in 0..<Self.attempts {
      let attempt = lesson.attempt(UUID().uuidString, by: "writer-\(getpid())")
      for progress in [lesson.begun, lesson.done] {
        let clock = ContinuousClock()
        let start = clock.now
        do throws(ResultsFault) {
          try store.keep(attempt, progress, of: lesson.scenario)
          print((clock.now - start) / .milliseconds(1))
        } catch {
          print("refused: \(error)")
        }
      }
    }
  }
}
