import ArgumentParser
import CastFiles
import ConsoleRuntime
import PracticeCodes
import PracticeDesk
import RecorderEngine
import Rehearsals
import SessionStore
import Training

/// Plays a lesson's solution, for somebody to look at.
struct Demo: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Play a lesson by itself, for somebody to look at.",
    discussion: """
      The solution is played on the real console, with a caption for each step and
      the pressed keys below. Space pauses, ← and → go a step back and on, + and -
      change the speed, q leaves. Any other key asks whether you take over from
      there: what you go on with is a practice of its own.

      EXAMPLES
        recorder-console demo eleven-at-night
        recorder-console demo my-lesson.yaml --speed 2
        recorder-console demo the-motion-alert --loop      for a stand
      """)

  @Argument(help: "The lesson, see “list scenarios”, or the path of a file.")
  var scenario: String

  @Option(help: "How fast, in times of a hand: 0.25 to 16, or max.")
  var speed = DemoSpeed(times: 1)

  @Flag(help: "Begin anew after the end, until somebody leaves.")
  var loop = false

  @Option(help: "Begin with this step, from 1.")
  var step = 1

  @Flag(help: "Let others of this computer watch: “recorder-console watch”.")
  var share = false

  @Option(help: "The seed of everything random, for a demo that can be repeated.")
  var seed: UInt64?

  @OptionGroup var looks: LookOptions
  @OptionGroup(title: "Recording options") var recording: RecordOptions

  func validate() throws {
    guard step >= 1 else {
      throw ValidationError("expected the number of a step, from 1, for --step, found \(step).")
    }
  }

  func run() throws {
    let assets = LibraryAssets(library: Shell.library(looks.assets))
    let lesson = Practice.lessonName(scenario, in: assets.library)
    let title: String
    do throws(AssetTrouble) {
      let read = try assets.scenario(lesson)
      guard !read.steps.isEmpty, read.steps.allSatisfy({ $0.solution != nil }) else {
        Shell.fail(
          "\(scenario) was expected to have steps with a solution each, and has none to be played: "
            + "“recorder-console practice” opens it.")
      }
      title = read.title
    } catch {
      Shell.fail(error.message)
    }
    recording.check()
    let remembered = Preferences.read()
    var taken = TakenTerminal(looks.look, remembered)
    taken.options.isDemo = true
    var show = DemoShow(assets: assets, lesson: lesson, title: title, seed: seed ?? 1)
    (show.speed, show.loops, show.step) = (speed.times, loop, step)
    show.shared = share ? SharedSession.begun(as: nil, on: taken) : nil
    show.cast = recording.open(title: title, on: taken)
    let ending = show.run(on: &taken)
    show.shared?.end()
    taken.terminal.close()
    switch ending {
    case .left(let isPassed):
      // Whoever left it has seen enough; left to itself, it has to come to its end.
      Practice.end(show.cast, isPassed == true || show.wasLeft ? .done : .notPassed).end()
    case .failed(let why):
      _ = Practice.end(show.cast, .failure)
      Shell.fail(why)
    }
  }
}

/// A speed as it is typed.
struct DemoSpeed: ExpressibleByArgument {
  let times: Double

  init(times: Double) { self.times = times }

  init?(argument: String) {
    if argument == "max" {
      times = .infinity
    } else if let times = Double(argument), (0.25...16).contains(times) {
      self.times = times
    } else {
      return nil
    }
  }

  var defaultValueDescription: String { "1" }
}

/// One demo, begun as often as somebody goes back in it.
private struct DemoShow {
  let assets: LibraryAssets
  let lesson: String
  let title: String
  let seed: UInt64
  var speed = 1.0
  var loops = false
  var step = 1
  private var isPaused = false
  /// Whoever records it, and whoever hands it on.
  var cast: SessionCast?
  var shared: SharedSession?
  /// Whether somebody has left it, or the terminal has gone.
  private(set) var wasLeft = false

  init(assets: LibraryAssets, lesson: String, title: String, seed: UInt64) {
    self.assets = assets
    self.lesson = lesson
    self.title = title
    self.seed = seed
  }

  mutating func run(on taken: inout TakenTerminal) -> ConsoleLoop.Ending {
    while true {
      let (ending, player) = play(on: taken)
      wasLeft = player.wish != .end
      guard case .again(let step, let isPaused) = player.wish else { return ending }
      (self.step, self.isPaused, speed) = (step, isPaused, player.speed)
      // What was still on its way to the one before is not for the next.
      taken.renewInbox()
      shared?.attach(taken.inbox)
    }
  }

  private func play(on taken: TakenTerminal) -> (ConsoleLoop.Ending, DemoPlayer) {
    let clock = RunningClock(start: WallClock.now)
    let keeper = DemoKeeper(folder: Practice.stateFolder, named: "Demo: \(title)")
    var link: DeviceLink?
    let player = DemoPlayer(
      before: taken.terminal, clock: clock, speed: speed, loops: loops, seed: seed, from: step,
      isPaused: isPaused
    ) { [inbox = taken.inbox] in
      // From here on it is somebody's practice, before any key of theirs is taken.
      inbox.post([.message(.demoTakenOver)])
      keeper.takeOver()
      link?.send(.lesson(.stop))
    }
    let loop = taken.loop(
      over: .practice, clock, on: player,
      onlookers: [player] + Practice.onlookers(cast, shared, taken.inbox), player: player)
    let ending = loop.run {
      var plan = PracticePlan(recorder: PracticeWishes.standardRecorder, lesson: lesson, seed: seed)
      plan.mode = .guided
      plan.language = taken.options.language
      let session = PracticeSession(
        plan: plan, assets: assets, clock: clock, cryptography: PracticeCryptography(),
        keeper: keeper, stick: Practice.stick(),
        guides: RehearsedGuides(
          assets: assets, cryptography: PracticeCryptography.forRehearsals),
        moment: { SystemMoment.now })
      let made = DeviceLink(session: session, inbox: taken.inbox, textForm: ComposedText.form)
      link = made
      return made
    }
    return (ending, player)
  }
}
