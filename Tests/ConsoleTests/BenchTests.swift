import PracticeDesk
import RecorderEngine
import ScreenKit
import Support
import Testing
import TextUI
import Training

@testable import Console

/// The bench: recorders in states that somebody chooses.
@Suite struct BenchTests {
  private func scenario(_ choice: BenchChoice) throws -> Scenario {
    choice.scenario(
      for: try RepositoryAssets().recorder(choice.recorder), now: Operator.evening,
      id: "shop-at-night")
  }

  @Test func whatIsNotLostStandsInTheNotebook() throws {
    let all = Set(BenchChoice.SetUp.allCases)
    let lost = try scenario(
      BenchChoice(recorder: "nvr-1-4-12", with: all, lost: Set(BenchChoice.Lost.allCases)))
    #expect(lost.situation.adminPassword == .lost)
    #expect(lost.situation.answers.count == 3)
    #expect(!lost.situation.notes.contains("Rex"))
    #expect(lost.situation.phoneAddress != lost.situation.email)
    #expect(lost.situation.phoneAccount == nil)
    let kept = try scenario(BenchChoice(recorder: "nvr-1-4-12", with: all, lost: []))
    #expect(kept.situation.adminPassword == .known(BenchChoice.password))
    #expect(kept.situation.notes.contains(BenchChoice.password))
    #expect(kept.situation.notes.contains("Rex"))
    #expect(kept.situation.phoneAddress == kept.situation.email)
  }

  @Test func theAppsPasswordStandsInTheNotebook() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.lesson(
      .prepare(BenchChoice(recorder: "nvr-1-4-12", with: [.app], lost: [.password, .phone])))
    await trainee.signInToApp(password: "App-Pass1")
    #expect(trainee.screenContains("Wrong password"), "\(trainee.picture)")
    await trainee.type(BenchChoice.appPassword)
    await trainee.press(.enter)
    #expect(trainee.console.desk?.surroundings.phone.app.account == "owner", "\(trainee.picture)")
  }

  @Test func whatARecorderDoesNotHaveIsLeftOut() throws {
    let legacy = try scenario(
      BenchChoice(recorder: "legacy-dvr", with: Set(BenchChoice.SetUp.allCases)))
    #expect(legacy.situation.answers.isEmpty && legacy.situation.email.isEmpty)
    #expect(legacy.situation.appAccount == nil && legacy.situation.clientEmail == nil)
  }

  @Test func theBenchPreparesAndF12BeginsAnew() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.press(.function(7), .tab)
    #expect(trainee.overlays == ["bench"], "\(trainee.picture)")
    await trainee.press(.enter)
    let prepared = try #require(trainee.recorder)
    #expect(trainee.overlays == [] && trainee.path == "monitor/live-view", "\(trainee.picture)")
    #expect(prepared.accounts[0].questions == 3)
    #expect(prepared.setup == .done)
    await trainee.openSignIn()
    await trainee.signInWrongly(times: 5)
    #expect(trainee.recorder?.lockOuts.isEmpty == false)
    await trainee.press(.escape, .function(12))
    await trainee.choose("Begin anew")
    #expect(trainee.recorder?.lockOuts.isEmpty == true, "\(trainee.picture)")
    #expect(trainee.recorder?.accounts == prepared.accounts)
    #expect(trainee.recorder?.settings == prepared.settings)
  }

  @Test func aLessonBeginsAnewAtItsFirstStep() async throws {
    let trainee = try await Operator.sitsDown(lesson: "eleven-at-night")
    await trainee.press(.enter)
    await trainee.openSignIn()
    await trainee.signInWrongly(times: 1)
    #expect(trainee.console.lesson?.progress.step == 1, "\(trainee.picture)")
    await trainee.press(.escape, .function(12))
    await trainee.choose("The lesson")
    #expect(trainee.console.lesson?.progress.step == 0, "\(trainee.picture)")
    #expect(trainee.clock.now == trainee.console.lesson?.scenario.start)
  }

  @Test func theChoiceIsKeptWithThePractice() async throws {
    let keeper = MemoryKeeper()
    let trainee = try await Operator.sitsDown(keeper: keeper)
    await trainee.press(.function(7), .tab)
    await trainee.press(.enter)
    await trainee.openSignIn()
    await trainee.signInWrongly(times: 1)
    guard case .choice(let choice)? = keeper.kept?.origin else {
      Issue.record("\(String(describing: keeper.kept?.origin))")
      return
    }
    #expect(choice.recorder == "classic-dvr-2018")
    #expect(choice.with == [.questions, .email] && choice.lost == [.password])
  }

  @Test func ageAndFirmwareAreThoseOfTheRecorder() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.press(.function(7), .tab)
    for _ in 0..<40 where !trainee.body.contains(where: { $0.contains("▸ Firmware") }) {
      await trainee.press(.tab)
    }
    await trainee.type("1.4.x")
    await trainee.press(.enter)
    #expect(trainee.screenContains("such as 1.4.12"), "\(trainee.picture)")
    await trainee.lesson(
      .prepare(
        BenchChoice(
          recorder: "classic-dvr-2018", faults: [.spam, .coveredLens], age: .week,
          firmware: FirmwareVersion("1.4.2"))))
    let recorder = try #require(trainee.recorder)
    #expect(recorder.firmware == FirmwareVersion("1.4.2"))
    let oldest = try #require(recorder.recordings.oldest)
    #expect(trainee.clock.now - oldest == .days(7) + .minutes(4), "footage goes by whole hours")
    #expect(recorder.account(.admin)?.passwordSince == trainee.clock.now - .days(7))
    #expect(recorder.cameras.channels[0] == .covered)
    #expect(trainee.console.desk?.surroundings.faults.has(.spam) == true)
  }

  @Test(arguments: BenchChoice.Age.allCases)
  func nothingIsOlderThanTheRecorder(age: BenchChoice.Age) throws {
    let scenario = try scenario(BenchChoice(recorder: "nvr-1-4-12", lost: [], age: age))
    #expect(scenario.situation.age == age.length)
    #expect(scenario.situation.preparation.age == age.length)
  }

  @Test func aStateIsSavedUnderAName() async throws {
    let stick = MemoryStick()
    let trainee = try await Operator.sitsDown(stick: stick)
    await trainee.press(.function(7), .tab)
    await trainee.choose("Save")
    #expect(trainee.screenContains("Small letters, digits and hyphens"), "\(trainee.picture)")
    await trainee.type("shop-at-night")
    await trainee.choose("Save")
    let text = try #require(stick.files["shop-at-night.yaml"], "\(trainee.picture)")
    #expect(text.contains("scenario: shop-at-night") && text.contains("adminPassword: lost"))
  }
}

extension FrameStory {
  static let bench: [FrameStory] = [
    FrameStory("bench") { await $0.press(.function(7), .tab) },
    FrameStory("begin-anew") { await $0.press(.function(12)) },
  ]
}
