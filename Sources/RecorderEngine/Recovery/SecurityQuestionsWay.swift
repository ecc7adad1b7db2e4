/// Security Questions.
public struct SecurityQuestionsProfile: Equatable, Sendable, Codable {
  /// How many questions are set, all of which must be answered.
  public let count: Sourced<Int>
  /// How many characters an answer may have.
  public let longestAnswer: Sourced<Int>
  /// How often the questions may be tried.
  public let limit: Sourced<TryLimit>
  /// The questions that the recorder offers.
  public let catalogue: Sourced<[String]>

  /// Makes the rules for security questions.
  public init(
    count: Sourced<Int>, longestAnswer: Sourced<Int>, limit: Sourced<TryLimit>,
    catalogue: Sourced<[String]>
  ) {
    self.count = count
    self.longestAnswer = longestAnswer
    self.limit = limit
    self.catalogue = catalogue
  }
}

extension SecurityQuestionsProfile: RecoveryWay {
  var method: RecoveryMethod { .securityQuestions }
  var tries: TryLimit { limit.value }
  var codeRules: CodeProfile? { nil }

  var sourcedValues: [SourcedValue] {
    [
      SourcedValue("Security questions", count) { "\($0)" },
      SourcedValue("Longest answer", longestAnswer) { "\($0)" },
      SourcedValue("Tries at the questions", limit) { "\($0.tries) in \($0.pause)" },
      SourcedValue("Questions to choose from", catalogue) { "\($0.count)" },
    ]
  }

  func whyNotOffered(by recorder: RecorderSnapshot) -> Unavailability? {
    recorder.account(.admin)?.questions == 0 ? .neverSetUp : nil
  }

  func newTab(in recorder: inout RecorderState, _ turn: Turn) -> RecoveryTab {
    .securityQuestions(recorder.answers[.admin]?.map(\.question) ?? [])
  }

  /// Answers are no code: they are compared one by one.
  func rightCodes(for tab: RecoveryTab, at recorder: RecorderState, _ turn: Turn) -> [Secret]? {
    nil
  }
}
