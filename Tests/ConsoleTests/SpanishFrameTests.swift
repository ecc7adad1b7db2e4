import ConsoleData
import RecorderEngine
import Support
import Testing
import TextUI

@testable import Console

/// Every frame story in Spanish from the start.
///
/// The letters of all that the dictionary has are veiled by letters of another script. What can
/// then still be read is English that nobody has translated or asked the speaker for, or a name.
@Suite struct SpanishFrameTests {
  /// The dictionary as it is hidden in the stories.
  static let veiled: Phrases? = {
    guard let spanish = try? RepositoryAssets().phrases("es") else { return nil }
    return Phrases(
      code: spanish.code, language: spanish.language, table: spanish.table.mapValues(veil))
  }()

  /// The text in Cyrillic letters, each Latin letter by one of its own: as wide, and as different.
  private static func veil(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar {
          case "a"..."z": Unicode.Scalar(scalar.value - 0x61 + 0x430) ?? scalar
          case "A"..."Z": Unicode.Scalar(scalar.value - 0x41 + 0x410) ?? scalar
          default: scalar
          }
        }))
  }

  @Test(arguments: FrameStory.all.filter { !$0.start.isEnglishAlone })
  func everyStoryIsSpanish(_ story: FrameStory) async throws {
    let veiled = try #require(SpanishFrameTests.veiled)
    let trainee = try await story.stage(in: Operator.Tongue(veiled, isLate: false))
    trainee.learnWords()
    story.expectNoEnglish(on: trainee.canvas, trainee)
  }

  @Test func aSentenceThatNobodyTranslatedIsSeen() async throws {
    let spanish = try RepositoryAssets().phrases("es")
    let gap = Phrases(
      code: "es", language: "Español",
      table: spanish.table.filter { $0.key != "Log in" }.mapValues(SpanishFrameTests.veil))
    let trainee = try await FrameStory.signIn.stage(in: Operator.Tongue(gap, isLate: false))
    let names = ExemptWords(of: trainee, in: FrameStory.signIn)
    #expect(trainee.screenContains("Log in") && !names.contains("Sign"))
  }
}
