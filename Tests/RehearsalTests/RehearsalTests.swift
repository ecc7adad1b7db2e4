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

  private func rehearsal(_ name: String, seed: UInt64 = 1) throws -> Rehearsal {
    try Rehearsal(
      try Self.assets.scenario(name), assets: Self.assets,
      cryptography: PracticeCryptography.forRehearsals, seed: seed)
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
    for step in try Self.assets.scenario("the-motion-alert").steps.prefix(6) {
      rehearsal.beginStep()
      try rehearsal.play(step.solution ?? KeyScript())
    }
    try rehearsal.play(KeyScript(parsing: "page:disk.format"))
    #expect(rehearsal.console.path.hasSuffix("main-menu:disk.format"))
    #expect(throws: Stuck.self) { try rehearsal.play(KeyScript(parsing: "page:disk.nothing")) }
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
