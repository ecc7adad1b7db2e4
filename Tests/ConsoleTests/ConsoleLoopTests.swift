import Dispatch
import Foundation
import RecorderEngine
import Support
import Testing
import TextUI

@testable import Console
@testable import ConsoleRuntime

/// The loop that runs a console in a terminal, with the real link behind it.
@Suite(.serialized) struct ConsoleLoopTests {
  /// What one run of the loop left behind.
  private struct Run: Sendable {
    var ending: ConsoleLoop.Ending
    var frames: [[String]]
    var waits: [Duration?]
    var suspensions: Int

    /// Whether the loop came to the larger window of `later`.
    var wentOn: Bool { frames.contains { $0.count == 30 } }
  }

  /// Runs a loop on a thread of its own, as the program does.
  private func run(
    lesson: String? = nil, _ script: [ScriptedTerminal.Step]
  ) async -> Run {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        let posts = DispatchSemaphore(value: 0)
        let terminal = ScriptedTerminal(script) { posts.wait(timeout: .now() + 60) == .success }
        let clock = ManualClock(at: Operator.evening)
        let inbox = Inbox { posts.signal() }
        let console = Console(
          size: terminal.size, capabilities: .practice, options: Console.Options(isCalm: true),
          at: clock.now)
        let loop = ConsoleLoop(terminal: terminal, console: console, clock: clock, inbox: inbox)
        let ending = loop.run {
          let session = PracticeSession(
            plan: PracticePlan(recorder: "classic-dvr-2018", lesson: lesson, seed: 1),
            assets: RepositoryAssets(), clock: clock, cryptography: PlainCryptography(),
            keeper: NoKeeper(), stick: MemoryStick())
          return DeviceLink(session: session, inbox: inbox, textForm: { $0 })
        }
        continuation.resume(
          returning: Run(
            ending: ending, frames: terminal.presented.map { $0.plainText() },
            waits: terminal.waits, suspensions: terminal.suspensions))
      }
    }
  }

  private static let liveView = ScriptedTerminal.Step.shows("CAM 1 Driveway")

  private static func keys(_ keys: Key...) -> [ScriptedTerminal.Step] {
    keys.map { .event(.key($0)) }
  }

  @Test func theFirstFrameIsTheWholeLiveView() async {
    let run = await run([Self.liveView])
    let first = run.frames.first?.joined() ?? ""
    #expect(first.contains("CAM 1 Driveway"))
    #expect(first.contains("▀") || first.contains("▄"), "The pictures are part of it.")
  }

  @Test func aKeyPressedBeforeTheLiveViewStandsIsObeyed() async {
    let run = await run(Self.keys(.enter) + [.shows("User name")])
    #expect(run.frames.last?.contains { $0.contains("User name") } == true)
  }

  @Test func leavingEndsTheLoop() async {
    let run = await run(Self.question + Self.keys(.left, .enter) + Self.later)
    #expect(run.ending == .left(lessonPassed: nil))
    #expect(!run.wentOn)
  }

  @Test func keysThatCameBeforeTheQuestionWasDrawnDoNotAnswerIt() async {
    let run = await run(
      [Self.liveView] + Self.keys(.character("q"), .left) + [.pause]
        // These come once the question is made and before its frame goes out.
        + Self.keys(.left, .enter) + [.pause, .pause] + Self.later)
    #expect(run.wentOn)
    #expect(run.frames.last?.contains { $0.contains("▸Stay◂") } == true)
  }

  @Test func overASlowLineAQuestionWaitsUntilItHasGoneOut() async {
    let stalled =
      [.line(isFree: false)] + Self.question + Self.keys(.left, .enter)
      + [.pause, .pause, .pause]
    #expect(await run(stalled + Self.later).wentOn)
    let freed = stalled + [.line(isFree: true)] + Self.keys(.left, .enter)
    #expect(await !run(freed + Self.later).wentOn)
  }

  @Test func controlZAndTheSystemsWishSuspend() async {
    let run = await run(
      [Self.liveView] + Self.keys(.control("z")) + [.pause, .event(.suspend), .pause])
    #expect(run.suspensions == 2)
  }

  /// The question whether to leave, shown and read.
  private static let question =
    [liveView] + keys(.character("q")) + [.shows("Leave?"), .pause]

  /// What only a loop that goes on comes to: a larger window.
  private static let later: [ScriptedTerminal.Step] = [
    .event(.resize(Size(rows: 30, columns: 80))), .pause, .pause,
  ]

  @Test func aLineThatHangsUpEndsTheLoop() async {
    #expect(await run([.event(.hangup)]).ending == .left(lessonPassed: nil))
    #expect(await run([.event(.terminate)]).ending == .left(lessonPassed: nil))
  }

  @Test func aLessonThatIsNotThereEndsWithTheMessage() async {
    let run = await run(lesson: "no-such-lesson", [.shows("nothing ever shows this")])
    guard case .failed(let why) = run.ending else {
      Issue.record("It ended with \(run.ending).")
      return
    }
    #expect(why.contains("no-such-lesson"))
  }

  @Test func nothingIsWaitedForButTheNextChange() async {
    let run = await run([Self.liveView, .pause, .pause, .pause])
    // A calm live view changes with the minute of its clock, and it is 23:04:00.
    #expect(run.waits.contains(.seconds(60)))
    let isFit = run.waits.map { wait in
      wait.map { $0 <= ConsoleLoop.patience || $0 == .seconds(60) } ?? false
    }
    #expect(!isFit.contains(false), "\(run.waits)")
  }

  @Test func aBurstOfKeysCostsOneFrame() async {
    let themes = ["day", "contrast", "mono", "night"]
    let burst = await run(
      [Self.liveView, .pause]
        + Array(repeating: ScriptedTerminal.Step.event(.key(.control("t"))), count: 41)
        + [.shows("Theme: day")])
    let shown = burst.frames.filter { frame in
      themes.contains { theme in frame.contains { $0.contains("Theme: \(theme)") } }
    }
    #expect(shown.count == 1)
  }

  @Test func aCommandGoesToTheRecorderAndItsAnswerComesBack() async {
    let password = "12345".map { Key.character($0) }
    let run = await run(
      [Self.liveView] + Self.keys(.enter) + [.shows("User name")]
        + password.map { .event(.key($0)) } + Self.keys(.enter)
        + [.shows("Default password is insecure")])
    #expect(run.frames.contains { $0.contains { $0.contains("Default password is insecure") } })
  }
}
