import ConsoleRuntime
import Library
import PracticeCodes
import RecorderEngine
import Support
import Testing
import Training

@testable import Rehearsals

/// A wrong turn whose file names no keys is told those that lead to it.
@Suite struct WrongTurnSearchTests {
  private static let assets = RehearsalTests.assets

  private func proof(of scenario: Scenario) -> ScenarioProof {
    ScenarioProof(
      of: scenario, assets: Self.assets, cryptography: PracticeCryptography.forRehearsals)
  }

  /// The lesson with one of its wrong turns, by its place, and other keys for it.
  private func lesson(turn place: Int, from: String? = nil, keys: String? = nil) throws -> Scenario
  {
    var scenario = try Self.assets.scenario("eleven-at-night", seed: 1)
    let turn = scenario.wrong[place]
    scenario.wrong = [
      WrongTurn(
        say: turn.say, when: turn.when, endsAttempt: turn.endsAttempt, from: from,
        keys: try keys.map { try KeyScript(parsing: $0) })
    ]
    return scenario
  }

  @Test func whatIsProposedLeadsThere() throws {
    let found = try proof(of: lesson(turn: 0)).ofTurnsWithoutKeys(within: .seconds(60))
    #expect(found.map(\.part) == [.wrong(0)])
    let why = try #require(found.first?.why)
    let proposal = try #require(why.firstMatch(of: /from: (\S+), keys: (.+)$/), "\(why)")
    let right = try lesson(turn: 0, from: String(proposal.1), keys: String(proposal.2))
    #expect(try proof(of: right).failures() == [])
  }

  @Test func whereNoneAreFoundTheyAreAskedFor() throws {
    let found = try proof(of: lesson(turn: 0)).ofTurnsWithoutKeys(within: .zero)
    #expect(found.map(\.part) == [.wrong(0)])
    #expect(found.first?.why.hasSuffix("add keys") == true, "\(found)")
  }
}
