import ClassRoom
import ConsoleData
import ConsoleRuntime
import CursesTerminal
import EnvironmentVariables
import Glibc
import Library
import OwnFiles
import Sandbox
import SessionStore
import TextUI

/// A session of a class: the program as the shell of the class's system user.
///
/// Everything that has to be read or opened by its name comes before the sandbox, and so does nothing that makes
/// a thread: what confines a process confines the thread that asks for it, and those that it makes.
enum ClassEnter {
  /// Whether the program was called by the name under which it is that shell.
  static func isMeant(by name: String) -> Bool {
    let last = name.split(separator: "/").last ?? ""
    return last == ClassPaths.shellName || last == "-" + ClassPaths.shellName
  }

  /// Runs a session to its end, and the program with it. Whatever the words of the command line are, nothing else
  /// is done: the client's own are not even among them.
  static func start() -> Never {
    umask(0o077)
    guard var settings = ClassFiles.settings, !settings.hasEnded else {
      refuse("The class is over, or has not begun. Ask your trainer.")
    }
    guard Shell.variable(.sshCommand) == nil else {
      refuse("This is a class: it opens a recorder's menu, and runs and copies nothing.")
    }
    guard isatty(0) == 1, isatty(1) == 1 else {
      refuse(
        "This is a class: it needs a terminal. Come without -T, and with nothing behind the host.")
    }
    guard Sandbox.landlockVersion > 0 || !settings.needsLandlock else {
      refuse("This host cannot keep sessions apart (its kernel has no Landlock). Ask your trainer.")
    }
    let access = Access.read()
    let trainees = ClassFiles.text(of: ClassPaths.trainees).flatMap { TraineeList(text: $0) }
    guard let trainees else { refuse("The list of the class cannot be read. Ask your trainer.") }
    KeptModes.shareWithGroup()
    clearEnvironment()
    let library = Shell.library(nil)
    // One that is gone since the class was set up keeps nobody out.
    settings.scenario = settings.scenario.flatMap {
      library.scenarioNames().contains($0) ? $0 : nil
    }
    SessionLock.prepare()
    // The time zone's file is read now.
    _ = WallClock.now
    let taken = TakenTerminal(Look(), Preferences())
    limit(taken)
    // Whoever has only the word of the class is confined before anything is asked.
    if access == .word { confine(toLobby(library), settings, taken) }
    let name =
      switch access {
      case .key(let key): trainees.owner(of: key)
      case .word: words(library).spoken { Lobby(of: settings, trainees, on: taken.terminal).run() }
      case nil: TraineeName?.none
      }
    guard let name else {
      leave(
        taken,
        ClassFiles.goesOn
          ? "Nobody takes part in this class with that." : "The class is over. Ask your trainer.")
    }
    takeOver(name, taken).keepForLife()
    // In the lobby, or beside an older session, somebody may have stood for a while.
    guard isWelcome(name) else { leave(taken, "The class is over for you. Ask your trainer.") }
    confine(toPractice(of: name, library), settings, taken)
    practise(as: name, settings, library, taken)
  }

  /// How whoever comes has signed in; sshd tells.
  private enum Access: Equatable {
    case key(PublicKey)
    case word

    static func read() -> Access? {
      guard let path = Shell.variable(.sshAuthentication), let said = ClassFiles.text(of: path)
      else { return nil }
      for line in said.split(separator: "\n") {
        let parts = line.split(separator: " ", maxSplits: 1)
        if parts.first == "publickey", parts.count == 2, let key = PublicKey(String(parts[1])) {
          return .key(key)
        }
        if parts.first == "password" { return .word }
      }
      return nil
    }
  }

  /// Whether the class goes on, and somebody takes part in it still.
  private static func isWelcome(_ name: TraineeName) -> Bool {
    let trainees = ClassFiles.text(of: ClassPaths.trainees).flatMap { TraineeList(text: $0) }
    return ClassFiles.goesOn && trainees?.ways[name] != nil
  }

  /// Keeps what a terminal needs of the environment, and nothing else that came with the session.
  private static func clearEnvironment() {
    let kept: [EnvironmentVariable] = [
      .terminal, .everyLocale, .localeOfCharacters, .localeOfMessages, .usualLocale, .versionOfVTE,
      .noColour,
    ]
    let values = kept.compactMap { kept in Shell.variable(kept).map { (kept, $0) } }
    clearenv()
    for (variable, value) in values { setenv(variable.rawValue, value, 1) }
  }

  /// The words of whoever comes, as their terminal says.
  private static func words(_ library: Library) -> Phrases {
    (try? library.phrases(Shell.language)) ?? .english
  }

  /// Says why not, and ends with the status of wrong words.
  private static func refuse(_ why: String) -> Never {
    Shell.complain(why)
    ExitStatus.usage.end()
  }

  private static func leave(_ taken: TakenTerminal, _ why: String) -> Never {
    taken.terminal.close()
    Shell.complain(why)
    ExitStatus.failure.end()
  }

  // MARK: Before the sandbox

  /// Makes the trainee's folder, and has an older session of theirs save and go.
  private static func takeOver(_ name: TraineeName, _ taken: TakenTerminal) -> SessionLock {
    let folder = ClassPaths.folder(of: name)
    for path in [folder, folder + "/recorder-console", folder + "/configuration"] {
      guard mkdir(path, KeptModes.folder) == 0 || errno == EEXIST else {
        leave(taken, "The folder of \(name) cannot be made. Ask your trainer.")
      }
    }
    // Once more where somebody else has come as the same meanwhile: who comes last stays.
    var others = 0
    let end = ContinuousClock.now + .seconds(10)
    while others < 3, .now < end {
      if let lock = SessionLock.take(in: folder) { return lock }
      guard let older = SessionLock.present(in: folder) else {
        // Somebody has just taken it, and says in a moment who they are; or one was killed, of whom the first
        // thread is gone and the others keep the lock for a moment more.
        poll(nil, 0, 20)
        continue
      }
      others += 1
      ClassFiles.sessions.send(.leave, to: name.text)
      // It has two seconds to save and go, and ends itself then; what comes after is for one that was stopped.
      // In the sandbox of the lobby nobody is signalled any more.
      if !older.waitForEnd(within: .seconds(3)) { older.end(ofUser: getuid()) }
    }
    leave(taken, "Your session of before does not end. Try again in a moment.")
  }

  private static func toLobby(_ library: Library) -> SandboxPlan {
    // Of the settings what its user may read: who takes part, and whether the class is over.
    .learner(
      own: ClassPaths.folders, reading: read(library) + [ClassPaths.settings],
      sockets: ClassPaths.run)
  }

  private static func toPractice(of name: TraineeName, _ library: Library) -> SandboxPlan {
    .learner(
      own: ClassPaths.folder(of: name), reading: read(library), sockets: ClassPaths.run)
  }

  /// The program's data files, and scenarios of the site.
  private static func read(_ library: Library) -> [String] {
    [library.folder.path] + ScenarioHomes.site.filter { access($0, F_OK) == 0 }
  }

  private static func limit(_ taken: TakenTerminal) {
    do throws(SandboxFault) {
      try SessionLimits.learner.apply()
    } catch {
      leave(taken, "This session could not be limited: \(error.description)")
    }
  }

  private static func confine(
    _ plan: SandboxPlan, _ settings: ClassSettings, _ taken: TakenTerminal
  ) {
    do throws(SandboxFault) {
      try Sandbox.enter(plan, needsLandlock: settings.needsLandlock)
    } catch {
      leave(taken, "This session could not be confined: \(error.description)")
    }
  }

  // MARK: In the sandbox

  private static func practise(
    as name: TraineeName, _ settings: ClassSettings, _ library: Library, _ taken: TakenTerminal
  ) -> Never {
    let folder = ClassPaths.folder(of: name)
    setenv(EnvironmentVariable.stateHome.rawValue, folder, 1)
    setenv(EnvironmentVariable.configurationHome.rawValue, folder + "/configuration", 1)
    var wishes = PracticeWishes()
    wishes.trainee = name.text
    wishes.scenario = settings.scenario
    wishes.isShared = true
    wishes.goesOnByItself = true
    let warden = SessionWarden(
      TimeLimits(
        idle: .seconds(settings.idleMinutes * 60), whole: .seconds(settings.wholeMinutes * 60)))
    Practice.start(
      wishes, LibraryAssets(library: library),
      in: ClassSession(taken: taken, name: name, warden: warden))
  }
}

/// A terminal of a class's trainee, already taken and confined.
struct ClassSession {
  let taken: TakenTerminal
  let name: TraineeName
  let warden: SessionWarden
}
