import RecorderEngine
import ScreenKit
import Support
import Testing
import TextUI
import Training

@testable import Console
@testable import ConsoleRuntime

/// What the console says of keeping what was done, and what it does so that nothing is lost.
@Suite struct KeepingTests {
  @Test func aSaveThatFailsIsSaidAfterTheAnswerAndMarkedUntilOneWorks() async throws {
    let trainee = try await Operator.sitsDown()
    trainee.keeper.fail(because: "the disk is full.")
    await trainee.press(.function(8))
    #expect(trainee.coach.contains("Not kept: the disk is full."), "\(trainee.picture)")
    await trainee.press(.function(8))
    #expect(trainee.coach.contains("15 min later"), "\(trainee.picture)")
    #expect(trainee.titleRow.contains("NOT KEPT"), "\(trainee.picture)")
    trainee.keeper.fail(because: nil)
    await trainee.press(.function(8))
    #expect(trainee.coach.contains("What you did is kept again."), "\(trainee.picture)")
    #expect(!trainee.titleRow.contains("NOT KEPT"), "\(trainee.picture)")
    #expect(trainee.keeper.kept?.desk.snapshot == trainee.known)
  }

  @Test func bothLeavingTextsSayWhatIsTrue() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.press(.control("c"))
    #expect(trainee.coach.contains("What you did is kept."), "\(trainee.picture)")
    await trainee.press(.function(10))
    #expect(trainee.screenContains("next time you can go on here"), "\(trainee.picture)")
    await trainee.press(.escape)
    trainee.keeper.fail(because: "the disk is full.")
    await trainee.press(.function(8))
    await trainee.pass(.seconds(4))
    await trainee.press(.control("c"))
    #expect(trainee.coach.contains("is not kept yet: the disk is full."), "\(trainee.picture)")
    await trainee.press(.function(10))
    #expect(trainee.screenContains("is not kept: the disk is full."), "\(trainee.picture)")
  }

  @Test func whoAskedThatNothingIsKeptIsToldSo() async throws {
    var console = Console(
      size: Size(rows: 24, columns: 80), capabilities: .practice,
      options: Console.Options(isCalm: true), at: Operator.evening)
    _ = console.update(.storeOpened(.notWanted), at: Operator.evening)
    _ = console.update(.input(.key(.control("c"))), at: Operator.evening)
    #expect(
      console.notice?.text.spoken == "Ctrl-C again leaves. What you did is not kept this time.")
  }

  @Test func aStoreThatWasMadeAnewIsSaid() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.receive(.storeStanding(.keptAnew("The folder was removed.")))
    #expect(trainee.coach.contains("The folder was removed."), "\(trainee.picture)")
    #expect(!trainee.titleRow.contains("NOT KEPT"))
  }

  // MARK: The notebook

  private func writing(_ text: String) async throws -> Operator {
    let trainee = try await Operator.sitsDown()
    await trainee.press(.function(9))
    await trainee.type(text)
    return trainee
  }

  @Test(arguments: [InputEvent.terminate, .hangup])
  func anEndingWritesTheOpenNotebook(ending: InputEvent) async throws {
    let trainee = try await writing("Vega")
    await trainee.give(ending)
    #expect(trainee.hasLeft)
    #expect(trainee.keeper.kept?.desk.surroundings.notes == "Vega")
  }

  @Test func ctrlCTwiceWritesTheOpenNotebook() async throws {
    let trainee = try await writing("Vega")
    await trainee.press(.control("c"), .control("c"))
    #expect(trainee.hasLeft)
    #expect(trainee.keeper.kept?.desk.surroundings.notes == "Vega")
  }

  @Test func anOpenNotebookIsWrittenSomeSecondsAfterTheLastKey() async throws {
    let trainee = try await writing("Vega")
    await trainee.pass(.seconds(2))
    #expect(trainee.keeper.kept?.desk.surroundings.notes != "Vega")
    await trainee.pass(.seconds(2))
    #expect(trainee.keeper.kept?.desk.surroundings.notes == "Vega")
    #expect(trainee.overlays == ["notebook"], "\(trainee.picture)")
    let writes = trainee.keeper.writes
    await trainee.pass(.seconds(20))
    #expect(trainee.keeper.writes == writes, "what is kept is not written again")
    await trainee.type("!")
    await trainee.press(.escape)
    #expect(trainee.keeper.kept?.desk.surroundings.notes == "Vega!")
    #expect(trainee.overlays == [])
  }

  @Test func aNotebookBelowAQuestionIsWrittenAsWell() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.press(.function(9))
    await trainee.type("router is 10.0.0.1")
    await trainee.press(.function(1))
    await trainee.pass(.seconds(10))
    #expect(trainee.keeper.kept?.desk.snapshot.surroundings.notes == "router is 10.0.0.1")
  }

  @Test func thereIsOneNotebookAlsoWhereItIsCovered() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.press(.function(9))
    await trainee.type("Vega")
    await trainee.press(.function(1), .control("n"))
    #expect(trainee.overlays.filter { $0 == "notebook" }.count == 1)
    #expect(trainee.screenContains("Vega"))
  }

  @Test func theNotebookStaysOpenUntilItsTextIsKept() async throws {
    let now = Operator.evening
    let trainee = try await writing("Vega")
    var console = trainee.console
    let effects = console.update(.input(.key(.escape)), at: now)
    #expect(effects.contains { if case .perform(.writeNotes("Vega")) = $0 { true } else { false } })
    #expect(console.overlays.map(\.name) == ["notebook"])
    _ = console.update(.answered([.notesWritten("Vega")], nil), at: now)
    #expect(console.overlays.isEmpty)
  }

  @Test func aNotebookThatWasNotWrittenStaysOpen() async throws {
    let trainee = try await writing("Vega")
    var console = trainee.console
    _ = console.update(.input(.key(.escape)), at: Operator.evening)
    _ = console.update(.fault(.notConnected), at: Operator.evening)
    #expect(console.overlays.map(\.name) == ["notebook"])
  }

  @Test func aCodeIsInTheNotebookOnceItIsKept() async throws {
    let trainee = try await Operator.sitsDown()
    var console = trainee.console
    var effects: [Effect] = []
    let context = try #require(console.context(at: Operator.evening))
    console.carryOut(
      Notebook.note("Code 1", context), on: .place(.monitor), at: Operator.evening, &effects)
    #expect(console.notice?.text.spoken.contains("notebook") != true)
    _ = console.update(.answered([.notesWritten("Code 1")], nil), at: Operator.evening)
    #expect(console.notice?.text.spoken == "In your notebook: Ctrl-N shows it.")
  }

  // MARK: Files for a person

  @Test func aFileOfThatNameIsReplacedOnlyWhereThatIsSaid() async throws {
    let name = "log_2026-11-20_230400.csv"
    let stick = MemoryStick([name: "older"])
    let trainee = try await Operator.sitsDown(stick: stick)
    await trainee.give(.resize(Size(rows: 24, columns: 80)))
    var console = trainee.console
    console.inFlight = 1
    _ = console.update(.file(.exists(name: name, text: "newer")), at: Operator.evening)
    #expect(console.overlays.map(\.name) == ["question"])
    _ = console.update(.presented, at: Operator.evening)
    let kept = console.update(.input(.key(.enter)), at: Operator.evening)
    #expect(!kept.contains { if case .file = $0 { true } else { false } })
    _ = console.update(.file(.exists(name: name, text: "newer")), at: Operator.evening)
    _ = console.update(.presented, at: Operator.evening)
    _ = console.update(.input(.key(.left)), at: Operator.evening)
    let replaced = console.update(.input(.key(.enter)), at: Operator.evening)
    #expect(
      replaced.contains {
        if case .file(.write(name, "newer", true)) = $0 { true } else { false }
      })
  }

  // MARK: Lessons

  @Test func aMistakeInALessonsFileIsToldAsWhatItIs() async throws {
    let trainee = try await Operator.sitsDown()
    var console = trainee.console
    console.inFlight = 1
    _ = console.update(.unreadable("night.yaml:3:1: expected a title"), at: Operator.evening)
    #expect(console.notice?.text.spoken == "night.yaml:3:1: expected a title")
    #expect(console.inFlight == 0)
  }

  @Test func keysThatWereTypedWhileALessonLoadedAreNoAnswerToItsStory() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.chooseLesson("The motion alert")
    #expect(trainee.screenContains("Begin the lesson?"))
    await trainee.burst([.key(.enter), .key(.enter), .key(.enter)])
    #expect(trainee.screenContains("Friday night, 2"), "\(trainee.picture)")
  }

  @Test func aPracticeWhoseLessonCannotBeReadIsOfferedAgainAndStaysKept() async throws {
    let keeper = MemoryKeeper()
    let first = try await Operator.sitsDown(keeper: keeper)
    await first.press(.function(8))
    let scenario = Scenario(
      id: "gone", title: "", story: "", recorder: "classic-dvr-2018", start: Operator.evening,
      situation: Situation(adminPassword: .lost), steps: [], goals: [], remarks: [])
    var kept = try #require(keeper.kept)
    kept.lesson = LessonProgress(scenario, at: Operator.evening)
    #expect(keeper.keep(kept) == .kept)
    let session = PracticeSession(
      plan: PracticePlan(recorder: "classic-dvr-2018", lesson: nil, seed: 1),
      assets: RepositoryAssets(), clock: ManualClock(at: Operator.evening),
      cryptography: PlainCryptography(), keeper: keeper, stick: MemoryStick())
    _ = try await session.begin()
    _ = await session.openStore()
    let answers = await session.resume()
    #expect(answers.contains { if case .unreadable = $0 { true } else { false } })
    #expect(answers.contains { if case .storeOpened(.canGoOn) = $0 { true } else { false } })
    _ = await session.perform(.writeNotes("on the fresh one"))
    #expect(keeper.kept == kept)
  }

  @Test func twoOffersThatDifferInTheStepAreNotEqual() {
    func offer(_ step: Int) -> Resumable {
      Resumable(
        recorderTitle: "a", lessonTitle: "b", step: Resumable.Step(number: step, count: 8),
        clock: Operator.evening, path: "monitor")
    }
    #expect(offer(2) == offer(2))
    #expect(offer(2) != offer(3))
  }

  @Test func leavingClosesTheStoreAfterTryingOnceMore() async throws {
    let keeper = MemoryKeeper()
    let clock = ManualClock(at: Operator.evening)
    let session = PracticeSession(
      plan: PracticePlan(recorder: "classic-dvr-2018", lesson: nil, seed: 1),
      assets: RepositoryAssets(), clock: clock, cryptography: PlainCryptography(), keeper: keeper,
      stick: MemoryStick())
    _ = try await session.begin()
    _ = await session.openStore()
    keeper.fail(because: "the disk is full.")
    _ = await session.perform(.writeNotes("Vega"))
    keeper.fail(because: nil)
    await session.close()
    #expect(keeper.isClosed)
    #expect(keeper.kept?.desk.snapshot.surroundings.notes == "Vega")
  }
}
