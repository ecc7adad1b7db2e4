import RecorderEngine
import Support
import Testing

@Suite struct ApprovalTests {
  private static let chief = Preparation.Account(
    details: AccountDetails(name: "chief", group: "Administrator"), password: "Chief-Pass1")
  private static let clerk = Preparation.Account(
    details: AccountDetails(name: "clerk", group: "Ordinary"), password: "Clerk-Pass1")

  private func installed(checksTwice: Bool) -> TestRecorder {
    var recorder = TestRecorder.installed(accounts: [Self.chief, Self.clerk])
    recorder.signIn()
    if checksTwice { recorder.tell(.changeSettings([.dualCheck: "on"])) }
    return recorder
  }

  private func defaulting(_ password: Secret, _ second: Approval.Second? = nil) -> RecorderCommand {
    .maintenance(.factoryDefault(keepsNetwork: true, Approval(password, second: second)))
  }

  @Test func theOwnPasswordIsAskedForAgain() {
    var recorder = installed(checksTwice: false)
    #expect(recorder.tell(defaulting("wrong")).refusals == [.wrongCurrentPassword])
    #expect(recorder.snapshot.account("chief") != nil)
    #expect(recorder.tell(defaulting(TestRecorder.password)).refusals.isEmpty)
    #expect(recorder.snapshot.account("chief") == nil)
  }

  @Test func wrongPasswordsCountTowardsTheLockOut() {
    var recorder = installed(checksTwice: false)
    for _ in 0..<4 { recorder.tell(defaulting("wrong")) }
    #expect(recorder.snapshot.session != nil)
    recorder.tell(defaulting("wrong"))
    #expect(recorder.snapshot.session == nil)
    #expect(recorder.snapshot.lockOut(of: .admin) != nil)
  }

  @Test func twoCheckWhereTheRecorderSaysSo() {
    var recorder = installed(checksTwice: true)
    let own = TestRecorder.password
    #expect(recorder.tell(defaulting(own)).refusals == [.approval(.secondNeeded)])
    let wrong: [Approval.Second] = [
      Approval.Second(name: "chief", password: "wrong"),
      Approval.Second(name: "nobody", password: "Chief-Pass1"),
      Approval.Second(name: "clerk", password: "Clerk-Pass1"),
    ]
    for second in wrong {
      #expect(recorder.tell(defaulting(own, second)).refusals.last == .approval(.secondWrong))
    }
    let oneself = Approval.Second(name: .admin, password: own)
    #expect(recorder.tell(defaulting(own, oneself)).refusals == [.approval(.secondNeeded)])
    let right = Approval.Second(name: "chief", password: "Chief-Pass1")
    #expect(recorder.tell(defaulting(own, right)).refusals.isEmpty)
  }

  @Test func theSecondsWrongPasswordsLockTheSecondOut() {
    var recorder = installed(checksTwice: true)
    let wrong = Approval.Second(name: "chief", password: "wrong")
    for _ in 0..<5 { recorder.tell(defaulting(TestRecorder.password, wrong)) }
    #expect(recorder.snapshot.lockOut(of: "chief") != nil)
    #expect(recorder.snapshot.session?.account == .admin)
  }
}

@Suite struct PasswordLifeTests {
  private func installed(_ expiry: String) -> TestRecorder {
    var recorder = TestRecorder.installed()
    recorder.signIn()
    recorder.tell(.changeSettings([.passwordExpiry: expiry]))
    recorder.tell(.session(.signOut))
    return recorder
  }

  @Test(arguments: [-1, 0, 1])
  func aPasswordExpiresToTheMillisecond(off: Int64) {
    var recorder = installed("30 days")
    let set = recorder.snapshot.account(.admin)?.passwordSince ?? .init(milliseconds: 0)
    recorder.pass(set + .days(30) + .milliseconds(off) - recorder.now)
    recorder.signIn()
    #expect(recorder.snapshot.session?.owesNewPassword == (off >= 0))
  }

  @Test func anExpiredPasswordAllowsNothingButANewOne() {
    var recorder = installed("30 days")
    recorder.pass(.days(31))
    recorder.signIn()
    #expect(recorder.tell(.readLog).refusals == [.passwordExpired])
    #expect(recorder.tell(.changeSettings([.deviceName: "X"])).refusals == [.passwordExpired])
    let same = recorder.tell(
      .accounts(.changePassword(current: TestRecorder.password, .twice(TestRecorder.password))))
    #expect(same.refusals == [.password(.sameAsBefore)])
    recorder.tell(.accounts(.changePassword(current: TestRecorder.password, .twice("Brand-New7"))))
    #expect(recorder.snapshot.session?.owesNewPassword == false)
    #expect(recorder.tell(.readLog).refusals.isEmpty)
    recorder.pass(.days(29))
    recorder.signIn(.admin, "Brand-New7")
    #expect(recorder.snapshot.session?.owesNewPassword == false)
  }

  @Test func neverMeansNever() {
    var recorder = installed("never")
    recorder.pass(.days(4_000))
    recorder.signIn()
    #expect(recorder.snapshot.session?.owesNewPassword == false)
  }

  @Test(arguments: [("low", true), ("middle", false), ("high", false)])
  func theLevelThatIsSetCounts(level: String, takesShort: Bool) {
    var recorder = TestRecorder.installed()
    recorder.signIn()
    recorder.tell(.changeSettings([.passwordLevel: level]))
    let refusals = recorder.tell(
      .accounts(.changePassword(current: TestRecorder.password, .twice("x")))
    ).refusals
    #expect(refusals.isEmpty == takesShort)
  }
}
