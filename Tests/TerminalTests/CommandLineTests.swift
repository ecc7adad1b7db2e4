import Foundation
import Support
import Testing

extension RealTerminalTests {
  /// The commands that need no terminal.
  @Suite(.serialized) struct CommandLineTests {
    /// A data file without a mistake.
    static let rightFile =
      PackageRoot.url.appendingPathComponent("Assets/Recorders/legacy-dvr.yaml").path

    @Test func `the help begins with examples, and all of it fits a terminal`() throws {
      let told = try ConsoleCommand.run(["--help"])
      #expect(told.status == 0)
      let examples = try #require(told.output.range(of: "EXAMPLES")).lowerBound
      let usage = try #require(told.output.range(of: "USAGE")).lowerBound
      #expect(examples < usage)
      #expect(told.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    @Test func `the version is a number alone`() throws {
      let told = try ConsoleCommand.run(["--version"])
      #expect(told.status == 0)
      #expect(told.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    }

    @Test(arguments: ["recorders", "scenarios"])
    func `a list is a table for a person, and JSON for a program`(kind: String) throws {
      let table = try ConsoleCommand.run(["list", kind])
      let json = try ConsoleCommand.run(["list", kind, "--json"])
      #expect(table.status == 0 && json.status == 0)
      let rows = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
      let names = try #require(rows as? [[String: String]]).map { $0["name", default: ""] }
      #expect(!names.isEmpty)
      for name in names { #expect(table.output.contains("\n" + name)) }
    }

    @Test(arguments: [
      ("conditions", "recovery-granted"), ("rights", "playback"), ("faults", "clockWrong"),
      ("pages", "system.groups"), ("settings", "system.ntp"),
      ("questions", "What is your favourite dish?"),
    ])
    func `what a lesson can name is listed`(kind: String, name: String) throws {
      let table = try ConsoleCommand.run(["list", kind])
      #expect(table.status == 0 && table.output.contains("\n\(name)"), "\(table)")
      let other = try ConsoleCommand.run(["list", kind, "--recorder", "smart-nvr", "--json"])
      #expect(other.status == 0 && other.output.hasPrefix("[\n  {"), "\(other)")
      let none = try ConsoleCommand.run(["list", "pages", "--recorder", "nobody"])
      #expect(none.status == 1 && none.errors.contains("nobody"), "\(none)")
    }

    @Test func `check ends with 0 where nothing is wrong, and with 1 where something is`() throws {
      let assets = try ConsoleAssets()
      // The proofs of all the others are tests of their own.
      try assets.keepScenarios("default-password")
      let right = try ConsoleCommand.run(["check", "--assets", assets.url.path])
      #expect(right.status == 0 && right.output.contains("1 scenario solved"), "\(right)")
      let file = assets.url.path + "/Recorders/legacy-dvr.yaml"
      try assets.edit("Recorders/legacy-dvr.yaml", "recorder:", "recordr:")
      let told = try ConsoleCommand.run(["check", file])
      #expect(told.status == 1)
      #expect(told.output.contains(#/legacy-dvr\.yaml:\d+:\d+: /#), "\(told.output)")
    }

    @Test func `lessons of a trainer are listed, and a faulty one is named beside them`() throws {
      let home = try ConsoleHome()
      let folder = home.url.path + "/data/recorder-console/Scenarios"
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      #expect(try ConsoleCommand.run(["new", folder + "/mine.yaml"]).status == 0)
      try "scenario: broken".write(
        toFile: folder + "/broken.yaml", atomically: true, encoding: .utf8)
      let listed = try ConsoleCommand.run(
        ["list", "scenarios"], variables: ["XDG_DATA_HOME": home.url.path + "/data"])
      #expect(listed.status == 0)
      #expect(listed.output.contains("\nmine "), "\(listed)")
      #expect(listed.output.contains("\neleven-at-night "), "\(listed)")
      #expect(!listed.output.contains("broken"), "\(listed)")
      #expect(listed.errors.contains("broken.yaml:1:"), "\(listed)")
    }

    @Test(arguments: [
      ["list", "recorders", "--json"], ["list", "keys"], ["check", Self.rightFile], ["--help"],
      ["--version"],
      ["--generate-completion-script", "bash"],
      ["support-code", "--model", "SH-8100A5-8L", "--unlock-code", "4711 0815"],
    ])
    func `what cannot be printed is told, and a closed pipe is not`(arguments: [String]) throws {
      let full = try ConsoleCommand.run(arguments, into: "/dev/full")
      #expect(full.status == 1)
      #expect(full.errors.hasSuffix("could not be written: No space left on device\n"))
      #expect(full.errors.split(separator: "\n").count == 1)
      let closed = try ConsoleCommand.runIntoClosedPipe(arguments)
      #expect(closed.errors == "")
    }

    @Test func `a new lesson is proved as it is written, and never replaced`() throws {
      let home = try ConsoleHome()
      let file = home.url.path + "/my-lesson.yaml"
      #expect(try ConsoleCommand.run(["new", file]).status == 0)
      let proved = try ConsoleCommand.run(["check", file])
      #expect(proved.output == "1 file, no problem, 1 scenario solved\n", "\(proved)")
      let again = try ConsoleCommand.run(["new", file])
      #expect(again.status == 1 && again.errors.contains("is there already"), "\(again)")
      let below = home.url.path + "/lessons/of-mine/my-lesson.yaml"
      #expect(try ConsoleCommand.run(["new", below]).status == 0, "a missing folder is made")
      for name in ["lesson.txt", "My Lesson.yaml", "-.yaml"] {
        #expect(try ConsoleCommand.run(["new", home.url.path + "/" + name]).status == 64)
      }
    }

    @Test func `a lesson that cannot be solved is told with its line and the screen`() throws {
      let home = try ConsoleHome()
      let file = home.url.path + "/my-lesson.yaml"
      #expect(try ConsoleCommand.run(["new", file]).status == 0)
      let text = try String(contentsOfFile: file, encoding: .utf8)
      let wrong = text.replacing("solution: Enter text:12345 Enter", with: "solution: Enter text:1")
      try wrong.write(toFile: file, atomically: false, encoding: .utf8)
      let line = wrong.split(separator: "\n", omittingEmptySubsequences: false)
        .firstIndex { $0.contains("solution: Enter text:1") }
      let told = try ConsoleCommand.run(["check", file])
      #expect(told.status == 1)
      #expect(told.output.contains("my-lesson.yaml:\((line ?? 0) + 1):15: "), "\(told.output)")
      #expect(told.output.contains("  | ") && told.output.contains("Log in"), "\(told.output)")
    }

    @Test func `results are none, wrong calls or a folder without any`() throws {
      let home = try ConsoleHome()
      let missing = try ConsoleCommand.run(["results", home.url.path])
      #expect(missing.status == 1 && missing.errors.contains("has no results"), "\(missing)")
      for wrong in [["--since", "soon"], ["--json", "--csv"]] {
        #expect(try ConsoleCommand.run(["results"] + wrong).status == 64)
      }
    }

    @Test(arguments: [(0, 64), (1, 1), (100, 1), (101, 64), (10_000, 64)])
    func `a trainee's name has a length`(length: Int, status: Int32) throws {
      // One that is taken ends for want of a terminal alone.
      let name = String(repeating: "n", count: length)
      let told = try ConsoleCommand.run(["practice", "--trainee", name])
      #expect(told.status == status, "\(told)")
      #expect(told.errors.contains("1 to 100 letters") == (status == 64), "\(told)")
    }

    @Test func `a check counts one file and one problem as one`() throws {
      let assets = try ConsoleAssets()
      let file = assets.url.path + "/Recorders/legacy-dvr.yaml"
      let right = try ConsoleCommand.run(["check", file])
      #expect(right.output.hasSuffix("1 file, no problem\n"), "\(right)")
      try assets.edit("Recorders/legacy-dvr.yaml", "skin: classic", "skin: modern")
      let told = try ConsoleCommand.run(["check", file])
      #expect(told.errors.contains("1 problem in 1 file\n"), "\(told)")
    }

    @Test(arguments: [["--colour"], ["practice", "--seed", "many"], ["list", "things"], ["list"]])
    func `a wrong call ends with 64 and the way to call it`(arguments: [String]) throws {
      let told = try ConsoleCommand.run(arguments)
      #expect(told.status == 64)
      #expect(told.output == "")
      #expect(told.errors.contains("Usage:"), "\(told.errors)")
    }

    @Test(arguments: [
      ["--help"], ["list", "recorders"], ["list", "scenarios", "--json"],
      ["check", Self.rightFile],
      ["check", "/no/such.yaml"], ["practice", "no-such"], ["--colour"],
    ])
    func `no colour goes into a pipe`(arguments: [String]) throws {
      let told = try ConsoleCommand.run(arguments, variables: ["TERM": "xterm-256color"])
      #expect(!(told.output + told.errors).contains("\u{1b}"))
    }

    @Test func `a support code is asked for with details that can be read`() throws {
      let asked = ["support-code", "--model", "M", "--mac", "00-18-ae-4c-11-2f", "--time"]
      let first = try ConsoleCommand.run(asked + ["2026-11-20 23:06:51"])
      #expect(first.output.wholeMatch(of: /\w{10}\n/) != nil)
      let wrong = try ConsoleCommand.run(asked + ["yesterday"])
      #expect(wrong.status == 1)
      #expect(wrong.errors.contains("--time was expected to be such as"))
      let short = try ConsoleCommand.run(asked + ["2026-11-20 23:06"])
      #expect(short.status == 1 && short.output == "")
      #expect(short.errors.contains("the seconds count"), "\(short.errors)")
    }

    @Test(arguments: [
      ("SH8100A5-8L", "“SH8100A5-8L”; the nearest is “SH-8100A5-8L”"), ("X-1", "“X-1”\n"),
      ("sh-8100a5 -8l", ""),
    ])
    func `a model that no recorder has is noted beside its code`(
      model: String, note: String
    ) throws {
      let told = try ConsoleCommand.run([
        "support-code", "--model", model, "--mac", "00:18:AE:4C:11:2F", "--time",
        "2026-11-20 23:06:51",
      ])
      #expect(told.status == 0)
      #expect(told.output.wholeMatch(of: /\w{10}\n/) != nil)
      #expect(note.isEmpty == told.errors.isEmpty)
      #expect(told.errors.contains(note) || note.isEmpty, "\(told.errors)")
    }
  }
}
