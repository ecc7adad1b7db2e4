import Console
import PracticeCodes
import PracticeDesk
import RecorderEngine
import Support
import Testing
import TextUI

@testable import Rehearsals

/// The codes of a practice, as whoever watches it sees them.
@Suite struct ShownCodesTests {
  @Test(
    "No code of the practice is seen, wherever it is shown or typed",
    arguments: [
      "mailed-code", "photo-for-the-distributor", "bound-app", "qr-at-the-counter",
      "dealers-unlock-code", "the-friday-night-call",
    ])
  func codes(lesson: String) throws {
    let assets = RememberedAssets(RepositoryAssets())
    let scenario = try assets.scenario(lesson, seed: 1)
    let size = Size(rows: 30, columns: 100)
    let guide = try RehearsedGuides(
      assets: assets, cryptography: PracticeCryptography.forRehearsals
    ).guide(through: scenario, seed: 1, size: size)
    var rehearsal = try Rehearsal(
      scenario, assets: assets, cryptography: PracticeCryptography.forRehearsals, size: size,
      mode: .guided)
    rehearsal.lead(by: guide)
    var (known, shown): (Set<String>, Int) = ([], 0)
    for _ in 0..<3_000 where rehearsal.progress?.verdict == nil {
      try rehearsal.followAdvice()
      known.formUnion(rehearsal.surroundings.shownCodes)
      var frame = Canvas(size: size)
      rehearsal.console.draw(on: &frame, at: rehearsal.now)
      let rows = [frame, rehearsal.console.hidingSecrets(in: frame, at: rehearsal.now)].map {
        frame in
        frame.plainText().map { $0.filter { $0 != " " } }
      }
      for code in known {
        if rows[0].contains(where: { $0.contains(code) }) { shown += 1 }
        #expect(!rows[1].contains { $0.contains(code) }, "\(frame.plainText())")
      }
    }
    #expect(rehearsal.progress?.verdict?.isPassed == true)
    #expect(shown > 0, "Codes were on the screen.")
  }
}
