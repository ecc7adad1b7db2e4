import Foundation
import Training

/// Going from place to place in a recording of an hour: from a key to the last byte of the frame there.
func replayFigures(of program: String, _ plan: ShowPlan) throws -> [Figure] {
  let hour = try RecordedHour()
  let file = FileManager.default.temporaryDirectory
    .appendingPathComponent("console-benchmark-\(UUID().uuidString).cast")
  try Data(hour.lines).write(to: file)
  defer { try? FileManager.default.removeItem(at: file) }
  let bench = try Workbench()
  var starts: [Double] = []
  var first: [Double] = []
  var later: [Double] = []
  for _ in 0..<plan.replays {
    let projection = try Projection(of: file.path, program, on: bench)
    starts.append(projection.start)
    // All of it has to be played, and nothing is kept of it yet.
    first.append(try projection.seek(.named(.end), to: "1:00:00 / 1:00:00"))
    later += try projection.wander()
    projection.close()
  }
  return [
    Figure(
      name: "recording of an hour", unit: "MB", measured: Double(hour.lines.count) / 1_000_000),
    Figure(name: "replay, exec to the first frame", unit: "ms", measured: Sample(starts).median),
    Figure(name: "replay, first seek over all, median", unit: "ms", measured: Sample(first).median),
    Figure(name: "replay, later seek, median", unit: "ms", measured: Sample(later).median),
    Figure(name: "replay, later seek, worst", unit: "ms", measured: Sample(later).most),
    Budgeted.replaySeek.figure(Sample(first + later).most),
  ]
}

/// The real program with a recording, which stands still but for what keys do.
private struct Projection {
  private let program: TerminalProgram
  /// From the exec to the first frame.
  let start: Double

  init(of file: String, _ name: String, on bench: Workbench) throws {
    // Two rows below the picture are the replay's own.
    program = try bench.start([name, "replay", file], rows: 26)
    start = try program.start(typing: .named(.space), until: ["Paused", "Leave"]).milliseconds
  }

  func close() { program.close() }

  /// Presses a key that leads elsewhere: the milliseconds to the last byte of the frame there.
  func seek(_ key: KeyScript.Key, to moment: String? = nil) throws -> Double {
    let burst = try program.press(key, quiet: .milliseconds(30), patience: .seconds(2))
    if let moment, !program.screen.shows(moment) {
      throw BenchmarkFault.neverShown(moment, "replay", program.screen.lines)
    }
    guard let last = burst.last else { throw BenchmarkFault.silent("replay") }
    return last.milliseconds
  }

  /// By minutes, marks, seconds and to both ends.
  func wander() throws -> [Double] {
    let ends = try KeyScript(parsing: "Home End").keys
    let steps = "PageUp*20 Left*5 p*15 PageDown*10 Right*5 n*10"
    return try (ends + KeyScript(parsing: steps).keys + ends).map { try seek($0) }
  }
}
