import Datagrams
import Foundation
import ONVIFMessages
import RecorderEngine
import Support
import Synchronization
import Testing

@testable import DeviceService

/// Whoever searches the network finds the recorder, where and when it is to be found.
@Suite(.besideDevices) struct DiscoveryTests {
  private static let loopback = IPAddress(127, 0, 0, 1)

  /// Somebody who asks one responder, and reads what it answers.
  private struct Searcher {
    /// What has come, read as it comes on a thread of its own: what waits in a socket while a busy machine does
    /// other tests may be thrown away.
    private final class Mail: Sendable {
      private let waiting = Mutex<[[UInt8]]>([])

      init(of socket: DatagramSocket) {
        Thread.detachNewThread { [weak self] in
          while self != nil {
            var waited = pollfd(fd: socket.descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&waited, 1, 100) > 0 else { continue }
            while let next = socket.receive(most: 65_536) {
              self?.waiting.withLock { $0.append(next.bytes) }
            }
          }
        }
      }

      func take() -> [UInt8]? {
        waiting.withLock { $0.isEmpty ? nil : $0.removeFirst() }
      }
    }

    let socket: DatagramSocket
    let port: Int
    private let mail: Mail

    init(_ responder: DiscoveryResponder) throws {
      socket = try DatagramSocket(at: DatagramAddress(loopback, port: 0))
      port = responder.port
      mail = Mail(of: socket)
    }

    func ask(_ content: DiscoveryMessage.Content, id: String = "urn:uuid:q") {
      send(DiscoveryMessage(messageID: id, content).datagram())
    }

    func send(_ datagram: [UInt8]) {
      socket.send(datagram, to: DatagramAddress(loopback, port: UInt16(port)))
    }

    /// The next answer; waits for it.
    func answer() async throws -> DiscoveryMessage {
      while true {
        if let next = mail.take() { return try DiscoveryMessage(next) }
        try await Task.sleep(for: .milliseconds(5))
      }
    }

    /// The devices that a question for everybody finds, `many` of them.
    func matches(_ many: Int = 1) async throws -> [Announcement] {
      var found: [Announcement] = []
      while found.count < many {
        guard case .probeMatches(let more) = try await answer().content else { continue }
        found += more
      }
      return found
    }

    /// Asks, and expects that nobody answers in the time that all have for it.
    func expectSilence(
      to content: DiscoveryMessage.Content, _ place: SourceLocation = #_sourceLocation
    ) async throws {
      ask(content)
      let late = try await lateAnswer()
      #expect(late == nil, sourceLocation: place)
    }

    /// Asks, and expects that one device answers.
    func expectFound(
      by content: DiscoveryMessage.Content = .probe(types: [], scopes: []),
      _ place: SourceLocation = #_sourceLocation
    ) async throws {
      ask(content)
      let found = try await matches()
      #expect(found.count == 1, sourceLocation: place)
    }

    /// What is answered within the time that all have to answer; nil: nothing.
    func lateAnswer() async throws -> DiscoveryMessage? {
      let end = ContinuousClock.now + .milliseconds(DiscoveryResponder.Bounds.delay + 300)
      while ContinuousClock.now < end {
        if let next = mail.take() { return try DiscoveryMessage(next) }
        try await Task.sleep(for: .milliseconds(5))
      }
      return nil
    }
  }

  /// Serves a recorder that can be found while the body runs.
  private func find(
    _ body: (ServedRecorder, DiscoveryResponder, Searcher) async throws -> Void
  ) async throws {
    var options = DeviceOptions()
    options.isDiscoverable = true
    try await ServedRecorder.serve(options) { device in
      let responder = try DiscoveryResponder.start(for: [device.server], port: 0)
      defer { responder.stop() }
      try await body(device, responder, try Searcher(responder))
    }
  }

  @Test("A search finds it, with what it is called and where it is reached")
  func found() async throws {
    try await find { device, _, searcher in
      searcher.ask(.probe(types: ["NetworkVideoTransmitter"], scopes: []))
      let answer = try await searcher.answer()
      #expect(answer.relatesTo == "urn:uuid:q")
      guard case .probeMatches(let all) = answer.content, let told = all.first else {
        return #expect(Bool(false), "\(answer)")
      }
      let label = try await device.snapshot.profile.identity
      #expect(told.isVideoDevice)
      #expect(told.scopes.contains(DiscoveryScope("hardware", label.model)))
      #expect(
        told.addresses == ["http://127.0.0.1:\(device.server.address.port)/onvif/device_service"])
      #expect(told.endpoint.hasPrefix("urn:uuid:") && told.endpoint.count == 45)
    }
  }

  @Test("Whoever knows its name is told where it is, and of another name nothing")
  func resolved() async throws {
    try await find { _, _, searcher in
      searcher.ask(.probe(types: [], scopes: []))
      let told = try #require(try await searcher.matches().first)
      searcher.ask(.resolve(endpoint: "urn:uuid:other"), id: "urn:uuid:other")
      searcher.ask(.resolve(endpoint: told.endpoint), id: "urn:uuid:r")
      let answer = try await searcher.answer()
      #expect(answer.relatesTo == "urn:uuid:r")
      #expect(answer.content == .resolveMatches(told))
    }
  }

  @Test("Who searches for something else is not answered, nor is nonsense or what is too large")
  func others() async throws {
    try await find { _, _, searcher in
      searcher.ask(.probe(types: ["Printer"], scopes: []))
      searcher.ask(.probe(types: [], scopes: [DiscoveryScope("name", "other")]))
      searcher.send(Array("no XML".utf8))
      let probe = DiscoveryMessage(messageID: "urn:uuid:l", .probe(types: [], scopes: []))
      searcher.send(
        probe.datagram() + [UInt8](repeating: 0x20, count: DiscoveryMessage.largest))
      searcher.send(DiscoveryMessage(messageID: "urn:uuid:b", .bye(endpoint: "x")).datagram())
      try await searcher.expectSilence(to: .probe(types: ["Printer"], scopes: []))
      try await searcher.expectFound(
        by: .probe(types: [], scopes: [DiscoveryScope(uri: "onvif://www.onvif.org/type")]))
    }
  }

  @Test("Set not to be found it answers nobody, and set back it does")
  func mode() async throws {
    try await find { device, _, searcher in
      #expect(try await device.done(GetDiscoveryMode()) == .known(.discoverable))
      _ = try await device.done(SetDiscoveryMode(.nonDiscoverable))
      try await searcher.expectSilence(to: .probe(types: [], scopes: []))
      _ = try await device.done(SetDiscoveryMode(.discoverable))
      try await searcher.expectFound()
    }
  }

  @Test("Where nobody answers searches, that cannot be switched on")
  func notOffered() async throws {
    try await ServedRecorder.serve { device in
      #expect(try await device.done(GetDiscoveryMode()) == .known(.nonDiscoverable))
      let reply = try await device.ask(SetDiscoveryMode(.discoverable), by: .token)
      #expect(reply.fault?.subcodes.contains("ActionNotSupported") == true, "\(reply)")
    }
  }

  @Test("Off, starting, unplugged or with ONVIF off it answers nobody")
  func silent() async throws {
    try await find { device, _, searcher in
      let states: [(HandCommand, HandCommand)] = [
        (.plugNetwork(false), .plugNetwork(true)),
        (.switchPower(on: false), .switchPower(on: true)),
      ]
      for (away, back) in states {
        await device.recorder.perform(.hands(away))
        try await searcher.expectSilence(to: .probe(types: [], scopes: []))
        await device.recorder.perform(.hands(back))
      }
      // Switched on again, it starts up first.
      #expect(try await device.snapshot.power != .running)
      try await searcher.expectSilence(to: .probe(types: [], scopes: []))
      device.clock.pass(.minutes(10))
      try await searcher.expectFound()
    }
  }

  @Test("What changes of it is told under a higher number")
  func version() async throws {
    try await find { device, _, searcher in
      searcher.ask(.probe(types: [], scopes: []))
      let before = try #require(try await searcher.matches().first)
      _ = try await device.done(SetHostname("front-desk"))
      searcher.ask(.probe(types: [], scopes: [DiscoveryScope("name", "front-desk")]))
      let after = try #require(try await searcher.matches().first)
      #expect(after.endpoint == before.endpoint)
      #expect((after.version ?? 0) > (before.version ?? 0))
    }
  }

  @Test("Sixty-four answers wait, and what is asked beside them is left")
  func flood() async throws {
    let profile = try RepositoryAssets().recorder("classic-dvr-2018").with(initial: [.onvif: "on"])
    let state = RecorderState(profile: profile, now: ServedRecorder.start)
    let recorder = StalledRecorder(
      RemoteReply(events: [], snapshot: state.snapshot, now: ServedRecorder.start))
    var options = DeviceOptions()
    options.isDiscoverable = true
    let threads = ServiceThreads()
    let server = try DeviceServer.start(
      recorder, at: ListeningAddress(port: 0), on: threads, options: options)
    let responder = try DiscoveryResponder.start(for: [server], port: 0)
    let searcher = try Searcher(responder)
    for number in 1...80 { searcher.ask(.probe(types: [], scopes: []), id: "urn:uuid:\(number)") }
    while responder.left < 80 - DiscoveryResponder.Bounds.waiting { await Task.yield() }
    recorder.goOn()
    let found = try await searcher.matches(DiscoveryResponder.Bounds.waiting)
    #expect(found.count == DiscoveryResponder.Bounds.waiting)
    try await searcher.expectFound()
    responder.stop()
    await server.stop()
    await threads.end()
  }

  @Test("Its port is its own, and free again once it is over")
  func closed() async throws {
    try await find { device, responder, _ in
      #expect(throws: ListeningFault.self) {
        try DiscoveryResponder.start(for: [device.server], port: responder.port)
      }
      responder.stop()
      var next: DiscoveryResponder?
      while next == nil {
        next = try? DiscoveryResponder.start(for: [device.server], port: responder.port)
        await Task.yield()
      }
      next?.stop()
    }
  }

  private static let loopbackCard = NetworkCard.all.first { $0.isLoopback }

  @Test("Asked by the group, it answers alone")
  func group() async throws {
    let card = try #require(DiscoveryTests.loopbackCard)
    try await find { device, responder, searcher in
      searcher.socket.speakToGroups(over: card)
      let question = DiscoveryMessage(messageID: "urn:uuid:g", .probe(types: [], scopes: []))
      searcher.socket.send(
        question.datagram(),
        to: DatagramAddress(DiscoveryMessage.group, port: UInt16(responder.port)))
      let answer = try await searcher.answer()
      #expect(answer.relatesTo == "urn:uuid:g")
    }
  }

  @Test("It says hello once it answers, and goodbye at the end")
  func greetings() async throws {
    let card = try #require(DiscoveryTests.loopbackCard)
    let ears = try DatagramSocket(
      at: DatagramAddress(DiscoveryMessage.group, port: DiscoveryMessage.port), isShared: true)
    try #require(ears.join(DiscoveryMessage.group, on: card))
    try await find { device, responder, searcher in
      searcher.ask(.probe(types: [], scopes: []))
      let own = try #require(try await searcher.matches().first)
      await device.recorder.perform(.hands(.plugNetwork(false)))
      responder.greet()
      await device.recorder.perform(.hands(.plugNetwork(true)))
      try await DiscoveryTests.hear(.hello(own), with: ears)
      responder.stop()
      try await DiscoveryTests.hear(.bye(endpoint: own.endpoint), with: ears)
    }
  }

  /// Waits for a message among those that other programs may send as well.
  private static func hear(
    _ content: DiscoveryMessage.Content, with ears: DatagramSocket
  ) async throws {
    while true {
      guard let next = ears.receive(most: 65_536) else {
        try await Task.sleep(for: .milliseconds(5))
        continue
      }
      if (try? DiscoveryMessage(next.bytes))?.content == content { return }
    }
  }

  @Test("Devices that have no room in one datagram are told in several")
  func parts() {
    let devices = (0..<200).map { number in
      Announcement(
        endpoint: "urn:uuid:\(number)", types: DeviceView.discoveryTypes,
        scopes: [DiscoveryScope("name", String(repeating: "x", count: 200))])
    }
    let parts = DiscoveryQuestion.parts(of: devices)
    #expect(parts.flatMap(\.self) == devices)
    #expect(parts.count < 50)
    let sizes = parts.map {
      DiscoveryMessage(messageID: "urn:uuid:1", .probeMatches($0)).datagram()
    }
    #expect(sizes.allSatisfy { $0.count <= DiscoveryMessage.largest })
  }
}
