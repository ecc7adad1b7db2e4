import ArgumentParser
import Glibc
import Library
import OwnFiles

/// A file of a scenario that is to be written. Its name is the scenario's, and it is never replaced.
struct NewScenarioFile {
  /// The name of the scenario in it.
  let name: String
  /// Where it is.
  let path: String

  /// The file that somebody typed, as `my-lesson.yaml`; nil: its name is none for a scenario.
  init?(file: String) {
    guard file.hasSuffix(".yaml") else { return nil }
    let last = file.dropLast(5)
    let start = last.lastIndex(of: "/").map { last.index(after: $0) } ?? last.startIndex
    let name = String(last[start...])
    guard NewScenarioFile.isName(name) else { return nil }
    self.name = name
    path = file.contains("/") ? file : "./" + file
  }

  /// The file of a scenario in the user's home of scenarios; nil: that is no name for one.
  init?(named name: String) {
    guard NewScenarioFile.isName(name) else { return nil }
    self.name = name
    path = (ScenarioHomes.folders.last ?? ".") + "/\(name).yaml"
  }

  /// The lesson's file of an argument; whoever typed another name reads what is expected.
  static func lesson(_ argument: String) throws -> NewScenarioFile {
    guard let file = NewScenarioFile(file: argument) else {
      throw ValidationError(
        "Expected a file such as my-lesson.yaml: small letters, digits and single hyphens.")
    }
    return file
  }

  private static func isName(_ name: String) -> Bool {
    name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil
  }

  /// What is said where something is there already; nil: nothing is.
  var obstacle: String? { access(path, F_OK) == 0 ? isThere : nil }

  private var isThere: String {
    "“\(path)” is there already. Choose another name, or move it away first."
  }

  /// Writes it, in a folder that is made where it is missing; a sentence why that could not be.
  func problem(writing text: String) -> String? {
    do throws(WholeFile.Fault) {
      if let slash = path.lastIndex(of: "/") { try WholeFile.makeFolder(String(path[..<slash])) }
      return try WholeFile.write(Array(text.utf8), to: path) ? nil : isThere
    } catch {
      return "“\(path)” could not be written: \(error.reason)"
    }
  }
}
