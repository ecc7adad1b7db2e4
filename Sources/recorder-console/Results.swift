import ArgumentParser
import Foundation
import OwnFiles
import ResultStore
import ScreenKit

/// Shows what became of attempts at lessons.
struct Results: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the results of lessons, for a person or a program.",
    discussion: """
      Newest first: the table has 50 attempts a page and a web page the newest 200, both with what \
      all attempts came to; --csv and --json have every attempt. Several folders are read side by \
      side, also while they are written: in a class each trainee has one. Times are UTC.

      EXAMPLES
        recorder-console results --page 2
        recorder-console results /srv/class/*/recorder-console --html class.html
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

  @Option(help: "So many attempts at most, or a page.")
  var limit: Int?

  @Option(help: "This page of them; the first has the newest.")
  var page = 1

  @OptionGroup var form: TableForm

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
    guard (limit ?? 1) > 0, page > 0 else {
      throw ValidationError("expected a number above zero for --limit and --page.")
    }
    let others = [!form.isForPeople, html != nil, delete != nil].contains(true)
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
    let results = ResultFolders(places.filter(ResultsFile.isIn))
    let isWhole: Bool
    do throws(ResultsFault) {
      if let delete { return try erase(delete, in: results) }
      if let xapi { return try export(results, to: xapi) }
      isWhole =
        try sending.store().map { store throws(ResultsFault) in
          try send(results, to: store)
        } ?? show(results)
    } catch {
      Shell.fail(error.description)
    }
    if !isWhole { throw ExitCode.failure }
  }

  var filter: ResultsFilter {
    ResultsFilter(trainee: trainee, scenario: scenario, since: (try? start()) ?? nil)
  }

  /// Where a page ends, counted from the newest attempt; a file for a program has all of them.
  private var pageSize: Int { limit ?? (html != nil ? 200 : form.isForPeople ? 50 : .max) }

  /// Returns whether all folders could be read.
  private func show(_ results: ResultFolders) -> Bool {
    let overview = results.overview(filter, most: page.times(pageSize))
    let attempts = overview.attempts.dropFirst((page - 1).times(pageSize))
    let totals = ResultTotals(overview.progress)
    if let html {
      write(
        ResultsPage(attempts: attempts, progress: overview.progress, now: Date()).text, to: html)
      print("\(html) is written.")
    } else {
      form.show(
        Results.columns, attempts.map(Results.row),
        none: totals.attempts == 0 ? "No results yet." : nil)
      if form.isForPeople { say(totals, shown: attempts.count, overview.outbox) }
    }
    for fault in overview.faults { Shell.complain(fault.description) }
    return overview.faults.isEmpty
  }

  /// Says below a page what all attempts came to, and where the others are.
  private func say(_ totals: ResultTotals, shown: Int, _ outbox: [OutboxTally]) {
    if totals.attempts > 0 { print("\n\(totals.sentence)") }
    let pages = totals.attempts / pageSize + (totals.attempts % pageSize > 0 ? 1 : 0)
    if page > max(1, pages) {
      print("There is no page \(page): the last one is \(pages).")
    } else if pages > 1 {
      let next = page < pages ? "; --page \(page + 1) has the next, --csv has all" : ""
      print("Page \(page.grouped) of \(pages.grouped), newest first\(next).")
    }
    let lines = Results.shortcomings(outbox)
    if !lines.isEmpty { print("\n" + lines.joined(separator: "\n")) }
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

  private func erase(_ name: String, in results: ResultFolders) throws(ResultsFault) {
    if !yes {
      print(
        "Erase everything that is kept of “\(name)”? It cannot be brought back. [y/N] ",
        terminator: "")
      guard readLine()?.lowercased().hasPrefix("y") == true else {
        return print("Nothing was erased.")
      }
    }
    let elsewhere = try results.tallies(ResultsFilter(trainee: name)).filter { $0.there > 0 }
    var count = 0
    try results.visit { store throws(ResultsFault) in count += try store.erase(trainee: name) }
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

extension Int {
  /// The product, or the largest number where that is too large for one.
  fileprivate func times(_ other: Int) -> Int {
    let (product, isTooLarge) = multipliedReportingOverflow(by: other)
    return isTooLarge ? .max : product
  }
}
