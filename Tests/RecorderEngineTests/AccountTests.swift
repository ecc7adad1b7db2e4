import RecorderEngine
import Support
import Testing

@Suite struct AccountTests {
  private func signedIn(
    _ profile: RecorderProfile = TestProfile.classic, accounts: [Preparation.Account] = []
  ) -> TestRecorder {
    var recorder = TestRecorder.installed(profile, accounts: accounts)
    recorder.signIn()
    return recorder
  }

  private func account(_ name: AccountName, _ group: String = "Ordinary", isEnabled: Bool = true)
    -> Preparation.Account
  {
    Preparation.Account(
      details: AccountDetails(name: name, group: group), password: "Bobs-Pass1",
      isEnabled: isEnabled)
  }

  private func add(_ name: String, remark: String = "", email: String = "") -> RecorderCommand {
    let details = AccountDetails(
      name: AccountName(name), group: "Ordinary", email: email, remark: remark)
    return .accounts(.add(details, .twice("Guest-Pass1")))
  }

  @Test("Names may be as long as the profile says and no longer", arguments: TestProfile.all)
  func nameLength(profile: RecorderProfile) {
    let longest = profile.accounts.longestName.value
    for count in [longest - 1, longest, longest + 1] {
      var recorder = signedIn(profile)
      let name = String(repeating: "n", count: count)
      let problem = AccountProblem.nameTooLong(came: count, longest: longest)
      let expected: [Refusal] = count > longest ? [.account(problem)] : []
      #expect(recorder.tell(add(name)).refusals == expected)
    }
  }

  @Test("Remarks may be as long as the profile says and no longer", arguments: TestProfile.all)
  func remarkLength(profile: RecorderProfile) {
    let longest = profile.accounts.longestRemark.value
    for count in [longest - 1, longest, longest + 1] {
      var recorder = signedIn(profile)
      let events = recorder.tell(add("guest", remark: String(repeating: "r", count: count)))
      let problem = AccountProblem.remarkTooLong(came: count, longest: longest)
      #expect(events.refusals == (count > longest ? [.account(problem)] : []))
    }
  }

  @Test(
    "There are as many accounts as the profile says, admin among them",
    arguments: TestProfile.all)
  func mostAccounts(profile: RecorderProfile) {
    var recorder = signedIn(profile)
    let most = profile.accounts.most.value
    for number in 2...most {
      #expect(recorder.tell(add("guest \(number)")).refusals.isEmpty)
    }
    #expect(recorder.tell(add("one more")).refusals == [.account(.tooMany(most: most))])
    #expect(recorder.snapshot.accounts.count == most)
  }

  @Test("An account that was added logs in with its group's rights")
  func added() {
    var recorder = signedIn()
    #expect(recorder.tell(add("guest")).logged == [.accountAdded("guest")])
    recorder.tell(.session(.signOut))
    recorder.signIn("guest", "Guest-Pass1")
    #expect(recorder.tell(.searchRecordings(day: recorder.now)).refusals.isEmpty)
    #expect(recorder.tell(.readLog).refusals == [.notAllowed(.log)])
  }

  @Test(
    "Which letters a name may have is the profile's to say",
    arguments: [
      (NameLetters.plain, "Night Guard-2 (A)", true), (.plain, "Mu\u{F1}oz", false),
      (.latin, "Mu\u{F1}oz", true), (.latin, "Mun\u{303}oz", false),
      (.latin, "\u{430}dmin", false),
      (.latin, "ad\u{D7}min", false), (.any, "\u{430}dmin", true),
    ])
  func nameLetters(letters: NameLetters, name: String, fits: Bool) {
    #expect(name.allSatisfy(letters.holds) == fits)
  }

  @Test(
    "What is wrong with a name or an address is said",
    arguments: [
      ("", "", AccountProblem.nameEmpty), ("ADMIN", "", .nameTaken("admin")),
      ("\u{430}dmin", "", .nameLetter("\u{430}", .plain)),
      ("Jos\u{E9}", "", .nameLetter("\u{E9}", .plain)), ("bell\u{7}", "", .nameUnprintable),
      ("guest", "guest", .emailUnlikely),
      ("guest", "a@b", .emailUnlikely), ("guest", "a b@c.de", .emailUnlikely),
    ])
  func wrongDetails(name: String, email: String, problem: AccountProblem) {
    var recorder = signedIn()
    #expect(recorder.tell(add(name, email: email)).refusals == [.account(problem)])
    #expect(recorder.snapshot.accounts.count == 1)
  }

  @Test("A group that the recorder does not have is refused")
  func unknownGroup() {
    var recorder = signedIn(accounts: [account("bob")])
    let events = recorder.tell(.accounts(.change("bob", AccountChange(group: "Owners"))))
    #expect(events.refusals == [.account(.noSuchGroup("Owners"))])
  }

  @Test(
    "Admin keeps its name, its group and its place",
    arguments: [
      AccountChange(name: "boss"), AccountChange(group: "Ordinary"),
      AccountChange(isEnabled: false),
    ])
  func adminIsFixed(change: AccountChange) {
    var recorder = signedIn()
    #expect(recorder.tell(.accounts(.change(.admin, change))).refusals == [.account(.adminIsFixed)])
    #expect(recorder.tell(.accounts(.remove(.admin))).refusals == [.account(.adminIsFixed)])
  }

  @Test("Admin's password is nobody else's to set")
  func adminPassword() {
    var recorder = TestRecorder.installed(accounts: [account("bob", "Administrator")])
    recorder.signIn("bob", "Bobs-Pass1")
    #expect(
      recorder.tell(.accounts(.setPassword(.admin, .twice("Taken-Over1")))).refusals
        == [.account(.adminIsFixed)])
    recorder.tell(.session(.signOut))
    #expect(recorder.signIn().refusals.isEmpty)
  }

  @Test("Nobody removes, disables or demotes themselves")
  func notYourself() {
    var recorder = TestRecorder.installed(accounts: [account("bob", "Administrator")])
    recorder.signIn("bob", "Bobs-Pass1")
    let commands: [RecorderCommand] = [
      .accounts(.remove("bob")), .accounts(.change("bob", AccountChange(isEnabled: false))),
      .accounts(.change("bob", AccountChange(group: "Ordinary"))),
      .accounts(.setPassword("bob", .twice("Other-Pass2"))),
    ]
    for command in commands {
      #expect(recorder.tell(command).refusals == [.account(.notYourself)])
    }
  }

  @Test("A disabled account cannot log in until it is enabled again")
  func disabled() {
    var recorder = TestRecorder.installed(accounts: [account("bob", isEnabled: false)])
    #expect(recorder.signIn("bob", "Bobs-Pass1").refusals == [.accountDisabled])
    #expect(recorder.signIn("bob", "wrong").refusals == [.wrongNameOrPassword(left: 4)])
    recorder.signIn()
    recorder.tell(.accounts(.change("bob", AccountChange(isEnabled: true))))
    recorder.tell(.session(.signOut))
    #expect(recorder.signIn("bob", "Bobs-Pass1").refusals.isEmpty)
  }

  @Test("A renamed account keeps its password, and its old name opens nothing")
  func renamed() {
    var recorder = signedIn(accounts: [account("bob")])
    #expect(recorder.tell(.accounts(.change("bob", AccountChange(name: "rob")))).refusals.isEmpty)
    recorder.tell(.session(.signOut))
    #expect(recorder.signIn("bob", "Bobs-Pass1").refusals.count == 1)
    #expect(recorder.signIn("rob", "Bobs-Pass1").refusals.isEmpty)
  }

  @Test("A name may change its capitals, and may not become another account's")
  func renamedCapitals() {
    var recorder = signedIn(accounts: [account("bob"), account("eve")])
    #expect(recorder.tell(.accounts(.change("bob", AccountChange(name: "Bob")))).refusals.isEmpty)
    #expect(
      recorder.tell(.accounts(.change("Bob", AccountChange(name: "EVE")))).refusals
        == [.account(.nameTaken("eve"))])
  }

  @Test("A password set for somebody else opens, and removing closes")
  func setAndRemove() {
    var recorder = signedIn(accounts: [account("bob")])
    #expect(recorder.tell(.accounts(.setPassword("bob", .twice("Other-Pass2")))).refusals.isEmpty)
    recorder.tell(.session(.signOut))
    #expect(recorder.signIn("bob", "Other-Pass2").refusals.isEmpty)
    recorder.tell(.session(.signOut))
    recorder.signIn()
    #expect(recorder.tell(.accounts(.remove("bob"))).logged == [.accountRemoved("bob")])
    recorder.tell(.session(.signOut))
    #expect(recorder.signIn("bob", "Other-Pass2").refusals.count == 1)
  }

  @Test("A password and a group that are set together: both, or neither")
  func passwordAndGroup() throws {
    var recorder = signedIn(accounts: [account("bob")])
    let other = try #require(
      recorder.snapshot.groups.first { $0.name != recorder.snapshot.account("bob")?.group }?.name)
    let commands: [RecorderCommand] = [
      .accounts(.setPassword("bob", .twice("x"), group: other)),
      .accounts(.setPassword("bob", .twice("Other-Pass2"), group: "no such group")),
    ]
    for command in commands {
      #expect(recorder.tell(command).refusals.count == 1)
      #expect(recorder.snapshot.account("bob")?.group != other)
    }
    #expect(
      recorder.tell(.accounts(.setPassword("bob", .twice("Other-Pass2"), group: other))).refusals
        .isEmpty)
    #expect(recorder.snapshot.account("bob")?.group == other)
    recorder.tell(.session(.signOut))
    #expect(recorder.signIn("bob", "Other-Pass2").refusals.isEmpty)
  }

  @Test(
    "Without the right nothing of the menu is done",
    arguments: [
      (RecorderCommand.readLog, Right.log), (.maintenance(.restart), .maintenance),
      (.maintenance(.shutDown), .maintenance),
      (.changeSettings([.deviceName: "X"]), .system), (.setClock(TestRecorder.start), .system),
      (.accounts(.remove("bob")), .accounts),
      (.accounts(.setPassword("bob", .twice("x"))), .accounts),
      (.accounts(.change("bob", AccountChange())), .accounts),
      (.accounts(.add(AccountDetails(name: "x", group: "x"), .twice("x"))), .accounts),
    ])
  func rights(command: RecorderCommand, right: Right) {
    var recorder = TestRecorder.installed(accounts: [account("bob")])
    #expect(recorder.tell(command).refusals == [.signInNeeded])
    recorder.signIn("bob", "Bobs-Pass1")
    #expect(recorder.tell(command) == [.refused(.notAllowed(right))])
  }
}
