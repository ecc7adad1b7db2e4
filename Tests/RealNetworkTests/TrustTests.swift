import HTTPRequests
import PracticeDesk
import RealRecorder
import RecorderEngine
import Support
import Testing

@testable import RealNetwork

/// Who is talked to over an encrypted line.
@Suite(.besideDevices) struct TrustTests {
  private let bench: NetworkBench

  init() throws { bench = try NetworkBench() }

  @Test("A certificate is asked for once a turn; a device that is gone is told from a strange one")
  func once() async throws {
    let count = Count()
    let network = try bench.network(trust: { _ in
      count.add()
      return .noAnswer
    })
    let url = "https://127.0.0.1:\(bench.devices[0].port)"
    bench.answer(.success([bench.found(0, at: url)]))
    let desk = try await bench.discovered(network)
    let job = JobRequest(.restart, targets: [1], current: "")
    #expect(try await bench.outcomes(of: job, network, desk).outcomes == [.noAnswer])
    #expect(count.value == 1)
    #expect(bench.proofs() == [0, 0, 0])
  }

  @Test("Nobody who trusts a certificate there, nobody who is there")
  func asked() async throws {
    let home = try ConsoleHome()
    let pins = PinnedCertificates(folder: home.url.path + "/devices")
    let device = bench.devices[0]
    let address = try HTTPAddress("https://127.0.0.1:\(device.port)")
    device.goAway()
    if case .untrusted = await Trust.asked(of: address, by: pins) {
    } else {
      Issue.record("nothing is known of it")
    }
    #expect(pins.pin(KnownCertificate("AB:CD", since: nil), at: address))
    if case .noAnswer = await Trust.asked(of: address, by: pins) {
    } else {
      Issue.record("nobody is there")
    }
  }

  @Test("One that was forgotten while it was asked for is not trusted any more")
  func forgotten() async throws {
    let home = try ConsoleHome()
    let pins = PinnedCertificates(folder: home.url.path + "/devices")
    let server = try LoopbackServer(
      "Tests/Support/http_server.py", file: "requests.jsonl", isEncrypted: true)
    let address = try HTTPAddress(server.url())
    let found = try #require(try await CertificateFingerprint.of(address))
    #expect(pins.pin(KnownCertificate(found.text), at: address))
    guard case .trusted = await Trust.asked(of: address, by: pins) else {
      Issue.record("it is the one that is known")
      return
    }
    let trust = await Trust.asked(of: address, by: pins) { _ in
      pins.pin(nil, at: address)
      return found
    }
    guard case .untrusted = trust else {
      Issue.record("\(trust)")
      return
    }
  }
}
