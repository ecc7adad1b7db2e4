import Foundation
import Support
import Testing

/// Recorders offered without a screen, and to clients that were written by others.
@Suite struct ServeTests {
  /// The program while it serves, and what it has said.
  private final class Serving {
    private let process = Process()
    let line: String

    init(_ arguments: [String]) throws {
      let output = Pipe()
      process.executableURL = URL(
        fileURLWithPath: try BuiltProgram.path(named: "recorder-console"))
      process.arguments = ["serve"] + arguments
      process.standardOutput = output
      try process.run()
      line = output.firstLine()
    }

    deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

    /// The port that it has said it listens at.
    var port: Int {
      get throws {
        let found = try #require(line.firstMatch(of: /:(\d+)\/onvif\/device_service/))
        return try #require(Int(found.1))
      }
    }

    /// Ends it by a signal, and tells with what status it has ended.
    func end(_ signal: Int32) -> Int32 {
      kill(process.processIdentifier, signal)
      process.waitUntilExit()
      return process.terminationReason == .exit ? process.terminationStatus : -1
    }
  }

  private static let question = Array(
    """
    <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body>\
    <GetHostname xmlns="http://www.onvif.org/ver10/device/wsdl"/></s:Body></s:Envelope>
    """.utf8)

  private func status(_ port: Int) async throws -> Int? {
    try await PlainHTTP(port: port).ask("/onvif/device_service", body: Self.question)?.status
  }

  @Test("It says where it listens and what the password is, and ends by a signal")
  func serves() async throws {
    for signal in [SIGTERM, SIGINT] {
      let serving = try Serving(["--onvif", "0"])
      #expect(serving.line.contains("user admin, password 12345"))
      #expect(try await status(try serving.port) == 200)
      #expect(serving.end(signal) == 0)
    }
  }

  @Test("Where the recorder has no default password, one is named")
  func withoutDefault() async throws {
    let serving = try Serving(["--recorder", "nvr-1-4-12", "--onvif", "0"])
    #expect(serving.line.contains("password Practice-2026"))
    #expect(try await status(try serving.port) == 200)
  }

  @Test("Many at once, each at a port of its own")
  func many() async throws {
    let serving = try Serving(["--devices", "20", "--onvif", "0"])
    #expect(try await status(try serving.port) == 200)
    #expect(serving.end(SIGTERM) == 0)
  }

  @Test("A port that is taken, and what the options do not take, is said")
  func refusals() throws {
    let serving = try Serving(["--onvif", "0"])
    let taken = try ConsoleCommand.run(["serve", "--onvif", "\(try serving.port)"])
    #expect(taken.status == 1 && taken.errors.contains("another program listens there"))
    let practice = try ConsoleCommand.run(["practice", "--onvif", "\(try serving.port)"])
    #expect(practice.status == 1 && practice.errors.contains("another program listens there"))
    let none = try ConsoleCommand.run(["practice", "--recorder", "legacy-dvr", "--onvif", "0"])
    #expect(none.status == 1 && none.errors.contains("has no ONVIF"))
    let port = try ConsoleCommand.run(["serve", "--onvif", "80800"])
    #expect(port.status == 64 && port.errors.contains("--onvif expected a port"))
    let word = try ConsoleCommand.run(["serve", "--onvif", "0", "--misbehave", "sing"])
    #expect(word.status == 64 && word.errors.contains("no “sing” for --misbehave"))
  }

  // MARK: Clients that were written by others

  private static func python(of client: String) -> String {
    PackageRoot.url.appendingPathComponent(".peers/\(client)/bin/python").path
  }

  private static let clients = [
    ("onvif-zeep", "onvif-zeep"), ("onvif-zeep-async", "onvif-zeep-async"),
    ("onvif-python", "onvif-python"), ("onvif-python-digest", "onvif-python"),
    ("onveef", "onveef"),
  ]

  private static var hasClients: Bool {
    clients.allSatisfy { FileManager.default.isExecutableFile(atPath: python(of: $0.1)) }
  }

  @Test(
    "A client of somebody else's does all that it can",
    .enabled(
      if: hasClients, "Skipped: clients are missing in .peers; debian.sh --tests makes them"),
    arguments: clients)
  func foreign(client: String, environment: String) throws {
    let serving = try Serving(["--onvif", "0"])
    let home = try ConsoleHome()
    let script = PackageRoot.url.appendingPathComponent("Tests/Scripts/onvif_clients.py").path
    let tool = CommandLineTool(
      folder: home.url,
      environment: [
        "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1", "HOME": home.url.path,
        "PATH": "/usr/bin:/bin",
      ])
    let (status, output, errors) = try tool.outcome(of: [
      Self.python(of: environment), script, client, "\(try serving.port)", "admin", "12345",
      "Other-Pass2",
    ])
    #expect(status == 0, "\(output + errors)")
    #expect(output.hasSuffix("ok reboot\n"), "\(output)")
  }
}
