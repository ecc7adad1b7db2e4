import ArgumentParser
import Foundation
import Library
import ResultStore
import ScreenKit

/// Shows what became of attempts at lessons.
struct Results: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the results of lessons, for a person or a program.",
    discussion: """
      Newest first. Several folders are read side by side, also while they are written: in a class \
      each trainee has one. Times are UTC.

      EXAMPLES
        recorder-console results --trainee ann --csv
        recorder-console results --lrs https://lrs.example.org/xapi \\
          --lrs-login ~/.lrs-login

      EXIT STATUS: 0 done, 1 failure, or statements that a store does not have; 64 usage.
      """)

  @Argument(help: "The state folders; left out: your own.")
  var folders: [String] = []

  @Option(help: "Only this trainee's.")
  var trainee: String?

  @Option(help: "Only those of this lesson, by its name in “list scenarios”.")
  var scenario: String?

  @Option(help: "Only those begun on this day or later, as 2026-11-20.")
  var since: String?

  @Flag(help: "As JSON, for a program to read.")
  var json = false

  @Flag(help: "As a file for a spreadsheet.")
  var csv = false

  @Option(help: "Write one page for a browser into this file, with a picture of who reached what.")
  var html: String?

  @Option(help: "Write all xAPI statements into this file, as a JSON array.")
  var xapi: String?

  @OptionGroup(title: "A learning record store") var sending: SendingOptions

  @Option(help: "Erase everything that is kept of this trainee, after a question.")
  var delete: String?

  @Flag(help: "Erase without a question.")
  var yes = false

  func validate() throws {
    _ = try start()
    guard !(json && csv) else { throw ValidationError("Either --json or --csv, not both.") }
    let others = [json, csv, html != nil, delete != nil].contains(true)
    guard [xapi != nil, sending.lrs != nil, others].count(where: \.self) <= 1 else {
      throw ValidationError("--xapi and --lrs stand alone, without another form or --delete.")
    }
  }

  func run() throws {
    let places = folders.isEmpty ? [Practice.stateFolder].compactMap(\.self) : folders
    for place in places where !folders.isEmpty && !ResultsFile.isIn(place) {
      Shell.fail(
        "“\(place)” has no results: a folder with a file \(ResultsFile.name) was expected.")
    }
    let isWhole: Bool
    do throws(ResultsFault) {
      let files = try open(places.filter(ResultsFile.isIn))
      if let delete { return try erase(delete, in: files) }
      if let xapi { return try export(files, to: xapi) }
      guard let store = sending.store() else { return try show(files) }
      isWhole = try send(files, to: store)
    } catch {
      Shell.fail(error.description)
    }
    if !isWhole { throw ExitCode.failure }
  }

  private func open(_ folders: [String]) throws(ResultsFault) -> [ResultsFile] {
    var files: [ResultsFile] = []
    for folder in folders { files.append(try ResultsFile(folder: folder)) }
    return files
  }

  var filter: ResultsFilter {
    ResultsFilter(trainee: trainee, scenario: scenario, since: (try? start()) ?? nil)
  }

  private func show(_ files: [ResultsFile]) throws(ResultsFault) {
    var attempts: [AttemptSummary] = []
    for file in files { attempts += try file.attempts(filter) }
    attempts.sort { ($0.startedAt, $0.id) > ($1.startedAt, $1.id) }
    if let html {
      write(ResultsPage(attempts: attempts, now: Date()).text, to: html)
      return print("\(html) is written.")
    }
    let rows = attempts.map(Results.row)
    if csv {
      var table = SpreadsheetTable(Results.columns)
      for row in rows { table.add(row) }
      print(table.text, terminator: "")
    } else {
      let table = TextTable(columns: Results.columns, rows: rows)
      print(json ? table.json : rows.isEmpty ? "No results yet." : table.text)
      if !json { try showOutbox(files) }
    }
  }

  private static let columns = [
    "started", "trainee", "scenario", "mode", "points", "verdict", "steps", "wrong turns", "hints",
    "time",
  ]

  private static func row(_ attempt: AttemptSummary) -> [String] {
    let end = attempt.ending
    return [
      attempt.startedAt.formatted(.iso8601), attempt.trainee, attempt.scenario,
      attempt.mode.rawValue,
      end.map { "\($0.points)" } ?? "-",
      end.map { $0.isPassed ? "passed" : "not passed" } ?? "unfinished", "\(attempt.stepsDone)",
      "\(attempt.wrongTurns)", end.map { "\($0.hints)" } ?? "-",
      end.map { "\($0.practiceTime / 1_000) s" } ?? "-",
    ]
  }

  func write(_ page: String, to file: String) {
    let path = file.contains("/") ? file : "./" + file
    do throws(WholeFile.Fault) {
      _ = try WholeFile.write(Array(page.utf8), to: path, replaces: true)
    } catch {
      Shell.fail("“\(file)” could not be written: \(error.reason)")
    }
  }

  private func erase(_ name: String, in files: [ResultsFile]) throws(ResultsFault) {
    if !yes {
      print(
        "Erase everything that is kept of “\(name)”? It cannot be brought back. [y/N] ",
        terminator: "")
      guard readLine()?.lowercased().hasPrefix("y") == true else {
        return print("Nothing was erased.")
      }
    }
    let elsewhere = try tallies(files, ResultsFilter(trainee: name)).filter { $0.there > 0 }
    var count = 0
    for file in files { count += try file.erase(trainee: name) }
    print("\(count) \(count == 1 ? "attempt" : "attempts") of “\(name)” erased.")
    for tally in elsewhere {
      print(
        "\(tally.target) has \(tally.there) statements of them, and keeps them: "
          + "only whoever runs it can erase them.")
    }
  }

  private func start() throws -> Date? {
    guard let since else { return nil }
    guard let day = try? Date(since, strategy: .iso8601.year().month().day()) else {
      throw ValidationError("expected a day such as 2026-11-20 for --since, found “\(since)”.")
    }
    return day
  }
}
