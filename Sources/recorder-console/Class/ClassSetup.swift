import ClassRoom
import Glibc
import Library

/// The files of Assets/Class.
struct ClassTemplates {
  let folder: String

  init(assets: String) { folder = assets + "/Class" }

  /// A file of them, or the end of the program.
  func text(_ name: String) -> String {
    guard let text = ClassFiles.text(of: "\(folder)/\(name)") else {
      Shell.fail("\(folder)/\(name) cannot be read: it belongs to the program's data files.")
    }
    return text
  }
}

/// The steps by which a class is set up; each ends the program where it fails.
struct ClassSetup {
  let templates: ClassTemplates

  private static let sshd = "/usr/sbin/sshd"
  private static let units = [
    "recorder-class.socket", "recorder-class@.service", "recorder-class.slice",
  ]
  static let socketUnit = units[0]

  /// The path of this program, which trainees have to be able to run.
  static func program() -> String {
    guard access(sshd, X_OK) == 0 else {
      Shell.fail("OpenSSH's server is missing: apt install openssh-server.")
    }
    var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &bytes, bytes.count - 1)
    guard count > 0 else { Shell.fail("the path of this program could not be read.") }
    let path = String(decoding: bytes[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    // Below a home that is closed to others, sshd would say that there is no such shell.
    var folder = path
    while let end = folder.lastIndex(of: "/") {
      folder = String(folder[..<end])
      var facts = stat()
      guard stat(folder.isEmpty ? "/" : folder, &facts) == 0, facts.st_mode & S_IXOTH != 0 else {
        Shell.fail(
          "trainees could not run \(path): \(folder) is closed to others. Install the package, or put "
            + "the program and its Assets where everybody may read.")
      }
      if folder.isEmpty { break }
    }
    return path
  }

  /// The program under the name by which it is the shell of a class: that of the package, or a link.
  static func shell(of program: String) -> String {
    let packaged = "/usr/bin/" + ClassPaths.shellName
    if realpath(packaged) == program { return packaged }
    let link = "/usr/local/bin/" + ClassPaths.shellName
    if realpath(link) != program {
      unlink(link)
      guard symlink(program, link) == 0 else {
        Shell.fail("\(link) could not be made: \(String(cString: strerror(errno))).")
      }
    }
    return link
  }

  private static func realpath(_ path: String) -> String? {
    guard let real = Glibc.realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// The system user, whose password is that of the class, and the trainers' group.
  func makeUser(shell: String) {
    if getgrnam(ClassPaths.group) == nil {
      SystemCommand.run(["groupadd", "--system", ClassPaths.group])
    }
    guard let known = getpwnam(ClassPaths.user) else {
      // Of the trainers' group: what a trainer makes beside it, while reading results, it may use.
      SystemCommand.run([
        "useradd", "--system", "--user-group", "--groups", ClassPaths.group,
        "--home-dir", ClassPaths.home, "--no-create-home",
        "--shell", shell, "--comment", "RecorderConsole class", ClassPaths.user,
      ])
      return
    }
    guard String(cString: known.pointee.pw_dir) == ClassPaths.home else {
      Shell.fail(
        "this host has a user “\(ClassPaths.user)” already, who is somebody else: a class needs that "
          + "name for itself.")
    }
    SystemCommand.run([
      "usermod", "--shell", shell, "--append", "--groups", ClassPaths.group, ClassPaths.user,
    ])
  }

  /// Folders: root's, and those in which sessions may write and trainers may read.
  func makeFolders() {
    guard let user = SystemUser.ofClass, let group = getgrnam(ClassPaths.group)?.pointee.gr_gid
    else { Shell.fail("the user \(ClassPaths.user) could not be made.") }
    for path in [ClassPaths.settings, ClassPaths.home, "/run/sshd"] {
      make(path, mode: 0o755, owner: 0, group: 0)
    }
    for path in [ClassPaths.folders, ClassPaths.run] {
      make(path, mode: 0o2770, owner: user.id, group: group)
    }
  }

  private func make(_ path: String, mode: mode_t, owner: uid_t, group: gid_t) {
    guard mkdir(path, mode) == 0 || errno == EEXIST, chown(path, owner, group) == 0,
      chmod(path, mode) == 0
    else { Shell.fail("\(path) could not be made: \(String(cString: strerror(errno))).") }
  }

  /// The key by which trainees know this class again: made once.
  func makeHostKey() {
    guard access(ClassPaths.hostKey, F_OK) != 0 else { return }
    SystemCommand.run([
      "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "recorder-class", "-f",
      ClassPaths.hostKey,
    ])
  }

  /// Writes sshd's configuration, and returns the lines that this sshd does not know.
  func writeConfiguration(_ settings: ClassSettings) -> [String] {
    let template = ClassTemplate(templates.text("sshd_config"))
    var values = [
      "port": "\(settings.port)", "hostKey": ClassPaths.hostKey, "pid": ClassPaths.sshdPID,
      "user": ClassPaths.user, "authorizedKeys": ClassPaths.authorizedKeys,
      "command": ClassPaths.command,
    ]
    values["address"] = settings.address
    let path = ClassPaths.sshdConfiguration
    var left: Set<String> = []
    for line in template.optional {
      let others = Set(template.optional).subtracting([line])
      ClassFiles.put(template.filled(values, without: others), in: path, mode: 0o644)
      if SystemCommand.outcome([ClassSetup.sshd, "-t", "-f", path]).status != 0 {
        left.insert(line)
      }
    }
    let missing = left.sorted().map { "# Left out, for this sshd does not know it: \($0)\n" }
    ClassFiles.put(
      template.filled(values, without: left) + missing.joined(), in: path, mode: 0o644)
    SystemCommand.run([ClassSetup.sshd, "-t", "-f", path])
    return left.sorted()
  }

  /// Draws a word of words that are easily said.
  func drawWord() -> String {
    var random = SystemRandomNumberGenerator()
    return OwnWord.draw(from: templates.text("words.txt"), using: &random)
  }

  /// Has sshd listen, by systemd where it runs; says how.
  func start(_ settings: ClassSettings, unless isOnlyWritten: Bool) -> String {
    let command = "\(ClassSetup.sshd) -f \(ClassPaths.sshdConfiguration)"
    guard !SystemCommand.hasSystemd else {
      writeUnits(settings)
      if isOnlyWritten { return "To start it: systemctl enable --now \(ClassSetup.socketUnit)" }
      // Started anew, for the port may be another; whoever is connected stays.
      SystemCommand.run(["systemctl", "enable", ClassSetup.socketUnit])
      SystemCommand.run(["systemctl", "restart", ClassSetup.socketUnit])
      return "It listens at port \(settings.port), by systemd: \(ClassSetup.socketUnit)."
    }
    if isOnlyWritten { return "To start it: \(command)" }
    ClassSetup.stopDaemon()
    SystemCommand.run(command.split(separator: " ").map(String.init))
    return "It listens at port \(settings.port), until the host is started anew; then: "
      + "recorder-console class init --word WORD"
  }

  private func writeUnits(_ settings: ClassSettings) {
    let values = [
      "listen": (settings.address.map { $0.contains(":") ? "[\($0)]:" : "\($0):" } ?? "")
        + "\(settings.port)",
      "sshd": ClassSetup.sshd, "configuration": ClassPaths.sshdConfiguration,
      "run": ClassPaths.run, "user": ClassPaths.user, "group": ClassPaths.group,
    ]
    for unit in ClassSetup.units {
      let text = ClassTemplate(templates.text(unit)).filled(values)
      ClassFiles.put(text, in: "\(ClassPaths.units)/\(unit)", mode: 0o644)
    }
    let temporary = ClassTemplate(templates.text("recorder-class.conf")).filled(values)
    ClassFiles.put(temporary, in: ClassPaths.temporaryFiles, mode: 0o644)
    SystemCommand.run(["systemctl", "daemon-reload"])
  }

  /// Nobody comes in any more.
  static func stop() {
    if SystemCommand.hasSystemd {
      SystemCommand.run(["systemctl", "disable", "--now", socketUnit])
    } else {
      stopDaemon()
    }
  }

  private static func stopDaemon() {
    // It frees the port before the next can have it.
    daemon?.end(ofUser: 0)
  }

  /// The sshd of the class that runs without systemd; nil: none does.
  static var daemon: RunningProcess? {
    guard
      let pid = ClassFiles.text(of: ClassPaths.sshdPID).flatMap({
        pid_t($0.filter { !$0.isWhitespace })
      }), pid > 1, ClassFiles.text(of: "/proc/\(pid)/comm")?.hasPrefix("sshd") == true
    else { return nil }
    return RunningProcess(pid: pid)
  }
}
