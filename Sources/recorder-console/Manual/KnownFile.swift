import ClassRoom
import RealRecorder
import ResultStore
import SessionStore

/// The files that the program reads and keeps, as the manual page tells of them.
struct KnownFile {
  let path: String
  let meaning: String

  private static let state = "~/.local/state/recorder-console/"
  private static let devices = "\(state)\(TrustedCertificate.folderName)/"

  /// Where a package puts the files of Assets/Manual.
  static let manual = "/usr/share/doc/recorder-console/Manual"

  /// All of them; where variables name other folders, those of ENVIRONMENT come first.
  static let all: [KnownFile] = [
    KnownFile(
      path: "\(state)\(SessionStore.fileName)",
      meaning: "The present practice, kept after every command."),
    KnownFile(
      path: "\(state)\(PracticeShelf.folderName)/",
      meaning: "Practices that are kept side by side."),
    KnownFile(
      path: "\(state)\(ResultsFile.name)", meaning: "What became of attempts at lessons."),
    KnownFile(
      path: "\(state)\(StickFolder.name)/",
      meaning: "The USB stick: what the recorder writes, and what it reads."),
    KnownFile(
      path: "\(state)\(ReadableKey.fileName)",
      meaning: "The key to what a practice recorder needs to be reached by ONVIF."),
    KnownFile(
      path: "\(devices)\(Journal.fileName)",
      meaning: "What was asked of real recorders, without secrets."),
    KnownFile(
      path: "\(devices)\(PinnedCertificates.fileName)",
      meaning: "The certificates of real recorders that you trust."),
    KnownFile(
      path: "~/.config/recorder-console/\(Preferences.fileName)",
      meaning: "Theme, language and what else is remembered."),
    KnownFile(
      path: "~/.local/share/recorder-console/Scenarios/", meaning: "Scenarios of your own."),
    KnownFile(
      path: "/usr/local/share/recorder-console/Scenarios/", meaning: "Scenarios of the site."),
    KnownFile(
      path: "\(ClassPaths.settings)/",
      meaning: "A class on this host: its settings, who takes part, and its sshd's configuration."),
    KnownFile(
      path: "\(ClassPaths.folders)/", meaning: "What trainees of a class do, each in a folder."),
    KnownFile(
      path: "\(ClassPaths.run)/", meaning: "The sockets of a class's sessions, while it is held."),
    KnownFile(
      path: "/usr/share/recorder-console/",
      meaning: "The data files: recorders, menus, scenarios and the others."),
  ]
}
