import Datagrams
import ONVIFMessages
import RecorderEngine
import Support
import Testing

@testable import RealRecorder

/// Who is there: each device once, at the address that is best.
@Suite(.besideDevices) struct DiscoveryTests {
  private func announcement(_ endpoint: String, _ addresses: [String]) -> Announcement {
    Announcement(
      endpoint: endpoint, types: ["NetworkVideoTransmitter"],
      scopes: [DiscoveryScope("name", "Front door\u{7}"), DiscoveryScope("hardware", "IPC-100")],
      addresses: addresses)
  }

  @Test("A device answers four questions and is found once")
  func once() throws {
    let told = announcement("urn:uuid:1", ["http://169.254.3.4/onvif", "http://192.0.2.7/onvif"])
    let last = announcement("urn:uuid:2", [])
    let questions = Count()
    let responder = StandInResponder { question in
      let isLast = questions.add() == 4
      return [
        DiscoveryMessage(
          messageID: "urn:uuid:a", relatesTo: question.messageID,
          .probeMatches(isLast ? [told, last] : [told])
        ).datagram()
      ]
    }
    let search = DeviceSearch(targets: ["127.0.0.1:\(responder.port)"], time: .seconds(600))
    let found = try search.run(until: { $0.contains { $0.endpoint == "urn:uuid:2" } })
    #expect(found.map(\.endpoint) == ["urn:uuid:1", "urn:uuid:2"])
    #expect(found.first?.name == "Front door")
    #expect(found.first?.hardware == "IPC-100")
    #expect(found.first?.address?.text == "http://192.0.2.7/onvif")
    #expect(found.first?.isVideoDevice == true)
  }

  @Test("Answers to somebody else, nonsense and what is too large are left")
  func strangers() {
    var found = FoundDevices(asked: ["urn:uuid:mine"])
    func answer(to name: String, _ endpoint: String) -> [UInt8] {
      DiscoveryMessage(
        messageID: "x", relatesTo: name, .probeMatches([announcement(endpoint, [])])
      ).datagram()
    }
    found.take(answer(to: "urn:uuid:other", "urn:uuid:1"), from: "192.0.2.1")
    found.take(Array("no XML".utf8), from: "192.0.2.1")
    found.take(
      answer(to: "urn:uuid:mine", "urn:uuid:2") + [UInt8](repeating: 32, count: 20_000),
      from: "192.0.2.1")
    #expect(found.all.isEmpty)
    found.take(answer(to: "urn:uuid:mine", "urn:uuid:3"), from: "192.0.2.1")
    found.take(answer(to: "urn:uuid:mine", "urn:uuid:3"), from: "192.0.2.2")
    #expect(found.all.map(\.endpoint) == ["urn:uuid:3"])
  }

  @Test("The address at which the answer came is the best, and one of a single cable is none")
  func addresses() {
    let told = ["http://10.0.0.5/a", "http://192.0.2.7:80/b", "http://[fe80::1]/c", "ftp://x"]
    #expect(FoundDevice.best(of: told, from: "192.0.2.7")?.text == "http://192.0.2.7:80/b")
    #expect(FoundDevice.best(of: told, from: "192.0.2.8")?.text == "http://10.0.0.5/a")
    #expect(FoundDevice.best(of: ["http://[fe80::1]/c", "http://169.254.1.1/"], from: "") == nil)
  }

  @Test("What is no address, and a card that is not there, are said")
  func mistakes() {
    #expect(throws: DeviceSearch.Fault.noAddress("camera")) {
      try DeviceSearch(targets: ["camera"]).run()
    }
    #expect(throws: DeviceSearch.Fault.noInterface("nothere0")) {
      try DeviceSearch(interface: "nothere0").run()
    }
  }

  @Test("Where somebody does not listen the others are found all the same")
  func nobodyThere() throws {
    let told = announcement("urn:uuid:1", ["http://192.0.2.7/onvif"])
    let responder = StandInResponder { question in
      [
        DiscoveryMessage(
          messageID: "urn:uuid:a", relatesTo: question.messageID, .probeMatches([told])
        ).datagram()
      ]
    }
    // Nobody has a socket at this port while this one is not shared.
    let deaf = try DatagramSocket(
      at: DatagramAddress(try #require(IPAddress("127.0.0.2")), port: 0))
    let search = DeviceSearch(
      targets: ["127.0.0.1:\(deaf.port)", "127.0.0.1:\(responder.port)"], time: .seconds(600))
    #expect(try search.run(until: { !$0.isEmpty }).map(\.endpoint) == ["urn:uuid:1"])
  }

  @Test("An address that this computer does not have gives no socket, and it is said why")
  func noSocket() throws {
    let other = try #require(IPAddress("192.0.2.1"))
    #expect(throws: DeviceSearch.Fault.noSocket("Cannot assign requested address")) {
      _ = try DeviceSearch.socket(at: other)
    }
  }
}
