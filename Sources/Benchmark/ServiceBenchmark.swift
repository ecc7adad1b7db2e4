import Foundation
import Training

/// The recorder on the network: how much it answers, how large many of them are, and what a key at the
/// console costs meanwhile.
func serviceFigures(answers count: Int) throws -> [Figure] {
  let name = "recorder-console"
  guard let program = ProgramPath.find(name) else {
    throw BenchmarkFault.cannotStart(name, "it is not beside this program")
  }
  return try answers(of: program, count) + [try many(of: program)]
    + [try keys(of: program)]
}

/// The answers before these are its warming up.
private let warmingUp = 500

private func answers(of program: String, _ count: Int) throws -> [Figure] {
  let served = try ServedProgram(program, ["--onvif", "0"])
  let figures = ProcessFigures(process: served.process)
  let load = ServiceLoad(port: try served.port, connections: 4)
  load.wait(for: warmingUp)
  let before = try figures.processorTime()
  let start = ContinuousClock.now
  load.wait(for: warmingUp + count)
  let processor = try figures.processorTime() - before
  let passed = start.duration(to: .now) / .seconds(1)
  let (times, refused) = load.end()
  guard refused == 0, !times.isEmpty else {
    throw BenchmarkFault.cannotStart(program, "\(refused) of \(times.count) were refused")
  }
  return [
    Budgeted.serviceRate.figure(Double(count) / (processor / 1_000)),
    Figure(
      name: "service, signed reads, 4 at once", unit: "/s", measured: Double(count) / passed),
    Budgeted.serviceAnswer.figure(Sample(times).percentile(99)),
  ]
}

private func many(of program: String) throws -> Figure {
  let served = try ServedProgram(program, ["--devices", "200", "--onvif", "0"])
  // It has said where it listens: all of them do.
  let memory = try ProcessFigures(process: served.process).memory()
  return Budgeted.serviceMemory.figure(memory.resident)
}

private func keys(of program: String) throws -> Figure {
  // A port that was free just now is free yet.
  let port = try ServedProgram(program, ["--onvif", "0"]).port
  var subject = try Subject.console(at: program)
  subject.command += ["practice", "--onvif", "\(port)"]
  let terminal = try Workbench().start(subject.command)
  defer { terminal.close() }
  _ = try terminal.firstFrame()
  try terminal.play(subject.arrive)
  try terminal.play(subject.still)
  let load = ServiceLoad(port: port, connections: 4)
  var times: [Double] = []
  for _ in 0..<25 {
    for key in subject.moves.keys {
      if let last = try terminal.press(key).last { times.append(last.milliseconds) }
    }
  }
  let (answers, _) = load.end()
  guard answers.count > times.count else { throw BenchmarkFault.silent(program) }
  return Budgeted.serviceKey.figure(Sample(times).percentile(99))
}
