import Foundation
import Support
import Testing

extension RealTerminalTests {
  /// A lesson made by doing it.
  @Suite(.serialized) struct DraftTests {
    @Test func `what was done in the console is a lesson that check solves`() async throws {
      let home = try ConsoleHome()
      let file = home.url.path + "/mine.yaml"
      let console = try await ConsoleSession(["draft", file, "--calm"], in: home)
      try await console.waitForLiveView()
      try await console.openSignIn()
      try console.type("12345")
      try console.press("Enter")
      try await console.see("Default password is insecure")
      try console.press("Escape")
      try await console.seeNoMore("Default password is insecure")
      try await console.openAdmin()
      try await console.changePassword(from: "12345", to: "Fresh-Pass1")
      try console.press("C-c", "C-c")
      #expect(try await console.terminal.waitForExit() == 0)
      let told = try await console.see("2 steps; check: solved")
      #expect(told.contains { $0.contains("mine.yaml") }, "\(told)")
      let text = try String(contentsOfFile: file, encoding: .utf8)
      #expect(text.contains("until: { password: admin, at-least: high }"), "\(text)")
      #expect(text.contains("text:Fresh-Pass1") && text.contains("to:save Enter"), "\(text)")
      let checked = try ConsoleCommand.run(["check", file])
      #expect(checked.output == "1 file, no problem, 1 scenario solved\n", "\(checked)")
    }

    @Test func `a draft replaces no file, and keeps to its own options`() throws {
      let home = try ConsoleHome()
      let file = home.url.path + "/mine.yaml"
      #expect(try ConsoleCommand.run(["new", file]).status == 0)
      let again = try ConsoleCommand.run(["draft", file])
      #expect(again.status == 1 && again.errors.contains("is there already"), "\(again)")
      for wrong in [
        ["--language", "es"], ["--mode", "exam"], ["--from", file, "--lost", "email"],
      ] {
        let told = try ConsoleCommand.run(["draft", home.url.path + "/other.yaml"] + wrong)
        #expect(told.status == 64, "\(told)")
      }
    }
  }
}
