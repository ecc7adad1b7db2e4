import Foundation
import Training

/// A session with fifty spectators beside the same without any, and how soon one who comes late sees all.
func spectatorFigures(of program: String, _ plan: ShowPlan) throws -> [Figure] {
  let shared = try SharedSubject(program)
  return try shared.keys(rounds: plan.rounds, times: plan.movesOfRound) + shared.joins(plan.joins)
}

/// A session that may be watched, with its main menu open.
private final class SharedSubject {
  private let program: String
  private let bench: Workbench
  private let session: TerminalProgram
  private let name: String
  private let moves: [KeyScript.Key]

  init(_ program: String) throws {
    self.program = program
    bench = try Workbench()
    let subject = try Subject.console(at: program)
    moves = subject.moves.keys
    session = try bench.start(subject.command + ["practice", "--share"])
    _ = try session.start(typing: subject.early, until: subject.sights)
    name = try bench.sessionName(of: session.process)
  }

  // MARK: Keys

  /// The times of keys, and the processor's time for one.
  private struct Round {
    var median: Double
    var worst: Double
    var processor: Double
  }

  /// Rounds unwatched and watched in turn: what the machine does besides is in both.
  func keys(rounds: Int, times: Int) throws -> [Figure] {
    var alone: [Round] = []
    var watched: [Round] = []
    for number in 0..<rounds {
      // Who is second profits of what is warm by then.
      let order = number.isMultiple(of: 2) ? [false, true] : [true, false]
      for isWatched in order {
        if isWatched {
          watched.append(try watchedRound(times))
        } else {
          alone.append(try round(times))
        }
      }
    }
    func median(_ rounds: [Round], _ number: (Round) -> Double) -> Double {
      Sample(rounds.map(number)).median
    }
    let ratios = zip(watched, alone).map { $0.median / $1.median }
    return [
      Figure(name: "unwatched, key median", unit: "ms", measured: median(alone, \.median)),
      Figure(name: "unwatched, key p99", unit: "ms", measured: median(alone, \.worst)),
      Figure(name: "watched by 50, key median", unit: "ms", measured: median(watched, \.median)),
      Figure(name: "watched by 50, key p99", unit: "ms", measured: median(watched, \.worst)),
      Budgeted.watchedKey.figure(Sample(ratios).median),
      Figure(
        name: "unwatched, processor for a key", unit: "ms", measured: median(alone, \.processor)),
      Figure(
        name: "watched by 50, processor for a key", unit: "ms",
        measured: median(watched, \.processor)),
    ]
  }

  private func watchedRound(_ times: Int) throws -> Round {
    let audience = try ComeAudience(to: name, in: bench.runtimeFolder)
    defer { leave(audience) }
    try session.wait(for: "\(Audience.readers + Audience.sleepers) watch")
    return try round(times)
  }

  private func leave(_ audience: consuming ComeAudience) {
    _ = consume audience
    for _ in 0..<100 where session.screen.shows(" watch") { session.listen(for: .milliseconds(20)) }
  }

  private func round(_ count: Int) throws -> Round {
    session.listen(for: .milliseconds(300))
    let figures = ProcessFigures(process: session.process)
    let before = try figures.processorTime()
    var times: [Double] = []
    for _ in 0..<count {
      for key in moves {
        guard let last = try session.press(key).last else { throw BenchmarkFault.silent(program) }
        times.append(last.milliseconds)
      }
    }
    let sample = Sample(times)
    return Round(
      median: sample.median, worst: sample.percentile(99),
      processor: (try figures.processorTime() - before) / Double(times.count))
  }

  // MARK: Joining

  /// From the exec of `watch` to all rows of the session on its terminal. The title is left out: it counts
  /// who watches.
  func joins(_ count: Int) throws -> [Figure] {
    var times: [Double] = []
    for _ in 0..<count {
      session.listen(for: .milliseconds(100))
      let wanted = session.screen.lines.dropFirst()
      let watcher = try bench.start([program, "watch", name], rows: session.screen.rows + 1)
      defer { watcher.close() }
      let time = try watcher.start(
        until: { screen in
          screen.shows("WATCHING") && screen.lines.dropFirst().dropLast().elementsEqual(wanted)
        }, "the session's screen")
      times.append(time.milliseconds)
    }
    let sample = Sample(times)
    return [
      Budgeted.lateJoiner.figure(sample.median), Budgeted.latestJoiner.figure(sample.most),
    ]
  }
}
