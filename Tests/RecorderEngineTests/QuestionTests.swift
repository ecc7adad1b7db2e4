import RecorderEngine
import Support
import Testing

@Suite struct QuestionTests {
  private func signedIn(_ profile: RecorderProfile) -> TestRecorder {
    var recorder = TestRecorder.installed(profile)
    recorder.signIn()
    return recorder
  }

  private func opened(_ profile: RecorderProfile) -> TestRecorder {
    var recorder = TestRecorder.installed(profile)
    recorder.tell(.recovery(.open))
    return recorder
  }

  private func problem(
    _ questions: [QuestionAndAnswer], _ profile: RecorderProfile
  ) -> [Refusal] {
    var recorder = signedIn(profile)
    return recorder.tell(.accounts(.setQuestions(questions, current: TestRecorder.password)))
      .refusals
  }

  @Test(
    "Exactly as many questions as the profile asks are set",
    arguments: TestProfile.withQuestions)
  func count(profile: RecorderProfile) throws {
    let rules = try #require(profile.recovery.securityQuestions)
    for count in [rules.count.value - 1, rules.count.value, rules.count.value + 1] {
      let questions = rules.catalogue.value.prefix(count).map {
        QuestionAndAnswer(question: $0, answer: "an answer")
      }
      let wrong = QuestionsProblem.wrongCount(came: count, expected: rules.count.value)
      let expected: [Refusal] = count == rules.count.value ? [] : [.questions(wrong)]
      #expect(problem(questions, profile) == expected)
    }
  }

  @Test(
    "Answers may be as long as the profile says and no longer",
    arguments: TestProfile.withQuestions)
  func answerLength(profile: RecorderProfile) throws {
    let longest = try #require(profile.recovery.securityQuestions?.longestAnswer.value)
    for count in [longest - 1, longest, longest + 1] {
      let answer = Secret(String(repeating: "a", count: count))
      let questions = profile.answeredQuestions.map {
        QuestionAndAnswer(question: $0.question, answer: answer)
      }
      let wrong = QuestionsProblem.answerTooLong(number: 1, longest: longest)
      #expect(problem(questions, profile) == (count > longest ? [.questions(wrong)] : []))
    }
  }

  @Test("A blank answer, a question twice and a question of one's own are refused")
  func wrongQuestions() {
    let profile = TestProfile.classic
    var questions = profile.answeredQuestions
    questions[1] = QuestionAndAnswer(question: questions[1].question, answer: "  ")
    #expect(problem(questions, profile) == [.questions(.answerEmpty(number: 2))])
    questions[1] = QuestionAndAnswer(question: questions[0].question, answer: "x")
    #expect(problem(questions, profile) == [.questions(.sameQuestionTwice)])
    questions[1] = QuestionAndAnswer(question: "Why?", answer: "x")
    #expect(problem(questions, profile) == [.questions(.unknownQuestion("Why?"))])
    #expect(problem([], TestProfile.legacy) == [.questions(.notOffered)])
  }

  @Test("Questions are set with the current password only")
  func needCurrentPassword() {
    var recorder = signedIn(TestProfile.classic)
    let questions = TestProfile.classic.answeredQuestions
    #expect(
      recorder.tell(.accounts(.setQuestions(questions, current: "wrong"))).refusals
        == [.wrongCurrentPassword])
    let events = recorder.tell(.accounts(.setQuestions(questions, current: TestRecorder.password)))
    #expect(events.logged == [.questionsSet(.admin)])
  }

  @Test(
    "The right answers open the way, whatever their case and outer blanks",
    arguments: TestProfile.withQuestions)
  func rightAnswers(profile: RecorderProfile) {
    var recorder = opened(profile)
    let typed = profile.rightAnswers.map { answer in
      Secret("  " + answer.revealed { $0.uppercased() } + "\t")
    }
    let events = recorder.tell(.recovery(.answer(typed)))
    #expect(events.refusals.isEmpty)
    #expect(events.logged == [.recoveryGranted(.securityQuestions)])
  }

  @Test("All answers must be right, and in their order")
  func everyAnswerCounts() {
    for answers in [["one", "two", "no"], ["no", "two", "three"], ["two", "one", "three"]] {
      var recorder = opened(TestProfile.classic)
      let events = recorder.tell(.recovery(.answer(answers.map { Secret($0) })))
      #expect(events.refusals == [.recovery(.wrongAnswers(left: 4))])
    }
    var recorder = opened(TestProfile.classic)
    #expect(recorder.tell(.recovery(.answer(["one", "two"]))).refusals.count == 1)
    #expect(recorder.tell(.recovery(.answer([]))).refusals.count == 1)
  }

  @Test(
    "The last wrong try makes the method pause, and none before it",
    arguments: TestProfile.withQuestions)
  func tries(profile: RecorderProfile) throws {
    let limit = try #require(profile.recovery.securityQuestions?.limit.value)
    var recorder = opened(profile)
    for count in 1..<max(2, limit.tries) where count < limit.tries {
      #expect(
        recorder.tell(.recovery(.answer([]))).refusals
          == [.recovery(.wrongAnswers(left: limit.tries - count))])
    }
    let until = recorder.now + limit.pause
    let events = recorder.tell(.recovery(.answer([])))
    #expect(
      events.refusals
        == [.recovery(.unavailable(.securityQuestions, .paused(until: until)))])
    #expect(events.beeps == [.angry])
    #expect(recorder.tell(.recovery(.answer(profile.rightAnswers))).refusals.count == 1)
  }

  @Test(
    "A pause ends at its end, and all the tries are there again",
    arguments: TestProfile.withQuestions, [-1, 0, 1] as [Int64])
  func pause(profile: RecorderProfile, offset: Int64) throws {
    let limit = try #require(profile.recovery.securityQuestions?.limit.value)
    var recorder = opened(profile)
    for _ in 0..<limit.tries { recorder.tell(.recovery(.answer([]))) }
    recorder.pass(limit.pause + .milliseconds(offset))
    recorder.tell(.recovery(.open))
    recorder.tell(.recovery(.choose(.securityQuestions)))
    let events = recorder.tell(.recovery(.answer(profile.rightAnswers)))
    #expect(events.refusals.isEmpty == (offset >= 0))
  }

  @Test("Closing the wizard and a restart give no new tries")
  func triesOutliveTheWizard() {
    var recorder = opened(TestProfile.classic)
    for _ in 0..<4 {
      recorder.tell(.recovery(.answer([])))
      recorder.tell(.recovery(.close))
      recorder.tell(.recovery(.open))
    }
    recorder.tell(.hands(.switchPower(on: false)))
    recorder.tell(.hands(.switchPower(on: true)))
    recorder.finishStart()
    recorder.tell(.recovery(.open))
    #expect(
      recorder.tell(.recovery(.answer([]))).logged.contains(.recoveryPaused(.securityQuestions)))
  }

  @Test("Another account's new questions leave the tries at admin's as they are")
  func othersQuestions() {
    let bob = Preparation.Account(
      details: AccountDetails(name: "bob", group: "Ordinary"), password: "Bobs-Pass1")
    var recorder = TestRecorder.installed(accounts: [bob])
    recorder.tell(.recovery(.open))
    for _ in 0..<4 { recorder.tell(.recovery(.answer([]))) }
    recorder.signIn("bob", "Bobs-Pass1")
    recorder.tell(
      .accounts(.setQuestions(recorder.profile.answeredQuestions, current: "Bobs-Pass1")))
    recorder.tell(.session(.signOut))
    recorder.tell(.recovery(.open))
    #expect(
      recorder.tell(.recovery(.answer([]))).logged.contains(.recoveryPaused(.securityQuestions)))
  }

  @Test("Where no questions were set the tab says so, and the next method is in front")
  func neverSetUp() {
    var recorder = TestRecorder()
    recorder.tell(.recovery(.open))
    #expect(
      recorder.tell(.recovery(.choose(.securityQuestions))).refusals
        == [.recovery(.unavailable(.securityQuestions, .neverSetUp))])
    #expect(recorder.rightCode != nil)
  }
}
