import Foundation
import Support
import Testing

extension RealTerminalTests {
  /// What is wrong with the state folder is said, and practice goes on.
  @Suite(.serialized) struct StateFolderTests {
    @Test func `a second console says so, can practise, and leaves the first alone`() async throws {
      let home = try ConsoleHome()
      let first = try await ConsoleSession.lesson(in: home)
      try await first.lockOut()
      let second = try await ConsoleSession(["--calm"], in: home)
      let note = try await second.dialog("Not kept")
      #expect(note.contains("Another console of yours is open"), "\(note)")
      try second.press("Enter")
      try await second.waitForLiveView()
      try await second.lockOut()
      try second.press("F10")
      try await second.see("not being kept")
      try second.press("Left", "Enter")
      #expect(try await second.terminal.waitForExit() == 0)
      try first.press("F10")
      try await first.see("Leave?")
      try first.press("Left", "Enter")
      #expect(try await first.terminal.waitForExit() == 3)
      let third = try await ConsoleSession(["--calm"], in: home)
      #expect(try await third.dialog("Go on?").contains("step 3 of 8"))
    }

    @Test func `garbage in place of the practice is kept aside, byte for byte`() async throws {
      try await Self.expectKeptAside(
        Data((0..<40_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }), word: "damaged",
        saying: "the file is damaged")
    }

    @Test func `a practice cut short is kept aside, byte for byte`() async throws {
      let whole = try await Self.practice()
      try await Self.expectKeptAside(
        whole.prefix(whole.count * 2 / 3), word: "damaged", saying: "the file is damaged")
    }

    @Test func `a practice of a newer program is kept aside, byte for byte`() async throws {
      var newer = try await Self.practice()
      // SQLite keeps the form's number, user_version, in four bytes of its header.
      newer.replaceSubrange(60..<64, with: [0, 0, 3, 231])
      try await Self.expectKeptAside(
        newer, word: "newer", saying: "newer version of this program (form 999)")
    }

    @Test func `a state folder under a file is said to be unusable`() async throws {
      let home = try ConsoleHome()
      let file = home.url.appendingPathComponent("file")
      try Data("mine".utf8).write(to: file)
      let console = try await ConsoleSession(
        ["--calm"], variables: ["XDG_STATE_HOME": file.path])
      let note = try await console.dialog("Not kept")
      #expect(note.contains("file"), "\(note)")
      #expect(note.contains("without being kept"), "\(note)")
      try console.press("Enter")
      try await console.openSignIn()
      #expect(try String(contentsOf: file, encoding: .utf8) == "mine")
    }

    @Test func `a state folder that is removed while the console runs is made anew, and said`()
      async throws
    {
      let home = try ConsoleHome()
      let console = try await ConsoleSession(["--calm"], in: home)
      try await console.waitForLiveView()
      try console.press("F8")
      try await console.see("15 min later")
      try FileManager.default.removeItem(at: home.stateFolder)
      try console.press("F8")
      try await console.see("was removed while the console ran")
      try console.press("F10")
      try await console.see("you can go on here")
      try console.press("Left", "Enter")
      #expect(try await console.terminal.waitForExit() == 0)
      #expect(try home.files() == ["practice.lock", "practice.sqlite"])
      let next = try await ConsoleSession(["--calm"], in: home)
      try await next.see("Go on?")
    }

    @Test func `an open notebook outlives a lost line`() async throws {
      let home = try ConsoleHome()
      let console = try await ConsoleSession(["--calm"], in: home)
      try await console.waitForLiveView()
      try console.press("F9")
      try await console.see("Notebook")
      try console.type("Vega at seven")
      try await console.see("Vega at seven")
      try console.terminal.hangUp()
      try await console.terminal.wait("it outlived its terminal") { !console.terminal.isRunning }
      let next = try await ConsoleSession(["--calm"], in: home)
      try await next.see("Go on?")
      try next.press("Enter")
      try await next.seeNoMore("Go on?")
      try next.press("F9")
      try await next.see("Vega at seven")
    }

    @Test func `without XDG_STATE_HOME the practice is kept under HOME`() async throws {
      let console = try await ConsoleSession(["--calm"], without: ["XDG_STATE_HOME"])
      try await console.waitForLiveView()
      try console.press("F8")
      try await console.see("15 min later")
      let path = console.terminal.folder.path + "/.local/state/recorder-console/practice.sqlite"
      #expect(FileManager.default.fileExists(atPath: path))
    }

    @Test func `without HOME either, the console says so and goes on`() async throws {
      let console = try await ConsoleSession(["--calm"], without: ["XDG_STATE_HOME", "HOME"])
      let note = try await console.dialog("Not kept")
      #expect(note.contains("neither XDG_STATE_HOME nor HOME is set"), "\(note)")
      try console.press("Enter")
      try await console.openSignIn()
    }

    /// A practice as a console leaves it.
    private static func practice() async throws -> Data {
      let home = try ConsoleHome()
      let console = try await ConsoleSession(["--calm"], in: home)
      try await console.waitForLiveView()
      try console.press("F8")
      try await console.see("15 min later")
      try console.press("C-c", "C-c")
      try await console.terminal.waitForExit()
      #expect(try home.files() == ["practice.lock", "practice.sqlite"])
      return try Data(contentsOf: home.practice)
    }

    private static func expectKeptAside(
      _ data: Data, word: String, saying sentence: String
    ) async throws {
      let home = try ConsoleHome()
      try home.plant(data)
      let console = try await ConsoleSession(["--calm"], in: home)
      let note = try await console.dialog("Please note")
      #expect(note.contains(sentence), "\(note)")
      try console.press("Enter", "F8")
      try await console.see("15 min later")
      try console.press("C-c", "C-c")
      #expect(try await console.terminal.waitForExit() == 0)
      let aside = try #require(try home.files().first { $0.hasPrefix("practice-\(word)-") })
      #expect(try Data(contentsOf: home.stateFolder.appendingPathComponent(aside)) == data)
      let next = try await ConsoleSession(["--calm"], in: home)
      try await next.see("Go on?")
    }
  }
}
