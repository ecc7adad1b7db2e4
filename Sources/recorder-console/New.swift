import ArgumentParser
import OwnFiles

/// Writes a scenario that works, to be changed into one's own.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a small lesson with comments, to be changed into your own.",
    discussion: "The file is never replaced. “recorder-console check FILE” proves it at any time.")

  @Argument(help: "The file, as my-lesson.yaml; its name is the lesson's.")
  var file: String

  func run() throws {
    let name = try New.lessonName(of: file)
    let text = ScenarioTemplate.text(named: name)
    let path = file.contains("/") ? file : "./" + file
    do throws(WholeFile.Fault) {
      guard try WholeFile.write(Array(text.utf8), to: path) else {
        Shell.fail(New.isThere(file))
      }
    } catch {
      Shell.fail("“\(file)” could not be written: \(error.reason)")
    }
    print("\(file) is written. It is played with: recorder-console practice \(path)")
  }

  /// The name of the lesson in a file.
  static func lessonName(of file: String) throws -> String {
    let end = file.lastIndex(of: "/").map { file.index(after: $0) } ?? file.startIndex
    let last = file[end...]
    guard last.hasSuffix(".yaml"),
      last.dropLast(5).wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil
    else {
      throw ValidationError(
        "Expected a file such as my-lesson.yaml: small letters, digits and single hyphens.")
    }
    return String(last.dropLast(5))
  }

  /// What is said where the file is there.
  static func isThere(_ file: String) -> String {
    "“\(file)” is there already. Choose another name, or move it away first."
  }
}
