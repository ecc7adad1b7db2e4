import Foundation

/// A system call as strace tells it, with the paths of its descriptors (`-y`).
struct TracedCall: Equatable, CustomStringConvertible {
  let name: String
  let arguments: String
  /// What it returned; nil: the thread ended in it.
  let result: Int?
  /// The file whose descriptor it returned.
  let file: String?

  /// Reads a line; nil: it is no call.
  init?(_ line: some StringProtocol) {
    let line = String(line)
    guard let start = line.firstMatch(of: /^(\w+)\(/) else { return nil }
    name = String(start.output.1)
    let rest = line[start.range.upperBound...]
    guard let end = rest.firstMatch(of: /^(.*)\) += (-?\d+|0x[0-9a-f]+|\?)(?:<(.*)>)?/) else {
      // The thread ended before the call did.
      (arguments, result, file) = (String(rest), nil, nil)
      return
    }
    arguments = String(end.output.1)
    let number = end.output.2
    result = number.hasPrefix("0x") ? Int(number.dropFirst(2), radix: 16) : Int(number)
    file = end.output.3.map(String.init)
  }

  var isDone: Bool { (result ?? -1) >= 0 }

  var description: String {
    "\(name)(\(arguments)) = \(result.map(String.init) ?? "?")\(file.map { " \($0)" } ?? "")"
  }

  /// The paths that it names, whole: a relative one lies below the descriptor before it.
  var paths: [String] {
    arguments.matches(of: /(?:(?:AT_FDCWD|\d+)<([^>]*)>, )?"((?:[^"\\]|\\.)*)"/).map { match in
      let named = String(match.output.2)
      guard !named.hasPrefix("/") else { return named }
      return (match.output.1.map(String.init) ?? "?") + (named.isEmpty ? "" : "/" + named)
    }
  }
}

/// What strace wrote about processes and their threads, a file for each (`-ff`).
struct SyscallTrace {
  /// The calls of each thread, by its number.
  private let threads: [Int: [TracedCall]]
  /// Lines that were not understood: whoever judges a trace wants none.
  let strange: [String]

  init(_ files: [Int: String]) {
    var threads: [Int: [TracedCall]] = [:]
    var strange: [String] = []
    for (thread, text) in files {
      for line in text.split(separator: "\n") where !line.hasPrefix("---") && !line.hasPrefix("+++")
      {
        if let call = TracedCall(line) {
          threads[thread, default: []].append(call)
        } else {
          strange.append(String(line))
        }
      }
    }
    (self.threads, self.strange) = (threads, strange)
  }

  /// Reads the files of a folder, which strace has named `t` and the number of the thread.
  init(folder: String) throws {
    var files: [Int: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      guard let thread = Int(name.dropFirst(2)) else { continue }
      files[thread] = String(
        decoding: try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")), as: UTF8.self)
    }
    self.init(files)
  }

  /// A process once it has given up files, and all threads that it makes from then on.
  struct Confined {
    let process: Int
    /// The numbers of its threads.
    var threads: Set<Int> {
      Set(stages.joined().filter { $0.name.hasPrefix("clone") }.compactMap(\.result)).union([
        process
      ])
    }
    /// Before it gave up still more, and afterwards.
    let stages: [[TracedCall]]
  }

  /// The processes that gave up files.
  var confined: [Confined] {
    threads.keys.sorted().compactMap { process in
      var stages: [[TracedCall]] = []
      for call in threads[process] ?? [] {
        if call.name == "landlock_restrict_self", call.isDone { stages.append([]) }
        if !stages.isEmpty { stages[stages.count - 1].append(call) }
      }
      guard !stages.isEmpty else { return nil }
      return Confined(process: process, stages: stages.map(withThreads))
    }
  }

  private func withThreads(_ calls: [TracedCall]) -> [TracedCall] {
    calls.flatMap { call -> [TracedCall] in
      guard call.name.hasPrefix("clone"), call.isDone, let thread = call.result else {
        return [call]
      }
      return [call] + withThreads(threads[thread] ?? [])
    }
  }
}
