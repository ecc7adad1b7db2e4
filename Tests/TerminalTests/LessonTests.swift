import Foundation
import Support
import Testing

extension RealTerminalTests {
  /// The two ways back in, by keys alone.
  @Suite(.serialized) struct LessonTests {
    @Test func `the lesson is played with the paperclip to its verdict`() async throws {
      let home = try ConsoleHome()
      let console = try await ConsoleSession(
        ["practice", "eleven-at-night", "--trainee", "A<nn>"], in: home)
      try await console.see("Friday night, 23:04")
      try console.press("Enter")
      try await console.see("Lesson 1/8", "CAM 1 Driveway")
      try await console.lockOut()
      try await console.see("Lesson 3/8", "Try again in 14:5")
      try await console.holdPaperclip(hurried: false)
      try await console.signInWithDefault()
      try await console.see("Lesson 6/8")
      try console.press("Escape")
      try await console.seeNoMore("Default password is insecure")
      try await console.choose("Search recordings")
      try await console.see("on 3 channels", "Lesson 7/8")
      try console.press("Escape")
      try await console.openAdmin()
      try await console.changePassword(from: "12345", to: "Fresh-Pass1")
      try console.press("Tab")
      try await console.see("Lesson 8/8")
      try await console.setQuestions(current: "Fresh-Pass1")
      let verdict = try await console.dialog("Verdict · Eleven at night")
      for words in ["✓ Passed", "✓ Admin has a strong", "✓ The footage", "8 done"] {
        #expect(verdict.contains(words), "\(verdict)")
      }
      try console.press("Enter", "C-c", "C-c")
      #expect(try await console.terminal.waitForExit() == 0)
      let results = try ConsoleCommand.run(["results", home.stateFolder.path, "--csv"])
      let row = try #require(results.output.split(separator: "\r\n").last)
      #expect(row.contains(",A<nn>,eleven-at-night,practice,100,passed,8,0,0,"), "\(results)")
      let page = home.url.path + "/page.html"
      #expect(
        try ConsoleCommand.run(["results", home.stateFolder.path, "--html", page]).status == 0)
      let html = try String(contentsOfFile: page, encoding: .utf8)
      #expect(html.contains(">A&lt;nn&gt;</td>") && html.contains("class=\"verdict passed\""))
      #expect(!html.contains("A<nn>") && !html.contains("http"), "it needs nothing else")
      try Self.expectStatements(of: home)
      let erased = try ConsoleCommand.run(
        ["results", home.stateFolder.path, "--delete", "A<nn>", "--yes"])
      #expect(erased.output == "1 attempt of “A<nn>” erased.\n", "\(erased)")
      let none = try ConsoleCommand.run(["results", home.stateFolder.path])
      #expect(none.output == "No results yet.\n")
    }

    /// The attempt as an independent reader finds it, with nothing in it that was typed.
    private static func expectStatements(of home: ConsoleHome) throws {
      let file = home.url.path + "/statements.json"
      let written = try ConsoleCommand.run(["results", home.stateFolder.path, "--xapi", file])
      #expect(written.output == "\(file) is written: 3 statements.\n", "\(written)")
      let text = try String(contentsOfFile: file, encoding: .utf8)
      #expect(!text.contains("Fresh-Pass1") && !text.contains("12345"), "\(text)")
      let script = PackageRoot.url.appendingPathComponent("Tests/Scripts/read_statements.py").path
      let tool = CommandLineTool(folder: home.url, environment: ["LANG": "C.UTF-8"])
      #expect(try tool.run(["/usr/bin/python3", script, file]) == "3 statements, 0 faults\n")
    }

    @Test func `a dynamic password from the support desk leads back in`() async throws {
      let console = try await ConsoleSession(["--calm"])
      try await console.waitForLiveView()
      try await console.openSignIn()
      try await console.focus("Restore Password")
      try console.press("Enter")
      let shown = try await console.see("Current time", "case-sensitive")
      let time = try #require(shown.joined().firstMatch(of: /Current time +(\S+ \S+)/)).output.1
      try console.press("C-p")
      try await console.see("Photo taken")
      try console.press("F5")
      try await console.see("Nothing sent yet")
      try await console.focus("Show the photo")
      try console.press("Enter")
      let code = try Self.code(in: try await console.see("^ capital"))
      let told = try ConsoleCommand.run(
        ["support-code", "--model", "SH-8100A5-8L", "--mac", "00:18:AE:4C:11:2F", "--time"]
          + ["\(time)"])
      #expect(told.output == code + "\n", "the desk and the command say the same")
      try console.press("F2")
      try await console.see("▸ Dynamic password")
      try console.type(code)
      try await console.focus("OK")
      try console.press("Enter")
      try await Self.setNewPassword(console)
    }

    private static func setNewPassword(_ console: ConsoleSession) async throws {
      try await console.see("Identity confirmed", "Time left")
      try console.type("Fresh-Pass1")
      try console.press("Tab")
      try console.type("Fresh-Pass1")
      try await console.see("the same")
      try await console.focus("Set and log in")
      try console.press("Enter")
      try await console.seeNoMore("Identity confirmed")
      #expect(try await console.see("CAM 1 Driveway")[0].contains("admin"))
    }

    /// The code in its box, each character apart from the next.
    private static func code(in screen: [String]) throws -> String {
      let row = try #require(screen.first { $0.contains(/│(  \w){10}/) })
      return row.filter { $0.isLetter || $0.isNumber }
    }
  }
}
