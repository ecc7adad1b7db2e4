import ConsoleRuntime
import Dispatch
import Foundation
import RecorderEngine
import Support
import Testing
import TextUI

@testable import Console

/// The loop that runs a console in a terminal, with the real link behind it.
@Suite(.serialized) struct ConsoleLoopTests {
  /// What one run of the loop left behind.
  private struct Run: Sendable {
    var ending: ConsoleLoop.Ending
    var frames: [[String]]
    var framesBeforeLink: Int
    var waits: [Duration?]
    var rings: Int
  }

  /// Runs a loop on a thread of its own, as the program does.
  ///
  /// The script may wait until the link has posted so many things.
  private func run(
    lesson: String? = nil, options: Console.Options = Console.Options(isCalm: true, splash: .zero),
    _ script: @escaping @Sendable (Posted) -> [ScriptedTerminal.Step]
  ) async -> Run {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        let posted = Posted()
        let terminal = ScriptedTerminal(script(posted))
        let clock = ManualClock(at: Operator.evening)
        let inbox = Inbox { posted.signal() }
        let console = Console(
          size: terminal.size, capabilities: .practice, options: options, at: clock.now)
        let loop = ConsoleLoop(terminal: terminal, console: console, clock: clock, inbox: inbox)
        var framesBeforeLink = 0
        let ending = loop.run {
          framesBeforeLink = terminal.presented.count
          let session = PracticeSession(
            plan: PracticePlan(recorder: "classic-dvr-2018", lesson: lesson, seed: 1),
            assets: RepositoryAssets(), clock: clock, cryptography: PlainCryptography(),
            keeper: NoKeeper(), stick: MemoryStick())
          return DeviceLink(session: session, inbox: inbox)
        }
        continuation.resume(
          returning: Run(
            ending: ending, frames: terminal.presented.map { $0.plainText() },
            framesBeforeLink: framesBeforeLink, waits: terminal.waits, rings: terminal.rings))
      }
    }
  }

  /// Counts what the link has posted, for a script to wait for.
  private final class Posted: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)
    func signal() { semaphore.signal() }

    /// Waits for so many posts, at most ten seconds in all.
    func wait(for count: Int) {
      let end = DispatchTime.now() + 10
      for _ in 0..<count { _ = semaphore.wait(timeout: end) }
    }

    /// Two posts: the connection, and the store.
    var begun: ScriptedTerminal.Step { .act { self.wait(for: 2) } }
    func posts(_ count: Int) -> ScriptedTerminal.Step { .act { self.wait(for: count) } }
  }

  private static func keys(_ keys: Key...) -> [ScriptedTerminal.Step] {
    keys.map { .event(.key($0)) }
  }

  @Test func theFirstFrameIsShownBeforeTheLinkIsStarted() async {
    let run = await run { _ in [] }
    #expect(run.framesBeforeLink == 1)
    #expect(run.frames.first?.contains { $0.contains("SIMULATED") } == true)
  }

  @Test func leavingEndsTheLoop() async {
    let run = await run { posted in
      [posted.begun, .pause] + Self.keys(.character("q"), .left, .enter)
    }
    #expect(run.ending == .left(lessonPassed: nil))
  }

  @Test func aLineThatHangsUpEndsTheLoop() async {
    #expect(await run { _ in [.event(.hangup)] }.ending == .left(lessonPassed: nil))
    #expect(await run { _ in [.event(.terminate)] }.ending == .left(lessonPassed: nil))
  }

  @Test func aLessonThatIsNotThereEndsWithTheMessage() async {
    let run = await run(lesson: "no-such-lesson") { posted in [posted.posts(1), .pause] }
    guard case .failed(let why) = run.ending else {
      Issue.record("It ended with \(run.ending).")
      return
    }
    #expect(why.contains("no-such-lesson"))
  }

  @Test func nothingIsWaitedForButTheNextChange() async {
    let run = await run { posted in [posted.begun, .pause, .pause, .pause] }
    // A calm live view changes with the minute of its clock, and it is 23:04:00.
    #expect(run.waits.contains(.seconds(60)))
    #expect(run.waits.allSatisfy { $0 == nil || $0 == .zero || $0 == .seconds(60) })
  }

  @Test func aBurstOfKeysCostsOneFrame() async {
    let idle = await run { posted in [posted.begun, .pause, .pause] }
    let burst = await run { posted in
      [posted.begun, .pause] + (0..<40).map { _ in .event(.key(.control("t"))) } + [.pause]
    }
    #expect(burst.frames.count <= idle.frames.count + 1)
  }

  @Test func aCommandGoesToTheRecorderAndItsAnswerComesBack() async {
    let password = "12345".map { Key.character($0) }
    let run = await run { posted in
      [posted.begun, .pause] + Self.keys(.enter) + password.map { .event(.key($0)) }
        + Self.keys(.enter) + [.pause, posted.posts(2), .pause, .pause]
    }
    #expect(run.frames.contains { $0.contains { $0.contains("Default password is insecure") } })
  }
}
