import Console
import Library
import OwnFiles
import TextUI

/// How somebody likes the console, remembered from one start to the next in the file `preferences`
/// of the configuration folder.
struct Preferences: Equatable {
  /// The name of the theme; nil: nobody has chosen one.
  var theme: String?
  /// Whether nothing moves by itself; nil: nobody has said so.
  var isCalm: Bool?
  /// The code of the console's language; nil: as the environment says.
  var language: String?

  /// Whose results are kept; nil: nobody has said so.
  var trainee: String?

  /// What its file is called.
  static let fileName = "preferences"
  private static let largest = 4_096

  /// The folder for it: `$XDG_CONFIG_HOME/recorder-console`, or the one below `~/.config`; nil where
  /// the environment names neither.
  static var folder: String? {
    if let config = Shell.variable(.configurationHome), config.hasPrefix("/") {
      return config + "/recorder-console"
    }
    return Shell.variable(.home).flatMap {
      $0.hasPrefix("/") ? $0 + "/.config/recorder-console" : nil
    }
  }

  /// Reads what is remembered; what is not there, or makes no sense, nobody has said.
  static func read() -> Preferences {
    var read = Preferences()
    guard let folder,
      let bytes = try? PlainFile.bytes(of: "\(folder)/\(Preferences.fileName)", atMost: largest)
    else { return read }
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1).map { $0.drop { $0 == " " } }
      guard parts.count == 2 else { continue }
      switch (parts[0], parts[1]) {
      case ("theme", let name) where Theme.named(String(name)) != nil: read.theme = String(name)
      case ("calm", "yes"): read.isCalm = true
      case ("calm", "no"): read.isCalm = false
      case ("language", let code) where Console.languageCodes.contains(String(code)):
        read.language = String(code)
      case ("trainee", let name) where Preferences.isName(String(name)):
        read.trainee = String(name)
      default: continue
      }
    }
    return read
  }

  /// Whether results can be kept under a name: any list can hold it, and no terminal is harmed by it.
  static func isName(_ name: String) -> Bool {
    !name.isEmpty && name.count <= 100 && !name.hasUnprintable
  }

  /// Remembers it for the next start; where that fails the console is as it was, and nothing is lost.
  func write() {
    guard let folder = Preferences.folder else { return }
    var lines: [String] = []
    if let theme { lines.append("theme: \(theme)") }
    if let isCalm { lines.append("calm: \(isCalm ? "yes" : "no")") }
    if let language { lines.append("language: \(language)") }
    if let trainee { lines.append("trainee: \(trainee)") }
    let text = lines.map { $0 + "\n" }.joined()
    do throws(WholeFile.Fault) {
      try WholeFile.makeFolder(folder)
      _ = try WholeFile.write(
        Array(text.utf8), to: "\(folder)/\(Preferences.fileName)", replaces: true)
    } catch {
      return
    }
  }
}
