import Training

/// The measuring of one program in a terminal.
struct Measurement {
  let subject: Subject
  let plan: Plan
  let bench: Workbench

  /// How much is measured.
  struct Plan {
    var starts = 15
    var keys = 300
    var idleSeconds = 8.0
    var engineSeconds = 1.0

    /// A few of each, for a check on every change.
    static let short = Plan(starts: 5, keys: 120, idleSeconds: 4, engineSeconds: 0.3)
  }

  /// The first complete screens of the program and of its rivals, in turn, so that a busy machine is busy
  /// for all of them; the first round only warms the caches.
  func starts() throws(BenchmarkFault) -> [StartFigures] {
    let programs =
      [(subject.name, Optional(subject.command), subject.early, subject.sights)]
      + Rival.all.map { ($0.name, $0.installed, nil, $0.sights) }
    var times = Array(repeating: [Double](), count: programs.count)
    for round in 0...plan.starts {
      for (index, (_, command, key, sights)) in programs.enumerated() {
        guard let command else { continue }
        let program = try bench.start(command)
        let time =
          sights.isEmpty
          ? try program.firstFrame().last : try program.start(typing: key, until: sights)
        program.close()
        if round > 0, let time { times[index].append(time.milliseconds) }
      }
    }
    return zip(programs, times).map { StartFigures(name: $0.0, times: $1) }
  }

  /// One session, from the first frame through idling to the last key.
  func session() throws(BenchmarkFault) -> SessionFigures {
    let program = try bench.start(subject.command)
    defer { program.close() }
    _ = try program.firstFrame()
    try program.play(subject.arrive)
    let figures = ProcessFigures(process: program.process)
    let live = try idle(program)
    let memory = try figures.memory()
    try program.play(subject.still)
    let still = try idle(program)
    let moves = try press(subject.moves.keys, count: plan.keys, in: program)
    let screens = try press(subject.screens.keys, count: plan.keys / 10, in: program)
    return SessionFigures(
      own: memory.own, resident: memory.resident, live: live, still: still, moves: moves,
      screens: screens)
  }

  /// Private memory in MiB of each of so many consoles that run at once.
  func together(_ count: Int) throws(BenchmarkFault) -> Sample {
    var programs: [TerminalProgram] = []
    for _ in 0..<count {
      let program = try bench.start(subject.command)
      _ = try program.firstFrame()
      try program.play(subject.arrive)
      for other in programs { other.listen(for: .milliseconds(1)) }
      programs.append(program)
    }
    var own: [Double] = []
    for program in programs {
      program.listen(for: .milliseconds(20))
      own.append(try ProcessFigures(process: program.process).memory().own)
    }
    return Sample(own)
  }

  /// What the program does when it is left alone, once the start's worker threads have ended:
  /// they wait five seconds for more to do.
  private func idle(_ program: TerminalProgram) throws(BenchmarkFault) -> IdleFigures {
    program.listen(for: .seconds(6))
    let figures = ProcessFigures(process: program.process)
    try standBetweenTicks(program, figures)
    let before = (try figures.switches(), try figures.processorTime())
    let bytes = program.listen(for: .seconds(plan.idleSeconds))
    let after = (try figures.switches(), try figures.processorTime())
    return IdleFigures(
      wakeUps: (after.0 - before.0) / plan.idleSeconds,
      processor: (after.1 - before.1) / plan.idleSeconds,
      bytes: Double(bytes) / plan.idleSeconds)
  }

  /// Waits until half a second after a wake-up, so that a tick a second counts as just that; for a
  /// program that sleeps on, a second and a bit.
  private func standBetweenTicks(
    _ program: TerminalProgram, _ figures: ProcessFigures
  ) throws(BenchmarkFault) {
    let before = try figures.switches()
    for _ in 0..<60 {
      guard try figures.switches() == before else { break }
      program.listen(for: .milliseconds(20))
    }
    program.listen(for: .milliseconds(500))
  }

  private func press(
    _ keys: [KeyScript.Key], count: Int, in program: TerminalProgram
  ) throws(BenchmarkFault) -> KeyFigures {
    var figures = KeyFigures()
    guard !keys.isEmpty else { return figures }
    for _ in 0..<max(1, count / keys.count) {
      for key in keys {
        let burst = try program.press(key)
        guard let last = burst.last else {
          figures.unanswered += 1
          continue
        }
        figures.times.append(last.milliseconds)
        figures.bytes.append(Double(burst.bytes))
      }
    }
    return figures
  }
}

/// How long a program took to its first complete screen, in milliseconds; empty where it is not installed.
struct StartFigures {
  var name: String
  var times: [Double]
}

/// What a program does in a second in which nobody touches it; the processor in milliseconds.
struct IdleFigures {
  var wakeUps: Double
  var processor: Double
  var bytes: Double
}

/// The answers to keys: milliseconds to the last byte, and bytes.
struct KeyFigures {
  var times: [Double] = []
  var bytes: [Double] = []
  var unanswered = 0
}

/// Everything from one session; memory in MiB.
struct SessionFigures {
  var own: Double
  var resident: Double
  var live: IdleFigures
  var still: IdleFigures
  var moves: KeyFigures
  var screens: KeyFigures
}
