import ArgumentParser
import Library

/// Writes a scenario that works, to be changed into one's own.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a small lesson with comments, to be changed into your own.",
    discussion: "The file is never replaced. “recorder-console check FILE” proves it at any time.")

  @Argument(help: "The file, as my-lesson.yaml; its name is the lesson's.")
  var file: String

  func run() throws {
    let end = file.lastIndex(of: "/").map { file.index(after: $0) } ?? file.startIndex
    let last = file[end...]
    guard last.hasSuffix(".yaml"),
      last.dropLast(5).wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil
    else {
      throw ValidationError(
        "Expected a file such as my-lesson.yaml: small letters, digits and single hyphens.")
    }
    let text = ScenarioTemplate.text(named: String(last.dropLast(5)))
    let path = end == file.startIndex ? "./" + file : file
    do throws(WholeFile.Fault) {
      guard try WholeFile.write(Array(text.utf8), to: path) else {
        Shell.fail("“\(file)” is there already. Choose another name, or move it away first.")
      }
    } catch {
      Shell.fail("“\(file)” could not be written: \(error.reason)")
    }
    print("\(file) is written. It is played with: recorder-console practice \(path)")
  }
}
