import DeviceProofs
import Foundation
import ONVIFMessages
import RecorderEngine
import Support
import Testing

/// Whatever is written here, held to ONVIF's own schema by another program.
@Suite struct SchemaTests {
  private static let python = PackageRoot.url
    .appendingPathComponent(".peers/onvif-zeep/bin/python").path

  private static var hasPython: Bool { FileManager.default.isExecutableFile(atPath: python) }

  private func outcome(_ messages: [(name: String, bytes: [UInt8])]) throws -> (Int32, String) {
    let home = try ConsoleHome()
    var files: [String] = []
    for (index, message) in messages.enumerated() {
      let file = home.url.appendingPathComponent("\(index)-\(message.name).xml")
      try Data(message.bytes).write(to: file)
      files.append(file.path)
    }
    let script = PackageRoot.url.appendingPathComponent("Tests/Scripts/onvif_schema.py").path
    let tool = CommandLineTool(
      folder: home.url, environment: ["LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"])
    let (status, output, errors) = try tool.outcome(of: [Self.python, script] + files)
    return (status, output + errors)
  }

  @Test(
    "Every request, answer, fault and datagram is valid",
    .enabled(
      if: hasPython, "Skipped: no .peers/onvif-zeep; sh Assets/Setup/debian.sh --tests makes it"))
  func valid() throws {
    let token = UsernameToken(
      user: .admin, secret: Secret("s"), nonce: Nonce([1]), at: MessageSample.now)
    let addressing = Addressing(to: "http://192.168.1.10/", messageID: "urn:uuid:1")
    var messages: [(name: String, bytes: [UInt8])] = []
    for sample in MessageSample.all {
      messages.append(("\(sample.name)", sample.request))
      messages += sample.answers.map { ("\(sample.name)Response", $0) }
      let signed = try IncomingRequest(sample.request).call.operation
        .request(token: token, addressing: addressing)
      messages.append(("\(sample.name)-signed", signed))
    }
    messages += StandardFault.allCases.map { ("\($0)", $0.body(to: addressing)) }
    messages += DiscoverySamples.all.map { ("discovery", $0.datagram(sequence: (1, 2))) }
    let (status, said) = try outcome(messages)
    #expect(status == 0, "\(said)")
    #expect(said.hasSuffix("\(messages.count) messages, 0 complaints\n"), "\(said)")
  }

  @Test("What is not valid is said", .enabled(if: hasPython, "Skipped: no .peers/onvif-zeep"))
  func invalid() throws {
    let wrong = String(decoding: SetHostname("x").request(), as: UTF8.self)
      .replacing("tds:Name", with: "tds:Nam")
    let (status, said) = try outcome([("wrong", Array(wrong.utf8))])
    #expect(status == 1 && said.contains("Nam"), "\(said)")
  }
}
