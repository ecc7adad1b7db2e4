import Foundation

/// What the kernel says about a running program.
struct ProcessFigures {
  let process: Int32

  /// Memory in MiB: what only this process has, and all that it has in RAM.
  func memory() throws(BenchmarkFault) -> (own: Double, resident: Double) {
    let numbers = try kilobytes(in: "/proc/\(process)/smaps_rollup")
    let own = numbers["Private_Clean", default: 0] + numbers["Private_Dirty", default: 0]
    return (own / 1024, numbers["Rss", default: 0] / 1024)
  }

  /// How often its threads have gone to sleep since they started: each sleep ends in a wake-up.
  /// Where the kernel took the processor away for a while, nobody was woken.
  func switches() throws(BenchmarkFault) -> Double {
    try overThreads { path throws(BenchmarkFault) in
      try kilobytes(in: path + "/status")["voluntary_ctxt_switches", default: 0]
    }
  }

  /// The processor time of it in milliseconds, with that of threads that have ended.
  func processorTime() throws(BenchmarkFault) -> Double {
    var clock = clockid_t()
    var time = timespec()
    guard clock_getcpuclockid(process, &clock) == 0, clock_gettime(clock, &time) == 0 else {
      throw .unreadable("the processor time of \(process)")
    }
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }

  private func overThreads(
    _ figure: (String) throws(BenchmarkFault) -> Double
  ) throws(BenchmarkFault) -> Double {
    let folder = "/proc/\(process)/task"
    guard let threads = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw .unreadable(folder)
    }
    var sum = 0.0
    for thread in threads { sum += try figure("\(folder)/\(thread)") }
    return sum
  }

  private func kilobytes(in path: String) throws(BenchmarkFault) -> [String: Double] {
    var numbers: [String: Double] = [:]
    for line in try text(of: path).split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2,
        let number = parts[1].split(whereSeparator: { " \t".contains($0) }).first
      else { continue }
      numbers[String(parts[0])] = Double(number)
    }
    return numbers
  }

  private func text(of path: String) throws(BenchmarkFault) -> String {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw .unreadable(path)
    }
    return text
  }
}
