import ConsoleRuntime
import Foundation
import PracticeCodes
import PracticeDesk
import RecorderEngine
import ResultStore
import Support
import Testing
import Training

@testable import Rehearsals

/// Whoever looks at an attempt again finds what was found the first time.
@Suite struct RepeatedGradingTests {
  /// An exam that was taken: how it began, what happened then, and how it was graded.
  private struct Taken {
    let scenario: Scenario
    let begun: Watch
    /// The answer to each command: what has happened, and how all stood after each of it.
    let record: [(events: [(DeskEvent, DeskSnapshot)], at: Timestamp)]
    let done: LessonProgress

    init(_ name: String) throws {
      let assets = RehearsalTests.assets
      scenario = try assets.scenario(name, seed: 1)
      var rehearsal = try Rehearsal(
        scenario, assets: assets, cryptography: PracticeCryptography.forRehearsals, mode: .exam)
      rehearsal.practice.record = []
      begun = rehearsal.practice.watch
      rehearsal.press(.key(.enter))
      for step in scenario.steps {
        rehearsal.beginStep()
        try rehearsal.play(try #require(step.solution))
      }
      var known = begun.known
      record = try #require(rehearsal.practice.record).map { events, moment in
        let happened = events.map { event in
          known.absorb(event)
          return (event, known)
        }
        return (happened, moment)
      }
      done = try #require(rehearsal.progress)
    }

    /// Grades what happened once more.
    func graded() -> LessonProgress? {
      var progress = begun.lesson?.progress
      for (events, moment) in record {
        for (event, desk) in events {
          progress?.observe(event, desk, in: scenario, at: moment)
        }
        if let desk = events.last?.1 { progress?.end(desk, in: scenario, at: moment) }
      }
      return progress
    }
  }

  private static func json(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return try encoder.encode(value)
  }

  @Test(arguments: RehearsalTests.assets.readLessons().titles.map(\.id))
  func anExamIsGradedAlikeAHundredTimes(name: String) throws {
    let exam = try Taken(name)
    let verdict = try #require(exam.done.verdict)
    #expect(exam.done.isExam && verdict.isPassed)
    let first = try Self.json(verdict)
    for _ in 0..<100 {
      let again = exam.graded()
      guard again == exam.done, try Self.json(again?.verdict) == first else {
        Issue.record("graded otherwise")
        break
      }
    }
    let whole = try Self.json(exam.done)
    #expect(try Self.json(JSONDecoder().decode(LessonProgress.self, from: whole)) == whole)
    try Self.expectAlikeInStore(exam, verdict)
  }

  /// What is read from the store is what was graded.
  private static func expectAlikeInStore(_ exam: Taken, _ verdict: Verdict) throws {
    let home = try ConsoleHome()
    let attempt = LessonAttempt(
      id: "a", trainee: "ann", scenario: exam.scenario.id, title: exam.scenario.title, hash: "0",
      maximum: exam.scenario.maximum, seed: 1, mode: .exam)
    let store: any ResultStore = try ResultsFile(folder: home.url.path)
    for progress in [exam.begun.lesson?.progress, exam.done, exam.graded()].compactMap(\.self) {
      try store.keep(attempt, progress, of: exam.scenario)
    }
    let found = try #require(try ResultsFile(folder: home.url.path).attempts().first)
    #expect(found.ending?.points == verdict.points && found.ending?.isPassed == verdict.isPassed)
    #expect(found.ending?.practiceTime == verdict.time.milliseconds)
    #expect(found.ending?.hints == verdict.hintsUsed && found.stepsDone == verdict.stepsDone)
    #expect(found.wrongTurns == verdict.wrongTurns?.count)
  }
}
