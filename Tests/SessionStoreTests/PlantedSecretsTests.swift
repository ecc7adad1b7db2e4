import PracticeCodes
import PracticeDesk
import RecorderEngine
import Support
import Testing

/// Every way back in is played, right and wrong, with secrets that can be recognised.
@Suite struct PlantedSecretsTests {
  /// One recovery after another, each with the password that the one before it set.
  private struct Play {
    var desk: SearchedDesk
    var password = TestRecorder.password
    private var recoveries = 0

    init(_ cryptography: any DeviceCryptography = PlainCryptography()) throws {
      desk = try SearchedDesk(TestProfile.everyMethod, cryptography)
    }

    /// Opens a tab, tries a wrong code and then the right one, which `get` has somebody give.
    mutating func recover(
      _ method: RecoveryMethod, _ get: (inout SearchedDesk) throws -> Void
    ) throws {
      try desk.tell(.recovery(.open), after: .days(1))
      try desk.tell(.recovery(.choose(method)))
      let known = desk.codes.count
      try get(&desk)
      try #require(desk.codes.count > known, "\(method) gave no code")
      try desk.tell(.recovery(.enterCode("MARKED-code")))
      try desk.tell(.recovery(.enterCode(desk.code)))
      try setPassword()
    }

    /// After a proof: a slip, then a new password; signs out again.
    mutating func setPassword() throws {
      recoveries += 1
      let new = Secret("MARKED-\(recoveries)new")
      try desk.tell(.recovery(.setPassword(NewPassword(new, again: "MARKED-slip"))))
      try desk.tell(.recovery(.setPassword(.twice(new))))
      try #require(desk.desk.recorder.snapshot.session?.account == .admin)
      password = new
      try desk.tell(.session(.signOut))
    }
  }

  @Test func `passwords and answers are written nowhere`() throws {
    var play = try Play(PracticeCryptography())
    try accounts(&play)
    try questions(&play)
    try play.desk.close()
  }

  @Test func `codes are written nowhere, whoever gives them`() throws {
    var play = try Play()
    try mailed(&play)
    try byPhone(&play)
    try bySupport(&play)
    try realMail(&play)
    #expect(play.desk.codes.count >= 8)
    try play.desk.close()
  }

  @Test func `a reset and a job over the network write no password`() throws {
    var play = try Play()
    try button(&play)
    try network(&play)
    #expect(play.desk.refusals > 0)
    try play.desk.close()
  }

  @Test func `what the trainee notes stays in the notebook`() throws {
    var play = try Play()
    try play.desk.tell(.writeNotes("NOTED-1 is the password"))
    try play.desk.tell(.session(.signIn(.admin, play.password)))
    try play.desk.tell(.maintenance(.exportConfiguration))
    #expect(try play.desk.isKept("NOTED-1"))
    #expect(!"\(play.desk.desk.recorder)".contains("NOTED-1"))
    #expect(!"\(play.desk.desk.surroundings.laptop)".contains("NOTED-1"))
    #expect(!"\(play.desk.desk.surroundings.phone)".contains("NOTED-1"))
  }

  // MARK: The ways

  private func accounts(_ play: inout Play) throws {
    let questions = play.desk.desk.recorder.snapshot.profile.answeredQuestions.map {
      QuestionAndAnswer(question: $0.question, answer: "MARKED-answer")
    }
    let new: Secret = "MARKED-1adm"
    for command in [
      RecorderCommand.session(.signIn(.admin, "MARKED-guess")),
      .session(.signIn(.admin, play.password)),
      .accounts(.changePassword(current: "MARKED-old", .twice(new))),
      .accounts(.changePassword(current: play.password, .twice(new))),
      .accounts(.setQuestions(questions, current: "MARKED-old")),
      .accounts(.setQuestions(questions, current: new)),
      .accounts(.add(AccountDetails(name: "bob", group: "Ordinary"), .twice("MARKED-1bob"))),
      .accounts(.setPassword("bob", NewPassword("MARKED-2bob", again: "MARKED-slip"))),
      .accounts(.setPassword("bob", .twice("MARKED-2bob"))),
      .maintenance(.factoryDefault(keepsNetwork: true, Approval("MARKED-no"))),
      .signInToCameras([1], user: "admin", "MARKED-camera"), .maintenance(.exportConfiguration),
      .session(.signOut),
      .remote(.signIn("bob", "MARKED-2bob", from: "10.0.0.4")),
      .remote(.signIn("bob", "MARKED-no", from: "10.0.0.4")),
    ] { try play.desk.tell(command) }
    play.password = new
  }

  private func questions(_ play: inout Play) throws {
    try play.desk.tell(.recovery(.open))
    try play.desk.tell(.recovery(.choose(.securityQuestions)))
    try play.desk.tell(.recovery(.answer(["MARKED-one", "MARKED-two"])))
    try play.desk.tell(.recovery(.answer(["MARKED-answer", "marked-ANSWER"])))
    try play.setPassword()
  }

  private func mailed(_ play: inout Play) throws {
    try play.recover(.email) { desk in
      try desk.tell(.recovery(.requestMail("thief@example.com")))
      try desk.tell(.recovery(.requestMail(TestRecorder.email)))
      try desk.tell(.letPass(.seconds(5)), after: .seconds(5))
      try desk.tell(.phone(.openLetter(1)))
    }
    let email = "client@example.com"
    try play.desk.tell(
      .cloud(.registerClient(email: email, .admin, "MARKED-no", from: "10.0.0.5")))
    try play.desk.tell(
      .cloud(.registerClient(email: email, .admin, play.password, from: "10.0.0.5")))
    try play.recover(.client) { desk in
      try desk.tell(.cloud(.requestClientMail))
      try desk.tell(.letPass(.seconds(5)), after: .seconds(5))
      try desk.tell(.phone(.openLetter(2)))
      try desk.tell(.recovery(.openCodeEntry))
    }
  }

  private func byPhone(_ play: inout Play) throws {
    for (place, account) in ["thief", TestRecorder.appAccount].enumerated() {
      try play.desk.tell(.phone(.signInToApp(account, "App-Pass1")))
      try play.recover(.qrCode) { desk in
        try desk.tell(.phone(.scan))
        guard place == 0 else { return }
        try desk.tell(.letPass(.seconds(5)), after: .seconds(5))
        try desk.tell(.phone(.openLetter(3)))
      }
    }
    try play.recover(.app) { try $0.tell(.phone(.askForCode)) }
  }

  private func bySupport(_ play: inout Play) throws {
    for method in [RecoveryMethod.dynamicPassword, .unlockCode] {
      try play.recover(method) { desk in
        try desk.tell(.photograph)
        let photo = try #require(desk.desk.surroundings.phone.photos.last)
        try desk.tell(.askSupport(SupportRequest(photo: photo, hasProof: false)))
        try desk.tell(.askSupport(SupportRequest(photo: photo)))
      }
    }
  }

  private func realMail(_ play: inout Play) throws {
    play.desk.desk.hasRealMail = true
    try play.recover(.email) { desk in
      for event in try desk.tell(.recovery(.requestMail(TestRecorder.email))) {
        if case .phone(.letterHandedOver(let letter)) = event { desk.readRealLetter(letter) }
      }
      try desk.tell(.reportMail(.failed("The mail server does not answer.")))
      try desk.tell(.reportMail(.sent))
    }
  }

  private func button(_ play: inout Play) throws {
    let profile = play.desk.desk.recorder.snapshot.profile
    try play.desk.tell(.hands(.pressResetButton))
    try play.desk.tell(.hands(.releaseResetButton), after: profile.resetButton.hold.value)
    try play.desk.tell(.passTime, after: profile.resetButton.writeTime.value)
    try play.desk.tell(.passTime, after: profile.power.startTime.value)
    try play.desk.tell(.session(.signIn(.admin, "12345")))
    play.password = "MARKED-1reset"
    try play.desk.tell(.accounts(.changePassword(current: "12345", .twice(play.password))))
    try play.desk.tell(.maintenance(.factoryDefault(keepsNetwork: true, Approval("MARKED-no"))))
    try play.desk.tell(.session(.signOut))
  }

  private func network(_ play: inout Play) throws {
    try play.desk.tell(.network(.open(TestNetwork.profile)))
    try play.desk.tell(.network(.discover))
    try play.desk.tell(.letPass(.minutes(1)), after: .minutes(1))
    let targets = play.desk.desk.surroundings.laptop.devices.map(\.number)
    try #require(targets.contains(KnownDevice.own))
    for current in ["MARKED-no", play.password] {
      let request = JobRequest(
        .setPassword(.twice("MARKED-1job")), targets: targets, current: current,
        stopsAtWarning: false)
      try play.desk.tell(.network(.rehearse(request)))
      try play.desk.tell(.network(.begin(request)))
      try play.desk.tell(.letPass(.hours(1)), after: .hours(1))
    }
    try play.desk.tell(.session(.signIn(.admin, "MARKED-1job")))
    #expect(play.desk.desk.recorder.snapshot.session?.account == .admin)
  }
}
