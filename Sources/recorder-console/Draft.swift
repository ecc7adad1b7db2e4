import ArgumentParser
import ConsoleData
import ConsoleRuntime
import Library
import PracticeCodes
import RecorderEngine
import Rehearsals
import ScreenKit
import Synchronization
import TextUI
import Training

/// Opens the console, and makes a draft of a lesson of what is done in it.
struct Draft: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Do a lesson's way yourself; leaving writes it as a draft, with solutions.",
    usage: "recorder-console draft FILE [--from SITUATION.yaml] [OPTIONS]",
    discussion: """
      EXAMPLES
        recorder-console draft my-lesson.yaml
        recorder-console draft my-lesson.yaml --with email --lost password
        recorder-console draft my-lesson.yaml --from shop-at-night.yaml

      F12 begins anew, F10 leaves and writes. The file is never replaced, nothing else is kept, and \
      no letter leaves for a real mailbox. The console speaks English: scripts name what stands on it.
      """)

  @Argument(help: "The file to be written, as my-lesson.yaml; its name is the lesson's.")
  var file: String

  @Option(help: ArgumentHelp("A file whose situation it begins in.", valueName: "situation.yaml"))
  var from: String?

  @OptionGroup var options: PracticeOptions

  func validate() throws {
    guard options.looks.language == nil else {
      throw ValidationError(
        "--language is not for draft: scripts name what the screen says in English.")
    }
    guard options.mode == .practice, options.trainee == nil, options.homePage == nil else {
      throw ValidationError("--mode, --trainee and --home-page are for lessons that are done.")
    }
    guard try from == nil || options.choice() == nil else {
      throw ValidationError(
        "--from has a situation already: leave --with, --lost and the like out.")
    }
  }

  func run() throws {
    let lesson = try NewScenarioFile.lesson(file)
    if let obstacle = lesson.obstacle { Shell.fail(obstacle) }
    let library = Shell.library(options.looks.assets)
    let assets = LibraryAssets(library: library)
    let situation = DraftSituation(named: lesson.name, options, from: from, assets)
    let seed = options.seed ?? UInt64.random(in: .min ... .max)
    let (record, size) = record(in: situation.scenario, assets, seed: seed)
    guard !record.isElsewhere else {
      Shell.fail("Another practice was begun meanwhile: nothing of it can be drafted.")
    }
    let drafted: LessonDraft
    do throws(AssetTrouble) {
      drafted = try LessonDraft(
        of: record, in: situation.scenario, assets: RememberedAssets(assets),
        cryptography: PracticeCryptography.forRehearsals, seed: seed, size: size)
    } catch {
      Shell.fail(error.message)
    }
    guard drafted.steps > 0 else {
      Shell.fail("Nothing happened that a lesson can wait for: nothing is written.")
    }
    let text = drafted.text(named: lesson.name, situation: situation.text)
    if let problem = lesson.problem(writing: text) {
      print(text)
      Shell.fail(problem + " The draft stands above.")
    }
    print("\(file): \(counted(drafted.steps, "step")); \(verdict(library, assets))")
  }

  /// What “check” says of it.
  private func verdict(_ library: Library, _ assets: LibraryAssets) -> String {
    let finding = Check.finding(of: file, library, RememberedAssets(assets))
    guard finding.problems > 0 else { return "check: solved" }
    return "check: \(counted(finding.problems, "problem")): recorder-console check \(file)"
  }

  // MARK: The console

  /// Runs the console to its end, and returns what was pressed in it and the window that it had.
  private func record(
    in situation: Scenario, _ assets: LibraryAssets, seed: UInt64
  ) -> (KeyRecord, Size) {
    let clock = RunningClock(start: situation.start)
    var look = options.looks.look
    look.language = Phrases.english.code
    let taken = TakenTerminal(look, Preferences())
    let size = taken.terminal.size
    var record = KeyRecord()
    let loop = taken.loop(over: .practice, clock) { record.note($0, at: $1) }
    let ending = loop.run {
      let session = PracticeSession(
        plan: PracticePlan(recorder: situation.recorder, lesson: situation.id, seed: seed),
        assets: SituationAssets(assets, situation), clock: clock,
        cryptography: PracticeCryptography(), keeper: NoKeeper(), stick: HeldStick())
      return DeviceLink(session: session, inbox: taken.inbox, textForm: ComposedText.form)
    }
    taken.terminal.close()
    if case .failed(let why) = ending { Shell.fail(why) }
    return (record, size)
  }
}

/// A USB stick that is empty at the beginning, and forgotten at the end.
private final class HeldStick: FileStick {
  private let files = Mutex(HeldFiles())

  func fulfil(_ wish: FileWish) -> FileAnswer { files.withLock { $0.fulfil(wish) } }
}
