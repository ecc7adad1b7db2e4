extension RecorderState {
  mutating func setQuestions(
    _ questions: [QuestionAndAnswer], _ current: Secret, _ turn: inout Turn
  ) {
    guard let name = snapshot.session?.account else { return refuse(.signInNeeded, &turn) }
    guard areFit(questions, &turn), isCurrent(current, of: name, &turn) else { return }
    keep(questions, of: name, &turn)
  }

  /// Questions that the start-up wizard sets: nobody has a password yet to type for them.
  mutating func storeQuestions(
    _ questions: [QuestionAndAnswer], of name: AccountName, _ turn: inout Turn
  ) {
    guard areFit(questions, &turn) else { return }
    keep(questions, of: name, &turn)
  }

  private mutating func areFit(
    _ questions: [QuestionAndAnswer], _ turn: inout Turn
  ) -> Bool {
    guard let rules = snapshot.profile.recovery.securityQuestions else {
      refuse(.questions(.notOffered), &turn)
      return false
    }
    if let problem = problem(with: questions, under: rules) {
      refuse(.questions(problem), &turn)
      return false
    }
    return true
  }

  private mutating func keep(
    _ questions: [QuestionAndAnswer], of name: AccountName, _ turn: inout Turn
  ) {
    guard var account = snapshot.account(name) else { return }
    answers[name] = questions.map {
      SealedAnswer(question: $0.question, answer: turn.seal($0.answer.folded))
    }
    account.questions = questions.count
    // Only admin's questions recover anything, so only new ones of admin's begin a new count.
    if name == .admin { recoveryFailures[.securityQuestions] = nil }
    emit(.accounts(.changed(name, account)), &turn)
    log(.questionsSet(name), &turn)
  }

  private func problem(
    with questions: [QuestionAndAnswer], under rules: SecurityQuestionsProfile
  ) -> QuestionsProblem? {
    guard questions.count == rules.count.value else {
      return .wrongCount(came: questions.count, expected: rules.count.value)
    }
    guard Set(questions.map(\.question)).count == questions.count else {
      return .sameQuestionTwice
    }
    for (place, question) in questions.enumerated() {
      guard rules.catalogue.value.contains(question.question) else {
        return .unknownQuestion(question.question)
      }
      if question.answer.folded.isEmpty { return .answerEmpty(number: place + 1) }
      if question.answer.count > rules.longestAnswer.value {
        return .answerTooLong(number: place + 1, longest: rules.longestAnswer.value)
      }
    }
    return nil
  }

  /// Whether every answer is right; all are looked at, so that time does not tell which is not.
  func areRight(_ given: [Secret], for name: AccountName, _ turn: Turn) -> Bool {
    let kept = answers[name] ?? []
    guard !kept.isEmpty, given.count == kept.count else { return false }
    var areAllRight = true
    for (answer, sealed) in zip(given, kept) {
      let isRight = turn.cryptography.opens(sealed.answer, with: answer.folded)
      areAllRight = areAllRight && isRight
    }
    return areAllRight
  }
}
