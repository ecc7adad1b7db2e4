import ClassRoom
import Glibc
import Library
import OwnFiles
import Spectators

/// What a class has on this host.
struct ClassFiles {
  var settings: ClassSettings
  var trainees: TraineeList

  /// The most bytes of a file of a class.
  static let largest = 1 << 20

  /// What is there, or the end of the program where no class was set up.
  static func read() -> ClassFiles {
    guard let settings = text(of: ClassPaths.settingsFile) else {
      Shell.fail(
        "there is no class on this host: “recorder-console class init”, as root, sets one up.")
    }
    guard let list = text(of: ClassPaths.trainees) else {
      Shell.fail(
        "who takes part may be read by root and the class alone (\(ClassPaths.trainees)).")
    }
    guard let trainees = TraineeList(text: list) else {
      Shell.fail("\(ClassPaths.trainees) has no salt: “class init” makes it anew.")
    }
    return ClassFiles(settings: ClassSettings(text: settings), trainees: trainees)
  }

  /// The settings alone, which everybody may read; nil: no class was set up.
  static var settings: ClassSettings? {
    text(of: ClassPaths.settingsFile).map { ClassSettings(text: $0) }
  }

  /// Whether a class was set up, and has not ended.
  static var goesOn: Bool { settings?.hasEnded == false }

  static func text(of path: String) -> String? {
    (try? PlainFile.bytes(of: path, atMost: largest)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Writes settings and trainees, and the keys as sshd reads them.
  func write() {
    ClassFiles.put(settings.text, in: ClassPaths.settingsFile, mode: 0o644)
    ClassFiles.put(trainees.authorizedKeys, in: ClassPaths.authorizedKeys, mode: 0o644)
    ClassFiles.put(
      trainees.text, in: ClassPaths.trainees, mode: 0o640, group: SystemUser.ofClass?.group)
  }

  /// Writes a file of root's, or ends the program.
  static func put(_ text: String, in path: String, mode: mode_t, group: gid_t? = nil) {
    do throws(WholeFile.Fault) {
      _ = try WholeFile.write(
        Array(text.utf8), to: path, replaces: true, mode: mode, group: group)
    } catch {
      Shell.fail("\(path) could not be written: \(error.reason)")
    }
  }

  /// Whose folders there are, whether they take part still or not.
  static var folders: [TraineeName] {
    guard let entries = opendir(ClassPaths.folders) else { return [] }
    defer { closedir(entries) }
    var names: [TraineeName] = []
    while let entry = readdir(entries) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if let name = TraineeName(name) { names.append(name) }
    }
    return names
  }

  /// The folder of a class's sockets.
  static var sessions: SessionFolder { SessionFolder(ofClass: ClassPaths.run) }
}

/// A user of the system.
struct SystemUser {
  let id: uid_t
  let group: gid_t

  init?(_ name: String) {
    guard let entry = getpwnam(name)?.pointee else { return nil }
    (id, group) = (entry.pw_uid, entry.pw_gid)
  }

  /// The user that all sessions of a class have; nil: none was made.
  static var ofClass: SystemUser? { SystemUser(ClassPaths.user) }
}
