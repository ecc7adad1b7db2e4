import ArgumentParser
import ClassRoom
import Glibc
import Library
import Sandbox

/// Sets up a class on this host, or sets it up anew.
struct ClassInit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Set up a class on this host: a second sshd, its user, its folders and its word.",
    discussion: """
      The host's own sshd is not touched. What is there of a class before is kept: trainees, their \
      practice and the host key. Each line of sshd's configuration that this sshd does not know is \
      left out, and said.
      """)

  @Option(help: "What the class is called.")
  var title: String?

  @Option(help: "The port of its sshd.")
  var port: Int?

  @Option(help: "The address that it listens at; left out: each of this host's.")
  var address: String?

  @Option(help: "A session ends after so many minutes without a key.")
  var idle: Int?

  @Option(help: "A session ends after so many minutes.")
  var whole: Int?

  @Option(help: "The scenario that each session begins with where nothing is kept yet.")
  var scenario: String?

  @Option(help: "The word of the class; left out: one is drawn.")
  var word: String?

  @Flag(help: "Hold it on a kernel without Landlock too, where sessions are less well kept apart.")
  var withoutLandlock = false

  @Flag(help: "Write everything and start nothing.")
  var noStart = false

  func validate() throws {
    if let port, !(1...65_535).contains(port) {
      throw ValidationError("expected a port of 1 to 65535 for --port, found \(port).")
    }
    for (name, value) in [("--idle", idle), ("--whole", whole)] {
      if let value, !ClassSettings.minutes.contains(value) {
        throw ValidationError("expected 1 to 1440 minutes for \(name), found \(value).")
      }
    }
    if let title, title.isEmpty || title.count > 60 || title.hasUnprintable {
      throw ValidationError("expected 1 to 60 letters for --title.")
    }
    if let word, word.count < 8 || word.count > 60 || word.hasUnprintable || word.contains(":") {
      throw ValidationError("expected 8 to 60 letters without “:” for --word.")
    }
  }

  func run() throws {
    Self.needRoot()
    let program = ClassSetup.program()
    checkLandlock()
    let library = Shell.library(nil)
    if let scenario, !library.scenarioNames().contains(scenario) {
      Shell.fail("there is no scenario “\(scenario)”; “list scenarios” shows all.")
    }
    let setup = ClassSetup(templates: ClassTemplates(assets: library.folder.path))
    setup.makeUser(shell: ClassSetup.shell(of: program))
    setup.makeFolders()
    var files = ClassFiles(settings: settings(), trainees: Self.trainees())
    files.settings.hasEnded = false
    files.write()
    setup.makeHostKey()
    let left = setup.writeConfiguration(files.settings)
    let drawn = word ?? setup.drawWord()
    SystemCommand.run(["chpasswd"], input: "\(ClassPaths.user):\(drawn)\n")
    tell(files.settings, word: drawn, left: left, setup.start(files.settings, unless: noStart))
  }

  /// The settings: those that were there, and what is wished now.
  private func settings() -> ClassSettings {
    var settings = ClassFiles.settings ?? ClassSettings()
    settings.title = title ?? settings.title
    settings.port = port ?? settings.port
    settings.address = address ?? settings.address
    settings.idleMinutes = idle ?? settings.idleMinutes
    settings.wholeMinutes = whole ?? settings.wholeMinutes
    settings.scenario = scenario ?? settings.scenario
    settings.needsLandlock = !withoutLandlock
    return settings
  }

  private static func trainees() -> TraineeList {
    ClassFiles.text(of: ClassPaths.trainees).flatMap { TraineeList(text: $0) }
      ?? TraineeList(salt: String(UInt64.random(in: .min ... .max), radix: 16))
  }

  private func checkLandlock() {
    guard Sandbox.landlockVersion == 0, !withoutLandlock else { return }
    Shell.fail(
      "this kernel has no Landlock (5.13 or later has it), which keeps a trainee out of the files of "
        + "others. --without-landlock holds the class all the same, and “class status” says so.")
  }

  /// Ends the program unless root runs it.
  static func needRoot() {
    guard geteuid() != 0 else { return }
    Shell.fail("this is for root: it writes below /etc. Run it with sudo.")
  }

  private func tell(_ settings: ClassSettings, word: String, left: [String], _ how: String) {
    print("The class “\(settings.title)” is set up.")
    for line in left { print("Left out, for this sshd does not know it: \(line)") }
    if withoutLandlock { print("Without Landlock: a trainee is kept from others less well.") }
    print(how)
    print(
      """

      Trainees come in by:    ssh -p \(settings.port) \(ClassPaths.user)@THIS-HOST
      The word of the class:  \(word)
      Next:                   recorder-console class add NAME
      Trainers:               adduser TRAINER \(ClassPaths.group)
      """)
  }
}
