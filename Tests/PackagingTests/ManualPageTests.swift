import Foundation
import Support
import Testing

/// recorder-console(1), which the program makes of its own commands and tables.
@Suite struct ManualPageTests {
  /// A command as the parser tells of it, apart from the code that makes the page.
  private struct Command: Decodable {
    struct Argument: Decodable {
      struct Name: Decodable {
        let kind: String
        let name: String
      }

      let names: [Name]?
      let valueName: String?
      let shouldDisplay: Bool
    }

    let commandName: String
    let shouldDisplay: Bool
    let subcommands: [Command]?
    let arguments: [Argument]?
  }

  private struct Dump: Decodable { let command: Command }

  private func said(_ words: String...) throws -> String {
    let told = try ConsoleCommand.run(words)
    #expect(told.status == 0 && told.errors.isEmpty, "\(told.errors)")
    return told.output
  }

  /// The page as it is read.
  private func read() throws -> (text: String, complaints: String) {
    let home = try ConsoleHome()
    let page = home.url.appendingPathComponent("recorder-console.1")
    try said("manual-page").write(to: page, atomically: true, encoding: .utf8)
    let tool = CommandLineTool(
      folder: home.url,
      environment: [
        "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": home.url.path, "MANWIDTH": "80",
        "MANROFFSEQ": "",
      ])
    let told = try tool.outcome(
      of: ["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", page.path])
    #expect(told.status == 0)
    // A letter that is struck twice is bold.
    let text = told.output.reduce(into: [Character]()) { text, letter in
      if letter == "\u{8}" { text.removeLast() } else { text.append(letter) }
    }
    return (String(text), told.errors)
  }

  @Test(.enabled(if: InstalledTool.isThere("man"), "Skipped: no man-db"))
  func `the page is set without a complaint`() throws {
    #expect(try read().complaints == "")
  }

  @Test(.enabled(if: InstalledTool.isThere("man"), "Skipped: no man-db"))
  func `every command and every option stands in the page`() throws {
    let words = Set(try read().text.split { " \n,[]".contains($0) }.map(String.init))
    let dump = try said("--experimental-dump-help")
    let root = try JSONDecoder().decode(Dump.self, from: Data(dump.utf8)).command
    for command in [root] + (root.subcommands ?? []) where command.shouldDisplay {
      #expect(words.contains(command.commandName))
      for argument in command.arguments ?? [] where argument.shouldDisplay {
        let names = (argument.names ?? []).map { ($0.kind == "long" ? "--" : "-") + $0.name }
        for word in names.isEmpty ? [argument.valueName ?? ""] : names {
          #expect(words.contains(word), "\(command.commandName) \(word)")
        }
      }
    }
  }

  @Test(.enabled(if: InstalledTool.isThere("man"), "Skipped: no man-db"))
  func `what is for nobody's eyes is not in the page, nor among completions`() throws {
    #expect(try !read().text.contains("manual-page"))
    #expect(try !said("--generate-completion-script", "bash").contains("manual-page"))
    #expect(try !said("--help").contains("manual-page"))
  }

  @Test func `the page has all its chapters, in the order of manuals`() throws {
    let page = try said("manual-page")
    let chapters = page.matches(of: /(?m)^\.SH "(.+)"$/).map { String($0.1) }
    #expect(
      chapters == [
        "NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "COMMANDS", "EXIT STATUS", "ENVIRONMENT",
        "FILES", "KEYS", "EXAMPLES", "SEE ALSO",
      ])
    #expect(!page.contains("\n\n"), "An empty line is a fault in the language of manuals.")
  }

  @Test(.enabled(if: InstalledTool.isThere("man"), "Skipped: no man-db"))
  func `every key of the manual is in the page`() throws {
    let page = try read().text
    let rows = try said("list", "keys").split(separator: "\n").dropFirst(2)
    #expect(rows.count > 100)
    for row in rows {
      let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      #expect(page.contains("\n       \(cells[1])"), "\(row)")
    }
  }

  @Test func `the README, the help and the page tell of the same ends`() throws {
    let page = try said("manual-page")
    let wrong = try ConsoleCommand.run(["--colour"])
    #expect(page.contains(".TP\n\\fB\(wrong.status)\\fR\n"))
    let readme = try PackageRoot.text(of: "README.md")
    // The help is broken into lines, wherever that happens to be.
    let help = try said("--help").replacing(/\s+/, with: " ")
    let line = try #require(help.firstMatch(of: /EXIT STATUS: ([^.]+)\./)).1
    #expect(readme.contains("Exit status: \(line)."))
  }
}
