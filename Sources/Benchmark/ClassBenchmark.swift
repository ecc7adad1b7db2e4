import Foundation
import Library
import Training

/// A class over a real sshd on loopback: how long a trainee waits for the live view, beside somebody whose
/// command is refused, which costs all that ssh itself does.
func classFigures(of program: String, _ plan: ShowPlan) throws -> [Figure] {
  let room: MeasuredClass
  do {
    room = try MeasuredClass(program, trainees: plan.comings + 1)
  } catch let obstacle as MeasuredClass.Obstacle {
    return skipped("a class over ssh", obstacle.why)
  }
  var came: [Double] = []
  var refused: [Double] = []
  // In turn, so that a busy machine is busy for both; the first round only warms the caches.
  for trainee in 0...plan.comings {
    let times = (try room.come(trainee), try room.beRefused(trainee))
    guard trainee > 0 else { continue }
    came.append(times.0.milliseconds)
    refused.append(times.1.milliseconds)
  }
  let (coming, refusal) = (Sample(came), Sample(refused))
  return [
    Figure(name: "class, ssh to the live view, median", unit: "ms", measured: coming.median),
    Figure(name: "class, ssh to the live view, worst", unit: "ms", measured: coming.most),
    Figure(name: "class, ssh with a refused command, median", unit: "ms", measured: refusal.median),
    Budgeted.classStart.figure(coming.median - refusal.median),
  ]
}

/// A host with a class: its files are laid over this system's for its own processes alone.
private final class MeasuredClass {
  /// Why there can be none here.
  struct Obstacle: Error { let why: String }

  private let subject: Subject
  private let bench: Workbench
  private let holder = Process()
  private let input = Pipe()
  private var host = ""
  private let port: Int

  init(_ program: String, trainees: Int) throws {
    guard geteuid() == 0 else { throw Obstacle(why: "it is set up by root") }
    for tool in ["/usr/sbin/sshd", "/usr/bin/ssh", "/usr/bin/unshare", "/usr/bin/nsenter"] {
      guard access(tool, X_OK) == 0 else { throw Obstacle(why: "there is no \(tool)") }
    }
    let assets = try AssetFolder.find(explicit: nil).path
    let script = URL(fileURLWithPath: assets).deletingLastPathComponent()
      .appendingPathComponent("Tests/Scripts/class-host")
    guard access(script.path, X_OK) == 0 else { throw Obstacle(why: "there is no \(script.path)") }
    subject = try Subject.console(at: program)
    bench = try Workbench()
    port = MeasuredClass.freePort()
    try FileManager.default.createDirectory(
      atPath: bench.runtimeFolder + "/host", withIntermediateDirectories: true)
    let output = Pipe()
    holder.executableURL = script
    holder.arguments = [bench.runtimeFolder + "/host", assets, program]
    (holder.standardInput, holder.standardOutput) = (input, output)
    try holder.run()
    try output.fileHandleForWriting.close()
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    guard let ready = line.wholeMatch(of: /ready (\d+)\n/) else {
      throw Obstacle(why: "no files can be laid over this system's")
    }
    host = String(ready.1)
    try admin(["init", "--address", "127.0.0.1", "--port", "\(port)"])
    // Each comes once: whoever comes again finds the screen that they left.
    for trainee in 0..<trainees {
      try run(["/usr/bin/ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key(trainee)])
      try admin(["add", "trainee-\(trainee)", "--key", key(trainee) + ".pub"])
    }
  }

  deinit {
    try? input.fileHandleForWriting.close()
    holder.waitUntilExit()
  }

  /// From the exec of ssh to the live view that has obeyed a key pressed before it stood.
  func come(_ trainee: Int) throws -> Duration {
    let session = try bench.start(ssh(trainee))
    defer { session.close() }
    return try session.start(typing: subject.early, until: subject.sights)
  }

  /// From the exec of ssh to its end, with a command, of which no class knows any.
  func beRefused(_ trainee: Int) throws -> Duration {
    let (time, status) = try bench.start(ssh(trainee) + ["true"]).end()
    guard status == 64 else {
      throw BenchmarkFault.unexpected("a refused command ended with \(status ?? -1)")
    }
    return time
  }

  private func key(_ trainee: Int) -> String { bench.runtimeFolder + "/key-\(trainee)" }

  private func ssh(_ trainee: Int) -> [String] {
    let options = [
      "BatchMode=yes", "IdentitiesOnly=yes", "StrictHostKeyChecking=no",
      "UserKnownHostsFile=/dev/null", "LogLevel=ERROR", "SendEnv=LANG",
    ]
    return ["/usr/bin/ssh", "-tt", "-F", "none", "-p", "\(port)", "-i", key(trainee)]
      + options.flatMap { ["-o", $0] } + ["class@127.0.0.1"]
  }

  private func admin(_ words: [String]) throws {
    try run(
      ["/usr/bin/nsenter", "--target", host, "--mount", "--", "/usr/local/bin/recorder-console"]
        + ["class"] + words)
  }

  private func run(_ words: [String]) throws {
    let tool = Process()
    tool.executableURL = URL(fileURLWithPath: words[0])
    tool.arguments = Array(words.dropFirst())
    tool.standardOutput = FileHandle.nullDevice
    try tool.run()
    tool.waitUntilExit()
    guard tool.terminationStatus == 0 else {
      throw BenchmarkFault.unexpected(
        "\(words.joined(separator: " ")) ended with \(tool.terminationStatus)")
    }
  }

  /// A port that nobody has at the moment.
  private static func freePort() -> Int {
    let probe = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(probe) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = bind(probe, $0, size)
        _ = getsockname(probe, $0, &size)
      }
    }
    return Int(UInt16(bigEndian: address.sin_port))
  }
}
