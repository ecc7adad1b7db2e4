import DeviceProofs
import ONVIFMessages
import RecorderEngine
import Testing

@testable import DeviceService

/// What real devices do wrong, switched on.
@Suite(.besideDevices) struct MisbehaviourTests {
  private func serve(
    _ misbehaviours: Misbehaviour..., body: (ServedRecorder) async throws -> Void
  ) async throws {
    var options = DeviceOptions()
    options.misbehaviours = misbehaviours
    options.bounds.brake = .milliseconds(1)
    try await ServedRecorder.serve(options, body)
  }

  @Test(
    "Each has its word",
    arguments: [
      ("clock-off=3h", Misbehaviour.clockOff(.hours(3))),
      ("clock-off=-90s", .clockOff(.seconds(-90))),
      ("digest-only", .digestOnly), ("fault-200", .faultStatus(200)),
      ("slow=2s", .slow(.seconds(2))),
      ("locked-after=3", .lockedOutAfter(3)), ("cut", .cut), ("cut=1", nil), ("slow", nil),
      ("clock-off=3", nil), ("locked-after=0", nil), ("", nil), ("other", nil),
    ] as [(String, Misbehaviour?)])
  func words(text: String, expected: Misbehaviour?) {
    #expect(Misbehaviour(text) == expected)
  }

  @Test("A clock that is off shows it, and judges tokens by it")
  func clockOff() async throws {
    try await serve(.clockOff(.hours(3))) { device in
      let right = try await device.token()
      #expect(try await device.ask(GetUsers(), token: right).fault?.isNotAuthorized == true)
      let off = try await device.token(off: .hours(3))
      guard case .answered = try await device.ask(GetUsers(), token: off) else {
        return #expect(Bool(false), "an answer")
      }
    }
  }

  @Test("Digest only, and tokens only")
  func ways() async throws {
    try await serve(.digestOnly) { device in
      let token = try await device.token()
      let refused = try #require(
        await device.http.ask(
          ONVIFService.device.path, body: GetUsers().request(token: token)))
      #expect(refused.status == 401 && !refused.headers("WWW-Authenticate").isEmpty)
      guard case .answered = try await device.ask(GetUsers(), by: .digestMD5) else {
        return #expect(Bool(false), "an answer")
      }
    }
    try await serve(.tokenOnly) { device in
      #expect(try await device.done(GetUsers()).count == 1)
      let refused = try #require(
        await device.http.ask(ONVIFService.device.path, body: GetUsers().request()))
      #expect(refused.status == 400 && refused.headers("WWW-Authenticate").isEmpty)
    }
  }

  @Test("Faults as 200, inner addresses, a clock that is locked")
  func answers() async throws {
    try await serve(.faultStatus(200), .privateAddress, .clockLocked) { device in
      let fault = try #require(
        await device.http.ask(ONVIFService.device.path, body: GetUsers().request()))
      #expect(fault.status == 200)
      #expect(
        try GetUsers.reply(status: 200, body: fault.body).fault?.isNotAuthorized == true)
      guard case .answered(let services) = try await device.ask(GetServices()) else {
        return #expect(Bool(false), "an answer")
      }
      #expect(services.first?.address == "http://192.168.226.201/onvif/device_service")
      #expect(try await device.ask(GetSystemDateAndTime()).fault?.isNotAuthorized == true)
    }
  }

  @Test("Every third answer breaks off")
  func cut() async throws {
    try await serve(.cut) { device in
      var lengths: [Bool] = []
      for _ in 1...6 {
        let answer = try #require(
          await device.http.ask(
            ONVIFService.device.path, body: GetServices().request()))
        let length = answer.headers("Content-Length").first.flatMap { Int($0) }
        lengths.append(answer.body.count == length)
      }
      #expect(lengths == [true, true, false, true, true, false])
    }
  }

  @Test("Locked after three, whatever the recorder's own rule is")
  func lockedAfter() async throws {
    try await serve(.lockedOutAfter(3)) { device async throws in
      for _ in 1...3 { _ = try await device.ask(GetUsers(), by: .token, "wrong") }
      #expect(try await device.ask(GetUsers(), by: .token).fault?.isNotAuthorized == true)
      #expect(try await device.snapshot.lockOut(of: .admin) == nil)
    }
  }

  @Test("A flood of wrong ones is answered late, and the recorder not asked")
  func flood() async throws {
    var options = DeviceOptions()
    options.bounds.wrongOnesPerSecond = 2
    options.bounds.brake = .milliseconds(50)
    try await ServedRecorder.serve(options) { device in
      for _ in 1...8 { _ = try await device.ask(GetUsers(), by: .token, "wrong") }
      let state = try await device.snapshot
      let tries = state.log.entries.count { $0.action == .remoteSignInFailed("127.0.0.1") }
      #expect(tries < 8)
    }
  }
}
