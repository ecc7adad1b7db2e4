import RecorderEngine
import ScreenKit
import Support
import Testing
import TextUI
import Training

@testable import Console

/// The list of lessons, with what was reached in them.
@Suite struct LessonListTests {
  /// A trainee before the list, of whom so much is known.
  private func atList(_ best: [String: BestResult]) async throws -> Operator {
    let trainee = try await Operator.sitsDown(size: Size(rows: 43, columns: 132))
    await trainee.press(.function(7))
    let titles = LessonTitle.marked(try RepositoryAssets().lessons(), with: best)
    await trainee.receive(.loaded(.lessons(titles)))
    return trainee
  }

  private func row(_ title: String, _ trainee: Operator) throws -> String {
    try #require(trainee.frame.first { $0.contains(title) }, "\(trainee.picture)")
  }

  @Test func theFirstThatWasNotPassedIsNext() async throws {
    let none = try await atList([:])
    #expect(try row("The default password", none).contains("next"))
    #expect(none.places(of: " next ").count == 1, "\(none.picture)")
    let some = try await atList([
      "default-password": BestResult(points: 85, isPassed: true),
      "first-look-round": BestResult(points: 40, isPassed: false),
    ])
    #expect(try row("The default password", some).contains("✓ 85"))
    // Tried and not passed: its points say so.
    #expect(try row("A first look round", some).contains(" 40 "))
    #expect(try !row("A first look round", some).contains("✓"))
  }

  @Test func whenAllArePassedNoneIsNext() async throws {
    let ids = try RepositoryAssets().lessons().map(\.id)
    let all = Dictionary(
      ids.map { ($0, BestResult(points: 100, isPassed: true)) }, uniquingKeysWith: { $1 })
    let trainee = try await atList(all)
    #expect(trainee.places(of: " next ").isEmpty, "\(trainee.picture)")
    #expect(trainee.places(of: "✓ 100").count > 5, "\(trainee.picture)")
  }

  @Test(arguments: [Size(rows: 20, columns: 60), Size(rows: 24, columns: 80)])
  func noTitleIsCut(size: Size) async throws {
    let trainee = try await Operator.sitsDown(size: size)
    await trainee.press(.function(7))
    let titles = try RepositoryAssets().lessons().map(\.title)
    var seen: Set<String> = []
    for _ in titles {
      for title in titles where trainee.screenContains(title) { seen.insert(title) }
      await trainee.press(.down)
    }
    #expect(seen == Set(titles), "\(trainee.picture)")
  }
}
