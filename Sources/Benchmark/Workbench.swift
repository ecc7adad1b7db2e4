import Foundation

/// A throw-away home for the measured programs: a person's files are not read, nor written.
final class Workbench {
  private let folder: URL
  private var places = 0

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("console-benchmark-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Starts the command as its first user would: with a state folder that is still empty.
  func start(_ command: [String]) throws(BenchmarkFault) -> TerminalProgram {
    places += 1
    let home = folder.path
    return try TerminalProgram(
      command,
      environment: [
        "TERM": "xterm-256color", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "HOME": home,
        "PATH": ProcessInfo.processInfo.environment["PATH", default: "/usr/bin:/bin"],
        "XDG_CONFIG_HOME": home + "/config", "XDG_CACHE_HOME": home + "/cache",
        "XDG_DATA_HOME": home + "/data", "XDG_STATE_HOME": home + "/state\(places)",
      ])
  }
}
