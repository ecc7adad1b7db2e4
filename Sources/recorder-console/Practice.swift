import ArgumentParser
import CastFiles
import ConsoleRuntime
import Glibc
import Library
import OwnFiles
import PracticeCodes
import PracticeDesk
import RecorderEngine
import Rehearsals
import ScreenKit
import SessionStore
import TextUI
import Training

/// Opens the console.
struct Practice: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Practise on a simulated recorder, freely or in a lesson.",
    usage: "recorder-console practice [SCENARIO] [OPTIONS]",
    discussion: """
      EXAMPLES
        recorder-console practice eleven-at-night
        recorder-console practice --recorder legacy-dvr --theme day
        recorder-console practice --recorder nvr-1-4-12 --with email,questions --lost answers
        recorder-console practice shop-at-night.yaml
        recorder-console practice --recorder nvr-1-4-2 \\
          --smtp smtp://mail.example.org --smtp-user me@example.org

      With --smtp the recorder's letters leave through a real mail server; try it
      first with “recorder-console check-mail”.
      """)

  @Argument(
    help: "The lesson, see “list scenarios”, or the path of a file. Left out: free practice.")
  var scenario: String?

  @OptionGroup var options: PracticeOptions
  @OptionGroup(title: "Recording options") var recording: RecordOptions
  @OptionGroup(title: "Mail options") var mail: MailOptions
  @OptionGroup(title: "Network options") var service: ServiceOptions

  func run() throws { start() }
}

extension Practice {
  /// Whether the words of the command line name this command, or begin with an option.
  static func isMeant(by words: ArraySlice<String>) -> Bool {
    words.first.map { $0 == name || $0.hasPrefix("-") } ?? false
  }

  /// What the words ask for; nil where they are wrong, or ask for help.
  static func meant(by words: ArraySlice<String>) -> Practice? { try? parse(own(words)) }

  /// Begins to read the recorder that the words most likely ask for, while they are parsed; a wrong
  /// guess costs nobody a wait. nil: a lesson is asked for, or other data files.
  static func readAhead(_ words: ArraySlice<String>) -> LibraryAssets? {
    let own = own(words)
    guard own.first?.hasPrefix("-") != false, !own.contains(where: { $0.hasPrefix("--assets") }),
      let folder = try? AssetFolder.find(explicit: nil)
    else { return nil }
    let assets = LibraryAssets(library: Shell.library(over: folder))
    let named = own.firstIndex(of: "--recorder").map { own[($0 + 1)...].first } ?? nil
    assets.readAhead(recorder: named ?? PracticeWishes.standardRecorder)
    return assets
  }

  private static let name = "practice"

  private static func own(_ words: ArraySlice<String>) -> [String] {
    Array(words.first == name ? words.dropFirst() : words)
  }

  /// Runs the console as the options say, to its end, and the program with it.
  func start(_ assets: LibraryAssets? = nil) -> Never {
    var wishes = options.wishes(scenario: scenario)
    wishes.courier = mail.courier()
    wishes.service = service.wish
    recording.check()
    wishes.recording = recording
    Practice.start(wishes, assets)
  }

  /// Runs the console to its end, and the program with it; over assets that are read already, where
  /// they are.
  static func start(
    _ wishes: PracticeWishes, _ ahead: LibraryAssets? = nil, in session: ClassSession? = nil
  ) -> Never {
    let assets = ahead ?? LibraryAssets(library: Shell.library(wishes.assets))
    let library = assets.library
    let lesson = wishes.scenario.map { lessonName($0, in: library) }
    checkRecorder(wishes.recorder, in: library)
    // One processor reads while another opens the terminal; what a lesson begins on its file says.
    if lesson == nil { assets.readAhead(recorder: wishes.recorder) }
    // Whoever wants nothing kept wants nothing remembered.
    let remembered = wishes.isKept ? Preferences.read() : Preferences()
    var wishes = wishes
    wishes.trainee = wishes.trainee ?? remembered.trainee
    if session != nil { wishes.stickRoom = StickFolder.roomOfLearner }
    let clock = RunningClock(start: WallClock.now)
    // Before the terminal is taken: that a port is taken can be said at the shell.
    let offer = wishes.service.map { PracticeOffer($0, wishes, assets) }
    var taken = session?.taken ?? TakenTerminal(wishes.look, remembered)
    if session != nil { taken.remember(remembered) }
    let shared =
      session.map { SharedSession.begun(in: $0) }
      ?? wishes.presentation.map { SharedSession.begun(in: $0, on: taken) }
      ?? (wishes.isShared ? SharedSession.begun(as: wishes.trainee, on: taken) : nil)
    let cast = wishes.recording?.open(title: wishes.scenario ?? "recorder-console", on: taken)
    let (ending, shown) = run(
      wishes, lesson, assets, clock, taken, offer,
      onlookers(cast, shared, taken.inbox) + (wishes.presentation == nil ? [] : [FocusPointer()]),
      session?.warden ?? shared.map { _ in SessionWarden(.none) })
    shared?.end()
    offer?.end()
    taken.terminal.close()
    // What was said meanwhile is remembered already.
    let now = wishes.isKept ? Preferences.read() : remembered
    var liked = now
    let look = wishes.look
    if look.theme != nil || shown.name != taken.options.theme.name { liked.theme = shown.name }
    liked.isCalm = look.isCalm ?? liked.isCalm
    liked.language = look.language ?? liked.language
    if wishes.isKept, liked != now { liked.write() }
    switch ending {
    case .left(let lessonPassed):
      // Who starts a lesson by its name is told by the status whether it was passed; left
      // unfinished, it was not.
      let isPassed = lessonPassed ?? (lesson.map { !isLesson($0, in: library) } ?? true)
      end(cast, isPassed ? .done : .notPassed).end()
    case .failed(let why):
      _ = end(cast, .failure)
      Shell.fail(why)
    }
  }

  /// Ends a recording with the status that the program will end with.
  static func end(_ cast: SessionCast?, _ status: ExitStatus) -> ExitStatus {
    if let trouble = cast?.end(status: status.rawValue) { Shell.complain(trouble) }
    return status
  }

  private static func run(
    _ wishes: PracticeWishes, _ lesson: String?, _ assets: LibraryAssets, _ clock: RunningClock,
    _ taken: TakenTerminal, _ offer: PracticeOffer?, _ onlookers: [any Onlooker],
    _ warden: SessionWarden?
  ) -> (ending: ConsoleLoop.Ending, theme: Theme) {
    var taken = taken
    taken.options.serviceAddress = offer?.address
    let loop = taken.loop(
      over: .practice, clock, onlookers: onlookers, warden: warden,
      show: shows(wishes, on: taken))
    let ending = loop.run {
      var plan = PracticePlan(
        recorder: wishes.recorder, lesson: lesson,
        seed: wishes.seed ?? UInt64.random(in: .min ... .max), devices: wishes.devices,
        choice: wishes.choice)
      plan.mode = wishes.mode
      plan.goesOnByItself = wishes.goesOnByItself
      plan.language = taken.options.language
      plan.factorySettings = offer?.factorySettings(inLesson: lesson != nil) ?? [:]
      let session = PracticeSession(
        plan: plan, assets: assets, clock: clock,
        cryptography: PracticeCryptography(readableKey: offer?.key), keeper: keeper(wishes),
        stick: stick(wishes.stickRoom), courier: wishes.courier,
        results: results(wishes),
        guides: RehearsedGuides(
          assets: assets, cryptography: PracticeCryptography.forRehearsals),
        moment: { SystemMoment.now })
      let link = DeviceLink(session: session, inbox: taken.inbox, textForm: ComposedText.form)
      offer?.comeUp(as: link)
      return link
    }
    return (ending, loop.theme)
  }

  /// Shows what a trainer shows, where somebody may.
  private static func shows(
    _ wishes: PracticeWishes, on taken: TakenTerminal
  ) -> ((Exhibit, any Terminal) -> Void)? {
    guard wishes.isShared, let exhibition = Exhibition.here() else { return nil }
    if let exhibit = exhibition.present {
      taken.inbox.post([.message(.trainer(.shows(exhibit)))])
    }
    let name = wishes.trainee ?? Shell.loginName
    return { exhibit, terminal in
      exhibition.show(
        exhibit, as: name, on: terminal, taken.options.theme, wake: taken.wake)
    }
  }

  /// Whoever records a session, and whoever hands it on.
  static func onlookers(
    _ cast: SessionCast?, _ shared: SharedSession?, _ inbox: Inbox
  ) -> [any Onlooker] {
    let recorded: (any Onlooker)? = cast.map { RecordedSession($0, inbox: inbox) }
    return [recorded, shared].compactMap(\.self)
  }

  private static func keeper(_ wishes: PracticeWishes) -> any SessionKeeper {
    wishes.isKept ? StoreKeeper(folder: stateFolder) : NoKeeper()
  }

  /// The USB stick, which is a folder.
  static func stick(_ room: FolderRoom? = nil) -> any FileStick {
    stateFolder.map { StickFolder(stateFolder: $0, room: room) }
      ?? NoStick(
        because: "There is no folder for files: neither XDG_STATE_HOME nor HOME is set.")
  }

  private static func results(_ wishes: PracticeWishes) -> any ResultKeeper {
    guard wishes.isKept, let stateFolder else { return NoResults() }
    return KeptResults(
      folder: stateFolder, trainee: wishes.trainee, homePage: wishes.homePage)
  }

  static var stateFolder: String? { StateFolder.path(environment: Shell.variable) }

  /// Whether the file has steps; one without them is a situation, which nobody can fail.
  private static func isLesson(_ name: String, in library: Library) -> Bool {
    (try? LibraryAssets(library: library).scenario(name))?.steps.isEmpty == false
  }

  /// A scenario's name, or the path of its file.
  static func lessonName(_ text: String, in library: Library) -> String {
    var name = text.split(separator: "/").last.map(String.init) ?? text
    if name.hasSuffix(".yaml") { name.removeLast(5) }
    if text.isPath, !library.scenarioNames().contains(name) || access(text, F_OK) == 0 {
      do throws(LibraryFault) {
        _ = try library.scenario(file: text)
        return text
      } catch {
        Shell.fail(error.message)
      }
    }
    guard library.scenarioNames().contains(name) else {
      Shell.fail(
        LibraryFault.notFound(
          what: "scenario", name: text, available: library.scenarioNames()
        ).message)
    }
    return name
  }

  /// Names are checked before the terminal is taken; the file is read after the first frame.
  private static func checkRecorder(_ name: String, in library: Library) {
    let names = library.folder.recorderNames()
    guard !names.contains(name) else { return }
    Shell.fail(LibraryFault.notFound(what: "recorder", name: name, available: names).message)
  }
}
