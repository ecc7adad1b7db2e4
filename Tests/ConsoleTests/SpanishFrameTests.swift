import ConsoleData
import RecorderEngine
import Support
import Testing
import TextUI

@testable import Console

/// Every frame story in Spanish, with the words there from the start or only at its end.
///
/// The letters of all that the dictionary has are veiled by letters of another script. What can
/// then still be read is English that nobody has translated or asked the speaker for, or a name.
@Suite struct SpanishFrameTests {
  private static let veiled: Phrases? = {
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

  @Test(arguments: FrameStory.all.filter { !$0.start.isEnglishAlone }, [false, true])
  func everyStoryIsSpanish(_ story: FrameStory, wordsAreLate: Bool) async throws {
    let tongue = Operator.Tongue(try #require(SpanishFrameTests.veiled), isLate: wordsAreLate)
    let trainee = try await Operator.$tongue.withValue(tongue) { try await story.stage() }
    trainee.learnWords()
    let names = ExemptWords(of: trainee, in: story)
    let words = trainee.frame.flatMap { $0.matches(of: /[A-Za-z]{2,}/).map { String($0.output) } }
    let english = Set(words).filter { !names.contains($0) }
    #expect(english.isEmpty, "\(english.sorted()) \(trainee.picture)")
  }

  @Test func aSentenceThatNobodyTranslatedIsSeen() async throws {
    let spanish = try RepositoryAssets().phrases("es")
    let gap = Phrases(
      code: "es", language: "Español",
      table: spanish.table.filter { $0.key != "Sign in" }.mapValues(SpanishFrameTests.veil))
    let tongue = Operator.Tongue(gap, isLate: false)
    let trainee = try await Operator.$tongue.withValue(tongue) {
      try await FrameStory.signIn.stage()
    }
    let names = ExemptWords(of: trainee, in: FrameStory.signIn)
    #expect(trainee.screenContains("Sign in") && !names.contains("Sign"))
  }
}
