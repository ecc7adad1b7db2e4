import Foundation

/// A throw-away home for the measured programs: a person's files are not read, nor written.
final class Workbench {
  private let folder: URL
  private var places = 0
  /// Where sessions that are watched have their sockets: not far down, for paths of sockets are short.
  let runtimeFolder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("console-benchmark-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var name = Array("/tmp/console-benchmark-XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else { throw BenchmarkFault.unreadable("/tmp") }
    runtimeFolder = String(decoding: name.dropLast().map(UInt8.init), as: UTF8.self)
  }

  deinit {
    for path in [folder.path, runtimeFolder] { try? FileManager.default.removeItem(atPath: path) }
  }

  /// Starts the command as its first user would: with a state folder that is still empty.
  func start(_ command: [String], rows: Int = 24) throws(BenchmarkFault) -> TerminalProgram {
    places += 1
    let home = folder.path
    return try TerminalProgram(
      command,
      environment: [
        "TERM": "xterm-256color", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "HOME": home,
        "PATH": ProcessInfo.processInfo.environment["PATH", default: "/usr/bin:/bin"],
        "XDG_CONFIG_HOME": home + "/config", "XDG_CACHE_HOME": home + "/cache",
        "XDG_DATA_HOME": home + "/data", "XDG_STATE_HOME": home + "/state\(places)",
        "XDG_RUNTIME_DIR": runtimeFolder,
      ], rows: rows)
  }
}
