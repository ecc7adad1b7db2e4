import Foundation
import Support
import Testing

/// Who may import whom. SwiftPM lets an undeclared import through where the module happens to have
/// been built before; these tests do not.
@Suite struct WallsTests {
  private let targets: [Manifest.Target]

  init() throws { targets = try Manifest.ofThisPackage().targets }

  /// Modules of this package and of the packages it uses: what the manifest has to name.
  private var walled: Set<String> {
    Set(targets.map(\.module)).union(targets.flatMap { $0.dependencies.map(\.name) })
  }

  @Test("Every module that a file imports stands in the manifest")
  func declared() throws {
    for target in targets {
      let allowed = Set(
        target.dependencies.map { $0.name.replacingOccurrences(of: "-", with: "_") })
      for (file, module) in try target.imports() where walled.contains(module) {
        #expect(allowed.contains(module), "\(target.name)/\(file) imports \(module)")
      }
    }
  }

  @Test("Every module that the manifest names is imported")
  func used() throws {
    // A plugin names the programs that it runs.
    for target in targets where target.type != "plugin" {
      let imported = Set(try target.imports().map(\.module))
      for dependency in target.dependencies {
        let module = dependency.name.replacingOccurrences(of: "-", with: "_")
        #expect(imported.contains(module), "\(target.name) names \(dependency.name) for nothing")
      }
    }
  }

  @Test("The engine and the canvas import nothing, nor do the screens touch the outside")
  func pure() throws {
    let pure = [
      "RecorderEngine", "TextUI", "PracticeDesk", "Training", "ConsoleData", "ScreenKit",
      "RecorderScreens", "DeskScreens", "Console", "TerminalLanguage", "EnvironmentVariables",
      "Recordings",
    ]
    for name in pure {
      let target = try #require(targets.first { $0.name == name })
      for (file, module) in try target.imports() {
        #expect(pure.contains(module), "\(name)/\(file) imports \(module)")
        #expect(!["RecorderEngine", "TextUI"].contains(name), "\(name)/\(file) imports \(module)")
      }
    }
  }

  @Test("Each storey sees only those below it")
  func storeys() throws {
    let storeys = [
      ["ConsoleData"], ["ScreenKit"], ["RecorderScreens", "DeskScreens"], ["Console"],
    ]
    for (height, storey) in storeys.enumerated() {
      let hidden = Set(storeys[height...].flatMap(\.self))
      for name in storey {
        let target = try #require(targets.first { $0.name == name })
        let seen = target.dependencies.map(\.name).filter(hidden.contains)
        #expect(seen.isEmpty, "\(name) sees \(seen)")
      }
    }
    let library = try #require(targets.first { $0.name == "Library" })
    let seen = library.dependencies.map(\.name)
    #expect(
      !["ScreenKit", "RecorderScreens", "DeskScreens", "Console"].contains(where: seen.contains))
  }

  @Test("Results are kept in SQLite by one folder, and nobody else knows")
  func results() throws {
    let folder = PackageRoot.url.appendingPathComponent("Sources/ResultStore")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(files.contains("SQLite"))
    for file in files where file != "SQLite" {
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      #expect(!text.contains("import GRDB") && !text.contains("SELECT "), "\(file)")
    }
  }

  @Test("One target alone knows ncurses, and nobody but the commands knows that one")
  func curses() {
    let knowing = targets.filter { $0.dependencies.contains { $0.name == "CNcurses" } }
    #expect(knowing.map(\.name) == ["CursesTerminal"])
    let using = targets.filter { $0.dependencies.contains { $0.name == "CursesTerminal" } }
    #expect(using.map(\.name) == ["recorder-console"])
  }
}
