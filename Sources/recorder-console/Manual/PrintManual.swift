import ArgumentParser
import Console
import EnvironmentVariables
import Foundation
import ManualPages

/// Prints the program's manual page, for whoever makes a package of it.
struct PrintManual: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual-page", abstract: "Print recorder-console(1).", shouldDisplay: false)

  func run() throws {
    let commands = try JSONDecoder().decode(Dump.self, from: Data(RecorderConsole._dumpHelp().utf8))
    var page = ManualPage(of: commands.command, version: RecorderConsole.configuration.version)
    page.statuses = ExitStatus.allCases.map { .init("\($0.rawValue)", $0.sentence) }
    page.variables = EnvironmentVariable.allCases.map { .init($0.rawValue, $0.meaning) }
    page.files = KnownFile.all.map { .init($0.path, $0.meaning) }
    page.keys = keys
    page.seeAlso = [
      "ssh(1)", "asciinema(1)", "terminfo(5)", "and the files of the manual in \(KnownFile.manual)",
    ]
    print(page.text, terminator: "")
  }

  private struct Dump: Decodable { let command: CommandTree }

  private var keys: [ManualPage.Group] {
    var groups: [(title: String, entries: [ManualPage.Entry])] = []
    for row in KeyTable.rows {
      if groups.last?.title != row.place { groups.append((row.place, [])) }
      groups[groups.count - 1].entries.append(.init(row.keys, row.help))
    }
    return groups.map { .init($0.title, $0.entries) }
  }
}
