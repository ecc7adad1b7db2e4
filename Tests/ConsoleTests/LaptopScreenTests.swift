import ConsoleRuntime
import PracticeDesk
import RecorderEngine
import Support
import Testing
import TextUI

@testable import Console
@testable import DeskScreens
@testable import ScreenKit

/// The laptop's IP Manager: found, filtered, sorted, marked, ordered, exported, by keys alone.
@Suite struct LaptopScreenTests {
  private func trainee(
    stick: MemoryStick = MemoryStick(), language: String = "en"
  ) async throws -> Operator {
    let trainee = try await Operator.sitsDown(
      options: Console.Options(isCalm: true, language: language), stick: stick)
    await trainee.search()
    return trainee
  }

  private func laptop(_ trainee: Operator) -> LaptopKnowledge {
    trainee.known?.surroundings.laptop ?? LaptopKnowledge()
  }

  @Test func itsNetworkIsReadWhenItIsOpenedAndNotBefore() async throws {
    let trouble = AssetTrouble("practice-network.yaml:7:1: expected a key")
    let trainee = try await Operator.sitsDown(assets: ExtraAssets(networkTrouble: trouble))
    await trainee.signIn("12345")
    #expect(!trainee.picture.contains("practice-network"), "\(trainee.picture)")
    await trainee.press(.function(6))
    #expect(trainee.coach.contains(trouble.message), "\(trainee.picture)")
    await trainee.press(.control("w"))
    #expect(trainee.screenContains("E-mail of the client"), "\(trainee.picture)")
  }

  @Test func itsNetworkIsMadeAgainInAPracticeThatGoesOn() async throws {
    let keeper = MemoryKeeper()
    let trainee = try await Operator.sitsDown(keeper: keeper)
    await trainee.press(.function(6))
    await trainee.pass(.seconds(5))
    let before = laptop(trainee).devices
    let again = try await trainee.restart()
    await again.press(.enter, .function(2), .function(6))
    await again.pass(.seconds(5))
    #expect(laptop(again).devices.map(\.details) == before.map(\.details))
  }

  @Test func theNoteInTheHelpIsTheOneInTheNetworksFile() throws {
    let help = IPManagerPage().help.joined()
    #expect(try help.contains("“Site password: \(TestNetwork.profile.laptop.notedPassword)”"))
    for password in try TestNetwork.profile.models.compactMap(\.defaultPassword) {
      #expect(help.contains("take \(password)."))
    }
  }

  @Test func theListFillsWhileAnswersArrive() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.press(.function(6))
    #expect(trainee.screenContains("Waiting for answers …"), "\(trainee.picture)")
    await trainee.pass(.seconds(1))
    let early = laptop(trainee).devices.count
    #expect((1..<13).contains(early), "\(trainee.picture)")
    #expect(trainee.screenContains("Searching: \(early) found"), "\(trainee.picture)")
    await trainee.pass(.seconds(4))
    #expect(trainee.screenContains("13 devices · by address ▲"), "\(trainee.picture)")
    #expect(trainee.coach.contains("Search finished: 13 devices."), "\(trainee.picture)")
    #expect(trainee.screenContains("192.168.226.201"), "\(trainee.picture)")
  }

  @Test func aFilterAndASearchShowFewerAndEscapeShowsAll() async throws {
    let trainee = try await trainee()
    await trainee.press(.character("f"), .character("f"))
    #expect(trainee.screenContains("2 of 13 devices · only: recorders"), "\(trainee.picture)")
    await trainee.press(.escape)
    await trainee.type("/192.168.226.201")
    #expect(trainee.screenContains("1 found"), "\(trainee.picture)")
    await trainee.press(.enter)
    #expect(trainee.screenContains("1 of 13 devices · /192.168.226.201"), "\(trainee.picture)")
    await trainee.press(.escape)
    #expect(trainee.screenContains("13 devices · by"), "\(trainee.picture)")
    await trainee.press(.escape)
    #expect(trainee.path == "monitor/live-view")
  }

  @Test func theListIsSortedByEachColumnBothWays() async throws {
    let trainee = try await trainee()
    for name in ["name", "model", "MAC", "firmware", "state", "address"] {
      await trainee.press(.character("s"))
      #expect(trainee.screenContains("by \(name) ▲"), "\(trainee.picture)")
    }
    let first = trainee.body[4]
    await trainee.press(.character("S"), .home)
    #expect(trainee.screenContains("by address ▼"), "\(trainee.picture)")
    #expect(trainee.body[4] != first, "\(trainee.picture)")
  }

  @Test func spaceMarksAndAMarksAllOrNone() async throws {
    let trainee = try await trainee()
    await trainee.press(.character(" "), .character(" "))
    #expect(trainee.screenContains("2 marked"), "\(trainee.picture)")
    await trainee.press(.character("a"))
    #expect(trainee.screenContains("13 marked"), "\(trainee.picture)")
    await trainee.press(.character("a"))
    #expect(!trainee.screenContains("marked"), "\(trainee.picture)")
  }

  @Test func theMenuDoesWhatItsKeysDo() async throws {
    let trainee = try await trainee()
    await trainee.press(.character("m"))
    #expect(trainee.screenContains("For 1 device"), "\(trainee.picture)")
    await trainee.press(.down, .down, .down, .down, .enter)
    #expect(trainee.path.hasSuffix("laptop/order"), "\(trainee.path)")
    #expect(trainee.screenContains("Restart"), "\(trainee.picture)")
    await trainee.press(.escape, .character("m"), .character("p"))
    #expect(trainee.screenContains("New password"), "\(trainee.picture)")
  }

  @Test func theDetailsOfADeviceAreShown() async throws {
    let trainee = try await trainee()
    await trainee.press(.end, .enter)
    #expect(trainee.screenContains("PR1811004C112F"), "\(trainee.picture)")
    #expect(trainee.screenContains("This is the recorder on the desk."), "\(trainee.picture)")
  }

  @Test func aJobIsRehearsedAskedForRunAndReported() async throws {
    let trainee = try await trainee()
    await trainee.rehearse("r", typing: "Site-2024")
    #expect(trainee.screenContains("Nothing has been done"), "\(trainee.picture)")
    #expect(laptop(trainee).report == nil)
    await trainee.press(.enter)
    #expect(trainee.screenContains("will accept this"), "\(trainee.picture)")
    await trainee.press(.enter)
    #expect(laptop(trainee).report == nil, "the safe answer is in front")
    await trainee.press(.enter)
    await trainee.choose("Only those \(laptop(trainee).rehearsal?.ready ?? 0)")
    #expect(trainee.path.hasSuffix("laptop/job"), "\(trainee.path)")
    await trainee.pass(.seconds(10))
    let report = try #require(laptop(trainee).report)
    #expect(report.left == 0 && report.done > 0)
    #expect(trainee.screenContains("\(report.done) done, \(report.failed) failed"))
    #expect(trainee.screenContains("✓ done"), "\(trainee.picture)")
  }

  @Test func theFailedAreTriedAgainWithAnotherPassword() async throws {
    let trainee = try await trainee()
    await trainee.rehearse("r", typing: "wrong")
    await trainee.press(.enter)
    await trainee.choose("All 13")
    await trainee.pass(.seconds(10))
    let before = try #require(laptop(trainee).report)
    #expect(before.done == 0, "\(trainee.picture)")
    await trainee.press(.character("r"))
    #expect(trainee.screenContains("Restart, once more"), "\(trainee.picture)")
    await trainee.type("Site-2024")
    await trainee.choose("Dry run")
    await trainee.press(.enter)
    await trainee.choose("Only those \(laptop(trainee).rehearsal?.ready ?? 0)")
    await trainee.pass(.seconds(10))
    let after = try #require(laptop(trainee).report)
    #expect(after.targets == before.targets && after.done > 0, "\(trainee.picture)")
  }

  @Test func mistakesAreToldAtTheirFields() async throws {
    let trainee = try await trainee()
    await trainee.press(.end, .up, .character("c"))
    await trainee.choose("Dry run")
    #expect(trainee.screenContains("The devices ask for it."), "\(trainee.picture)")
    await trainee.type("Site-2024")
    await trainee.press(.tab, .control("u"))
    await trainee.type("192.168.226.201")
    await trainee.choose("Dry run")
    #expect(trainee.screenContains("192.168.226.201 belongs to DVR."), "\(trainee.picture)")
    await trainee.press(.control("u"))
    await trainee.type("10.0.0.9")
    await trainee.choose("Dry run")
    #expect(trainee.screenContains("It must be in the same network."), "\(trainee.picture)")
  }

  @Test("All get a time server; one has to be named")
  func timeServer() async throws {
    let trainee = try await trainee()
    await trainee.press(.character("a"), .character("t"))
    await trainee.type("Site-2024")
    await trainee.press(.tab, .right)
    await trainee.choose("Dry run")
    #expect(trainee.screenContains("A name or an address"), "\(trainee.picture)")
    await trainee.type("time.example.org")
    await trainee.choose("Dry run")
    #expect(trainee.screenContains("would get the time"), "\(trainee.picture)")
    await trainee.press(.enter)
    await trainee.choose("All 13")
    await trainee.pass(.seconds(10))
    let report = try #require(laptop(trainee).report)
    #expect(report.act == .setTime && report.done > 0, "\(trainee.picture)")
    #expect(
      laptop(trainee).deeds.has(
        .setTime, at: report.targets[report.outcomes.firstIndex(of: .done) ?? 0]))
  }

  @Test func aWeakPasswordIsToldAtItsField() async throws {
    let trainee = try await trainee()
    await trainee.rehearse("p", typing: "Site-2024", "x", "x")
    #expect(trainee.screenContains("At least 8 characters"), "\(trainee.picture)")
  }

  @Test func devicesAndResultsAreExported() async throws {
    let stick = MemoryStick()
    let trainee = try await trainee(stick: stick)
    await trainee.press(.character("e"))
    let devices = try #require(stick.files["ip-manager_2026-11-20_230405.csv"], "\(stick.files)")
    #expect(devices.split(separator: "\r\n").count == 14)
    #expect(devices.hasPrefix("\u{FEFF}kind,name,"))
    await trainee.rehearse("r", typing: "Site-2024")
    await trainee.press(.enter)
    await trainee.choose("All 13")
    await trainee.pass(.seconds(10))
    await trainee.press(.character("e"))
    let job = try #require(stick.files.first { $0.key.hasPrefix("job_") }?.value)
    #expect(job.hasPrefix("\u{FEFF}number,name,model,address,mac,new address,job,result\r\n"))
    #expect(job.contains(",Restart,done"))
  }

  @Test func aJobThatWasCutOffSaysSoAfterTheNextStart() async throws {
    let trainee = try await trainee()
    await trainee.press(.character("a"), .character("u"))
    await trainee.type("Site-2024")
    await trainee.choose("Dry run")
    await trainee.press(.enter)
    await trainee.choose("All 13")
    await trainee.pass(.seconds(1))
    let next = try await trainee.restart()
    await next.choose("Resume")
    await next.press(.function(6))
    await next.pass(.seconds(5))
    await next.press(.character("j"))
    #expect(next.screenContains("Cut off: the console ended"), "\(next.picture)")
  }

  @Test func noTypedPasswordIsOnAnyScreenOrInWhatIsKept() async throws {
    let keeper = MemoryKeeper()
    let trainee = try await Operator.sitsDown(keeper: keeper)
    await trainee.press(.function(6))
    await trainee.pass(.seconds(5))
    await trainee.press(.character("a"), .character("p"))
    var frames: [String] = []
    for text in ["PLANTED-1old", "PLANTED-1new", "PLANTED-1new"] {
      await trainee.type(text)
      frames.append(trainee.picture)
      await trainee.press(.tab)
    }
    await trainee.choose("Dry run")
    frames.append(trainee.picture)
    await trainee.press(.enter)
    await trainee.choose("All 13")
    await trainee.pass(.seconds(20))
    frames.append(trainee.picture)
    #expect(!frames.joined().contains("PLANTED"))
    #expect(!"\(keeper.kept as Any)".contains("PLANTED"))
    #expect(laptop(trainee).report?.left == 0)
  }

  @Test func theIPManagerSpeaksSpanish() async throws {
    let trainee = try await trainee(language: "es")
    #expect(trainee.screenContains("13 dispositivos · por dirección ▲"), "\(trainee.picture)")
    await trainee.press(.character("m"))
    #expect(trainee.screenContains("Para 1 dispositivo"), "\(trainee.picture)")
  }

  @Test func itIsUsableInASmallWindow() async throws {
    let trainee = try await trainee()
    await trainee.resize(rows: 20, columns: 60)
    #expect(trainee.screenContains("192.168.226.10"), "\(trainee.picture)")
    await trainee.press(.character("c"))
    #expect(trainee.screenContains("First address"), "\(trainee.picture)")
  }
}

extension FrameStory {
  static let laptopScreens: [FrameStory] = [
    FrameStory("laptop-searching") { trainee in
      await trainee.press(.function(6))
      await trainee.pass(.seconds(1))
    },
    FrameStory("laptop") { trainee in
      await trainee.search()
      await trainee.press(.character(" "), .down, .character(" "))
    },
    FrameStory("laptop-menu") { trainee in
      await trainee.search()
      await trainee.press(.character("a"), .character("m"))
    },
    FrameStory("laptop-device") { trainee in
      await trainee.search()
      await trainee.press(.end, .enter)
    },
    FrameStory("laptop-password") { trainee in
      await trainee.search()
      await trainee.press(.character("a"), .character("p"))
      await trainee.fill("Site-2024", "Fresh-Pass1")
    },
    FrameStory("laptop-address") { await $0.searchAndRehearse("c") },
    FrameStory("laptop-dry-run") { await $0.searchAndRehearse("r") },
    FrameStory("laptop-question") { trainee in
      await trainee.searchAndRehearse("r")
      await trainee.press(.enter)
    },
    FrameStory("laptop-job") { await $0.restartAll(andWait: .milliseconds(600)) },
    FrameStory("laptop-results") { await $0.restartAll(andWait: .seconds(10)) },
  ]
}
