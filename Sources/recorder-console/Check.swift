import ArgumentParser
import ConsoleRuntime
import Library
import PracticeCodes
import Rehearsals

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
    var count = 0
    var proved = 0
    for path in paths {
      let problems = problems(of: path, library)
      count += problems
      guard problems == 0, let (found, isProved) = proof(of: path, library, remembered) else {
        continue
      }
      count += found
      proved += isProved ? 1 : 0
    }
    guard count == 0 else {
      Shell.fail("\(counted(count, "problem")) in \(counted(paths.count, "file"))")
    }
    let solved = proved == 0 ? "" : ", \(counted(proved, "scenario")) solved"
    print("\(counted(paths.count, "file")), no problem\(solved)")
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

  /// Plays a scenario; nil where the file is none, or names no solution.
  private func proof(
    of path: String, _ library: Library, _ assets: RememberedAssets
  ) -> (problems: Int, isProved: Bool)? {
    guard let (scenario, text) = try? library.scenarioToProve(file: path) else { return nil }
    let proof = ScenarioProof(
      of: scenario, assets: assets, cryptography: PracticeCryptography.forRehearsals,
      draw: { seed throws(AssetTrouble) in
        do throws(LibraryFault) {
          return try library.scenario(file: path, seed: seed)
        } catch {
          throw AssetTrouble(error.message)
        }
      })
    guard proof.isProvable else { return nil }
    let failures: [ScenarioProof.Failure]
    do throws(AssetTrouble) {
      failures = try proof.failures()
    } catch {
      print(error.message)
      return (1, false)
    }
    for failure in failures {
      let place = ScenarioFile.place(of: failure.part, in: text)
      print("\(path):\(place.line):\(place.column): \(failure.why)")
      for row in failure.screen { print("  | \(row)") }
    }
    return (failures.count, failures.isEmpty)
  }
}
