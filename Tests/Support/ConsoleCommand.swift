import Foundation

/// The built console as a command without a terminal: what it says, where, and how it ends.
public enum ConsoleCommand {
  /// Runs it with the arguments, and nothing in its environment but PATH, LANG, and what is added.
  public static func run(
    _ arguments: [String], variables: [String: String] = [:]
  ) throws -> (status: Int32, output: String, errors: String) {
    let home = try ConsoleHome()
    let path = ProcessInfo.processInfo.environment["PATH", default: "/usr/bin:/bin"]
    let usual = ["PATH": path, "LANG": "C.UTF-8", "HOME": home.url.path]
    let tool = CommandLineTool(folder: home.url, environment: usual.merging(variables) { $1 })
    return try tool.outcome(of: [try BuiltProgram.path(named: "recorder-console")] + arguments)
  }
}
