import ConsoleRuntime
import PracticeCodes
import RecorderEngine
import Support
import Testing
import TextUI
import Training

@testable import Rehearsals

/// Lessons played without a terminal.
@Suite struct RehearsalTests {
  static let assets = RememberedAssets(RepositoryAssets(hasScenes: false))

  private func rehearsal(
    _ name: String, seed: UInt64 = 1, size: Size = Size(rows: 24, columns: 80)
  ) throws -> Rehearsal {
    try Rehearsal(
      try Self.assets.scenario(name, seed: 1), assets: Self.assets,
      cryptography: PracticeCryptography.forRehearsals, seed: seed, size: size)
  }

  @Test func aCopyIsASnapshot() throws {
    var one = try rehearsal("eleven-at-night")
    one.press(.key(.enter))
    var other = one
    try other.play(KeyScript(parsing: "Enter any:wrong Enter"))
    #expect(other.progress?.step == 1)
    #expect(one.progress?.step == 0 && one.desk != other.desk)
    try one.play(KeyScript(parsing: "Enter any:wrong Enter"))
    #expect(one.desk == other.desk && one.progress == other.progress)
  }

  @Test func aNameIsFoundByTheShortestWayAndPressesNothing() throws {
    var rehearsal = try rehearsal("eleven-at-night")
    try rehearsal.play(KeyScript(parsing: "Enter Enter to:restore"))
    #expect(rehearsal.screen.contains { $0.contains("▸Restore Password◂") })
    try rehearsal.play(KeyScript(parsing: "to:'User name' to:log-in"))
    #expect(rehearsal.screen.contains { $0.contains("▸Log in◂") })
    #expect(rehearsal.progress?.counts.isEmpty == true)
  }

  @Test func aNameThatIsNotThereIsSaidWithTheScreen() throws {
    var rehearsal = try rehearsal("eleven-at-night")
    try rehearsal.play(KeyScript(parsing: "Enter Enter"))
    do {
      try rehearsal.play(KeyScript(parsing: "to:nowhere"))
      Issue.record("it was found")
    } catch let stuck as Stuck {
      #expect(stuck.word == "to:nowhere" && stuck.why.contains("nowhere"))
      #expect(stuck.screen.contains { $0.contains("Log in") })
    }
  }

  @Test func aPageIsOpenedByItsPath() throws {
    var rehearsal = try rehearsal("the-motion-alert")
    rehearsal.press(.key(.enter))
    for step in try Self.assets.scenario("the-motion-alert", seed: 1).steps.prefix(6) {
      rehearsal.beginStep()
      try rehearsal.play(step.solution ?? KeyScript())
    }
    try rehearsal.play(KeyScript(parsing: "page:disk.format"))
    #expect(rehearsal.console.path.hasSuffix("main-menu:disk.format"))
    #expect(throws: Stuck.self) { try rehearsal.play(KeyScript(parsing: "page:disk.nothing")) }
  }

  /// The codes of the letter, the support desk and the app are other ones with each seed.
  @Test(arguments: [1, 2] as [UInt64])
  func aCodeIsTypedAsTheScreenShowsIt(seed: UInt64) throws {
    var mail = try rehearsal("mailed-code", seed: seed)
    try play("mailed-code", steps: 3, in: &mail)
    let code = try #require(mail.surroundings.phone.mailbox.open?.code?.text)
    #expect(try mail.filled("a<code.mail>b<code.mail>", "") == "a\(code)b\(code)")
    var photo = try rehearsal("photo-for-the-distributor", seed: seed)
    try play("photo-for-the-distributor", steps: 3, in: &photo)
    let told = try #require(photo.surroundings.conversation.code?.text)
    #expect(try photo.filled("<code.support>", "") == told)
    #expect(told != code)
    var app = try rehearsal("bound-app", seed: seed)
    try play("bound-app", steps: 2, in: &app)
    let shown = try #require(app.surroundings.phone.app.code?.code.text)
    #expect(try app.filled("<code.app>", "") == shown)
    // It lives for ten minutes.
    #expect(throws: Stuck.self) { try app.wait(for: "signed-in", "") }
    #expect(throws: Stuck.self) { try app.filled("<code.app>", "") }
  }

  /// What the smart skin has beside the login where the window is wide stands in it where it is not.
  @Test(arguments: [80, 132])
  func whicheverOfBothIsThereIsFound(columns: Int) throws {
    var rehearsal = try rehearsal("qr-at-the-counter", size: Size(rows: 43, columns: columns))
    rehearsal.press(.key(.enter))
    try rehearsal.play(KeyScript(parsing: "Enter to:restore-password|dynamic-password Enter"))
    #expect(rehearsal.progress?.step == 1)
  }

  @Test(
    "A code that cannot be read is said, and so is a name that nobody knows",
    arguments: [
      ("text:<code.mail>", "no letter"), ("text:<code.support>", "support desk"),
      ("text:<code.app>", "the app shows no code"),
      ("text:<code.qr>", "expected one of <code.mail>"),
    ])
  func codes(act: String, why: String) throws {
    var rehearsal = try rehearsal("eleven-at-night")
    rehearsal.press(.key(.enter))
    do {
      try rehearsal.play(KeyScript(parsing: act))
      Issue.record("it was typed")
    } catch let stuck as Stuck {
      #expect(stuck.word == act && stuck.why.contains(why), "\(stuck.why)")
    }
    #expect(try rehearsal.filled("a < b > c", "") == "a < b > c")
    try rehearsal.play(KeyScript(parsing: "any:<code.qr>"))
  }

  private func play(_ name: String, steps: Int, in rehearsal: inout Rehearsal) throws {
    rehearsal.press(.key(.enter))
    for step in try Self.assets.scenario(name, seed: 1).steps.prefix(steps) {
      rehearsal.beginStep()
      try rehearsal.play(step.solution ?? KeyScript())
    }
  }

  @Test(
    "A wait ends, one way or the other",
    arguments: [("reset-done", "did not come"), ("no-such-thing", "no condition")])
  func waits(name: String, why: String) throws {
    var rehearsal = try rehearsal("eleven-at-night")
    rehearsal.press(.key(.enter))
    do {
      try rehearsal.play(KeyScript(parsing: "until:\(name)"))
      Issue.record("it came")
    } catch let stuck as Stuck {
      #expect(stuck.why.contains(why))
    }
  }
}
