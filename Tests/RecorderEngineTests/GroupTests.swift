import RecorderEngine
import Support
import Testing

@Suite struct GroupTests {
  private static let guard1 = Preparation.Account(
    details: AccountDetails(name: "guard", group: "Ordinary"), password: "Guard-Pass1")

  private func installed() -> TestRecorder {
    var recorder = TestRecorder.installed(accounts: [Self.guard1])
    recorder.signIn()
    return recorder
  }

  @Test func aCopyHasThePermissionsOfItsOriginal() throws {
    var recorder = installed()
    recorder.tell(.groups(.add("Night", copyOf: "Ordinary")))
    let copy = try #require(recorder.snapshot.group("Night"))
    #expect(copy.local == recorder.snapshot.group("Ordinary")?.local)
    #expect(!copy.isBuiltIn)
  }

  @Test func theListOfGroupsHasALimit() {
    var recorder = installed()
    // Three are built in, five is the most.
    #expect(recorder.tell(.groups(.add("One", copyOf: "Ordinary"))).refusals.isEmpty)
    #expect(recorder.tell(.groups(.add("Two", copyOf: "Ordinary"))).refusals.isEmpty)
    #expect(
      recorder.tell(.groups(.add("Three", copyOf: "Ordinary"))).refusals
        == [.account(.tooManyGroups(most: 5))])
  }

  @Test(arguments: [15, 16, 17])
  func aGroupsNameHasALimit(length: Int) {
    var recorder = installed()
    let name = String(repeating: "n", count: length)
    let refusals = recorder.tell(.groups(.add(name, copyOf: "Ordinary"))).refusals
    #expect(refusals == (length > 16 ? [.account(.nameTooLong(came: 17, longest: 16))] : []))
  }

  @Test(arguments: ["", "ordinary", "a\u{7}b"])
  func aNameThatWillNotDoIsRefused(name: String) {
    var recorder = installed()
    let refusal = recorder.tell(.groups(.add(name, copyOf: "Ordinary"))).refusals.first
    let expected: [String: AccountProblem] = [
      "": .nameEmpty, "ordinary": .groupTaken("Ordinary"), "a\u{7}b": .nameUnprintable,
    ]
    #expect(refusal == expected[name].map { .account($0) })
  }

  @Test func builtInGroupsStayAsTheyAre() {
    var recorder = installed()
    let fixed: Refusal = .account(.groupIsFixed("Ordinary"))
    let changed = Group(name: "Ordinary", local: .all)
    #expect(recorder.tell(.groups(.change("Ordinary", changed))).refusals == [fixed])
    #expect(recorder.tell(.groups(.remove("Ordinary"))).refusals == [fixed])
  }

  @Test func aGroupInUseIsNotDeleted() {
    var recorder = installed()
    recorder.tell(.groups(.add("Night", copyOf: "Ordinary")))
    recorder.tell(.accounts(.change("guard", AccountChange(group: "Night"))))
    #expect(
      recorder.tell(.groups(.remove("Night"))).refusals
        == [.account(.groupInUse("Night", accounts: 1))])
    recorder.tell(.accounts(.change("guard", AccountChange(group: "Ordinary"))))
    #expect(recorder.tell(.groups(.remove("Night"))).refusals.isEmpty)
    #expect(recorder.snapshot.group("Night") == nil)
  }

  @Test func aRenamedGroupTakesItsAccountsAlong() throws {
    var recorder = installed()
    recorder.tell(.groups(.add("Night", copyOf: "Ordinary")))
    recorder.tell(.accounts(.change("guard", AccountChange(group: "Night"))))
    var group = try #require(recorder.snapshot.group("Night"))
    group.name = "Late"
    recorder.tell(.groups(.change("Night", group)))
    #expect(recorder.snapshot.account("guard")?.group == "Late")
  }

  @Test func whatAGroupLosesItsUsersLose() throws {
    var recorder = installed()
    recorder.tell(.groups(.add("Night", copyOf: "Advanced")))
    var group = try #require(recorder.snapshot.group("Night"))
    group.local.set(.playback, channel: 2, false)
    group.local.set(.log, false)
    recorder.tell(.groups(.change("Night", group)))
    recorder.tell(.accounts(.change("guard", AccountChange(group: "Night"))))
    recorder.tell(.session(.signOut))
    recorder.signIn("guard", "Guard-Pass1")
    #expect(recorder.tell(.readLog).refusals == [.notAllowed(.log)])
    #expect(recorder.snapshot.allows(.playback, channel: 1))
    #expect(!recorder.snapshot.allows(.playback, channel: 2))
    let found = recorder.tell(.searchRecordings(day: recorder.now))
    let channels = found.compactMap { event -> [Int]? in
      if case .recordings(.found(_, let spans, _)) = event { spans.map(\.channel) } else { nil }
    }
    #expect(channels == [[1]])
  }

  /// Every right of every built-in group, from both sides.
  @Test(arguments: ["Administrator", "Advanced", "Ordinary"])
  func aGroupAllowsWhatItHasAndRefusesTheRest(name: String) throws {
    var recorder = TestRecorder.installed(
      accounts: [
        Preparation.Account(
          details: AccountDetails(name: "someone", group: name), password: "Guard-Pass1")
      ])
    recorder.signIn("someone", "Guard-Pass1")
    let group = try #require(recorder.snapshot.group(name))
    let tries: [(Right, RecorderCommand)] = [
      (.playback, .searchRecordings(day: recorder.now)), (.log, .readLog),
      (.camera, .changeSettings([.channelName(1): "Gate"])),
      (.network, .changeSettings(["network.port": "81"])),
      (.system, .changeSettings([.deviceName: "X"])), (.system, .setClock(recorder.now)),
      (.accounts, .groups(.add("New", copyOf: "Ordinary"))),
      (
        .accounts, .accounts(.add(AccountDetails(name: "x", group: "Ordinary"), .twice("Passw0rd")))
      ),
      (.accounts, .remote(.setAccessList(AccessList(mode: .block)))),
      (.maintenance, .maintenance(.exportConfiguration)),
      (.maintenance, .maintenance(.restart)),
    ]
    for (right, command) in tries {
      let refusals = recorder.tell(command).refusals
      #expect(refusals == (group.allows(right) ? [] : [.notAllowed(right)]), "\(command)")
    }
  }

  @Test func nobodyGivesMoreThanTheyHave() throws {
    var recorder = installed()
    recorder.tell(.groups(.add("Desk", copyOf: "Ordinary")))
    var desk = try #require(recorder.snapshot.group("Desk"))
    desk.local.set(.accounts, true)
    recorder.tell(.groups(.change("Desk", desk)))
    recorder.tell(.accounts(.change("guard", AccountChange(group: "Desk"))))
    recorder.tell(.session(.signOut))
    recorder.signIn("guard", "Guard-Pass1")
    let chief = AccountDetails(name: "chief", group: "Administrator")
    #expect(
      recorder.tell(.accounts(.add(chief, .twice("Passw0rd")))).refusals
        == [.account(.beyondYou("Administrator"))])
    #expect(
      recorder.tell(.groups(.add("Mine", copyOf: "Advanced"))).refusals
        == [.account(.beyondYou("Advanced"))])
    desk.local.set(.log, true)
    #expect(recorder.tell(.groups(.change("Desk", desk))).refusals == [.account(.notYourself)])
    #expect(
      recorder.tell(.accounts(.change(.admin, AccountChange(email: "me@here.is")))).refusals
        == [.account(.beyondYou("Administrator"))])
  }
}
