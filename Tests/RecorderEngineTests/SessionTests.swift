import RecorderEngine
import Support
import Testing

@Suite struct SessionTests {
  @Test(
    "A session without a key ends when its time is over, and not before",
    arguments: TestProfile.all, [-1, 0, 1] as [Int64])
  func sessionTime(profile: RecorderProfile, offset: Int64) {
    var recorder = TestRecorder.installed(profile)
    recorder.signIn()
    let events = recorder.pass(profile.signIn.sessionTime.value + .milliseconds(offset))
    #expect((recorder.snapshot.session == nil) == (offset >= 0))
    #expect(events.contains(.session(.signedOut(.timedOut))) == (offset >= 0))
  }

  @Test(
    "Keys keep a session alive for hours, at whatever pace",
    arguments: TestProfile.all, [5, 20, 35, 50, 65, 90] as [Int64])
  func keysKeepSessionAlive(profile: RecorderProfile, percent: Int64) {
    var recorder = TestRecorder.installed(profile)
    recorder.signIn()
    let sessionTime = profile.signIn.sessionTime.value.milliseconds
    let pause = Interval(milliseconds: sessionTime * percent / 100)
    for _ in 0..<20 { recorder.tell(.session(.stayAwake), after: pause) }
    #expect(recorder.snapshot.session?.account == .admin)
  }

  @Test("Keys that come quickly one after another count as well", arguments: TestProfile.all)
  func quickKeysCount(profile: RecorderProfile) {
    var recorder = TestRecorder.installed(profile)
    recorder.signIn()
    for _ in 0..<200 { recorder.tell(.session(.stayAwake), after: .milliseconds(950)) }
    #expect(recorder.snapshot.session?.account == .admin)
  }

  @Test("Nobody logs in where somebody is logged in")
  func oneSession() {
    var recorder = TestRecorder.installed()
    recorder.signIn()
    #expect(recorder.signIn().refusals == [.signedInAlready])
  }

  @Test("Logging out ends the session, and asks for one to end")
  func signOut() {
    var recorder = TestRecorder.installed()
    recorder.signIn()
    let events = recorder.tell(.session(.signOut))
    #expect(events.contains(.session(.signedOut(.asked))))
    #expect(events.logged == [.signedOut(.asked)])
    #expect(recorder.tell(.session(.signOut)).refusals == [.signInNeeded])
  }

  @Test(
    "The factory password opens and warns, on every login until it is changed",
    arguments: TestProfile.all)
  func defaultPasswordWarns(profile: RecorderProfile) throws {
    let factory = Secret(try #require(profile.signIn.defaultPassword?.value))
    var recorder = TestRecorder(profile)
    for _ in 0..<2 {
      #expect(recorder.signIn(.admin, factory).contains(.session(.defaultPasswordInUse(.admin))))
      recorder.tell(.session(.signOut))
    }
    recorder.signIn(.admin, factory)
    recorder.tell(.accounts(.changePassword(current: factory, .twice(TestRecorder.password))))
    recorder.tell(.session(.signOut))
    let events = recorder.signIn()
    #expect(recorder.snapshot.session != nil)
    #expect(!events.contains(.session(.defaultPasswordInUse(.admin))))
  }

  @Test("Whoever goes back to the factory password is warned again")
  func backToDefaultWarns() {
    var recorder = TestRecorder.installed(TestProfile.legacy)
    recorder.signIn()
    recorder.tell(.accounts(.changePassword(current: TestRecorder.password, .twice("123456"))))
    #expect(recorder.snapshot.account(.admin)?.password == .factoryDefault)
    recorder.tell(.session(.signOut))
    #expect(recorder.signIn(.admin, "123456").contains(.session(.defaultPasswordInUse(.admin))))
  }

  @Test("A recorder whose installer chose the factory password warns as well")
  func preparedDefaultWarns() {
    var recorder = TestRecorder(
      TestProfile.legacy, Preparation(adminPassword: .known("123456")))
    #expect(recorder.signIn(.admin, "123456").contains(.session(.defaultPasswordInUse(.admin))))
  }

  @Test(
    "The level of a prepared password is its own",
    arguments: [
      ("x", PasswordLevel.low), ("Letters1", .middle), ("Letters-1", .high),
      ("longer than any recorder takes", .low),
    ])
  func preparedLevel(password: String, level: PasswordLevel) {
    let recorder = TestRecorder(
      TestProfile.classic, Preparation(adminPassword: .known(Secret(password))))
    #expect(recorder.snapshot.account(.admin)?.password == .set(level))
  }

  @Test("A password that nobody knows is opened by none")
  func lostPassword() {
    var recorder = TestRecorder(TestProfile.classic, Preparation(adminPassword: .lost))
    for guess in ["", "12345", "admin", "•••"] as [Secret] {
      #expect(recorder.signIn(.admin, guess).refusals.count == 1)
    }
  }

  @Test("The session ends when the power does, and says why")
  func powerEndsSession() {
    var recorder = TestRecorder.installed()
    recorder.signIn()
    #expect(
      recorder.tell(.hands(.switchPower(on: false))).contains(.session(.signedOut(.powerLost))))
    #expect(recorder.snapshot.session == nil)
  }

  @Test("A name of ten thousand characters costs the log no more than a long name")
  func endlessName() {
    var recorder = TestRecorder.installed()
    recorder.signInWrongly(AccountName(String(repeating: "n", count: 10_000)), times: 5)
    let longest = recorder.snapshot.log.entries.compactMap(\.account?.text.count).max() ?? 0
    #expect(longest <= recorder.profile.accounts.longestName.value + 1)
    #expect(recorder.snapshot.lockOuts.count == 1)
  }

  @Test("An endless name that begins like a real one is not that one", arguments: ["", " "])
  func endlessNameIsNobody(between: String) {
    let name = String(repeating: "n", count: 16)
    let account = Preparation.Account(
      details: AccountDetails(name: AccountName(name), group: "Ordinary"), password: "Right-1")
    var recorder = TestRecorder.installed(accounts: [account])
    let events = recorder.signIn(AccountName(name + between + name), "Right-1")
    #expect(events.refusals == [.wrongNameOrPassword(left: 4)])
  }
}
