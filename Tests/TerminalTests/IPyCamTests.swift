import Foundation
import Support
import Testing

extension RealTerminalTests {
  /// The console before a camera of somebody else's: it answers some operations, refuses the others with a
  /// fault under 200, wants a proof before it tells its clock, and gives pictures by HTTP Basic only,
  /// which the console does not speak. It needs neither hardware nor ffmpeg for that.
  @Suite(
    .serialized,
    .enabled(
      if: ForeignClient.isThere("ipycam"),
      "Skipped: no .peers/ipycam; sh Assets/Setup/debian.sh --tests makes it"))
  struct IPyCamTests {
    private let camera: LoopbackServer
    private let home: ConsoleHome

    init() throws {
      camera = try LoopbackServer(
        "Tests/Scripts/ipycam_server.py", file: "requests.log", ["admin", "Their-Pass1"],
        python: ForeignClient.python(of: "ipycam"))
      home = try ConsoleHome()
    }

    private func words(_ password: String = "Their-Pass1") throws -> [String] {
      let file = try home.secretFile(password)
      return [
        "connect", "http://127.0.0.1:\(camera.port)/onvif/device_service", "--user", "admin",
        "--secret-file", file,
      ]
    }

    @Test func `what it tells stands on the screen, and the rest is unknown`() async throws {
      let console = try await ConsoleSession(try words() + ["--calm"], columns: 100, rows: 30)
      try await console.see("LIVE DEVICE", "VirtualCam-1")
      try await console.choose("Main menu")
      try await console.see("Camera", "Network")
      try console.press("Down", "Down", "Down", "Down", "Down", "Enter")
      try await console.see("System > General")
      try console.press("Down", "Down", "Down", "Enter")
      try await console.see("System > Information", "PY-000001", "Not told by this recorder")
    }

    @Test func `a wrong password is tried once`() throws {
      let told = try ConsoleCommand.run(try words("wrong"))
      #expect(told.status == 1)
      let requests = try String(
        contentsOf: camera.folder.appendingPathComponent("requests.log"), encoding: .utf8)
      let asked = requests.split(separator: "\n")
      #expect(asked.allSatisfy { $0.contains(" 401 ") }, "\(requests)")
      let information = asked.count { $0.contains("GetDeviceInformation") }
      #expect(information == 2, "without a proof, and with it: \(requests)")
    }

    @Test func `a practice copy of it opens`() throws {
      let file = home.url.appendingPathComponent("camera-copy.yaml").path
      let made = try ConsoleCommand.run(try words() + ["--practice-copy", file])
      #expect(made.status == 0, "\(made.errors)")
      let text = try String(contentsOfFile: file, encoding: .utf8)
      #expect(text.contains("VirtualCam-1") && !text.contains("Their-Pass1"), "\(text)")
      #expect(try ConsoleCommand.run(["check", file]).status == 0)
    }
  }
}
