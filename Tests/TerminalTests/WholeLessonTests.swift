import Foundation
import Support
import Testing
import TextUI
import Training

@testable import Rehearsals

extension RealTerminalTests {
  /// Lessons from their story to their verdict, in a real terminal: some that lead to every place, and
  /// with WHOLE_LESSONS set every one that ships, as `Tests/Scripts/whole-lessons` has it.
  @Suite struct WholeLessonTests {
    private static let all =
      ProcessInfo.processInfo.environment["WHOLE_LESSONS"] == nil
      ? nil : RepositoryAssets().readLessons().titles.map(\.id)
    private static let exams =
      all ?? [
        "the-motion-alert", "forty-cameras", "dealers-unlock-code", "locked-again",
        "the-friday-night-call", "qr-at-the-counter",
      ]
    private static let guided =
      all ?? [
        "the-power-cut", "client-software", "photo-for-the-distributor", "first-look-round",
        "footage-for-the-police", "mailed-code",
      ]
    private static let spanish =
      all == nil ? ["default-password"] : ["default-password", "mailed-code", "forty-cameras"]

    @Test(arguments: Self.exams)
    func `an exam is passed by the solution`(name: String) async throws {
      let run = try await LessonRun(name, .exam)
      try await run.act("the story's button") { $0.press(.key(.enter)) }
      for step in run.scenario.steps { try await run.solve(step) }
      try await run.expectPassed()
    }

    @Test(arguments: Self.guided)
    func `whoever follows the guide passes`(name: String) async throws {
      let run = try await LessonRun(name, .guided)
      while run.twin.progress?.verdict == nil { try await run.followGuide() }
      try await run.expectPassed()
    }

    @Test(arguments: Self.spanish)
    func `whoever reads Spanish is led as well`(name: String) async throws {
      let run = try await LessonRun(name, .guided, language: "es")
      while run.twin.progress?.verdict == nil { try await run.followGuide() }
      try await run.expectPassed(points: "100 de 100")
    }
  }
}

extension LessonRun {
  /// Does a step by its solution, word by word.
  func solve(_ step: Step) async throws {
    try await act("its beginning") { $0.beginStep() }
    for word in step.solution?.steps ?? [] {
      // A notebook that lies open is written by itself, and that may be what the lesson ends with.
      try await settle()
      guard twin.progress?.verdict == nil else { return }
      try await play(word)
    }
    if !twin.hasDone(step) { try await wait("its end") { try $0.wait(for: "done", "") } }
  }

  private func play(_ word: KeyScript.Step) async throws {
    let what = "“\(word.word)”"
    switch word.act {
    case .until: try await wait(what) { try $0.play(word) }
    case .key(.text(let text)) where text.contains("<code."):
      try await act(what, typing: try filled(text)) { try $0.play(word) }
    default: try await act(what) { try $0.play(word) }
    }
  }

  /// Does what the row says: it says the same in the terminal, or they would not have met.
  func followGuide() async throws {
    // What is written by itself may be what the lesson ends with.
    try await settle()
    guard twin.progress?.verdict == nil else { return }
    switch twin.console.advice {
    case .wait:
      try await wait("waiting") { twin in
        while case .wait = twin.console.advice { try twin.waitOnce() }
      }
    case .typeCode(let place):
      try await act("its code", typing: try filled("<\(place.rawValue)>")) {
        try $0.followAdvice()
      }
    case .beginStepAnew, .beginLessonAnew, .lost, .erase, nil:
      throw try failure("nobody has strayed, and the row says otherwise")
    case .press(let key): try await act(key.name) { try $0.followAdvice() }
    case .type(let text), .typeAnything(let text):
      try await act("“\(text)”") { try $0.followAdvice() }
    case .goBack(let key): try await act("back by \(key.name)") { try $0.followAdvice() }
    }
  }

  /// The verdict stands on the screen, and in the results that are kept.
  func expectPassed(points: String = "100 of 100") async throws {
    let verdict = try console.terminal.screen()
    #expect(verdict.contains { $0.contains(points) }, "\(verdict)")
    try console.press("C-c", "C-c")
    #expect(try await console.terminal.waitForExit() == 0, "the lesson is passed")
    let results = try ConsoleCommand.run(["results", home.stateFolder.path, "--csv"])
    let rows = results.output.split(separator: "\r\n").dropFirst()
    #expect(rows.count == 1 && rows.last?.contains(",Ann,\(name),\(mode),100,passed,") == true)
  }
}
