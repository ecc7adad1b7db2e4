import Foundation
import Support
import Testing

extension RealTerminalTests {
  /// The built program before a device that is real to it.
  @Suite(.serialized) struct RealDeviceTests {
    private let device: StandInDevice
    private let home: ConsoleHome

    init() throws {
      device = try StandInDevice()
      home = try ConsoleHome()
    }

    private func secretFile(
      _ text: String = StandInState.password, permissions: Int = 0o600
    ) throws -> String {
      try home.secretFile(text, permissions: permissions)
    }

    private func connect(_ more: String...) throws -> [String] {
      ["connect", device.url, "--user", "admin", "--secret-file", try secretFile()] + more
    }

    @Test func `connected, the badge says LIVE DEVICE and the users are the device's`() async throws
    {
      let program = try BuiltProgram.path(named: "recorder-console")
      let terminal = try await TmuxSession(
        [program] + connect("--calm"), columns: 100, rows: 30)
      try await terminal.wait(for: "LIVE DEVICE")
      try await terminal.wait(for: "Camera 1")
      try await terminal.wait(for: "its picture did not come")
    }

    @Test func `a refused password is said on the shell, after one try`() throws {
      let file = try secretFile("wrong")
      let told = try ConsoleCommand.run(
        ["connect", device.url, "--user", "admin", "--secret-file", file])
      #expect(told.status == 1)
      #expect(told.errors.contains("Wrong user name or password."), "\(told.errors)")
      #expect(device.asked.count { $0.isSigned } == 1)
    }

    @Test func `a practice copy is a situation that opens, and holds no secret`() throws {
      let words = try connect("--practice-copy", "shop-copy")
      let folder = home.url.appendingPathComponent("data")
      let made = try ConsoleCommand.run(words, variables: ["XDG_DATA_HOME": folder.path])
      #expect(made.status == 0, "\(made.errors)")
      #expect(made.output.contains("practice shop-copy"), "\(made.output)")
      let file = folder.appendingPathComponent("recorder-console/Scenarios/shop-copy.yaml")
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(text.contains("IPC-100") && text.contains("front-door"), "\(text)")
      #expect(!text.contains(StandInState.password))
      let checked = try ConsoleCommand.run(["check", file.path])
      #expect(checked.status == 0, "\(checked.output) \(checked.errors)")
      let signed = device.asked.count { $0.isSigned }
      let again = try ConsoleCommand.run(words, variables: ["XDG_DATA_HOME": folder.path])
      #expect(again.status != 0 && again.errors.contains("is there already"), "\(again.errors)")
      #expect(device.asked.count { $0.isSigned } == signed, "it is said before anybody is asked")
    }

    @Test func `a certificate is shown before anything is sent, and trusted only by a yes`()
      async throws
    {
      let server = try LoopbackServer(
        "Tests/Support/http_server.py", file: "requests.jsonl", isEncrypted: true)
      let program = try BuiltProgram.path(named: "recorder-console")
      let words = [
        program, "connect", server.url(), "--user", "admin", "--secret-file", try secretFile(),
      ]
      let doubtful = try await TmuxSession(words, columns: 120)
      try await doubtful.wait(for: "SHA-256 fingerprint")
      try doubtful.type("no")
      try doubtful.send("Enter")
      #expect(try await doubtful.waitForExit() == 1)
      try await doubtful.wait(for: "nothing was sent")
      #expect(try server.lines(of: "requests.jsonl").isEmpty)
      let trusting = try await TmuxSession(words, columns: 120)
      try await trusting.wait(for: "SHA-256 fingerprint")
      try trusting.type("yes")
      try trusting.send("Enter")
      _ = try await trusting.waitForExit()
      let file = trusting.folder.appendingPathComponent(
        "state/recorder-console/devices/certificates.json")
      #expect(FileManager.default.fileExists(atPath: file.path))
    }

    @Test func `another certificate names the way to forget the old one`() throws {
      let server = try LoopbackServer(
        "Tests/Support/http_server.py", file: "requests.jsonl", isEncrypted: true)
      let folder = home.url.appendingPathComponent("recorder-console/devices")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let file = folder.appendingPathComponent("certificates.json")
      let url = server.url()
      let host = url.replacing("https://", with: "").prefix { $0 != "/" }
      try Data("{\"\(host)\": \"AB:CD\"}".utf8).write(to: file)
      let state = ["XDG_STATE_HOME": home.url.path]
      let words = ["connect", url, "--user", "admin", "--secret-file", try secretFile()]
      let other = try ConsoleCommand.run(words, variables: state)
      #expect(other.status == 1)
      #expect(other.errors.contains("\(url) --forget-certificate"), "\(other.errors)")
      let forgotten = try ConsoleCommand.run(
        ["connect", url, "--forget-certificate"], variables: state)
      #expect(forgotten.status == 0 && forgotten.output.contains("AB:CD"), "\(forgotten)")
      #expect(try !String(contentsOf: file, encoding: .utf8).contains("AB:CD"))
      let again = try ConsoleCommand.run(
        ["connect", url, "--forget-certificate"], variables: state)
      #expect(again.status == 0 && again.output.contains("No certificate"), "\(again)")
    }

    @Test func `a secret that others may read is not taken`() throws {
      let file = try secretFile(permissions: 0o644)
      let told = try ConsoleCommand.run(
        ["connect", device.url, "--user", "admin", "--secret-file", file])
      #expect(told.status == 1 && told.errors.contains("chmod 600"), "\(told.errors)")
      #expect(device.asked.isEmpty)
    }

    @Test func `a device that is not there ends the program with the reason`() throws {
      device.goAway()
      let told = try ConsoleCommand.run(try connect())
      #expect(told.status == 1)
      #expect(told.errors.contains("does not answer"), "\(told.errors)")
    }

    @Test func `an address with a query or a password is not taken`() throws {
      for address in [
        "http://admin:hunter2@192.0.2.1", "http://192.0.2.1/onvif?a=1", "ftp://192.0.2.1",
      ] {
        let told = try ConsoleCommand.run(["connect", address, "--user", "admin"])
        #expect(told.status == 64, "\(address)")
        #expect(!told.errors.contains("hunter2"), "\(told.errors)")
      }
    }
  }
}
