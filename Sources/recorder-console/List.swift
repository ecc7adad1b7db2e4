import ArgumentParser
import Console
import Library
import RecorderEngine

/// Lists what there is to practise with.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the recorders, the scenarios or the keys.")

  enum Kind: String, ExpressibleByArgument, CaseIterable { case recorders, scenarios, keys }

  @Argument(help: "recorders, scenarios or keys.")
  var kind: Kind

  @Flag(help: "As JSON, for a program to read.")
  var json = false

  @Option(help: "The folder with the data files, instead of the one that is found.")
  var assets: String?

  func run() throws {
    guard kind != .keys else { return print(KeyTable.markdown) }
    let library = Shell.library(assets)
    let table: TextTable
    do throws(LibraryFault) {
      table = kind == .recorders ? try recorders(library) : try scenarios(library)
    } catch {
      Shell.fail(error.message)
    }
    print(json ? table.json : table.text)
  }

  private func recorders(_ library: Library) throws(LibraryFault) -> TextTable {
    var rows: [[String]] = []
    for name in library.folder.recorderNames() {
      let profile = try library.recorder(name)
      let methods = profile.recovery.methods.map(\.rawValue).joined(separator: " ")
      rows.append([
        name, profile.identity.model, profile.identity.firmware.description,
        methods.isEmpty ? "-" : methods, profile.title,
      ])
    }
    return TextTable(columns: ["name", "model", "firmware", "recovery", "title"], rows: rows)
  }

  private func scenarios(_ library: Library) throws(LibraryFault) -> TextTable {
    var rows: [[String]] = []
    for name in library.folder.scenarioNames() {
      let scenario = try library.scenario(name)
      rows.append([name, scenario.recorder, "\(scenario.steps.count)", scenario.title])
    }
    return TextTable(columns: ["name", "recorder", "steps", "title"], rows: rows)
  }
}
