import ArgumentParser
import ClassRoom
import Glibc
import Library
import PracticeCodes
import RecorderEngine
import Sandbox
import Spectators

/// Lets somebody take part.
struct ClassAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Let somebody take part, with a key or with a word of their own.",
    discussion: """
      With a key they are led straight to their recorder. Without one they type the word of the class \
      and then, in the lobby, a word of their own, which is drawn now and shown once. Somebody who \
      takes part already gets the new way in, and the old one is none any more.
      """)

  @Argument(help: "Their name: \(TraineeName.rule).")
  var name: String

  @Option(help: "Their public key, or the file that it is in.")
  var key: String?

  func run() throws {
    ClassInit.needRoot()
    guard let trainee = TraineeName(name) else {
      Shell.fail("expected a name of \(TraineeName.rule), found “\(name)”.")
    }
    var files = ClassFiles.read()
    if let key {
      let text = PublicKey(key) == nil ? ClassFiles.text(of: key) ?? "" : key
      guard let key = PublicKey(text) else {
        Shell.fail(
          "expected a public key, such as “ssh-ed25519 AAAA…”, or its file; found “\(key)”.")
      }
      if let owner = files.trainees.owner(of: key), owner != trainee {
        Shell.fail("that key is \(owner)'s already: each has a key of their own.")
      }
      files.trainees.add(trainee, .key(key))
      files.write()
      print(
        "\(trainee) comes in with the key: ssh -p \(files.settings.port) "
          + "\(ClassPaths.user)@THIS-HOST")
    } else {
      let setup = ClassSetup(templates: ClassTemplates(assets: Shell.library(nil).folder.path))
      var word = setup.drawWord()
      // Two of the same would be one and the same person.
      while files.trainees.owner(ofWord: files.trainees.digest(of: word)) != nil {
        word = setup.drawWord()
      }
      files.trainees.add(trainee, .word(digest: files.trainees.digest(of: word)))
      files.write()
      print("\(trainee)'s own word: \(word)")
    }
  }
}

/// Lets somebody take part no more.
struct ClassRemove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Let somebody take part no more; what they did is kept.")

  @Argument(help: "Their name.")
  var name: String

  func run() throws {
    ClassInit.needRoot()
    var files = ClassFiles.read()
    guard let trainee = TraineeName(name), files.trainees.ways[trainee] != nil else {
      Shell.fail("“\(name)” does not take part; “class list” shows who does.")
    }
    files.trainees.remove(trainee)
    files.write()
    ClassFiles.sessions.send(.end(seconds: 10), to: name)
    print(
      "\(trainee) takes part no more. What they did is kept in "
        + "\(ClassPaths.folder(of: trainee)).")
  }
}

/// Shows who takes part.
struct ClassList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Show who takes part, how each comes in and who is there.")

  @Flag(help: "For a program: an array of objects.")
  var json = false

  func run() throws {
    let files = ClassFiles.read()
    let present = Set(ClassFiles.sessions.sessions())
    let rows = files.trainees.ways.sorted { $0.key < $1.key }.map { name, way in
      let kind = if case .key(let key) = way { key.kind } else { "own word" }
      var facts = stat()
      let path = SessionLock.path(in: ClassPaths.folder(of: name))
      let seen = stat(path, &facts) == 0 ? Self.text(of: facts.st_mtim.tv_sec) : "never"
      return [name.text, kind, present.contains(name.text) ? "there" : "", seen]
    }
    let table = TextTable(columns: ["name", "way", "now", "last came"], rows: rows)
    print(json ? table.json : table.text)
  }

  /// A moment as this host's clock showed it.
  private static func text(of seconds: time_t) -> String {
    var (seconds, parts) = (seconds, tm())
    localtime_r(&seconds, &parts)
    var letters = [CChar](repeating: 0, count: 32)
    let count = strftime(&letters, letters.count, "%Y-%m-%d %H:%M", &parts)
    return String(decoding: letters[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

/// Tells how the class stands.
struct ClassStatus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Tell how the class stands.")

  func run() throws {
    guard let settings = ClassFiles.settings else {
      Shell.fail("there is no class on this host: “class init”, as root, sets one up.")
    }
    let configuration = ClassFiles.text(of: ClassPaths.sshdConfiguration) ?? ""
    let mark = "# Left out, for this sshd does not know it: "
    let left = configuration.split(separator: "\n").filter { $0.hasPrefix(mark) }
    let landlock =
      switch (Sandbox.landlockVersion, settings.needsLandlock) {
      case (0, false): "none in this kernel, overridden: trainees are kept apart less well"
      case (0, true): "none in this kernel: nobody comes in"
      case (let version, _): "version \(version)"
      }
    let isOpen =
      ClassSetup.daemon != nil
      || SystemCommand.hasSystemd
        && SystemCommand.outcome(["systemctl", "is-active", ClassSetup.socketUnit]).status == 0
    var rows = [
      ["class", settings.title], ["port", "\(settings.port)"],
      ["state", settings.hasEnded ? "ended" : isOpen ? "open" : "set up, and not started"],
      ["sessions", "\(ClassFiles.sessions.sessions().count)"],
      ["limits", "\(settings.idleMinutes) min without a key, \(settings.wholeMinutes) min in all"],
      ["Landlock", landlock],
    ]
    if let scenario = settings.scenario { rows.append(["begins with", scenario]) }
    rows += left.map { ["left out", String($0.dropFirst(mark.count))] }
    for row in rows { print(row[0].padded(to: 12) + row[1]) }
  }
}

extension TraineeList {
  /// What is kept of somebody's word, however it is typed.
  func digest(of word: String) -> String {
    var random = SeededRandom(seed: UInt64(salt, radix: 16) ?? 0)
    let secret = Secret(OwnWord.plain(word))
    return PracticeCryptography().seal(secret, salt: Salt(using: &random)).text
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
