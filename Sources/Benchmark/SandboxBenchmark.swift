import Foundation
import Library
import Sandbox

/// How long a session of a class takes to give up all but its own files, and to limit itself: each time in
/// a process of its own, for it holds for good.
func sandboxFigures(_ plan: ShowPlan) throws -> [Figure] {
  guard Sandbox.landlockVersion > 0 else {
    return skipped("the sandbox", "this kernel has no Landlock")
  }
  let bench = try Workbench()
  var times: [Double] = []
  for _ in 0..<plan.sandboxes {
    let said = try Child("console-benchmark", ["--enter-sandbox", bench.runtimeFolder]).end()
    guard let time = Double(said.trimmingCharacters(in: .whitespacesAndNewlines)) else {
      throw BenchmarkFault.unexpected("the sandbox could not be entered: \(said)")
    }
    times.append(time)
  }
  let sample = Sample(times)
  return [
    Budgeted.sandbox.figure(sample.median),
    Figure(
      name: "sandbox and limits of a session, p95", unit: "ms", measured: sample.percentile(95)),
  ]
}

/// A process that limits and confines itself as a trainee's session does, and says how long that took.
struct SandboxEntry {
  /// The trainee's folder, and that of sockets.
  let folder: String

  func run() throws {
    let assets = try AssetFolder.find(explicit: nil).path
    let plan = SandboxPlan(
      foldersWritten: [folder], foldersRead: [assets], runFolder: folder,
      filesReadBelow: ["/proc"])
    let start = ContinuousClock.now
    try SessionLimits.learner.apply()
    try Sandbox.enter(plan)
    print((ContinuousClock.now - start).milliseconds)
  }
}

/// Says aloud what could not be measured here, and why; no figure is given for it.
func skipped(_ what: String, _ why: String) -> [Figure] {
  FileHandle.standardError.write(Data("Not measured: \(what): \(why).\n".utf8))
  return []
}
