import Foundation
import Training

/// The console over a recorder that is real to it, on loopback: how soon its live view is whole, what a
/// key costs while the recorder is slow to answer, how much memory it has; and a search of many.
func connectFigures(starts count: Int) throws -> [Figure] {
  let name = "recorder-console"
  guard let program = ProgramPath.find(name) else {
    throw BenchmarkFault.cannotStart(name, "it is not beside this program")
  }
  let visit = try Visit(program)
  return try visit.starts(count) + visit.keys() + [discovery(program)]
}

/// Somebody who connects to a recorder that is served here.
private struct Visit {
  private let program: String
  private let bench: Workbench
  private let folder: ThrowAwayFolder

  init(_ program: String) throws {
    self.program = program
    bench = try Workbench()
    folder = try ThrowAwayFolder()
    // From a file of its own: pages of one file are shared by both, and would be no private memory.
    try FileManager.default.copyItem(atPath: program, toPath: folder.path(of: "server"))
  }

  private func served(_ more: String...) throws -> ServedProgram {
    try ServedProgram(
      folder.path(of: "server"), ["--recorder", "nvr-1-4-2", "--onvif", "0"] + more)
  }

  private func connected(to served: ServedProgram) throws -> TerminalProgram {
    try folder.write(served.password, as: "secret")
    return try bench.start([
      program, "connect", "http://127.0.0.1:\(try served.port)", "--user", "admin",
      "--secret-file", folder.path(of: "secret"), "--calm",
    ])
  }

  /// Four tiles with their pictures, and none that still waits for its own.
  private static func isWhole(_ screen: TerminalModel) -> Bool {
    (1...4).allSatisfy { screen.shows("CAM \($0)") } && !screen.shows("on the way")
  }

  /// How soon the live view is whole, and how much memory the console has of its own then.
  func starts(_ count: Int) throws -> [Figure] {
    let served = try served()
    defer { withExtendedLifetime(served) {} }
    var times: [Double] = []
    var memory: [Double] = []
    for _ in 0..<count {
      let console = try connected(to: served)
      defer { console.close() }
      times.append(try console.start(until: Visit.isWhole).milliseconds)
      // With the pictures of some seconds, as somebody has it who watches.
      console.listen(for: .seconds(3))
      memory.append(try ProcessFigures(process: console.process).memory().own)
    }
    return [
      Budgeted.connectStart.figure(Sample(times).median),
      Figure(
        name: "connect to the whole live view, p99", unit: "ms",
        measured: Sample(times).percentile(99)),
      Budgeted.connectMemory.figure(Sample(memory).most),
    ]
  }

  /// What a key costs while pictures are asked for, of which each comes late: there is always a request
  /// that waits.
  func keys() throws -> [Figure] {
    let served = try served("--misbehave", "slow=1s")
    let console = try connected(to: served)
    // It ends when nobody has it any more.
    defer { withExtendedLifetime(served) { console.close() } }
    _ = try console.start { screen in (1...4).allSatisfy { screen.shows("CAM \($0)") } }
    try console.play(try KeyScript(parsing: "Space see:'Main menu'"))
    var times: [Double] = []
    for _ in 0..<25 {
      for key in try KeyScript(parsing: "Down*2 Up*2").keys {
        if let last = try console.press(key).last { times.append(last.milliseconds) }
      }
    }
    guard !times.isEmpty else { throw BenchmarkFault.silent(program) }
    return [
      Figure(
        name: "connect, key while a request is out, median", unit: "ms",
        measured: Sample(times).median),
      Budgeted.connectKey.figure(Sample(times).percentile(99)),
    ]
  }
}

/// The shortest search, in whole seconds, that finds each of two hundred devices, from its start to its
/// end.
private func discovery(_ program: String) throws -> Figure {
  let many = 200
  let served = try ServedProgram(
    program,
    ["--devices", "\(many)", "--onvif", "0", "--discoverable", "--discovery-port", "0"])
  for seconds in 1...60 {
    let search = Process()
    let output = Pipe()
    search.executableURL = URL(fileURLWithPath: program)
    search.arguments = [
      "discover", "127.0.0.1:\(try served.searchPort)", "--csv", "--seconds", "\(seconds)",
    ]
    search.standardOutput = output
    let start = ContinuousClock.now
    try search.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    search.waitUntilExit()
    let found = said.split(whereSeparator: \.isNewline).count - 1
    guard found == many else { continue }
    return Budgeted.discovery.figure((ContinuousClock.now - start) / .seconds(1))
  }
  throw BenchmarkFault.cannotStart(program, "a search did not find all of \(many)")
}

/// A folder that goes with whoever made it.
private final class ThrowAwayFolder {
  private let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("console-benchmark-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(of file: String) -> String { url.appendingPathComponent(file).path }

  /// Writes a file that only its owner may read.
  func write(_ text: String, as file: String) throws {
    try Data(text.utf8).write(to: url.appendingPathComponent(file))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: path(of: file))
  }
}
