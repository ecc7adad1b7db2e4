import ArgumentParser
import Library

/// Says what is wrong with data files.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check recorders, networks, menus, lessons and the rest: file:line:column, why.",
    discussion: "Without files, all of the data folder is checked.")

  @Argument(help: "The files.")
  var files: [String] = []

  @Option(help: "The folder with the data files, instead of the one that is found.")
  var assets: String?

  func run() throws {
    let library = Shell.library(assets)
    let paths = files.isEmpty ? library.files() : files
    var count = 0
    for path in paths { count += problems(of: path, library) }
    guard count == 0 else {
      Shell.fail("\(counted(count, "problem")) in \(counted(paths.count, "file"))")
    }
    print("\(counted(paths.count, "file")), no problem")
  }

  private func problems(of path: String, _ library: Library) -> Int {
    do throws(LibraryFault) {
      let problems = try library.check(file: path)
      for problem in problems { print(problem) }
      return problems.count
    } catch {
      print(error.message)
      return 1
    }
  }
}
