import ConsoleRuntime
import Library
import PracticeCodes
import RecorderEngine
import Support
import Testing
import Training

@testable import Rehearsals

/// That a scenario can be solved is proved by solving it.
@Suite struct ScenarioProofTests {
  private static let assets = RehearsalTests.assets

  private func failures(_ scenario: Scenario) throws -> [ScenarioProof.Failure] {
    try ScenarioProof(
      of: scenario, assets: Self.assets, cryptography: PracticeCryptography.forRehearsals
    ).failures()
  }

  /// The lesson with something else in its file.
  private func changed(_ changes: (String, String)...) throws -> (Scenario, String) {
    let url = PackageRoot.url.appendingPathComponent("Assets/Scenarios/eleven-at-night.yaml")
    var text = try String(contentsOf: url, encoding: .utf8)
    for (old, new) in changes {
      try #require(text.contains(old), "\(old)")
      text = text.replacing(old, with: new)
    }
    let recorder = try Self.assets.recorder("classic-dvr-2018")
    return (try ScenarioFile.read(text, file: "eleven-at-night.yaml", for: recorder), text)
  }

  @Test(arguments: RehearsalTests.assets.readLessons().titles.map(\.id))
  func whatShipsIsSolvable(name: String) throws {
    let scenario = try Self.assets.scenario(name, seed: 1)
    let proof = ScenarioProof(
      of: scenario, assets: Self.assets, cryptography: PracticeCryptography.forRehearsals,
      draw: { seed throws(AssetTrouble) in try Self.assets.scenario(name, seed: seed) })
    #expect(proof.isProvable)
    #expect(try proof.failures() == [])
  }

  @Test func aStepWithoutASolutionIsNamed() throws {
    let (scenario, text) = try changed(("    solution: Space until:reset-done\n", ""))
    let found = try failures(scenario)
    #expect(found.map(\.part) == [.step("let-go")])
    #expect(ScenarioFile.place(of: .step("let-go"), in: text).column == 5)
  }

  @Test func aSolutionThatStopsShortShowsWhereItStuck() throws {
    let (scenario, text) = try changed(("Enter any:a2 Enter any:a3", "Enter any:a3"))
    let found = try failures(scenario)
    #expect(found.map(\.part) == [.step("locked")])
    #expect(found.first?.screen.contains { $0.contains("Password") } == true)
    let why = found.first?.why ?? ""
    #expect(why.hasSuffix("; still not so: { any: [locked-out, { locked: admin }] }"), "\(why)")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let place = ScenarioFile.place(of: .step("locked"), in: text)
    #expect(lines[place.line - 1].contains("solution: any:a1"), "\(place)")
  }

  @Test func whatTheConsoleSaidOnTheWayIsTold() throws {
    let (scenario, _) = try changed(
      ("    solution: Space until:reset-done\n", "    solution: C-x\n"))
    let why = try #require(try failures(scenario).first?.why)
    #expect(why.contains("still not so: reset-done; the console said: “Nobody can watch"), "\(why)")
  }

  @Test func aWrongTurnThatDoesNotHappenIsNamed() throws {
    let (scenario, _) = try changed(("keys: F3 Space Space", "keys: F3 F2"))
    #expect(try failures(scenario).map(\.part) == [.wrong(0)])
  }

  @Test func aWrongTurnOnTheWayCostsPointsThatTheProofMisses() throws {
    let (scenario, _) = try changed(
      ("solution: F3 Space until:reset-button-beeped", "solution: F3 Space Space Space until:done"))
    let found = try failures(scenario)
    #expect(found.map(\.part) == [.goals])
    #expect(
      found.first?.why.contains("95 of 100") == true || found.first?.why.contains("of 100") == true)
  }

  @Test func aLessonThatIsPassedAtItsBeginningIsNone() throws {
    let text = try changed().1
    let goals = try #require(text.range(of: "goals:"))
    let wrong = try #require(text.range(of: "# What costs points"))
    let only =
      text[..<goals.lowerBound] + "goals:\n  - say: It runs\n    check: running\n\n"
      + text[wrong.lowerBound...]
    let recorder = try Self.assets.recorder("classic-dvr-2018")
    let scenario = try ScenarioFile.read(String(only), file: "eleven-at-night.yaml", for: recorder)
    let found = try failures(scenario)
    #expect(found.map(\.part) == [.goals])
    #expect(found.first?.why.contains("at the beginning") == true)
  }

  /// The lesson of the three questions with something else in its file.
  private func questions(_ old: String, _ new: String) throws -> (Scenario, String) {
    let url = PackageRoot.url.appendingPathComponent("Assets/Scenarios/three-questions.yaml")
    let text = try String(contentsOf: url, encoding: .utf8)
    try #require(text.contains(old), "\(old)")
    let changed = text.replacing(old, with: new)
    let scenario = try ScenarioFile.read(changed, file: "three-questions.yaml")
    return (scenario, changed)
  }

  @Test func anotherWayIsPlayedToTheEnd() throws {
    let (right, _) = try questions(
      "from: answers\n    solution: |", "from: answers\n    solution: |")
    #expect(right.endings.count == 1)
    #expect(try failures(right) == [])
    let (short, text) = try questions("PageDown C-p F5", "PageDown F5")
    let found = try failures(short)
    #expect(found.map(\.part) == [.ending(0)], "\(found)")
    let line = text.split(separator: "\n", omittingEmptySubsequences: false)[
      ScenarioFile.place(of: .ending(0), in: text).line - 1]
    #expect(line.contains("solution: |"), "\(line)")
  }

  @Test func anotherWayThatIsNotGoneIsNamed() throws {
    let (other, _) = try questions("recovered-by: dynamicPassword", "recovered-by: email")
    let found = try failures(other)
    #expect(found.map(\.part) == [.ending(0)], "\(found)")
    #expect(found.first?.why.contains("condition") == true, "\(found)")
  }

  @Test func anotherWayHasItsKeysAndItsStep() throws {
    let (none, _) = try questions(
      "    solution: |\n      PageDown C-p F5 to:show-the-photo Enter F2 text:<code.support> Enter\n",
      "")
    #expect(try failures(none).map(\.part) == [.ending(0)])
    #expect(throws: LibraryFault.self) {
      _ = try questions("from: answers\n    solution: |", "from: answer\n    solution: |")
    }
  }
}
