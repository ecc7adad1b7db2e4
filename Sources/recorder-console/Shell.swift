import EnvironmentVariables
import Glibc
import Library

/// The program's dealings with the shell: messages on stderr, exit codes, variables.
enum Shell {
  /// The name under which somebody is logged in here.
  static var loginName: String {
    let name = getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? ""
    return name.isEmpty ? "trainee" : name
  }

  /// Says what went wrong and ends the program with status 1.
  static func fail(_ message: String) -> Never {
    complain(message)
    ExitStatus.failure.end()
  }

  /// A line on stderr.
  static func complain(_ message: String) {
    let line = "recorder-console: \(message)\n"
    _ = line.utf8CString.withUnsafeBufferPointer { write(2, $0.baseAddress, $0.count - 1) }
  }

  static func variable(_ variable: EnvironmentVariable) -> String? {
    getenv(variable.rawValue).map { String(cString: $0) }
  }

  /// The code of the language that the environment asks for: two letters, `en` where it is none.
  static var language: String {
    let names = [EnvironmentVariable.everyLocale, .localeOfMessages, .usualLocale]
    let value = names.compactMap { variable($0) }.first { !$0.isEmpty } ?? ""
    let code = value.prefix { $0.isLetter }.lowercased()
    return code.count == 2 ? code : "en"
  }

  /// The library over the data files, or the end of the program.
  static func library(_ explicit: String?) -> Library {
    do throws(LibraryFault) {
      return library(over: try AssetFolder.find(explicit: explicit))
    } catch {
      fail(error.message)
    }
  }

  /// The library over a folder of data files, with the scenarios of the site and of the user.
  static func library(over folder: AssetFolder) -> Library {
    Library(folder: folder, homes: ScenarioHomes.folders, textForm: ComposedText.form)
  }
}
