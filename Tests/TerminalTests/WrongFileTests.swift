import Support
import Testing

extension RealTerminalTests {
  /// Names that are wrong, and data files that are.
  @Suite(.serialized) struct WrongFileTests {
    @Test(arguments: [
      (["practice", "--recorder", "clasic-dvr-2018"], "classic-dvr-2018"),
      (["practice", "eleven-at-nihgt"], "eleven-at-night"),
    ])
    func `a name with a slip is answered with the right one`(
      arguments: [String], right: String
    ) async throws {
      let told = try ConsoleCommand.run(arguments)
      #expect(told.status == 1)
      #expect(told.errors.contains(right), "\(told.errors)")
      #expect(told.output == "")
      let console = try await ConsoleSession(arguments, columns: 200)
      #expect(try await console.terminal.waitForExit() == 1)
      try await console.see(right)
    }

    @Test func `a damaged recorder ends the console with the place of the mistake`() async throws {
      let assets = try ConsoleAssets()
      try assets.edit(
        "Recorders/classic-dvr-2018.yaml", "startTime: { value: 20 s", "startTime: { value: soon")
      try await Self.expectFailure(
        ["--assets", assets.url.path], #/classic-dvr-2018\.yaml:\d+:\d+: /#)
    }

    @Test func `a damaged scenario ends the console with the place of the mistake`() async throws {
      let assets = try ConsoleAssets()
      try assets.edit(
        "Scenarios/eleven-at-night.yaml", "until: sign-in-refused", "until: sign-in-refusd")
      try await Self.expectFailure(
        ["practice", "eleven-at-night", "--assets", assets.url.path],
        #/eleven-at-night\.yaml:\d+:\d+: /#)
    }

    @Test func `a damaged menu is said on the screen, and the session goes on`() async throws {
      let assets = try ConsoleAssets()
      try assets.edit("Menus/classic.yaml", "categories:", "categoreis:")
      let console = try await ConsoleSession(["--calm", "--assets", assets.url.path])
      try await console.waitForLiveView()
      try await console.holdPaperclip(hurried: true)
      try await console.signInWithDefault()
      try console.press("Enter")
      try await console.see("classic.yaml:")
      try console.press("Escape")
      try await console.see("CAM 1 Driveway")
      try await console.choose("Search recordings")
      try await console.see("on 3 channels")
    }

    @Test func `a damaged network is said on the laptop, and the session goes on`() async throws {
      let assets = try ConsoleAssets()
      try assets.edit("Networks/practice-network.yaml", "lockOut: 30 min", "lockOut: soon")
      let console = try await ConsoleSession(
        ["--calm", "--assets", assets.url.path], columns: 160)
      try await console.waitForLiveView()
      try console.press("g", "l")
      try await console.see("practice-network.yaml:")
      try console.press("g", "m")
      try await console.see("CAM 1 Driveway")
    }

    @Test func `a damaged scene is said on the screen, and the session goes on`() async throws {
      let assets = try ConsoleAssets()
      try assets.edit("Scenes/driveway.yaml", "layers:", "layer:")
      let console = try await ConsoleSession(["--calm", "--assets", assets.url.path])
      try await console.see("CAM 1 Driveway", "driveway.yaml:")
      try await console.openSignIn()
      try console.type("wrong")
      try console.press("Enter")
      try await console.see("4 tries left")
    }

    private static func expectFailure(
      _ arguments: [String], _ place: some RegexComponent
    ) async throws {
      let console = try await ConsoleSession(arguments, columns: 200)
      #expect(try await console.terminal.waitForExit() == 1)
      try await console.see("recorder-console: ")
      #expect(try console.terminal.screen().joined().contains(place.regex))
      try await LeavingTests.expectLeft(console, status: 1)
    }
  }
}
