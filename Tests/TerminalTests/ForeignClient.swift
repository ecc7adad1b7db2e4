import Foundation
import Support

/// A program of somebody else's that speaks ONVIF, in an environment of its own below `.peers`.
enum ForeignClient {
  /// The Python that has it.
  static func python(of peer: String) -> String {
    PackageRoot.url.appendingPathComponent(".peers/\(peer)/bin/python").path
  }

  /// Whether `debian.sh --tests` has made it.
  static func isThere(_ peer: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: python(of: peer))
  }

  /// Runs `onvif_clients.py` with the client and what is to be done.
  static func run(
    _ client: String, of peer: String, _ arguments: [String]
  ) throws -> (status: Int32, output: String) {
    let home = try ConsoleHome()
    let script = PackageRoot.url.appendingPathComponent("Tests/Scripts/onvif_clients.py").path
    let tool = CommandLineTool(
      folder: home.url,
      environment: [
        "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1", "HOME": home.url.path,
        "PATH": "/usr/bin:/bin",
      ])
    let (status, output, errors) = try tool.outcome(
      of: [python(of: peer), script, client] + arguments)
    return (status, output + errors)
  }
}
