import ArgumentParser
import ConsoleRuntime
import Dispatch
import Library
import PracticeCodes
import Rehearsals
import Synchronization

/// Says what is wrong with data files, and proves that scenarios can be solved.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check recorders, networks, menus, lessons and the rest: file:line:column, why.",
    discussion: """
      Without files, all of the data folder is checked. A scenario whose steps have solutions is \
      played: in two sizes of window, with ten seeds, for full points, each wrong turn by its keys. \
      Where it sticks, the screen is shown.
      """)

  @Argument(help: "The files.")
  var files: [String] = []

  @Option(help: "The folder with the data files, instead of the one that is found.")
  var assets: String?

  func run() throws {
    let library = Shell.library(assets)
    let remembered = RememberedAssets(LibraryAssets(library: library))
    let paths = files.isEmpty ? library.files() : files
    // One file a processor; what is said of them comes in their order.
    let found = Mutex([Int: Finding]())
    DispatchQueue.concurrentPerform(iterations: paths.count) { place in
      let finding = Check.finding(of: paths[place], library, remembered)
      found.withLock { $0[place] = finding }
    }
    let findings = found.withLock { all in paths.indices.compactMap { all[$0] } }
    for line in findings.flatMap(\.lines) { print(line) }
    let count = findings.reduce(0) { $0 + $1.problems }
    guard count == 0 else {
      Shell.fail("\(counted(count, "problem")) in \(counted(paths.count, "file"))")
    }
    let proved = findings.count(where: \.isProved)
    let solved = proved == 0 ? "" : ", \(counted(proved, "scenario")) solved"
    print("\(counted(paths.count, "file")), no problem\(solved)")
  }

  /// What was found in one file.
  struct Finding: Sendable {
    var problems = 0
    var isProved = false
    /// What is printed of it.
    var lines: [String] = []
  }

  /// Checks one file, and proves the lesson in it.
  static func finding(
    of path: String, _ library: Library, _ assets: RememberedAssets
  ) -> Finding {
    var finding = Finding()
    do throws(LibraryFault) {
      finding.lines = try library.check(file: path).map(\.description)
      finding.problems = finding.lines.count
    } catch {
      finding.lines = [error.message]
      finding.problems = 1
    }
    if finding.problems == 0 { prove(path, library, assets, &finding) }
    return finding
  }

  /// Plays a scenario; nothing where the file is none, or names no solution.
  private static func prove(
    _ path: String, _ library: Library, _ assets: RememberedAssets, _ finding: inout Finding
  ) {
    guard let (scenario, text) = try? library.scenarioToProve(file: path) else { return }
    let proof = ScenarioProof(
      of: scenario, assets: assets, cryptography: PracticeCryptography.forRehearsals,
      draw: { seed throws(AssetTrouble) in
        do throws(LibraryFault) {
          return try library.scenario(file: path, seed: seed)
        } catch {
          throw AssetTrouble(error.message)
        }
      })
    guard proof.isProvable else { return }
    do throws(AssetTrouble) {
      for failure in try proof.failures() {
        let place = ScenarioFile.place(of: failure.part, in: text)
        finding.lines.append("\(path):\(place.line):\(place.column): \(failure.why)")
        finding.lines += failure.screen.map { "  | \($0)" }
        finding.problems += 1
      }
      finding.isProved = finding.problems == 0
    } catch {
      finding.lines.append(error.message)
      finding.problems += 1
    }
  }
}
