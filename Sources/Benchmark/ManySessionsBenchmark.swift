import EnvironmentVariables
import Foundation
import Spectators
import Training

/// Many sessions of one machine that may be watched, as those of a class, each with a key a second; one
/// of them is. Then nobody touches them.
func manySessionFigures(of program: String, _ plan: ShowPlan) throws -> [Figure] {
  let hall = try Hall(program, sessions: plan.sessions)
  let before = (try hall.processorTime(), ContinuousClock.now)
  let times = Sample(try hall.type(plan.keysOfEach))
  let processor = try hall.processorTime() - before.0
  let passed = (ContinuousClock.now - before.1).milliseconds
  let memory = Sample(try hall.privateMemory())
  let count = plan.sessions
  return [
    Figure(
      name: "\(count) sessions, key to terminal median", unit: "ms", measured: times.median),
    named("\(count) sessions, key to terminal p99", Budgeted.manyKey.figure(times.percentile(99))),
    named(
      "\(count) sessions, private memory each, median", Budgeted.manyMemory.figure(memory.median)),
    Figure(
      name: "\(count) sessions, processor in all", unit: "% of a core",
      measured: 100 * processor / passed),
    named(
      "\(count) sessions, still: wake-ups of all",
      Budgeted.manyWakeUps.figure(try hall.wakeUps(in: plan.stillSeconds, after: plan.restSeconds))),
  ]
}

private func named(_ name: String, _ figure: Figure) -> Figure {
  var figure = figure
  figure.name = name
  return figure
}

/// So many consoles at once, each with its main menu open, and somebody who watches one of them.
private final class Hall {
  private let bench: Workbench
  private var sessions: [TerminalProgram] = []
  private let watcher: TerminalProgram
  private let keys: [KeyScript.Key]

  init(_ program: String, sessions count: Int) throws {
    Hall.allowDescriptors()
    bench = try Workbench()
    let subject = try Subject.console(at: program)
    keys = subject.moves.keys
    for _ in 0..<count {
      let session = try bench.start(subject.command + ["practice", "--share"])
      _ = try session.start(typing: subject.early, until: subject.sights)
      sessions.append(session)
    }
    // A row below the session's is the watcher's own.
    watcher = try bench.start(
      [program, "watch", try bench.sessionName(of: sessions[0].process)],
      rows: sessions[0].screen.rows + 1)
    _ = try watcher.start(typing: nil, until: ["WATCHING"] + subject.sights)
    try rest(for: .seconds(1))
  }

  /// A terminal each, and some to spare.
  private static func allowDescriptors() {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
    limit.rlim_cur = max(limit.rlim_cur, min(limit.rlim_max, 4_096))
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }

  /// Types so many keys into each session, one a second, evenly spread over it; returns the milliseconds
  /// to the last byte of each answer. None until the next key counts as a whole second.
  func type(_ count: Int) throws -> [Double] {
    let clock = ContinuousClock()
    let start = clock.now
    let pause = Duration.seconds(1) / sessions.count
    var pressed = sessions.map { _ in start }
    var answers: [Duration?] = sessions.map { _ in nil }
    var times: [Double] = []
    for number in 0..<sessions.count * (count + 1) {
      let session = number % sessions.count
      try rest(until: start + pause * number) { place, now in
        // What comes later than the rest of an answer is none: the minute of a clock, for one.
        if let last = answers[place], now - pressed[place] - last > .milliseconds(5) { return }
        answers[place] = now - pressed[place]
      }
      if number >= sessions.count { times.append(answers[session]?.milliseconds ?? 1_000) }
      guard number < sessions.count * count else { continue }
      answers[session] = nil
      pressed[session] = clock.now
      try sessions[session].type(keys[number / sessions.count % keys.count])
    }
    return times
  }

  func privateMemory() throws -> [Double] {
    try sessions.map { try ProcessFigures(process: $0.process).memory().own }
  }

  func processorTime() throws -> Double {
    try sessions.map { try ProcessFigures(process: $0.process).processorTime() }.reduce(0, +)
  }

  /// How often all of them together wake up in a second, once the last key is long past: threads that have
  /// done something wait five seconds for more to do.
  func wakeUps(in seconds: Double, after pause: Double) throws -> Double {
    try rest(for: .seconds(pause))
    // Each clock on a screen goes on with the minute, and that is a wake-up that has to be.
    let second = Date().timeIntervalSince1970.truncatingRemainder(dividingBy: 60)
    if second + seconds > 58 { try rest(for: .seconds(62 - second)) }
    let before = try switches()
    try rest(for: .seconds(seconds))
    return (try switches() - before) / seconds
  }

  private func switches() throws -> Double {
    try sessions.map { try ProcessFigures(process: $0.process).switches() }.reduce(0, +)
  }

  private func rest(for time: Duration) throws { try rest(until: .now + time) { _, _ in } }

  /// Takes what the programs write until a moment, and says of which session something came.
  private func rest(
    until end: ContinuousClock.Instant, _ hear: (Int, ContinuousClock.Instant) -> Void
  ) throws {
    let programs = sessions + [watcher]
    var waited = programs.map { pollfd(fd: $0.terminal, events: Int16(POLLIN), revents: 0) }
    repeat {
      let left = max(.zero, end - .now).milliseconds.rounded(.down)
      guard poll(&waited, nfds_t(waited.count), Int32(left)) > 0 else { continue }
      for place in waited.indices where waited[place].revents != 0 {
        guard try programs[place].drain() > 0, place < sessions.count else { continue }
        hear(place, .now)
      }
    } while .now < end
  }
}

extension Workbench {
  /// Where its sessions are found by those who watch them.
  var sessionFolder: SessionFolder? {
    SessionFolder { $0 == .runtimeFolder ? runtimeFolder : nil }
  }

  /// The name of the session that a process has begun with --share.
  func sessionName(of process: Int32) throws -> String {
    guard let name = sessionFolder?.names().first(where: { $0.hasSuffix("-\(process)") }) else {
      throw BenchmarkFault.unexpected("process \(process) offers no session")
    }
    return name
  }
}
