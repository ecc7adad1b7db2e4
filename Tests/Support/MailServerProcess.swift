import Foundation
import Testing

/// A real mail server on loopback, with a certificate of its own; it ends with the suite.
public final class MailServerProcess: Sendable {
  /// The server of the suite at hand.
  @TaskLocal public static var current: MailServerProcess?

  /// What a server on one of the ports does.
  public enum Kind: String {
    case plain, starttls, signin, tls
    /// Takes connections and says nothing.
    case silent
  }

  /// The name and the secret that the server takes.
  public static let user = "trainer"
  public static let secret = "right-secret"

  private let folder: URL
  private let ports: [Substring: Int]
  private let process: Process

  /// Starts it and waits until it listens.
  public init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("mail-" + UUID().uuidString.prefix(8))
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    self.folder = folder
    try Self.makeCertificate(in: folder)
    let script = PackageRoot.url.appendingPathComponent("Tests/Support/mail_server.py")
    let output = Pipe()
    process = Process()
    // Debian's own: another one that comes first in PATH would not have its packages.
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = [script.path] + ["", "/cert.pem", "/key.pem"].map { folder.path + $0 }
    process.standardInput = Pipe()
    process.standardOutput = output
    // It tells of every client that leaves early: that is what some tests are about.
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = output.firstLine()
    let pairs = text.split(whereSeparator: \.isWhitespace).dropFirst().map {
      $0.split(separator: "=")
    }
    ports = Dictionary(uniqueKeysWithValues: pairs.map { ($0[0], Int($0[1]) ?? 0) })
  }

  /// Ends it, by its own process id.
  public func stop() {
    // Threads of tests hold the gentler signals back, and the server has inherited that.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }

  /// The URL of the server that behaves so.
  public func url(_ kind: Kind) throws -> String {
    let port = try #require(ports[kind.rawValue[...]])
    return "\(kind == .tls ? "smtps" : "smtp")://127.0.0.1:\(port)"
  }

  /// The certificate that vouches for it.
  public var certificate: String { folder.path + "/cert.pem" }

  /// The letter that arrived for the address, byte for byte.
  public func letter(for address: String) throws -> String {
    let data = try Data(contentsOf: folder.appendingPathComponent(address))
    return String(decoding: data, as: UTF8.self)
  }

  /// The same, once it is there.
  public func arrivedLetter(for address: String) async throws -> String {
    let deadline = ContinuousClock.now + .seconds(20)
    while ContinuousClock.now < deadline {
      if let letter = try? letter(for: address), !letter.isEmpty { return letter }
      try await Task.sleep(for: .milliseconds(50))
    }
    return try letter(for: address)
  }

  /// Its sender, whether the line was encrypted, and who had signed in.
  public func envelope(for address: String) throws -> String {
    try letter(for: address + ".envelope")
  }

  /// Makes a certificate for loopback, and its key.
  static func makeCertificate(in folder: URL) throws {
    let openssl = Process()
    openssl.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    openssl.arguments =
      ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]
      + ["-nodes", "-days", "2", "-subj", "/CN=localhost"]
      + ["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
      + ["-keyout", folder.path + "/key.pem", "-out", folder.path + "/cert.pem"]
    openssl.standardError = FileHandle.nullDevice
    try openssl.run()
    openssl.waitUntilExit()
    try #require(openssl.terminationStatus == 0, "openssl made no certificate")
  }
}
