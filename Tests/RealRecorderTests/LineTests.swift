import Foundation
import HTTPRequests
import ONVIFMessages
import RecorderEngine
import Support
import Testing

@testable import RealRecorder

/// The line itself: how answers come, and how they fail to.
@Suite(.besideDevices) struct LineTests {
  private static let quick = HTTPClient.Limits(
    connecting: .seconds(5), overall: .milliseconds(400), answer: 2 << 20)

  private func conversation(
    _ habits: StandInHabits, limits: HTTPClient.Limits = DeviceLine.limits
  ) async throws -> (StandInDevice, Conversation) {
    let device = try StandInDevice(habits)
    let line = DeviceLine(try HTTPAddress(device.url), pin: nil, limits: limits)
    let conversation = Conversation(
      line, journal: Journal(folder: nil), systemClock: { device.now })
    await conversation.prove(by: nil)
    return (device, conversation)
  }

  private func habits(_ delivery: StandInHabits.Delivery, of operation: String) -> StandInHabits {
    var habits = StandInHabits()
    habits.signIn = .nothing
    habits.deliveries = [operation: delivery]
    return habits
  }

  @Test(
    "In pieces, packed, or with a length that is too large",
    arguments: [
      StandInHabits.Delivery.chunked, .gzip, .lengthTooLarge,
    ])
  func forms(delivery: StandInHabits.Delivery) async throws {
    let (_, conversation) = try await conversation(habits(delivery, of: "GetHostname"))
    let reply = try await conversation.read(GetHostname())
    #expect(reply == .answered(HostnameInformation(isFromDHCP: false, name: "front-door")))
  }

  @Test("Cut in the middle: a read is tried once more, and a change never")
  func cut() async throws {
    var (device, line) = try await conversation(habits(.cut, of: "GetHostname"))
    await #expect(throws: DeviceFault.self) { try await line.read(GetHostname()) }
    #expect(device.operations() == ["GetHostname (unsigned)", "GetHostname (unsigned)"])
    (device, line) = try await conversation(habits(.cut, of: "SetHostname"))
    await #expect(throws: DeviceFault.unsure) { try await line.write(SetHostname("x")) }
    #expect(device.operations() == ["SetHostname (unsigned)"])
  }

  @Test(
    "A byte now and then is too slow; after a change nobody knows",
    arguments: [
      StandInHabits.Delivery.dripping, .never,
    ])
  func slow(delivery: StandInHabits.Delivery) async throws {
    var (device, line) = try await conversation(
      habits(delivery, of: "GetHostname"), limits: LineTests.quick)
    await #expect(throws: DeviceFault.tooSlow) { try await line.read(GetHostname()) }
    (device, line) = try await conversation(
      habits(delivery, of: "SetHostname"), limits: LineTests.quick)
    await #expect(throws: DeviceFault.unsure) { try await line.write(SetHostname("x")) }
    #expect(device.asked.count == 1)
  }

  @Test("An answer without end is not read to it")
  func endless() async throws {
    let (_, line) = try await conversation(habits(.endless, of: "GetHostname"))
    await #expect(throws: DeviceFault.misunderstood("an answer of more than 2 MiB")) {
      try await line.read(GetHostname())
    }
  }

  @Test("Nobody there: nothing was sent, so a change is no riddle")
  func nobody() async throws {
    let port = try StandInDevice().port
    let line = DeviceLine(try HTTPAddress("http://127.0.0.1:\(port)"), pin: nil)
    let conversation = Conversation(
      line, journal: Journal(folder: nil), systemClock: { StandInState.now })
    await conversation.prove(by: nil)
    do {
      _ = try await conversation.write(SetHostname("x"))
      Issue.record("It was answered.")
    } catch {
      guard case .unreachable = error else {
        Issue.record("\(error)")
        return
      }
    }
  }

  @Test("Paths that a device tells are taken, its hosts are not")
  func paths() throws {
    #expect(Conversation.path(of: "http://10.0.0.1:8000/onvif/a?b=1") == "/onvif/a?b=1")
    #expect(Conversation.path(of: "http://10.0.0.1") == nil)
    let typed = try HTTPAddress("http://192.0.2.1:81")
    #expect(typed.at("/onvif/a")?.text == "http://192.0.2.1:81/onvif/a")
    for wrong in ["@evil/", "//", "/a b", "/a\r\nX: y", "http://evil/", ""] where wrong != "//" {
      #expect(typed.at(wrong) == nil, "\(wrong)")
    }
    #expect(typed.at("//evil")?.text == "http://192.0.2.1:81//evil")
  }

  @Test("A certificate is known again by its key, and another one gets nothing")
  func certificates() async throws {
    let server = try LoopbackServer(
      "Tests/Support/http_server.py", file: "requests.jsonl", isEncrypted: true)
    let other = try LoopbackServer(
      "Tests/Support/http_server.py", file: "requests.jsonl", isEncrypted: true)
    let address = try HTTPAddress(server.url())
    let found = try #require(try await CertificateFingerprint.of(address))
    let stranger = try #require(
      try await CertificateFingerprint.of(try HTTPAddress(other.url())))
    #expect(found != stranger)
    #expect(found.text.count == 32 * 3 - 1)
    let limits = DeviceLine.limits
    let request = HTTPRequest(.post, address, body: Data("hello".utf8))
    let known = HTTPConnection(limits: limits, pin: found.pin)
    #expect(try known.answer(to: request, isSentOnce: false).body == Data("hello".utf8))
    let wrong = HTTPConnection(limits: limits, pin: stranger.pin)
    do {
      _ = try wrong.answer(to: request, isSentOnce: true)
      Issue.record("It was sent.")
    } catch {
      #expect(error.fault == .otherKey)
      #expect(!error.hasLeft)
    }
    #expect(try server.lines(of: "requests.jsonl").count == 1)
  }

  @Test("Many who wait for a certificate keep nobody from going on")
  func certificateThatNeverComes() async throws {
    let device = try StandInDevice()
    let address = try HTTPAddress("https://127.0.0.1:\(device.port)")
    let waiting = Count()
    let waiters = (0..<4 * ProcessInfo.processInfo.activeProcessorCount).map { _ in
      Task {
        waiting.add()
        _ = try? await CertificateFingerprint.of(address, within: .seconds(600))
        waiting.add(-1)
      }
    }
    while device.lines < waiters.count { await Task.yield() }
    #expect(waiting.value == waiters.count)
    device.hangUp()
    for waiter in waiters { await waiter.value }
  }

  @Test("A trusted certificate stays trusted, in a file of its owner alone")
  func pins() throws {
    let home = try ConsoleHome()
    let pins = PinnedCertificates(folder: home.url.path + "/devices")
    let address = try HTTPAddress("https://192.0.2.1")
    let known = KnownCertificate(
      "AB:CD", since: CivilTime(parsing: "2026-11-20 23:04:00")?.timestamp)
    #expect(try pins.certificate(at: address) == nil)
    #expect(pins.pin(known, at: address))
    #expect(try pins.certificate(at: address) == known)
    #expect(try pins.certificate(at: try HTTPAddress("https://192.0.2.1:443")) == known)
    #expect(try pins.certificate(at: try HTTPAddress("https://192.0.2.1:444")) == nil)
    #expect(try pins.certificate(at: try HTTPAddress("http://192.0.2.1")) == nil, "That is 80.")
    let path = home.url.path + "/devices/certificates.json"
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(pins.pin(nil, at: address))
    #expect(try pins.certificate(at: address) == nil)
  }

  @Test("A file of an older version is read, and the others in it stay")
  func olderPins() throws {
    let home = try ConsoleHome()
    let path = home.url.path + "/certificates.json"
    let content = #"{"192.0.2.1:443": "AB:CD", "192.0.2.2:443": "EF:01"}"#
    try Data(content.utf8).write(to: URL(fileURLWithPath: path))
    let pins = PinnedCertificates(folder: home.url.path)
    let address = try HTTPAddress("https://192.0.2.1")
    #expect(try pins.certificate(at: address) == KnownCertificate("AB:CD"))
    #expect(pins.pin(nil, at: address))
    #expect(try pins.certificate(at: address) == nil)
    let other = try HTTPAddress("https://192.0.2.2")
    #expect(try pins.certificate(at: other) == KnownCertificate("EF:01"))
  }

  @Test("A damaged file of certificates is said and stays", arguments: ["", "{\"a\"", "[1]"])
  func damagedPins(content: String) throws {
    let home = try ConsoleHome()
    let path = home.url.path + "/certificates.json"
    try Data(content.utf8).write(to: URL(fileURLWithPath: path))
    let pins = PinnedCertificates(folder: home.url.path)
    let address = try HTTPAddress("https://192.0.2.1")
    #expect(throws: PinnedCertificates.Damaged(path: path)) { try pins.certificate(at: address) }
    #expect(!pins.pin(KnownCertificate("AB:CD"), at: address))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == content)
  }
}
