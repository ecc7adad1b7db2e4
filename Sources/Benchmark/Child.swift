import Foundation
import Glibc

/// A program of this product that runs beside the benchmark.
struct Child {
  private let process = Process()
  private let output = Pipe()
  private let name: String

  init(_ name: String, _ arguments: [String]) throws {
    guard let path = ProgramPath.find(name) else {
      throw BenchmarkFault.cannotStart(name, "it is neither beside this program nor in PATH")
    }
    self.name = name
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.standardOutput = output
    try process.run()
    // Only the child writes into it: its end is the end of what there is to read.
    try output.fileHandleForWriting.close()
  }

  /// Waits for the end, and returns what it printed.
  @discardableResult
  func end() throws -> String {
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw BenchmarkFault.cannotStart(name, "it ended with \(process.terminationStatus)")
    }
    return String(decoding: said, as: UTF8.self)
  }
}

/// Where processes wait for one another: all pass when it is opened.
struct Gate {
  private let file: Int32

  /// Makes a closed one in a folder.
  init(in folder: String) throws {
    file = try Gate.file(in: folder)
    flock(file, LOCK_EX)
  }

  func open() { flock(file, LOCK_UN) }

  /// Waits until the gate of a folder is open.
  static func pass(in folder: String) throws {
    let file = try file(in: folder)
    flock(file, LOCK_SH)
    close(file)
  }

  private static func file(in folder: String) throws -> Int32 {
    let path = folder + "/gate"
    let file = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw BenchmarkFault.unreadable(path) }
    return file
  }
}
