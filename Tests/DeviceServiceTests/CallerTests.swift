import DeviceProofs
import ONVIFMessages
import RecorderEngine
import Support
import Testing

@testable import DeviceService

/// Whom the service takes for whom, and what it keeps of them.
@Suite(.besideDevices) struct CallerTests {
  /// A recorder that stands as one thing and answers as another.
  private struct Stub: CallableRecorder {
    let stands: RemoteReply
    let answers: RemoteReply?

    func glance() async -> RemoteReply? { stands }
    func answer(_ call: RemoteCall) async -> RemoteReply? { answers }
  }

  private func reply(
    _ name: String, _ events: [RecorderEvent] = []
  ) throws -> RemoteReply {
    let profile = try RepositoryAssets().recorder(name).with(initial: [.onvif: "on"])
    let state = RecorderState(profile: profile, now: ServedRecorder.start)
    return RemoteReply(events: events, snapshot: state.snapshot, now: ServedRecorder.start)
  }

  private func serve(
    _ recorder: Stub, _ options: DeviceOptions = DeviceOptions(),
    _ body: (ServedRecorder) async throws -> Void
  ) async throws {
    let threads = ServiceThreads()
    let server = try DeviceServer.start(
      recorder, at: ListeningAddress(port: 0), on: threads, options: options)
    let clock = ManualClock(at: ServedRecorder.start)
    try await body(ServedRecorder(server, on: recorder, clock: clock))
    await server.stop()
    await threads.end()
  }

  @Test("A recorder that has not said who is let in lets nobody in, whatever the reason")
  func silence() async throws {
    let reply = try reply("classic-dvr-2018")
    try await serve(Stub(stands: reply, answers: reply)) { device in
      let token = try await device.token()
      let silent = try await device.http.ask(
        ONVIFService.device.path, body: GetUsers().request(token: token))
      #expect(silent == nil)
    }
  }

  @Test("A channel that has gone meanwhile has no picture, and brings nothing down")
  func channel() async throws {
    let letIn: [RecorderEvent] = [.remote(.callLetIn(.admin))]
    var options = DeviceOptions()
    options.picture = { _, _ in [0xFF] }
    let before = try reply("nvr-1-4-12")
    let after = try reply("classic-dvr-2018", letIn)
    let seen = before.snapshot.profile.channels.lastIndex { $0.scene != nil }
    let last = try #require(seen) + 1
    #expect(last > after.snapshot.profile.channels.count)
    try await serve(Stub(stands: before, answers: after), options) { device in
      let path = "\(DeviceView.snapshotPath)\(last)"
      let first = try #require(await device.http.ask(path, by: "GET"))
      let all = DigestChallenge.all(in: first.headers("WWW-Authenticate"))
      var signer = DigestSigner(
        try #require(all.first), user: .admin, secret: ServedRecorder.password)
      let header = signer.authorization(
        method: "GET", target: path, clientNonce: Nonce([1, 2]))
      let answer = try await device.http.ask(
        path, by: "GET", headers: [("Authorization", header)])
      #expect(answer?.status == 404)
    }
  }

  @Test("A name of more than 256 bytes is no name: the recorder is not asked, and nothing is kept")
  func longName() async throws {
    try await ServedRecorder.serve { device in
      for name in [AccountName(String(repeating: "n", count: 257)), "x\u{301}\u{301}"] {
        let isLong = name.text.utf8.count > 256
        let token = try await device.token("wrong", as: name)
        #expect(try await device.ask(GetUsers(), token: token).fault?.isNotAuthorized == true)
        let tries = try await device.snapshot.log.entries.count {
          $0.action == .remoteSignInFailed("127.0.0.1")
        }
        #expect(tries == (isLong ? 0 : 1))
      }
    }
  }

  @Test("Wrong passwords are counted by name only where the service locks by itself")
  func names() {
    var usual = WrongProofs(most: 5, countsNames: false)
    var locking = WrongProofs(most: 5, countsNames: true)
    for number in 1...5_000 {
      let name = AccountName("name \(number)")
      usual.count("address \(number)", name, at: ServedRecorder.start)
      locking.count("address \(number)", name, at: ServedRecorder.start)
    }
    #expect(usual.known == (1_024, 0))
    #expect(locking.known == (1_024, 1_024))
  }

  @Test("An address that came through a socket of both kinds is the one that lists have")
  func mapped() async throws {
    #expect("::ffff:10.0.0.7".unmapped == "10.0.0.7")
    #expect("::FFFF:10.0.0.7".unmapped == "10.0.0.7")
    #expect("::ffff:abcd".unmapped == "::ffff:abcd")
    #expect("fe80::1".unmapped == "fe80::1")
    try await ServedRecorder.serve(host: "::") { device async throws in
      #expect(try await device.done(GetUsers()).count == 1)
      #expect(try await device.snapshot.remoteSessions.map(\.address) == ["127.0.0.1"])
    }
  }

  @Test("The second of two requests at once may take longer than a connection may be silent")
  func pipelined() async throws {
    var options = DeviceOptions()
    options.misbehaviours = [.slow(.milliseconds(300))]
    options.bounds.idleTime = .milliseconds(50)
    try await ServedRecorder.serve(options) { device in
      func request(_ more: String) -> [UInt8] {
        let body = GetSystemDateAndTime().request()
        let head = "POST \(ONVIFService.device.path) HTTP/1.1\r\nHost: a\r\n\(more)"
        return Array("\(head)Content-Length: \(body.count)\r\n\r\n".utf8) + body
      }
      let answer = try await device.http.send(request("") + request("Connection: close\r\n"))
      let text = String(decoding: answer?.body ?? [], as: UTF8.self)
      #expect(text.contains("HTTP/1.1 200 OK"), "the second answer follows the first")
    }
  }
}
