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
    await trainee.press(.function(6))
    await trainee.pass(.seconds(5))
    return trainee
  }

  /// Marks all and fills the form of an order up to its dry run.
  private func rehearse(_ trainee: Operator, _ key: Character, typing texts: String...) async {
    await trainee.press(.character("a"), .character(key))
    for text in texts {
      await trainee.type(text)
      await trainee.press(.tab)
    }
    await trainee.choose("Dry run")
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
    #expect(laptop(again).devices.map(\.macAddress) == before.map(\.macAddress))
  }

  @Test func theNoteInTheHelpIsTheOneInTheNetworksFile() {
    let help = IPManagerPage().help.joined()
    #expect(help.contains("«Site password: \(TestNetwork.profile.laptop.notedPassword)»"))
    for password in TestNetwork.profile.models.compactMap(\.defaultPassword) {
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
    #expect(trainee.coach.contains("Search over: 13 devices."), "\(trainee.picture)")
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
    await trainee.press(.down, .down, .down, .enter)
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
    await rehearse(trainee, "r", typing: "Site-2024")
    #expect(trainee.screenContains("Nothing has been done"), "\(trainee.picture)")
    #expect(laptop(trainee).report == nil)
    await trainee.press(.enter)
    #expect(trainee.screenContains("would obey"), "\(trainee.picture)")
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
    await rehearse(trainee, "r", typing: "wrong")
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

  @Test func aWeakPasswordIsToldAtItsField() async throws {
    let trainee = try await trainee()
    await rehearse(trainee, "p", typing: "Site-2024", "x", "x")
    #expect(trainee.screenContains("At least 8 characters"), "\(trainee.picture)")
  }

  @Test func devicesAndResultsAreExported() async throws {
    let stick = MemoryStick()
    let trainee = try await trainee(stick: stick)
    await trainee.press(.character("e"))
    let devices = try #require(stick.files["ip-manager_2026-11-20_230405.csv"], "\(stick.files)")
    #expect(devices.split(separator: "\r\n").count == 14)
    #expect(devices.hasPrefix("\u{FEFF}kind,name,"))
    await rehearse(trainee, "r", typing: "Site-2024")
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
    await next.choose("Go on there")
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

/// The list behind the screen, with many devices.
@Suite struct DeviceSearchTests {
  private static func known(_ count: Int) -> LaptopKnowledge {
    let recorder = TestRecorder.installed().state
    var desk = Desk(recorder: recorder, seed: 3, now: TestRecorder.start, devices: count)
    let crypto = PlainCryptography()
    for command in [NetworkCommand.open(TestNetwork.profile), .discover] {
      _ = desk.apply(.network(command), at: TestRecorder.start, with: crypto)
    }
    _ = desk.apply(
      .recorder(.passTime), at: TestRecorder.start + .minutes(1), with: crypto)
    return desk.snapshot.surroundings.laptop
  }

  @Test func aSearchFindsWhatAPlainLookWouldFind() {
    let known = Self.known(500)
    let now = TestRecorder.start
    var search = DeviceSearch()
    for text in ["gate", "192.168.101.1", "18:ae", "SC-51", "5.1.0", "offline", "nothing", "1"] {
      search.ask(for: DeviceSearch.Wish(text: text), in: known, marks: DeviceMarks(), at: now)
      let plain = known.devices.filter { device in
        let state = Words.of(DeviceState(device, at: now)).spoken
        return [
          device.name, device.model, device.address.description,
          device.macAddress.description, device.firmware.description, state,
        ].contains { $0.lowercased().contains(text.lowercased()) }
      }
      let found = Set(search.found.map { known.devices[$0].number })
      #expect(found == Set(plain.map(\.number)), "\(text)")
    }
  }

  @Test(arguments: DeviceSort.allCases)
  func everyOrderHasEveryDeviceOnceAndTurnsRound(_ order: DeviceSort) {
    let known = Self.known(300)
    var search = DeviceSearch()
    let now = TestRecorder.start
    search.ask(for: DeviceSearch.Wish(sort: order), in: known, marks: DeviceMarks(), at: now)
    #expect(Set(search.found).count == 301)
    let up = search.found
    search.ask(
      for: DeviceSearch.Wish(sort: order, isDescending: true), in: known, marks: DeviceMarks(),
      at: now)
    #expect(search.found == up.reversed())
    let devices = up.map { known.devices[$0] }
    switch order {
    case .address: #expect(devices.map(\.address) == devices.map(\.address).sorted())
    case .macAddress: #expect(devices.map(\.macAddress) == devices.map(\.macAddress).sorted())
    case .model: #expect(devices.map(\.model) == devices.map(\.model).sorted())
    case .firmware: #expect(devices.map(\.firmware) == devices.map(\.firmware).sorted())
    case .name, .state: break
    }
  }

  @Test(arguments: DeviceFilter.allCases)
  func everyFilterShowsWhatItSays(_ filter: DeviceFilter) {
    let known = Self.known(300)
    var marks = DeviceMarks()
    for number in [0, 7, 300] { marks[number] = true }
    var search = DeviceSearch()
    search.ask(
      for: DeviceSearch.Wish(filter: filter), in: known, marks: marks, at: TestRecorder.start)
    let plain = known.devices.filter {
      filter.holds($0, isMarked: marks[$0.number], at: TestRecorder.start)
    }
    #expect(search.count == plain.count && search.count > 0)
  }
}
