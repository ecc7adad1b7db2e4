import RecorderEngine
import Support
import Testing
import TextUI

/// The start-up wizard, from factory state to the first sign-in.
@Suite struct SetupWizardTests {
  private func sitsDown(
    _ profile: RecorderProfile = TestProfile.wizard, size: Size = Size(rows: 24, columns: 80)
  ) async throws -> Operator {
    try await Operator.sitsDown(at: profile.id, size: size, assets: ExtraAssets(profile))
  }

  private var offered: RecorderProfile { TestProfile.profile("offered", wizard: .offered) }

  @Test func whereTheSettingsAskForItItComesAfterTheLogin() async throws {
    let trainee = try await Operator.sitsDown()
    try await trainee.beAdmin()
    await trainee.ask(.changeSettings([.startupWizard: "on"]))
    await trainee.ask(.hands(.switchPower(on: false)))
    await trainee.ask(.hands(.switchPower(on: true)))
    await trainee.pass(trainee.recorder?.profile.power.startTime.value ?? .zero)
    #expect(!trainee.screenContains("Start-up wizard"), "\(trainee.picture)")
    try await trainee.beAdmin()
    #expect(trainee.screenContains("Start-up wizard"), "\(trainee.picture)")
    #expect(!trainee.screenContains("Password of admin"), "\(trainee.picture)")
    let offset = trainee.recorder?.clock.offset
    await trainee.choose("Next")
    #expect(trainee.screenContains("Footage and log carry this time"), "\(trainee.picture)")
    await trainee.pass(.minutes(1))
    await trainee.choose("Next")
    #expect(trainee.recorder?.clock.offset == offset, "a time that nobody typed is not set")
    await trainee.choose("Next")
    #expect(!trainee.screenContains("Format disk"), "\(trainee.picture)")
    await trainee.choose("Next")
    await trainee.choose("Finish")
    #expect(trainee.recorder?.setup == .done && trainee.recorder?.session != nil)
    #expect(trainee.path == "monitor/live-view", "\(trainee.path)")
  }

  @Test func itComesUpInFactoryStateAndGoesToTheEnd() async throws {
    let trainee = try await sitsDown()
    #expect(trainee.screenContains("Start-up wizard"), "\(trainee.picture)")
    await trainee.choose("Next")
    #expect(trainee.screenContains("Footage and log carry this time"), "\(trainee.picture)")
    await trainee.choose("Next")
    await trainee.fill("First-Pass1", "First-Pass1")
    await trainee.choose("Next")
    #expect(trainee.screenContains("Question 1"), "\(trainee.picture)")
    for answer in ["one", "two", "three"] {
      await trainee.press(.tab)
      await trainee.type(answer)
      await trainee.press(.tab)
    }
    await trainee.choose("Next")
    await trainee.choose("Next")
    #expect(trainee.screenContains("Where the recordings go"), "\(trainee.picture)")
    await trainee.choose("Next")
    #expect(trainee.screenContains("3 set"), "\(trainee.picture)")
    await trainee.choose("Finish")
    #expect(trainee.recorder?.setup == .done)
    #expect(trainee.recorder?.session?.account == .admin)
    #expect(trainee.path == "monitor/live-view", "\(trainee.path)")
  }

  @Test func aWeakPasswordStaysOnItsPage() async throws {
    let trainee = try await sitsDown()
    await trainee.choose("Next")
    await trainee.choose("Next")
    await trainee.fill("weak", "weak")
    await trainee.choose("Next")
    #expect(trainee.screenContains("▲ At least 8 characters;"), "\(trainee.picture)")
    #expect(trainee.recorder?.account(.admin)?.password == .factoryDefault)
  }

  @Test func skippingQuestionsIsWarnedAbout() async throws {
    let trainee = try await sitsDown()
    await trainee.choose("Next")
    await trainee.choose("Next")
    await trainee.fill("First-Pass1", "First-Pass1")
    await trainee.choose("Next")
    await trainee.choose("Skip")
    #expect(trainee.coach.contains("Skipped: Security questions."), "\(trainee.picture)")
    await trainee.choose("Next")
    await trainee.choose("Next")
    await trainee.choose("Finish")
    #expect(trainee.screenContains("hard to bring back"), "\(trainee.picture)")
    #expect(trainee.recorder?.setup != .done)
    await trainee.choose("Finish")
    #expect(trainee.recorder?.setup == .done)
  }

  @Test func escapeGoesBackPageByPageAndNotOut() async throws {
    let trainee = try await sitsDown()
    await trainee.choose("Next")
    await trainee.press(.escape)
    #expect(trainee.screenContains("How this recorder is called"), "\(trainee.picture)")
    await trainee.press(.escape)
    #expect(trainee.coach.contains("does nothing before its wizard is through"))
    #expect(trainee.path.hasSuffix("/setup"))
  }

  @Test func anOfferedWizardIsSkippedAfterAQuestion() async throws {
    let trainee = try await sitsDown(offered)
    await trainee.press(.escape)
    #expect(trainee.screenContains("Skip the wizard?"), "\(trainee.picture)")
    await trainee.choose("Skip")
    #expect(trainee.path == "monitor/live-view", "\(trainee.path)")
    await trainee.signIn()
    #expect(trainee.recorder?.session?.account == .admin)
  }

  @Test func aResetBringsItBack() async throws {
    let trainee = try await sitsDown(offered)
    await trainee.press(.escape)
    await trainee.choose("Skip")
    await trainee.press(.function(3), .character(" "))
    await trainee.pass(.seconds(11))
    await trainee.press(.character(" "), .function(2))
    await trainee.pass(.seconds(5))
    #expect(trainee.path.hasSuffix("/setup"), "\(trainee.picture)")
  }
}

/// A password that has expired: nothing else comes first.
@Suite struct ExpiredPasswordTests {
  private func expired() async throws -> Operator {
    let trainee = try await Operator.sitsDown(
      at: TestProfile.classic.id, assets: ExtraAssets(TestProfile.classic))
    await trainee.signIn()
    await trainee.changePassword()
    await trainee.receive(.tick)
    return trainee
  }

  @Test func anExpiredPasswordAsksForANewOne() async throws {
    let trainee = try await expired()
    await trainee.ask(.changeSettings([.passwordExpiry: "30 days"]))
    await trainee.ask(.session(.signOut))
    await trainee.sleep(.days(31))
    await trainee.signIn(Operator.strongPassword)
    #expect(trainee.screenContains("Your password has expired"), "\(trainee.picture)")
    await trainee.fill(Operator.strongPassword, "Brand-New-7", "Brand-New-7")
    await trainee.choose("Save")
    #expect(trainee.coach.contains("counts from now on"), "\(trainee.picture)")
    #expect(trainee.recorder?.session?.owesNewPassword == false)
  }

  @Test func escapeSignsOut() async throws {
    let trainee = try await expired()
    await trainee.ask(.changeSettings([.passwordExpiry: "30 days"]))
    await trainee.ask(.session(.signOut))
    await trainee.sleep(.days(31))
    await trainee.signIn(Operator.strongPassword)
    await trainee.press(.escape)
    #expect(trainee.recorder?.session == nil)
  }
}

extension FrameStory {
  static let setupPages: [FrameStory] = [
    FrameStory("startup-wizard", from: .recorder(.smart)),
    FrameStory("startup-password", from: .recorder(.smart)) { trainee in
      await trainee.choose("Next")
      await trainee.choose("Next")
      await trainee.fill("First-Pass1!")
    },
    FrameStory("startup-finish", from: .recorder(.smart)) { trainee in
      await trainee.goToSetupDisk()
      await trainee.choose("Next")
    },
  ]

  static let expiredPasswords: [FrameStory] = [
    FrameStory("expired-password") { trainee in
      await trainee.signIn()
      await trainee.changePassword()
      await trainee.ask(.changeSettings([.passwordExpiry: "30 days"]))
      await trainee.ask(.session(.signOut))
      await trainee.sleep(.days(31))
      await trainee.signIn(Operator.strongPassword)
    }
  ]
}
