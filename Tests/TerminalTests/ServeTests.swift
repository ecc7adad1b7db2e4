import Foundation
import Support
import Testing

/// Recorders offered without a screen, and to clients that were written by others.
@Suite struct ServeTests {
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

  // MARK: Found by searches

  /// The port at which it has said that it answers searches.
  private func searchPort(_ serving: Serving) throws -> String {
    String(try #require(serving.line.firstMatch(of: /UDP port (\d+)/)).1)
  }

  private static let discoverable = ["--onvif", "0", "--discoverable", "--discovery-port", "0"]

  @Test("Whoever searches finds two hundred, each once, in less than five seconds")
  func foundAll() throws {
    let serving = try Serving(["--devices", "200"] + Self.discoverable)
    let address = "127.0.0.1:\(try searchPort(serving))"
    let start = ContinuousClock.now
    let table = try ConsoleCommand.run(["discover", address, "--csv", "--seconds", "4"])
    #expect(ContinuousClock.now - start < .seconds(5))
    let lines = table.output.split(whereSeparator: \.isNewline)
    #expect(lines.count == 201, "\(table.output.suffix(300)) \(table.errors)")
    #expect(lines.first?.hasSuffix("address,name,model,location,endpoint") == true)
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("http://127.0.0.1:") })
    #expect(Set(lines.compactMap { $0.split(separator: ",").last }).count == 201)
    #expect(serving.end(SIGTERM) == 0)
  }

  @Test("What is found stands in JSON as well, and leads to the recorder")
  func foundAsJSON() async throws {
    let serving = try Serving(Self.discoverable)
    let found = try ConsoleCommand.run(
      ["discover", "127.0.0.1:\(try searchPort(serving))", "--json", "--seconds", "1"])
    let read = try JSONSerialization.jsonObject(with: Data(found.output.utf8))
    let devices = try #require(read as? [[String: String]])
    #expect(
      devices.first?["address"] == "http://127.0.0.1:\(try serving.port)/onvif/device_service")
    #expect(devices.count == 1 && devices.first?["location"] == "practice")
  }

  @Test("Without being asked for it answers no search, and two cannot have one port")
  func notFound() throws {
    let serving = try Serving(Self.discoverable)
    let port = try searchPort(serving)
    let second = try ConsoleCommand.run([
      "serve", "--onvif", "0", "--discoverable", "--discovery-port", port,
    ])
    #expect(second.status == 1 && second.errors.contains("another program listens there"))
    #expect(serving.end(SIGTERM) == 0)
    #expect(try !Serving(["--onvif", "0"]).line.contains("UDP"))
    let alone = try ConsoleCommand.run(["practice", "--discoverable"])
    #expect(alone.status == 64 && alone.errors.contains("--discoverable needs --onvif"))
  }

  /// Whether this computer lets networks be made that are its own.
  static let hasNamespaces: Bool = {
    guard let home = try? ConsoleHome() else { return false }
    let tool = CommandLineTool(
      folder: home.url, environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"])
    let outcome = try? tool.outcome(of: ["sh", "-c", "ip -V && unshare --net true"])
    return geteuid() == 0 && outcome?.status == 0
  }()

  @Test(
    "Between two networks of one cable it is found by multicast, greets and says goodbye",
    .enabled(if: hasNamespaces, "Skipped: making network namespaces needs root and iproute2"))
  func multicast() throws {
    let home = try ConsoleHome()
    let tool = CommandLineTool(
      folder: home.url,
      environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8"])
    let script = PackageRoot.url.appendingPathComponent("Tests/Scripts/discovery_namespaces.py")
    let (status, output, errors) = try tool.outcome(of: [
      "python3", script.path, try BuiltProgram.path(named: "recorder-console"),
    ])
    #expect(status == 0, "\(output + errors)")
    #expect(output.hasSuffix("ok b has ended\n"), "\(output)")
  }

  // MARK: Clients that were written by others

  private static let clients = [
    ("onvif-zeep", "onvif-zeep"), ("onvif-zeep-async", "onvif-zeep-async"),
    ("onvif-python", "onvif-python"), ("onvif-python-digest", "onvif-python"),
    ("onveef", "onveef"),
  ]

  private static var hasClients: Bool {
    clients.allSatisfy { ForeignClient.isThere($0.1) }
  }

  @Test(
    "A client of somebody else's does all that it can",
    .enabled(
      if: hasClients, "Skipped: clients are missing in .peers; debian.sh --tests makes them"),
    arguments: clients)
  func foreign(client: String, environment: String) throws {
    let serving = try Serving(["--onvif", "0"])
    let (status, output) = try ForeignClient.run(
      client, of: environment, ["\(try serving.port)", "admin", "12345", "Other-Pass2"])
    #expect(status == 0, "\(output)")
    #expect(output.hasSuffix("ok reboot\n"), "\(output)")
  }
}
