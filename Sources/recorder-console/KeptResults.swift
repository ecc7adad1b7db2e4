import Foundation
import LearningRecords
import ResultStore
import Synchronization
import Training

/// The results of the user's state folder, as a practice hands them on; opened when there is
/// something to keep.
final class KeptResults: ResultKeeper {
  private let homePage: String
  private let folder: String
  private let settled: Mutex<String?>
  private let file = Mutex<ResultsFile?>(nil)

  /// Keeps results in a folder; without a name the trainee is asked for one, and until then is
  /// whoever is logged in to the computer.
  init(folder: String, trainee: String?, homePage: String?) {
    self.folder = folder
    self.homePage = homePage ?? RecordedAttempt.usualHomePage
    settled = Mutex(trainee)
  }

  var trainee: String { settled.withLock { $0 } ?? Shell.loginName }
  var isTraineeKnown: Bool { settled.withLock { $0 != nil } }

  func settle(trainee name: String) {
    settled.withLock { $0 = name }
    var liked = Preferences.read()
    liked.trainee = name
    liked.write()
  }

  func freshAttempt() -> String? { UUID().uuidString.lowercased() }

  func keep(
    _ attempt: LessonAttempt, _ progress: LessonProgress, of scenario: Scenario
  ) -> String? {
    do throws(ResultsFault) {
      try opened().keep(attempt, progress, of: scenario, homePage: homePage, at: Date())
      return nil
    } catch {
      return error.description
    }
  }

  func best() -> [String: BestResult] {
    // A folder without results stays without.
    guard ResultsFile.isIn(folder) else { return [:] }
    return (try? opened().best(of: trainee)) ?? [:]
  }

  private func opened() throws(ResultsFault) -> ResultsFile {
    if let open = file.withLock({ $0 }) { return open }
    let new = try ResultsFile(folder: folder)
    file.withLock { $0 = new }
    return new
  }
}
