import ArgumentParser
import Console
import Library
import RecorderEngine

/// Lists what there is to practise with, and what whoever writes a lesson can name.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the recorders, the scenarios, the keys, or what a lesson can name.",
    discussion: """
      EXAMPLES
        recorder-console list recorders
        recorder-console list conditions
        recorder-console list pages --recorder smart-nvr

      For whoever writes lessons: conditions are what happens and can be waited for, pages what \
      page: opens, settings what a situation or a condition can name, with their values, rights \
      what may: asks for, faults what can go wrong, questions the security questions.
      """)

  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case recorders, scenarios, keys, conditions, pages, settings, rights, faults, questions
  }

  @Argument(help: "One of these words.")
  var kind: Kind

  @Option(help: "Whose pages, settings and questions.")
  var recorder = PracticeWishes.standardRecorder

  @Flag(help: "As JSON, for a program to read.")
  var json = false

  @Option(help: "The folder with the data files, instead of the one that is found.")
  var assets: String?

  func run() throws {
    let library = Shell.library(assets)
    let table: TextTable
    do throws(LibraryFault) {
      switch kind {
      case .keys: return print(KeyTable.markdown)
      case .recorders: table = try recorders(library)
      case .scenarios: table = scenarios(library)
      case .conditions: table = AuthorTables.conditions
      case .rights: table = AuthorTables.rights
      case .faults: table = AuthorTables.faults
      case .pages:
        let profile = try library.recorder(recorder)
        table = AuthorTables.pages(of: try library.menu(profile.skin), profile)
      case .settings: table = AuthorTables.settings(of: try library.recorder(recorder))
      case .questions: table = AuthorTables.questions(of: try library.recorder(recorder))
      }
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
        name, profile.title, profile.skin.rawValue, "\(profile.channels.count)",
        profile.identity.firmware.description, firstPassword(of: profile), lockOut(of: profile),
        methods.isEmpty ? "-" : methods,
      ])
    }
    let columns = [
      "name", "title", "skin", "channels", "firmware", "password", "lock-out", "recovery",
    ]
    return TextTable(columns: columns, rows: rows)
  }

  /// What opens a recorder in factory state.
  private func firstPassword(of profile: RecorderProfile) -> String {
    guard let password = profile.signIn.defaultPassword?.value else { return "by wizard" }
    return password.isEmpty ? "blank" : password
  }

  private func lockOut(of profile: RecorderProfile) -> String {
    let tries = profile.signIn.tries.value
    switch profile.signIn.lockOut.value {
    case .time(let length): return "\(tries), \(length)"
    case .untilRestart: return "\(tries), restart"
    }
  }

  private func scenarios(_ library: Library) -> TextTable {
    var rows: [[String]] = []
    for name in library.scenarioNames() {
      do throws(LibraryFault) {
        let scenario = try library.scenario(name)
        rows.append([name, scenario.recorder, "\(scenario.steps.count)", scenario.title])
      } catch {
        // It hides none of the others.
        Shell.complain(error.message)
      }
    }
    for path in library.hiddenScenarios() { Shell.complain(LibraryAssets.hidden(path)) }
    return TextTable(columns: ["name", "recorder", "steps", "title"], rows: rows)
  }
}
