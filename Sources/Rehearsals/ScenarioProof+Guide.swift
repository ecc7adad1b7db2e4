import ConsoleRuntime
import TextUI
import Training

extension ScenarioProof {
  /// Whoever does nothing but what the guide says gets all points, in every window.
  func ofGuide() throws(AssetTrouble) -> [Failure] {
    let seed = ScenarioProof.seeds[0]
    for size in ScenarioProof.sizes {
      let plan = "led, seed \(seed), \(size.columns)x\(size.rows)"
      let guide = try RehearsedGuides(assets: assets, cryptography: cryptography).guide(
        through: scenario, seed: seed, size: size)
      var rehearsal = try Rehearsal(
        scenario, assets: assets, cryptography: cryptography, seed: seed, size: size, mode: .guided)
      rehearsal.lead(by: guide)
      do throws(Stuck) {
        try rehearsal.followGuide(most: 3 * guide.acts.count + 300)
      } catch {
        let step = rehearsal.progress?.current(in: scenario)?.id
        return [
          Failure(
            part: step.map { .step($0) } ?? .goals, why: "\(error.why) (\(plan))",
            screen: error.screen)
        ]
      }
      if let failure = ofVerdict(rehearsal, plan) { return [failure] }
    }
    return []
  }
}
