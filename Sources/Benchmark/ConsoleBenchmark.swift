import ArgumentParser
import Foundation
import Training

/// Measures the console in a terminal from outside, and its engine from inside.
@main
struct ConsoleBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "console-benchmark",
    abstract: "Measures recorder-console against its budgets, and its start beside other programs.",
    discussion: """
      Examples:
        console-benchmark                   everything, in a minute
        console-benchmark --short --check   fewer runs; status 1 if over budget
        console-benchmark --moves 'Down Up' -- mc -u

      A key script is words: Up Down Enter Esc Tab F1 and so on, one character, text:WORDS, \
      see:WORDS; *N behind a word repeats it, quotes keep blanks. The budgets are meant for \
      a build with -c release.
      """)

  @Flag(help: "Few runs, for a check on every change.")
  var short = false

  @Flag(help: "Exit with 1 when a figure is over its budget.")
  var check = false

  @Flag(help: "Print the figures as JSON.")
  var json = false

  @Option(help: "Also measure the private memory of each of so many programs at once.")
  var many: Int?

  @Option(
    help: "Instead of all else: so many people stray in led lessons, and shall come to the end.")
  var wanderers: Int?

  @Flag(help: "Instead of all else: results of many attempts, folders and processes at once.")
  var results = false

  @Option(help: .hidden)
  var writeResults: String?

  @Flag(help: "Instead of all else: the recorder on the network, under load.")
  var service = false

  @Flag(help: "Instead of all else: the console over a recorder on loopback, and a search.")
  var connect = false

  @Flag(
    help: "Instead of all else: sessions that are watched, many at once, and a class over ssh.")
  var show = false

  @Option(help: .hidden)
  var spectate: String?

  @Option(help: .hidden)
  var enterSandbox: String?

  @Option(help: "How many starts of each program.")
  var runs: Int?

  @Option(help: "Script from the first frame to where a session spends its time.")
  var arrive: String?

  @Option(help: "Script from there to a screen on which nothing moves.")
  var still: String?

  @Option(help: "Keys that move a selection there and back.")
  var moves: String?

  @Option(help: "Keys that each draw a new screen, there and back.")
  var screens: String?

  @Argument(parsing: .postTerminator, help: "Another program to measure, after --.")
  var program: [String] = []

  func validate() throws {
    guard (many ?? 1) > 0, (runs ?? 1) > 0, (wanderers ?? 1) > 0 else {
      throw ValidationError("expected a number above zero for --many, --runs and --wanderers")
    }
  }

  func run() throws {
    if let wanderers { return try wander(wanderers) }
    if let writeResults { return try ResultsWriter(folder: writeResults).run() }
    if let spectate { return try Audience(of: spectate).run() }
    if let enterSandbox { return try SandboxEntry(folder: enterSandbox).run() }
    if results {
      return try tell(Report(figures: ResultsBenchmark(short ? .short : .whole).figures()))
    }
    if service {
      return try tell(Report(figures: serviceFigures(answers: short ? 2_000 : 10_000)))
    }
    if connect {
      return try tell(Report(figures: connectFigures(starts: runs ?? (short ? 5 : 20))))
    }
    if show { return try tell(Report(figures: showFigures(short ? .short : ShowPlan()))) }
    var plan = short ? Measurement.Plan.short : Measurement.Plan()
    plan.starts = runs ?? plan.starts
    let measurement = Measurement(subject: try subject(), plan: plan, bench: try Workbench())
    var report = Report()
    report.add(try measurement.starts())
    report.add(try measurement.session())
    if let many { report.figures.append(try together(many, in: measurement)) }
    if program.isEmpty {
      report.figures += engineFigures(seconds: plan.engineSeconds)
      report.figures += try logFigures()
      report.figures += pageFigures()
      report.figures += try networkFigures()
      report.figures += rehearsalFigures()
    }
    try tell(report)
  }

  private func tell(_ report: Report) throws {
    print(json ? try report.json() : report.table)
    if check, !report.isKept { throw ExitCode(1) }
  }

  private func wander(_ count: Int) throws {
    let back = wanderersThatComeBack(of: count) ?? 0
    print("\(back) of \(count) come to the end of their lessons")
    if back < count { throw ExitCode(1) }
  }

  private func together(_ count: Int, in measurement: Measurement) throws -> Figure {
    let sample = try measurement.together(count)
    return Figure(
      name: "private memory each of \(count), median", unit: "MiB", measured: sample.median)
  }

  private func subject() throws -> Subject {
    var subject = try named()
    if let arrive { subject.arrive = try KeyScript(parsing: arrive) }
    if let still { subject.still = try KeyScript(parsing: still) }
    if let moves { subject.moves = try KeyScript(parsing: moves) }
    if let screens { subject.screens = try KeyScript(parsing: screens) }
    return subject
  }

  private func named() throws -> Subject {
    let word = program.first ?? "recorder-console"
    guard let path = ProgramPath.find(word) else {
      throw ValidationError(
        "\(word) was looked for in \(ProgramPath.ownFolder) and in PATH, and is not there")
    }
    guard !program.isEmpty else { return try Subject.console(at: path) }
    return Subject(name: program.joined(separator: " "), command: [path] + program.dropFirst())
  }
}
