import Foundation
import Testing

/// A server on loopback for one test, made by a Python script that says `ready PORT` and ends when its
/// standard input does.
public final class LoopbackServer {
  /// Where it listens.
  public let port: Int
  /// A folder of its own, which goes with it.
  public let folder: URL
  private let isEncrypted: Bool
  private let process = Process()
  private let input = Pipe()

  /// Starts a script of the package with its arguments, behind the path of a file in the folder, and
  /// waits until it listens. One that is encrypted finds its certificate in the folder.
  public init(
    _ script: String, file: String, _ arguments: [String] = [], isEncrypted: Bool = false,
    python: String = "/usr/bin/python3"
  ) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("server-" + UUID().uuidString.prefix(8))
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    self.folder = folder
    self.isEncrypted = isEncrypted
    if isEncrypted { try MailServerProcess.makeCertificate(in: folder) }
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments =
      [PackageRoot.url.appendingPathComponent(script).path, folder.path + "/" + file] + arguments
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    let text = output.firstLine()
    port = try #require(text.split(whereSeparator: \.isWhitespace).last.flatMap { Int($0) })
  }

  /// Ends it, by its own process id.
  deinit {
    // Threads of tests hold the gentler signals back, and the server has inherited that.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }

  /// Its URL with a path.
  public func url(_ path: String = "") -> String {
    "http\(isEncrypted ? "s" : "")://127.0.0.1:\(port)\(path)"
  }

  /// The certificate that vouches for it, where it is encrypted.
  public var certificate: String { folder.path + "/cert.pem" }

  /// The objects that stand in a file of its folder, one on a line.
  public func lines(of file: String) throws -> [[String: Any]] {
    let data = (try? Data(contentsOf: folder.appendingPathComponent(file))) ?? Data()
    return try data.split(separator: 0x0A).map { line in
      try #require(JSONSerialization.jsonObject(with: line) as? [String: Any])
    }
  }
}
