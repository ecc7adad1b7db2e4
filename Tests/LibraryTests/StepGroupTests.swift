import Library
import Support
import Testing
import Training

/// Groups of steps in a scenario's file.
@Suite struct StepGroupTests {
  private func read(_ steps: String) throws -> Scenario {
    let text = scenarioText(
      "groups",
      """
      situation: { adminPassword: lost }
      steps:
      \(steps)
      goals: [{ say: It runs, check: running }]
      """)
    return try ScenarioFile.read(
      text, file: "groups.yaml", for: try RepositoryAssets().recorder("classic-dvr-2018"))
  }

  private func step(_ id: String, more: String = "") -> String {
    "{ id: \(id), say: Do it., until: notes-written\(more) }"
  }

  private func problems(_ steps: String) -> String {
    do {
      _ = try read(steps)
      return ""
    } catch {
      return (error as? LibraryFault)?.message ?? "\(error)"
    }
  }

  @Test func stepsOfAGroupHaveItsNumber() throws {
    let steps = try read(
      """
        - \(step("a"))
        - anyOrder: [\(step("b")), \(step("c"))]
        - \(step("d"))
        - anyOrder: [\(step("e")), \(step("f"))]
      """
    ).steps
    #expect(steps.map(\.id) == ["a", "b", "c", "d", "e", "f"])
    #expect(steps[0].group == nil && steps[3].group == nil)
    #expect(steps[1].group != nil && steps[1].group == steps[2].group)
    #expect(steps[4].group == steps[5].group && steps[4].group != steps[1].group)
  }

  @Test(arguments: [1, 2, 6, 7])
  func aGroupHasTwoToSix(count: Int) {
    let members = (1...count).map { step("s\($0)") }.joined(separator: ", ")
    #expect(problems("  - anyOrder: [\(members)]").isEmpty == (2...6).contains(count))
  }

  @Test func aNameIsThereOnceInAllGroups() {
    let found = problems("  - \(step("a"))\n  - anyOrder: [\(step("b")), \(step("a"))]")
    #expect(found.contains("groups.yaml:9:"), "\(found)")
    #expect(found.contains("expected each name once, found “a” again"), "\(found)")
  }

  @Test func aShortcutIsNoneOfThem() {
    let found = problems("  - anyOrder: [\(step("a")), \(step("b", more: ", shortcut: true"))]")
    #expect(found.contains("no shortcut within anyOrder"), "\(found)")
  }

  @Test func nothingElseStandsBesideIt() {
    let found = problems("  - { anyOrder: [\(step("a")), \(step("b"))], id: c }")
    #expect(found.contains("the unknown key “id”"), "\(found)")
  }

  @Test func aMemberIsFoundByItsName() {
    let text = "steps:\n  - anyOrder:\n      - { id: a }\n      - { id: b }\n"
    #expect(ScenarioFile.place(of: .step("b"), in: text).line == 4)
  }
}
