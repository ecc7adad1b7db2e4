import Foundation

/// A script of Tests/Scripts, run against the programs that were built with the tests.
public enum ProjectScript {
  /// Runs it with the console as its program, and returns how it ended and all that it said.
  public static func run(_ name: String, _ arguments: [String]) throws -> (Int32, said: String) {
    let home = try ConsoleHome()
    let path = ProcessInfo.processInfo.environment["PATH", default: "/usr/bin:/bin"]
    let tool = CommandLineTool(
      folder: home.url,
      environment: [
        "PATH": path, "LANG": "C.UTF-8", "TMPDIR": home.url.path, "PYTHONDONTWRITEBYTECODE": "1",
      ])
    let script = PackageRoot.url.appendingPathComponent("Tests/Scripts/\(name)").path
    let program = try BuiltProgram.path(named: "recorder-console")
    let (status, output, errors) = try tool.outcome(
      of: ["/usr/bin/python3", script, "--program", program] + arguments)
    return (status, output + errors)
  }
}
