import RecorderEngine
import Support
import Testing

@Suite struct PasswordTests {
  /// A password of so many characters that has all kinds from three characters on.
  private func password(_ count: Int) -> Secret {
    Secret(String((0..<max(0, count)).map { Array("a1#B")[$0 % 4] }))
  }

  @Test(
    "A level takes its shortest password and none below",
    arguments: TestProfile.all, PasswordLevel.allCases)
  func shortest(profile: RecorderProfile, level: PasswordLevel) {
    let rules = profile.passwords
    let shortest = rules.rule(for: level).shortest
    #expect(
      rules.problem(with: password(shortest - 1), at: level)
        == .tooShort(came: shortest - 1, shortest: shortest, level: level))
    #expect(rules.problem(with: password(shortest), at: level) == nil)
    #expect(rules.problem(with: password(shortest + 1), at: level) == nil)
  }

  @Test(
    "A level takes the longest password and none above, never cut",
    arguments: TestProfile.all, PasswordLevel.allCases)
  func longest(profile: RecorderProfile, level: PasswordLevel) {
    let longest = profile.passwords.longest.value
    #expect(profile.passwords.problem(with: password(longest - 1), at: level) == nil)
    #expect(profile.passwords.problem(with: password(longest), at: level) == nil)
    #expect(
      profile.passwords.problem(with: password(longest + 1), at: level)
        == .tooLong(came: longest + 1, longest: longest))
  }

  @Test("A level names every kind of character that is missing", arguments: TestProfile.all)
  func kinds(profile: RecorderProfile) {
    let texts: [(CharacterKind, String)] = [
      (.letter, "12345678#"), (.digit, "abcdefgh#"), (.special, "abcdefgh1"),
    ]
    for level in PasswordLevel.allCases {
      for (kind, text) in texts {
        let isNeeded = profile.passwords.rule(for: level).needs.contains(kind)
        let problem = profile.passwords.problem(with: Secret(text), at: level)
        #expect(problem == (isNeeded ? .lacks([kind], level: level) : nil))
      }
    }
  }

  @Test("A control character is in no password", arguments: ["a1#\u{7}efghi", "a1#\u{202E}efghi"])
  func unprintable(text: String) {
    #expect(TestProfile.classic.passwords.problem(with: Secret(text), at: .low) == .unprintable)
  }

  @Test(
    "The level of a password is the highest that it meets",
    arguments: [
      ("", nil), ("x", .low), ("abcdefg1", .middle), ("abcdefg1#", .high),
      ("abcdefghijk1#abcd", nil),
    ] as [(String, PasswordLevel?)])
  func level(text: String, level: PasswordLevel?) {
    #expect(TestProfile.classic.passwords.level(of: Secret(text)) == level)
  }

  @Test("A changed password opens, the old one no longer", arguments: TestProfile.all)
  func changed(profile: RecorderProfile) {
    var recorder = TestRecorder.installed(profile)
    recorder.signIn()
    let change = recorder.tell(
      .accounts(.changePassword(current: TestRecorder.password, .twice("Other-Pass2"))))
    #expect(change.logged == [.passwordChanged(.admin)])
    #expect(recorder.snapshot.account(.admin)?.password == .set(.high))
    recorder.tell(.session(.signOut))
    #expect(recorder.signIn().refusals.count == 1)
    #expect(recorder.signIn(.admin, "Other-Pass2").refusals.isEmpty)
  }

  @Test("A new password below the profile's level is refused", arguments: TestProfile.all)
  func requiredLevel(profile: RecorderProfile) {
    for (text, level) in [("abcdefg1", PasswordLevel.middle), ("abc", .low)] {
      var recorder = TestRecorder.installed(profile)
      recorder.signIn()
      let events = recorder.tell(
        .accounts(.changePassword(current: TestRecorder.password, .twice(Secret(text)))))
      #expect(events.refusals.isEmpty == (level >= profile.passwords.required.value))
    }
  }

  @Test("Two new passwords that differ, and the current one again, are refused")
  func sameTwiceAndNotAsBefore() {
    var recorder = TestRecorder.installed()
    recorder.signIn()
    let current = TestRecorder.password
    let differing = NewPassword("Other-Pass2", again: "Other-Pass3")
    #expect(
      recorder.tell(.accounts(.changePassword(current: current, differing))).refusals
        == [.password(.notTheSameTwice)])
    #expect(
      recorder.tell(.accounts(.changePassword(current: current, .twice(current)))).refusals
        == [.password(.sameAsBefore)])
  }

  @Test("The factory password is refused as new one while it is the current one")
  func defaultAgain() {
    var recorder = TestRecorder(TestProfile.legacy)
    recorder.signIn(.admin, "123456")
    let events = recorder.tell(.accounts(.changePassword(current: "123456", .twice("123456"))))
    #expect(events.refusals == [.password(.sameAsBefore)])
  }

  @Test("Wrong current passwords lock the account and end the session", arguments: TestProfile.all)
  func wrongCurrent(profile: RecorderProfile) throws {
    var recorder = TestRecorder.installed(profile)
    recorder.signIn()
    let command = RecorderCommand.accounts(.changePassword(current: "wrong", .twice("Other-Pass2")))
    for _ in 1..<profile.signIn.tries.value {
      #expect(recorder.tell(command).refusals == [.wrongCurrentPassword])
    }
    let events = recorder.tell(command)
    #expect(events.refusals == [.lockedOut(try #require(recorder.snapshot.lockOut(of: .admin)))])
    #expect(events.contains(.session(.signedOut(.lockedOut))))
    #expect(recorder.snapshot.session == nil)
  }

  @Test("Wrong tries at the login panel and in the menu are one count")
  func oneCount() {
    var recorder = TestRecorder.installed(
      accounts: [
        Preparation.Account(
          details: AccountDetails(name: "bob", group: "Advanced"), password: "Bobs-Pass1")
      ])
    recorder.signIn("bob", "Bobs-Pass1")
    for _ in 0..<3 {
      recorder.tell(.accounts(.changePassword(current: "no", .twice("Other-Pass2"))))
    }
    recorder.tell(.session(.signOut))
    recorder.signInWrongly("bob", times: 2)
    #expect(recorder.snapshot.lockOut(of: "bob") != nil)
  }

  @Test("The right current password forgets the wrong ones before it")
  func rightCurrentForgets() {
    var recorder = TestRecorder.installed()
    recorder.signIn()
    let wrong = RecorderCommand.accounts(.changePassword(current: "wrong", .twice("Other-Pass2")))
    for _ in 0..<4 { recorder.tell(wrong) }
    recorder.tell(.accounts(.changePassword(current: TestRecorder.password, .twice("short"))))
    for _ in 0..<4 { recorder.tell(wrong) }
    #expect(recorder.snapshot.session != nil)
  }
}
