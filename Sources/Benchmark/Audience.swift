import Dispatch
import Foundation
import Spectators

/// Spectators of one session, in a process of their own: forty put together each frame that comes, and
/// ten never read but their first packet. They stay until nothing more is to be read from standard input.
struct Audience {
  static let readers = 40
  static let sleepers = 10
  /// What is said once all who read have the whole picture.
  static let ready = "ready\n"

  private let session: String
  private let folder: String

  /// `place` is the folder of the session, a colon, and its name.
  init(of place: String) {
    let parts = place.split(separator: ":", maxSplits: 1).map(String.init)
    (folder, session) = (parts.first ?? "", parts.last ?? "")
  }

  func run() throws {
    Thread.detachNewThread {
      _ = FileHandle.standardInput.readDataToEndOfFile()
      exit(0)
    }
    let news = DispatchSemaphore(value: 0)
    let lines = try (0..<Self.readers).map { try line("reader \($0)") { news.signal() } }
    // Each is read by a thread of its own, and these threads wait for ever.
    let sleeping = try (0..<Self.sleepers).map { number in
      try line("sleeper \(number)") { while true { pause() } }
    }
    defer { withExtendedLifetime(sleeping) {} }
    var pictures = lines.map { _ in SessionPicture(session: session) }
    var isReady = false
    while true {
      news.wait()
      while news.wait(timeout: .now()) == .success {}
      for (place, line) in lines.enumerated() {
        guard let packets = line.take() else { return }
        for packet in packets { pictures[place].take(packet) }
      }
      guard !isReady, pictures.allSatisfy({ $0.frame != nil }) else { continue }
      isReady = true
      FileHandle.standardOutput.write(Data(Self.ready.utf8))
    }
  }

  private func line(_ name: String, _ wake: @escaping @Sendable () -> Void) throws -> SessionLine {
    guard let folder = SessionFolder(environment: { $0 == .runtimeFolder ? folder : nil }),
      let line = SessionLine(to: session, in: folder, as: name, wake: wake)
    else { throw BenchmarkFault.unexpected("nobody offers a session \(session)") }
    return line
  }
}

/// Spectators that have come to a session, and go when they are let go of.
final class ComeAudience {
  private let running = Process()
  private let input = Pipe()

  init(to session: String, in runtimeFolder: String) throws {
    let name = "console-benchmark"
    guard let path = ProgramPath.find(name) else {
      throw BenchmarkFault.cannotStart(name, "it is not beside this program")
    }
    let output = Pipe()
    running.executableURL = URL(fileURLWithPath: path)
    running.arguments = ["--spectate", "\(runtimeFolder):\(session)"]
    (running.standardInput, running.standardOutput) = (input, output)
    try running.run()
    // Only the child writes into it: its end would be the end of what there is to read.
    try output.fileHandleForWriting.close()
    let said = output.fileHandleForReading.availableData
    guard String(decoding: said, as: UTF8.self) == Audience.ready else {
      throw BenchmarkFault.unexpected("the spectators of \(session) saw nothing")
    }
  }

  deinit {
    try? input.fileHandleForWriting.close()
    running.waitUntilExit()
  }
}
