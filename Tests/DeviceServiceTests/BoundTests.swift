import ONVIFMessages
import RecorderEngine
import Support
import Testing

@testable import DeviceService

/// What one client or many may take of the service.
@Suite(.besideDevices) struct BoundTests {
  @Test("A head or a body over its bound is refused, and the next request is answered")
  func sizes() async throws {
    try await ServedRecorder.serve { device in
      let path = ONVIFService.device.path
      let long = ("X-Long", String(repeating: "x", count: 20_000))
      let head = try await device.http.ask(path, headers: [long])
      #expect(head?.status == 431)
      let large = "POST \(path) HTTP/1.1\r\nHost: a\r\nContent-Length: 262145\r\n\r\n"
      #expect(try await device.http.send(Array(large.utf8))?.status == 413)
      #expect(try await device.http.send(Array("nonsense\r\n\r\n".utf8))?.status == 400)
      #expect(try await device.done(GetUsers()).count == 1)
    }
  }

  @Test("Another path, another method, no envelope, an operation that nobody knows")
  func requests() async throws {
    try await ServedRecorder.serve { device in
      let path = ONVIFService.device.path
      #expect(try await device.http.ask("/", body: [])?.status == 404)
      #expect(try await device.http.ask(path, by: "GET")?.status == 405)
      let none = try #require(await device.http.ask(path, body: Array("<a/>".utf8)))
      #expect(none.status == 400)
      let empty = try #require(await device.http.ask(path, body: []))
      let reply = try GetUsers.reply(status: empty.status, body: empty.body)
      #expect(reply.fault?.subcodes == ["WellFormed"])
    }
  }

  @Test("Whoever sends slowly or says nothing is cut off")
  func slow() async throws {
    var options = DeviceOptions()
    options.bounds.requestTime = .milliseconds(200)
    try await ServedRecorder.serve(options) { device in
      let silent = try await device.http.send([])
      #expect(silent == nil)
      let text = "POST /onvif/device_service HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc"
      let half = try await device.http.send(Array(text.utf8))
      #expect(half == nil)
    }
  }

  @Test("Off, unplugged, or with the setting off, it closes the connection without a word")
  func silence() async throws {
    try await ServedRecorder.serve(isOn: false) { device in
      let request = GetSystemDateAndTime().request()
      let silent = try await device.http.ask(ONVIFService.device.path, body: request)
      #expect(silent == nil)
    }
    try await ServedRecorder.serve { device in
      await device.recorder.perform(.hands(.plugNetwork(false)))
      let request = GetSystemDateAndTime().request()
      let unplugged = try await device.http.ask(ONVIFService.device.path, body: request)
      #expect(unplugged == nil)
      await device.recorder.perform(.hands(.plugNetwork(true)))
      #expect(try await device.done(GetUsers()).count == 1)
    }
  }

  @Test("Sixty-four wait for the recorder; the next one is told to come later")
  func waiting() async throws {
    let profile = try RepositoryAssets().recorder("classic-dvr-2018").with(initial: [.onvif: "on"])
    let state = RecorderState(profile: profile, now: ServedRecorder.start)
    let recorder = StalledRecorder(
      RemoteReply(events: [], snapshot: state.snapshot, now: ServedRecorder.start))
    let threads = ServiceThreads()
    let server = try DeviceServer.start(
      recorder, at: ListeningAddress(port: 0), on: threads)
    let http = PlainHTTP(port: server.address.port)
    let request = GetSystemDateAndTime().request()
    @Sendable func status() async throws -> Int? {
      try await http.ask(ONVIFService.device.path, body: request)?.status
    }
    try await withThrowingTaskGroup(of: Int?.self) { group in
      for _ in 1...64 { group.addTask { try await status() } }
      while recorder.count < 64 { await Task.yield() }
      #expect(try await status() == 503)
      recorder.goOn()
      for try await status in group { #expect(status == 200) }
    }
    #expect(try await status() == 200)
    await server.stop()
    await threads.end()
  }

  @Test("A port that is taken is said")
  func taken() async throws {
    try await ServedRecorder.serve { device in
      let threads = ServiceThreads()
      var fault: ListeningFault?
      do throws(ListeningFault) {
        _ = try DeviceServer.start(
          device.recorder, at: device.server.address, on: threads)
      } catch {
        fault = error
      }
      #expect(fault?.message.hasSuffix("another program listens there.") == true)
      await threads.end()
    }
  }

  @Test(
    "Where it is to listen",
    arguments: [
      ("8080", "127.0.0.1:8080"), ("192.168.1.10:80", "192.168.1.10:80"), ("[::1]:0", "[::1]:0"),
      ("", nil), ("65536", nil), ("a:1", nil), ("::1:80", nil), ("host:80", nil), (":80", nil),
      ("-1", nil), ("8080x", nil),
    ])
  func addresses(text: String, expected: String?) {
    #expect(ListeningAddress(text)?.description == expected)
  }
}
