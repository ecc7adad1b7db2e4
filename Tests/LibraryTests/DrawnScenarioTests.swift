import Library
import RecorderEngine
import Support
import Testing
import Training

/// What the seed of an attempt draws for a scenario.
@Suite struct DrawnScenarioTests {
  private func text(
    vary: String = "site: { one-of: [Bakery, Garage, Kiosk] }\n  old: { password: high }",
    story: String = "It is <start> at <site>.", notes: String = "admin: <old>",
    start: String = "{ from: 2026-11-20 22:00, to: 2026-11-20 23:00 }", faults: String = "[]"
  ) -> String {
    """
    scenario: drawn
    title: Drawn
    story: "\(story)"
    recorder: nvr-1-4-12
    start: \(start)
    vary:
      \(vary)
    situation:
      adminPassword: { known: <old> }
      notes: "\(notes)"
      faults: \(faults)
    steps:
      - id: in
        say: Log in at <site>.
        until: { signed-in-as: admin }
        solution: Enter text:<old> Enter
    goals:
      - say: In at last
        check: { signed-in-as: admin }
    """
  }

  private func read(_ text: String, seed: UInt64 = 1) throws -> Scenario {
    try ScenarioFile.read(
      text, file: "drawn.yaml", for: try RepositoryAssets().recorder("nvr-1-4-12"), seed: seed)
  }

  /// What is wrong with it, as `file:line:column: …`.
  private func problems(_ text: String) -> [String] {
    do {
      _ = try read(text)
      return []
    } catch let fault as LibraryFault {
      if case .problems(let problems) = fault { return problems.map { "\($0)" } }
      return [fault.message]
    } catch {
      return ["\(error)"]
    }
  }

  @Test func oneSeedDrawsOneScenarioAndOthersOthers() throws {
    #expect(try read(text(), seed: 7) == read(text(), seed: 7))
    let drawn = try (1...40).map { try read(text(), seed: $0) }
    #expect(Set(drawn.map { $0.drawn.values["site"] ?? "" }) == ["Bakery", "Garage", "Kiosk"])
    #expect(Set(drawn.map { $0.drawn.values["old"] ?? "" }).count > 30)
    #expect(Set(drawn.map(\.start)).count > 20)
    let from = try #require(CivilTime(parsing: "2026-11-20 22:00")?.timestamp)
    let hour = from...(from + Interval.hours(1))
    #expect(drawn.allSatisfy { hour.contains($0.start) })
  }

  @Test func theValueStandsWhereverItsNameDoes() throws {
    let scenario = try read(text(), seed: 3)
    let (site, old) = (scenario.drawn.values["site"] ?? "", scenario.drawn.values["old"] ?? "")
    #expect(scenario.story.hasSuffix("at \(site)."))
    #expect(scenario.story.contains(String(CivilTime(scenario.start).text.dropFirst(11).prefix(5))))
    #expect(scenario.situation.adminPassword == .known(old))
    #expect(scenario.situation.notes == "admin: \(old)")
    #expect(scenario.steps[0].say == "Log in at \(site).")
    #expect(scenario.drawn.patterns["Log in at \(site)."] == "Log in at <site>.")
    #expect(scenario.drawn.values["start"] != nil)
  }

  @Test func anotherNameDrawsTheSame() throws {
    let more = text(
      vary: "site: { one-of: [Bakery, Garage, Kiosk] }\n  old: { password: high }\n"
        + "  who: { person: any }", notes: "admin: <old>, <who>")
    for seed in 1...10 as ClosedRange<UInt64> {
      let (one, other) = (try read(text(), seed: seed), try read(more, seed: seed))
      #expect(one.drawn.values["site"] == other.drawn.values["site"])
      #expect(one.drawn.values["old"] == other.drawn.values["old"])
    }
  }

  @Test func passwordsMeetTheRuleOfTheirLevel() throws {
    for level in PasswordLevel.allCases {
      let text = text(
        vary: "site: { one-of: [A, B] }\n  old: { password: \(level.rawValue) }")
      for name in ["nvr-1-4-12", "classic-dvr-2018", "smart-nvr", "legacy-dvr"] {
        let rules = try RepositoryAssets().recorder(name).passwords
        for seed in 1...50 as ClosedRange<UInt64> {
          let password = try read(text, seed: seed).drawn.values["old"] ?? ""
          #expect(
            rules.problem(with: Secret(password), at: level) == nil, "\(name): \(password)")
        }
      }
    }
  }

  @Test func aDrawnFaultMayBeNone() throws {
    let text = text(
      vary: "site: { one-of: [A, B] }\n  old: { password: high }\n"
        + "  trouble: { one-of: [none, spam, { clockWrong: -7 h }] }", faults: "[<trouble>]")
    let faults = try Set((1...40).map { try read(text, seed: $0).situation.faults.map(\.fault) })
    #expect(faults == [[], [.spam], [.clockWrong]])
  }

  @Test func numbersKeepTheirBounds() throws {
    let text = text(
      vary: "site: { number: [3, 5] }\n  old: { password: high }")
    let drawn = try Set((1...60).map { try read(text, seed: $0).drawn.values["site"] ?? "" })
    #expect(drawn == ["3", "4", "5"])
  }

  @Test(arguments: [
    ("site: { one-of: [A] }\n  old: { password: high }", "two or more"),
    ("site: { one-of: [A, B] }\n  old: { password: huge }", "level"),
    ("site: { number: [9, 1] }\n  old: { password: high }", "the smaller first"),
    ("site: { words: 3 }\n  old: { password: high }", "one of the keys"),
    ("start: { one-of: [A, B] }\n  old: { password: high }", "not “start”"),
    (
      "site: { one-of: [A, B] }\n  old: { password: high }\n  spare: { person: any }",
      "nothing uses it"
    ),
    ("site: { one-of: [A, B] }", "<old>"),
  ])
  func whatCannotBeDrawnIsTold(vary: String, words: String) {
    let problems = problems(text(vary: vary))
    #expect(problems.contains { $0.contains(words) }, "\(problems)")
    #expect(problems.allSatisfy { $0.hasPrefix("drawn.yaml:") }, "\(problems)")
  }

  @Test func theEndOfTheTimeComesAfterItsBeginning() {
    let problems = problems(
      text(start: "{ from: 2026-11-20 22:00, to: 2026-11-20 22:00 }"))
    #expect(problems.contains { $0.contains("after the one of from") }, "\(problems)")
  }

  @Test func aTitleIsNoAttemptsOwn() {
    let problems = problems(text().replacing("title: Drawn", with: "title: At <site>"))
    #expect(problems.contains { $0.contains("a title without drawn values") }, "\(problems)")
  }

  @Test func codesAreLeftForWhoeverPlays() throws {
    let scenario = try read(
      text().replacing("text:<old>", with: "text:<code.mail>"))
    #expect("\(scenario.steps[0].solution ?? KeyScript())".contains("<code.mail>"))
  }

  @Test func aDrawnIdentityIsAnotherRecorderOfTheModel() throws {
    let text = text(notes: "<old> <mac> <serial>", faults: "[]\n  identity: drawn")
    let drawn = try (1...20).map { try read(text, seed: $0) }
    let model = try RepositoryAssets().recorder("nvr-1-4-12").identity
    for scenario in drawn {
      let identity = try #require(scenario.situation.identity)
      #expect(identity.model == model.model && identity.firmware == model.firmware)
      #expect(identity.macAddress.hasPrefix("00:18:AE:") && identity.macAddress.count == 17)
      #expect(identity.serialNumber.count == model.serialNumber.count)
      let old = scenario.drawn.values["old"] ?? ""
      #expect(
        scenario.situation.notes == "\(old) \(identity.macAddress) \(identity.serialNumber)")
    }
    #expect(Set(drawn.map { $0.situation.identity?.macAddress }).count == 20)
    #expect(try read(text, seed: 4) == read(text, seed: 4))
  }

  @Test func withoutADrawnIdentityNothingStandsForIt() throws {
    #expect(try read(self.text()).situation.identity == nil)
    #expect(problems(text(notes: "<old> <mac>")).first?.contains("found “<mac>”") == true)
    let wrong = problems(text(faults: "[]\n  identity: drwn"))
    #expect(wrong == ["drawn.yaml:13:13: expected the word, probably “drawn”, found “drwn”"])
  }
}
