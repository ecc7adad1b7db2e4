import Foundation

/// The built console as a command without a terminal: what it says, where, and how it ends.
public enum ConsoleCommand {
  /// Runs it with the arguments, and nothing in its environment but PATH, LANG, and what is added.
  public static func run(
    _ arguments: [String], variables: [String: String] = [:], into output: String? = nil
  ) throws -> (status: Int32, output: String, errors: String) {
    let program = try BuiltProgram.path(named: "recorder-console")
    guard let output else { return try run([program] + arguments, variables) }
    return try run(["sh", "-c", "exec \"$@\" > \(output)", "sh", program] + arguments, variables)
  }

  /// Runs it with an output that nobody reads any more, and that it hears of as of any fault.
  public static func runIntoClosedPipe(
    _ arguments: [String]
  ) throws -> (status: Int32, output: String, errors: String) {
    let script = """
      import os, signal, sys
      reading, writing = os.pipe()
      os.close(reading)
      os.dup2(writing, 1)
      signal.signal(signal.SIGPIPE, signal.SIG_IGN)
      os.execv(sys.argv[1], sys.argv[1:])
      """
    return try run(
      ["python3", "-c", script, try BuiltProgram.path(named: "recorder-console")] + arguments, [:])
  }

  private static func run(
    _ command: [String], _ variables: [String: String]
  ) throws -> (status: Int32, output: String, errors: String) {
    let home = try ConsoleHome()
    let path = ProcessInfo.processInfo.environment["PATH", default: "/usr/bin:/bin"]
    let usual = ["PATH": path, "LANG": "C.UTF-8", "HOME": home.url.path]
    let tool = CommandLineTool(folder: home.url, environment: usual.merging(variables) { $1 })
    return try tool.outcome(of: command)
  }
}
