import PracticeDesk
import RecorderEngine
import Support
import Testing
import TextUI

/// The paperclip at the back panel of every recorder that is shipped.
@Suite struct ResetButtonScreenTests {
  static let recorders = [
    "classic-dvr-2018", "legacy-dvr", "nvr-1-4-1", "nvr-1-4-2", "nvr-1-4-12", "smart-nvr",
  ]

  /// A trainee at a recorder with a password of its own; nobody is signed in.
  private func sitDown(_ recorder: String) async throws -> Operator {
    let trainee = try await Operator.sitsDown(at: recorder)
    if trainee.recorder?.needsSetup == true {
      await trainee.finishSetup()
    } else {
      let profile = try #require(trainee.recorder?.profile)
      let old = profile.signIn.defaultPassword.map { Secret($0.value) } ?? ""
      await trainee.ask(.session(.signIn(.admin, old)))
      await trainee.ask(.accounts(.changePassword(current: old, .twice("Night-Shift1!"))))
      await trainee.press(.escape)
    }
    let night = AccountDetails(name: "night", group: "Ordinary")
    await trainee.ask(.accounts(.add(night, .twice("Other-Pass2!"))))
    await trainee.ask(.session(.signOut))
    return trainee
  }

  private func isReset(_ trainee: Operator) -> Bool {
    trainee.recorder?.account(.admin)?.password == .factoryDefault
  }

  @Test(arguments: recorders)
  func tooShortDoesNothing(_ recorder: String) async throws {
    let trainee = try await sitDown(recorder)
    await trainee.holdPaperclip(for: .milliseconds(9_900))
    #expect(trainee.screenContains("9.9"), "\(trainee.picture)")
    await trainee.pass(.minutes(2))
    #expect(!isReset(trainee))
    #expect(trainee.recorder?.power == .running)
  }

  @Test(arguments: recorders, [Int64(10_000), 40_000])
  func longEnoughOrLongerResetsWhatTheProfileSays(_ recorder: String, hold: Int64) async throws {
    let trainee = try await sitDown(recorder)
    let before = try #require(trainee.recorder)
    await trainee.holdPaperclip(for: .milliseconds(hold))
    #expect(trainee.titleRow.contains("beep beep") || hold > 14_000, "\(trainee.picture)")
    await trainee.pass(.minutes(2))
    let after = try #require(trainee.recorder)
    let scope = after.profile.resetButton.scope.value
    #expect(isReset(trainee))
    #expect(after.recordings.spans.first?.start == before.recordings.spans.first?.start)
    #expect((after.accounts.count == 1) == scope.contains(.accounts))
  }

  @Test(arguments: recorders)
  func aPowerCutWhileHoldingOrWritingLeavesEverything(_ recorder: String) async throws {
    let holding = try await sitDown(recorder)
    await holding.press(.function(3))
    await holding.putPaperclipIn()
    await holding.pass(.seconds(6))
    await holding.press(.character("o"))
    await holding.choose("Power off")
    await holding.pass(.seconds(6))
    await holding.press(.character("o"))
    await holding.pass(.minutes(2))
    #expect(!isReset(holding), "\(holding.picture)")
    let writing = try await sitDown(recorder)
    await writing.press(.function(3))
    await writing.putPaperclipIn()
    await writing.pass(.seconds(11))
    await writing.press(.character(" "))
    await writing.pass(.seconds(1))
    await writing.press(.character("o"))
    await writing.choose("Power off")
    await writing.press(.character("o"))
    await writing.pass(.minutes(2))
    #expect(!isReset(writing), "\(writing.picture)")
    #expect(writing.recorder?.power == .running)
  }

  @Test(arguments: recorders)
  func afterItTheDefaultSignInOrTheWizardIsThere(_ recorder: String) async throws {
    let trainee = try await sitDown(recorder)
    await trainee.holdPaperclip(for: .seconds(11))
    await trainee.pass(.minutes(2))
    await trainee.press(.function(2))
    guard !trainee.path.hasSuffix("setup") else { return }
    #expect(trainee.recorder?.needsSetup == false)
    let old = try #require(trainee.recorder?.profile.signIn.defaultPassword)
    await trainee.signIn(old.value)
    #expect(trainee.recorder?.session?.account == .admin, "\(trainee.picture)")
  }

  @Test func camerasThatKeepTheirPasswordsAreTakenBackAtCameraEdit() async throws {
    let trainee = try await sitDown("nvr-1-4-2")
    await trainee.holdPaperclip(for: .seconds(11))
    await trainee.pass(.minutes(2))
    await trainee.press(.function(2))
    await trainee.finishSetup()
    #expect(trainee.screenContains("wrong user name or password"), "\(trainee.picture)")
    let cameras = try #require(trainee.recorder?.profile.cameras)
    await trainee.open(.cameras)
    await trainee.press(.enter)
    await trainee.type(cameras.password.value)
    await trainee.press(.tab, .character(" "))
    await trainee.choose("Save")
    #expect(trainee.recorder?.refusedChannels == [], "\(trainee.picture)")
  }
}

/// A model that reads its button only while it is switched on with it held.
@Suite struct ButtonAtStartScreenTests {
  @Test func whileItRunsTheConsoleSaysWhyNothingHappened() async throws {
    let trainee = try await Operator.sitsDown(at: "nvr-1-4-1")
    await trainee.press(.function(3), .character(" "))
    await trainee.pass(.seconds(20))
    await trainee.press(.character(" "))
    #expect(trainee.screenContains("only while it is switched on"), "\(trainee.picture)")
    #expect(trainee.recorder?.power == .running)
  }
}

extension FrameStory {
  static let backPanels: [FrameStory] = [
    FrameStory("back-panel") { await $0.press(.function(3)) },
    FrameStory("back-panel-cables") { trainee in
      await trainee.press(.function(3), .character("1"), .character("3"), .character("n"))
    },
    FrameStory("back-panel-held") { trainee in
      await trainee.press(.function(3), .character(" "))
      await trainee.pass(.milliseconds(4_300))
    },
    FrameStory("back-panel-beeped") { trainee in
      await trainee.press(.function(3), .character(" "))
      await trainee.pass(.milliseconds(10_600))
    },
    FrameStory("back-panel-off") { trainee in
      await trainee.press(.function(3), .character("o"))
      await trainee.choose("Power off")
    },
    FrameStory("starting") { trainee in
      await trainee.holdPaperclip(for: .seconds(11))
      await trainee.press(.function(2))
      await trainee.pass(.seconds(8))
    },
  ]
}
