import Foundation
import Support
import Testing

extension RealTerminalTests {
  /// Sessions that are recorded while somebody practises.
  @Suite struct RecordingTests {
    @Test func `no secret is in a recording, neither shown nor typed, revealed or not`()
      async throws
    {
      let home = try ConsoleHome()
      let file = home.url.path + "/own.cast"
      let console = try await ConsoleSession(
        ["--record", file, "--no-save", "--keys", "--share"], in: home,
        variables: ["XDG_RUNTIME_DIR": home.url.path])
      try await console.see("Live view")
      try console.press("Enter")
      try await console.see("User name")
      try console.type("kea-secret-1")
      try console.press("C-r")
      try await console.see("kea-secret-1")
      try console.press("C-n")
      try await console.see("Notebook")
      try console.type("kea-secret-2")
      try await console.see("kea-secret-2")
      try console.press("Escape")
      try await console.seeNoMore("kea-secret-2")
      try console.press("F4")
      try await console.see("Phone")
      try console.press("F10")
      try await console.see("Leave?")
      try console.press("Left", "Enter")
      #expect(try await console.terminal.waitForExit() == 0)

      let text = try String(contentsOfFile: file, encoding: .utf8)
      #expect(!text.contains("kea"), "Neither whole nor in part.")
      #expect(!text.contains("-secret"))
      #expect(text.contains("•"), "A mask is visible as such.")
      let inputs = text.split(separator: "\n").filter { $0.contains(",\"i\",") }
      #expect(inputs.contains { $0.contains("\\r") } && inputs.count < 12, "\(inputs)")
      #expect(text.contains(",\"m\",") && text.contains("Phone"))
      let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
      #expect(mode as? Int == 0o600)
    }

    @Test func `a code of the practice is in no recording of it`() async throws {
      let home = try ConsoleHome()
      let file = home.url.path + "/mail.cast"
      let lesson = try await LessonRun("mailed-code", .exam, options: ["--record", file])
      try await lesson.act("the story's button") { $0.press(.key(.enter)) }
      for step in lesson.scenario.steps { try await lesson.solve(step) }
      let codes = lesson.shownCodes
      #expect(!codes.isEmpty)
      try lesson.console.terminal.kill(SIGKILL)
      _ = try await lesson.console.terminal.waitForExit()
      let text = try String(contentsOfFile: file, encoding: .utf8)
      #expect(text.hasSuffix("\n"), "Whole lines, also after a kill.")
      for code in codes {
        #expect(!text.contains(code))
        #expect(!text.contains(code.map { "\($0)" }.joined(separator: " ")))
      }
      let played = try await ConsoleSession(["replay", file, "--speed", "16"], in: home)
      try await played.see("Space")
      try played.press("End")
      try await played.see("Step 7: ")
      try played.press("q")
      #expect(try await played.terminal.waitForExit() == 0)
    }

    @Test func `a demo is recorded with its steps as marks, and plays again`() async throws {
      let home = try ConsoleHome()
      let file = home.url.path + "/demo.cast"
      let demo = try await ConsoleSession(
        ["demo", "default-password", "--speed", "max", "--record", file], in: home)
      #expect(try await demo.terminal.waitForExit() == 0)
      let text = try String(contentsOfFile: file, encoding: .utf8)
      for step in 1...6 { #expect(text.contains("\"Step \(step): "), "\(step)") }
      #expect(text.contains("12345"), "In a demo nothing is secret.")
      let taken = try ConsoleCommand.run(["demo", "default-password", "--record", file])
      #expect(taken.status == 1 && taken.errors.contains("demo.cast"), "\(taken)")
    }
  }
}
