import ConsoleRuntime
import RecorderEngine
import ScreenKit
import TextUI
import Training

/// Proves that a scenario can be solved as its file says: by playing it.
public struct ScenarioProof: Sendable {
  /// What could not be proved.
  public struct Failure: Equatable, Sendable {
    /// Which part of the scenario it is about.
    public let part: ScenarioPart
    /// What was expected and what came.
    public let why: String
    /// The screen where it stuck; empty where none says more.
    public let screen: [String]
  }

  /// The sizes of window that every solution is played in.
  static let sizes = [Size(rows: 24, columns: 80), Size(rows: 43, columns: 132)]
  /// The seeds of attempts that every solution is played with.
  static let seeds: [UInt64] = Array(1...10)

  /// Draws the scenario for a seed.
  public typealias Draw = @Sendable (UInt64) throws(AssetTrouble) -> Scenario

  let scenario: Scenario
  private let draw: Draw?
  let assets: any AssetSource
  let cryptography: any DeviceCryptography

  /// Prepares the proof of a scenario as the first seed draws it; nothing is played before
  /// `failures`. Without `draw` it is the same with every seed.
  public init(
    of scenario: Scenario, assets: any AssetSource, cryptography: any DeviceCryptography,
    draw: Draw? = nil
  ) {
    self.scenario = scenario
    self.draw = draw
    self.assets = assets
    self.cryptography = cryptography
  }

  /// Whether the file says how the scenario is solved: of one that does not, nothing can be proved.
  public var isProvable: Bool { scenario.steps.contains { $0.solution != nil } }

  /// Everything that could not be proved, the first thing first; empty where the proof is complete.
  ///
  /// Proved is: the start is not passed already; each step's solution does that step, in every
  /// window, with each seed, as an exam and by the guide alone, and the whole for full points; the same seed twice ends at the same; each
  /// wrong turn happens by the keys that it names. Throws where a file that the scenario needs cannot
  /// be used.
  public func failures() throws(AssetTrouble) -> [Failure] {
    var failures = missingSolutions() + (try ofTheStart())
    guard failures.isEmpty else { return failures }
    var ends: [Rehearsal] = []
    for (seed, size) in plans {
      let (end, failure) = try play(seed: seed, size: size)
      if let failure { return failures + [failure] }
      ends.append(end)
    }
    for order in otherOrders {
      let (_, failure) = try play(
        seed: ScenarioProof.seeds[0], size: ScenarioProof.sizes[0], order: order)
      if let failure { return failures + [failure] }
    }
    for place in scenario.endings.indices { failures += try ofEnding(place) }
    failures += try ofGuide()
    failures += try ofExam()
    failures += try ofRepetition(ends[0])
    for place in scenario.wrong.indices { failures += try ofWrongTurn(place) }
    return failures + (try ofTurnsWithoutKeys())
  }

  /// Every window with the first seed, every other seed in the first window.
  private var plans: [(UInt64, Size)] {
    ScenarioProof.sizes.map { (ScenarioProof.seeds[0], $0) }
      + ScenarioProof.seeds.dropFirst().map { ($0, ScenarioProof.sizes[0]) }
  }

  /// The orders of all steps in which one that may come first in its group does.
  private var otherOrders: [[Int]] {
    let places = Array(scenario.steps.indices)
    return places.compactMap { place in
      guard let group = scenario.steps[place].group,
        let first = places.first(where: { scenario.steps[$0].group == group }), first != place
      else { return nil }
      var order = places
      order.insert(order.remove(at: place), at: first)
      return order
    }
  }

  private func missingSolutions() -> [Failure] {
    scenario.steps.filter { $0.solution == nil }.map {
      Failure(
        part: .step($0.id), why: "expected a solution: other steps have one", screen: [])
    }
  }

  private func begin(
    seed: UInt64 = seeds[0], size: Size = sizes[0], mode: LessonMode = .practice
  ) throws(AssetTrouble) -> Rehearsal {
    var drawn = scenario
    if let draw, seed != ScenarioProof.seeds[0] { drawn = try draw(seed) }
    var rehearsal = try Rehearsal(
      drawn, assets: assets, cryptography: cryptography, seed: seed, size: size, mode: mode)
    // The story is read, and its only button pressed.
    rehearsal.press(.key(.enter))
    return rehearsal
  }

  private func ofTheStart() throws(AssetTrouble) -> [Failure] {
    let start = try begin()
    let isReached =
      !scenario.goals.isEmpty
      && scenario.goals.allSatisfy {
        $0.check.isMet(counts: [:], start.practice.watch.known, at: start.now)
      }
    guard isReached else { return [] }
    return [
      Failure(
        part: .goals, why: "expected something to do: every goal is reached at the beginning",
        screen: [])
    ]
  }

  /// Plays all solutions, in the scenario's order or another.
  private func play(
    seed: UInt64, size: Size, order: [Int]? = nil, mode: LessonMode = .practice
  ) throws(AssetTrouble) -> (Rehearsal, Failure?) {
    var rehearsal = try begin(seed: seed, size: size, mode: mode)
    var plan = "seed \(seed), \(size.columns)x\(size.rows)"
    if mode == .exam { plan += ", as an exam" }
    if let order {
      plan += ", in the order \(order.map { scenario.steps[$0].id }.joined(separator: " "))"
    }
    for place in order ?? Array(scenario.steps.indices) {
      if let failure = play(place, &rehearsal, plan) { return (rehearsal, failure) }
    }
    return (rehearsal, ofVerdict(rehearsal, plan))
  }

  /// What the end lacks of all points and goals.
  func ofVerdict(_ rehearsal: Rehearsal, _ plan: String) -> Failure? {
    guard let verdict = rehearsal.progress?.verdict else {
      let why = "expected the lesson to end with the last step (\(plan))"
      return Failure(part: .goals, why: why, screen: rehearsal.screen)
    }
    guard verdict.isPassed, verdict.points == 100 else {
      let missed = verdict.goals.filter { !$0.isReached }.map(\.say).joined(separator: "; ")
      let turns = (verdict.wrongTurns ?? []).map(\.say).joined(separator: "; ")
      let why =
        "expected all points and goals, got \(verdict.points ?? 0) of 100"
        + (missed.isEmpty ? "" : "; not reached: \(missed)")
        + (turns.isEmpty ? "" : "; wrong turns: \(turns)") + " (\(plan))"
      return Failure(part: .goals, why: why, screen: rehearsal.screen)
    }
    return nil
  }

  /// Plays the solution of one step.
  private func play(_ place: Int, _ rehearsal: inout Rehearsal, _ plan: String) -> Failure? {
    // As it was drawn.
    let step = rehearsal.scenario?.steps[place] ?? scenario.steps[place]
    let done = rehearsal.progress?.step ?? 0
    guard !rehearsal.hasDone(step), rehearsal.mayDo(step) else {
      return Failure(
        part: .step(step.id),
        why: "expected a step that is still to be done when it begins: it is met already (\(plan))",
        screen: rehearsal.screen)
    }
    rehearsal.beginStep()
    rehearsal.heard = []
    do throws(Stuck) {
      try rehearsal.play(step.solution ?? KeyScript())
    } catch {
      return Failure(
        part: .step(step.id),
        why: "\(error.why), at “\(error.word)” (\(plan))\(rehearsal.saidOnTheWay)",
        screen: error.screen)
    }
    guard rehearsal.progress?.step == done else {
      return rehearsal.hasDone(step)
        ? nil
        : Failure(
          part: .step(step.id),
          why: "expected the solution to do this step: it does another of its group (\(plan))",
          screen: rehearsal.screen)
    }
    let last = rehearsal.screen
    do throws(Stuck) {
      try rehearsal.wait(for: "done", "")
    } catch {
      return Failure(
        part: .step(step.id),
        why:
          "expected the solution to do the step: it ends, and an hour of practice later it is not"
          + " done (\(plan)); still not so: \(rehearsal.lacking)\(rehearsal.saidOnTheWay)",
        screen: last)
    }
    return nil
  }

  /// As an exam it is passed by its solutions, and within its time.
  private func ofExam() throws(AssetTrouble) -> [Failure] {
    guard scenario.exam != nil else { return [] }
    let (_, failure) = try play(
      seed: ScenarioProof.seeds[0], size: ScenarioProof.sizes[0], mode: .exam)
    return failure.map { [$0] } ?? []
  }

  private func ofRepetition(_ first: Rehearsal) throws(AssetTrouble) -> [Failure] {
    let (again, failure) = try play(seed: ScenarioProof.seeds[0], size: ScenarioProof.sizes[0])
    if let failure { return [failure] }
    guard again.progress != first.progress || again.desk != first.desk else { return [] }
    return [Failure(part: .goals, why: "expected the same end with the same seed", screen: [])]
  }

  private func ofWrongTurn(_ place: Int) throws(AssetTrouble) -> [Failure] {
    let (turn, part) = (scenario.wrong[place], ScenarioPart.wrong(place))
    guard let keys = turn.keys else { return [] }
    let (rehearsal, failure) = try play(keys, for: part, from: turn.from)
    if let failure { return [failure] }
    guard rehearsal.progress?.wrongTurns.contains(place) == true else {
      let why = "expected its keys to lead to it: it did not happen"
      return [Failure(part: part, why: why, screen: rehearsal.screen)]
    }
    return []
  }

  /// The lesson where each of its steps begins.
  func beginnings() throws(AssetTrouble) -> [(step: String, rehearsal: Rehearsal)] {
    var rehearsal = try begin()
    var beginnings: [(String, Rehearsal)] = []
    for (place, step) in scenario.steps.enumerated() {
      var beginning = rehearsal
      beginning.beginStep()
      beginnings.append((step.id, beginning))
      if play(place, &rehearsal, "on the way") != nil { break }
    }
    return beginnings
  }

  /// Another way: from its step on by its own keys, and then by the steps that it leads to.
  private func ofEnding(_ place: Int) throws(AssetTrouble) -> [Failure] {
    let (way, part) = (scenario.endings[place], ScenarioPart.ending(place))
    guard let solution = way.solution else {
      return [Failure(part: part, why: "expected a solution, as the steps have one", screen: [])]
    }
    let (played, failure) = try play(solution, for: part, from: way.from)
    if let failure { return [failure] }
    var rehearsal = played
    guard rehearsal.progress?.current(in: scenario)?.id != way.from else {
      let why = "expected its keys to lead to a later step: they do not"
      return [Failure(part: part, why: why, screen: rehearsal.screen)]
    }
    while let step = rehearsal.progress?.current(in: scenario),
      rehearsal.progress?.verdict == nil,
      let next = scenario.steps.firstIndex(where: { $0.id == step.id })
    {
      if let failure = self.play(next, &rehearsal, "behind another way") { return [failure] }
    }
    if let failure = ofVerdict(rehearsal, "by another way") { return [failure] }
    guard rehearsal.progress?.verdict?.ways?.contains(way.say) == true else {
      let why = "expected its condition to hold at the end: it does not"
      return [Failure(part: part, why: why, screen: rehearsal.screen)]
    }
    return []
  }

  /// Plays keys where a step begins, the first one where none is named.
  private func play(
    _ keys: KeyScript, for part: ScenarioPart, from name: String?
  ) throws(AssetTrouble) -> (Rehearsal, Failure?) {
    var rehearsal = try begin()
    let first = scenario.steps.firstIndex { $0.id == name } ?? 0
    for earlier in 0..<first {
      if let failure = play(earlier, &rehearsal, "on the way there") {
        return (rehearsal, failure)
      }
    }
    rehearsal.beginStep()
    do throws(Stuck) {
      try rehearsal.play(keys)
    } catch {
      let why = "\(error.why), at “\(error.word)”"
      return (rehearsal, Failure(part: part, why: why, screen: error.screen))
    }
    return (rehearsal, nil)
  }
}
