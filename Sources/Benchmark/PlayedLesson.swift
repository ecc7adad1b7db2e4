import Library
import PracticeCodes
import Rehearsals
import ScreenKit
import TextUI
import Training

/// A lesson that was begun, and the same played to its end: what there is to keep of an attempt.
struct PlayedLesson {
  let scenario: Scenario
  let begun: LessonProgress
  let done: LessonProgress

  /// Plays it as an exam by its own solution.
  init(_ name: String = "eleven-at-night") throws {
    let library = Library(folder: try AssetFolder.find(explicit: nil))
    let assets = RememberedAssets(LessonAssets(library: library))
    scenario = try assets.scenario(name, seed: 1)
    var rehearsal = try Rehearsal(
      scenario, assets: assets, cryptography: PracticeCryptography.forRehearsals,
      size: Size(rows: 24, columns: 80), mode: .exam)
    rehearsal.press(.key(.enter))
    let begun = rehearsal.progress
    for step in scenario.steps {
      rehearsal.beginStep()
      if let solution = step.solution { try rehearsal.play(solution) }
    }
    guard let begun, let done = rehearsal.progress, done.verdict != nil else {
      throw BenchmarkFault.unplayed(name)
    }
    (self.begun, self.done) = (begun, done)
  }

  /// An attempt at it.
  func attempt(_ id: String, by trainee: String) -> LessonAttempt {
    LessonAttempt(
      id: id, trainee: trainee, scenario: scenario.id, title: scenario.title,
      hash: String(repeating: "0", count: 64), maximum: scenario.maximum, seed: 1, mode: .exam)
  }
}
