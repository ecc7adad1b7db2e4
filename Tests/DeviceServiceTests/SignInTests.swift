import DeviceProofs
import ONVIFMessages
import RecorderEngine
import Testing

@testable import DeviceService

/// Who is let in, and what whoever is not is told.
@Suite(.besideDevices) struct SignInTests {
  @Test("The right password lets in by every way", arguments: ServedRecorder.Way.allCases)
  func right(way: ServedRecorder.Way) async throws {
    try await ServedRecorder.serve { device in
      guard case .answered(let users) = try await device.ask(GetUsers(), by: way) else {
        return #expect(Bool(false), "an answer")
      }
      #expect(users == [DeviceUser(.admin, .known(.administrator))])
      #expect(try await device.snapshot.remoteSessions.map(\.address) == ["127.0.0.1"])
    }
  }

  @Test("Five wrong ones lock here and at the monitor", arguments: ServedRecorder.Way.allCases)
  func lockOut(way: ServedRecorder.Way) async throws {
    var options = DeviceOptions()
    options.bounds.wrongOnesPerSecond = 100
    try await ServedRecorder.serve(options) { device in
      for _ in 1...5 {
        let reply = try await device.ask(GetUsers(), by: way, "wrong")
        #expect(reply.fault == StandardFault.notAuthorized.asRead)
      }
      #expect(try await device.snapshot.lockOut(of: .admin) != nil)
      let locked = try await device.ask(GetUsers(), by: way)
      #expect(locked.fault == StandardFault.notAuthorized.asRead)
      let monitor = await device.recorder.perform(
        .session(.signIn(.admin, ServedRecorder.password)))
      guard case .lockedOut = monitor.refusal else { return #expect(Bool(false), "locked") }
    }
  }

  @Test("Refused by 400 with a token, by 401 and a challenge with Digest or nothing")
  func statuses() async throws {
    try await ServedRecorder.serve { device in
      let path = ONVIFService.device.path
      let token = try await device.token("wrong")
      let one = try #require(
        await device.http.ask(path, body: GetUsers().request(token: token)))
      #expect(one.status == 400 && one.headers("WWW-Authenticate").isEmpty)
      let other = try #require(await device.http.ask(path, body: GetUsers().request()))
      #expect(other.status == 401)
      let challenges = DigestChallenge.all(in: other.headers("WWW-Authenticate"))
      #expect(challenges.map(\.algorithm) == [.sha256, .md5])
      #expect(other.headers("Date").first?.hasSuffix("GMT") == true)
    }
  }

  @Test("What comes twice, too late or too early is refused, and is no wrong password")
  func replays() async throws {
    try await ServedRecorder.serve { device in
      let token = try await device.token()
      guard case .answered = try await device.ask(GetUsers(), token: token) else {
        return #expect(Bool(false), "an answer")
      }
      for _ in 1...6 {
        #expect(try await device.ask(GetUsers(), token: token).fault?.isNotAuthorized == true)
        let old = try await device.token(off: .minutes(-6))
        #expect(try await device.ask(GetUsers(), token: old).fault?.isNotAuthorized == true)
        let early = try await device.token(off: .minutes(6))
        #expect(try await device.ask(GetUsers(), token: early).fault?.isNotAuthorized == true)
      }
      #expect(try await device.snapshot.lockOut(of: .admin) == nil)
      #expect(try await device.done(GetUsers()).count == 1)
    }
  }

  @Test("A token is judged by the recorder's clock, however wrong that is")
  func wrongClock() async throws {
    try await ServedRecorder.serve { device async throws in
      _ = try await device.done(
        SetSystemDateAndTime(
          .manual, observesSummerTime: false, utc: CivilTime(year: 2_031, month: 1, day: 1)))
      var random = SystemRandomNumberGenerator()
      let right = UsernameToken(
        user: .admin, secret: ServedRecorder.password, nonce: Nonce(using: &random),
        at: ServedRecorder.start - .hours(2))
      #expect(try await device.ask(GetUsers(), token: right).fault?.isNotAuthorized == true)
      #expect(try await device.done(GetUsers()).count == 1)
    }
  }

  @Test("Every operation asks for its level", arguments: RemoteLevel.allCases)
  func levels(level: RemoteLevel) async throws {
    try await ServedRecorder.serve { device in
      let user = UserSetting("guard", password: "Guard-Pass1", level: UserLevel(level))
      _ = try await device.done(CreateUsers([user]))
      func isLetIn(_ operation: some ONVIFOperation) async throws -> Bool {
        try await device.ask(operation, by: .token, "Guard-Pass1", as: "guard")
          .fault?.isNotAuthorized != true
      }
      #expect(try await isLetIn(GetDeviceInformation()))
      #expect(try await isLetIn(GetProfiles()))
      #expect(try await isLetIn(GetUsers()) == (level == .administrator))
      #expect(try await isLetIn(GetSystemLog(.system)) == (level == .administrator))
      #expect(try await isLetIn(SetHostname("x")) == (level == .administrator))
      #expect(try await isLetIn(SetHostname("-")) == (level == .administrator))
      #expect(try await isLetIn(SystemReboot()) == (level == .administrator))
    }
  }

  @Test("A password that is set over the network opens at the monitor, and the old one no more")
  func setPassword() async throws {
    try await ServedRecorder.serve { device in
      let new = UserSetting(.admin, password: "Other-Pass2", level: .administrator)
      _ = try await device.done(SetUser([new]))
      #expect(try await device.ask(GetUsers(), by: .token).fault?.isNotAuthorized == true)
      #expect(try await device.done(GetUsers(), as: .admin, "Other-Pass2").count == 1)
      let reply = await device.recorder.perform(.session(.signIn(.admin, "Other-Pass2")))
      #expect(reply.snapshot.session?.account == .admin)
      let old = try #require(reply.snapshot.account(.admin))
      #expect(old.passwordSince == device.clock.now)
    }
  }

  @Test("What is wrong with accounts has the standard's faults")
  func accountFaults() async throws {
    try await ServedRecorder.serve { device async throws in
      func fault(_ operation: some ONVIFOperation) async throws -> String? {
        try await device.ask(operation, by: .token).fault?.subcodes.last
      }
      let good = UserSetting("guard", password: "Guard-Pass1", level: .user)
      #expect(try await fault(CreateUsers([good])) == nil)
      #expect(try await fault(CreateUsers([good])) == "UsernameClash")
      let weak = UserSetting("till", password: "", level: .user)
      #expect(try await fault(CreateUsers([weak])) == "Password")
      let long = UserSetting(
        AccountName(String(repeating: "n", count: 99)), password: "Guard-Pass1", level: .user)
      #expect(try await fault(CreateUsers([long])) == "UsernameTooLong")
      let nobody = UserSetting("till", password: "Guard-Pass1", level: .anonymous)
      #expect(try await fault(CreateUsers([nobody])) == "AnonymousNotAllowed")
      #expect(
        try await fault(SetUser([UserSetting("x", password: nil, level: .user)]))
          == "UsernameMissing")
      #expect(try await fault(DeleteUsers([.admin])) == "FixedUser")
      #expect(try await fault(DeleteUsers(["x"])) == "UsernameMissing")
      let demoted = UserSetting(.admin, password: nil, level: .user)
      #expect(try await fault(SetUser([demoted])) == "FixedUser")
      #expect(try await fault(DeleteUsers(["guard"])) == nil)
    }
  }

  @Test("A still picture is for whoever signs in by HTTP Digest, and for nobody else")
  func stillPicture() async throws {
    var options = DeviceOptions()
    options.picture = { channel, _ in channel == 1 ? [0xFF, 0xD8, UInt8(channel)] : nil }
    try await ServedRecorder.serve(options) { device in
      let path = "/onvif/snapshot/1"
      let first = try #require(await device.http.ask(path, by: "GET"))
      #expect(first.status == 401)
      let all = DigestChallenge.all(in: first.headers("WWW-Authenticate"))
      var signer = DigestSigner(
        try #require(all.first), user: .admin, secret: ServedRecorder.password)
      for (path, status) in [(path, 200), ("/onvif/snapshot/2", 404), ("/onvif/snapshot/99", 404)] {
        let header = signer.authorization(
          method: "GET", target: path, clientNonce: Nonce([1, 2]))
        let answer = try #require(
          await device.http.ask(path, by: "GET", headers: [("Authorization", header)]))
        #expect(answer.status == status)
        #expect(status != 200 || answer.body == [0xFF, 0xD8, 1])
        #expect(status != 200 || answer.headers("Content-Type") == ["image/jpeg"])
      }
    }
  }
}
