import ArgumentParser
import ConsoleRuntime
import HTTPRequests
import OwnFiles
import PracticeDesk
import RecorderEngine
import Training

/// What the user wants of this practice.
struct PracticeWishes {
  static let standardRecorder = "classic-dvr-2018"

  var recorder = standardRecorder
  var scenario: String?
  var look = Look()
  var isKept = true
  /// Whose results are kept; nil: those of whoever is logged in to the computer.
  var trainee: String?
  /// The URL of whatever gave the trainee the name; nil: nothing that anybody knows.
  var homePage: String?
  var mode = LessonMode.practice
  var seed: UInt64?
  var devices = NetworkSize.usual
  var assets: String?
  var courier: any MailCourier = NoCourier()
  var choice: BenchChoice?
  /// Where the recorder is offered on the network, and how; nil: nowhere.
  var service: ServiceWish?
  /// Where the session is recorded; nil: nowhere.
  var recording: RecordOptions?
  /// Whether what was kept is gone on with without a question.
  var goesOnByItself = false
  /// Where it is shown to everybody; nil: nowhere.
  var presentation: Exhibition?
  /// Whether others of this computer may watch.
  var isShared = false
  /// How much the USB stick takes; nil: as much as the disk does.
  var stickRoom: FolderRoom?
}

/// The options for how practice looks and where its files are.
struct PracticeOptions: ParsableArguments {
  @Option(help: "The recorder to practise on; see “list recorders”.")
  var recorder = PracticeWishes.standardRecorder

  @Option(
    help: "What was set up, with commas between: questions, email, app, client.")
  var with: String?

  @Option(help: "What is lost, with commas between: password, answers, email, phone.")
  var lost: String?

  @Option(help: "What goes wrong, with commas between: mailDelay, spam, clockWrong and the rest.")
  var fault: String?

  @Option(help: "When it happens: now, morning, evening or night.")
  var time: String?

  @Option(help: "How long ago the recorder was put up: week, month or years.")
  var age: String?

  @Option(help: "The firmware that runs, such as 1.4.12.")
  var firmware: String?

  @OptionGroup var looks: LookOptions

  @Flag(help: "Let others of this computer watch: “recorder-console watch”.")
  var share = false

  @Flag(help: "Keep nothing in the state folder.")
  var noSave = false

  @Option(
    help: "How a lesson is done: guided, practice, exam (no help, within a time), free (no steps).")
  var mode = LessonMode.practice

  @Option(help: "Whose results are kept; left out: the name that you are logged in with here.")
  var trainee: String?

  @Option(
    help: ArgumentHelp(
      "The site that the trainee's name is an account of, for xAPI statements.", valueName: "url"))
  var homePage: String?

  @Option(help: "The seed of everything random, for a practice that can be repeated.")
  var seed: UInt64?

  @Option(
    help: "How many recorders and cameras the laptop finds on the network, 1 to 10000.")
  var network = NetworkSize.usual

  func validate() throws {
    _ = try choice()
    let sizes = NetworkSize.possible
    guard sizes.contains(network) else {
      throw ValidationError(
        "expected a network of \(sizes.lowerBound) to \(sizes.upperBound) devices, found \(network)"
      )
    }
    if let trainee {
      // A name that no list would hold, or that would do something to a terminal.
      guard Preferences.isName(trainee) else {
        throw ValidationError("expected a name of 1 to 100 letters for --trainee.")
      }
    }
    if let homePage {
      do throws(HTTPAddressFault) {
        _ = try HTTPAddress(homePage)
      } catch {
        throw ValidationError("--home-page \(error.message)")
      }
    }
  }
}

extension PracticeOptions {
  /// The state of the recorder that the options ask for; nil where none of them does.
  func choice() throws -> BenchChoice? {
    guard
      with != nil || lost != nil || fault != nil || time != nil || age != nil
        || firmware != nil
    else { return nil }
    let setUp: [BenchChoice.SetUp] = try words(with, "--with")
    let lost: [BenchChoice.Lost] = try words(lost ?? "password", "--lost")
    let faults: [Fault] = try words(fault, "--fault")
    let times: [BenchChoice.TimeOfDay] = try words(time, "--time")
    let ages: [BenchChoice.Age] = try words(age, "--age")
    let version = firmware.flatMap(FirmwareVersion.init)
    guard firmware == nil || version != nil else {
      throw ValidationError(
        "expected a firmware such as 1.4.12 for --firmware, found “\(firmware ?? "")”.")
    }
    return BenchChoice(
      recorder: recorder, with: Set(setUp), lost: Set(lost), faults: Set(faults),
      time: times.first ?? .now, age: ages.first, firmware: version)
  }

  private func words<Word: RawRepresentable & CaseIterable>(
    _ text: String?, _ option: String
  ) throws -> [Word] where Word.RawValue == String {
    try (text ?? "").split(separator: ",").map { part in
      let name = part.filter { $0 != " " }
      guard let word = Word(rawValue: name) else {
        let names = Word.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("no “\(name)” for \(option). Available: \(names).")
      }
      return word
    }
  }

  /// What the options say.
  func wishes(scenario: String?) -> PracticeWishes {
    PracticeWishes(
      recorder: recorder, scenario: scenario, look: looks.look, isKept: !noSave,
      trainee: trainee, homePage: homePage, mode: mode, seed: seed, devices: network,
      assets: looks.assets, choice: (try? choice()) ?? nil, isShared: share)
  }
}

extension LessonMode: ExpressibleByArgument {}
