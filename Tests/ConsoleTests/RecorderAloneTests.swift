import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import Support
import Testing
import TextUI

@testable import Console

/// The whole console over a second adapter: one that answers late, lacks half of what can be asked,
/// has parts that it cannot know, and fails.
@Suite struct RecorderAloneTests {
  private let clock = ManualClock(at: Operator.evening)

  private func adapter(
    at recorder: String = "classic-dvr-2018", missing: [Need]? = nil, unknown: [Part]? = nil,
    whyReadOnly: String? = nil, marked: [Part]? = nil
  ) throws -> PartialAdapter {
    let profile = try RepositoryAssets().recorder(recorder)
    var desk = Desk(
      recorder: RecorderState(profile: profile, now: clock.now), seed: 7, now: clock.now)
    if case .open = desk.recorder.snapshot.setup {
      let steps: [RecorderCommand] = [
        .setUp(.password(.twice(Secret(Self.password)))), .setUp(.finish), .session(.signOut),
      ]
      for step in steps {
        _ = desk.apply(.recorder(step), at: clock.now, with: PlainCryptography())
      }
    }
    return PartialAdapter(
      desk, clock: clock, missing: missing, unknown: unknown, whyReadOnly: whyReadOnly,
      marked: marked)
  }

  private static let password = "Corner-Shop7"

  /// Signs in through the panel, as an admin would.
  private func signedIn(
    _ adapter: PartialAdapter, size: Size = Size(rows: 24, columns: 80)
  ) async throws -> Operator {
    let admin = try await Operator.sitsDown(before: adapter, clock: clock, size: size)
    let factory = admin.recorder?.profile.signIn.defaultPassword?.value
    await admin.signIn(factory ?? Self.password)
    try #require(admin.recorder?.session != nil, "\(admin.picture)")
    try #require(admin.path == "monitor/live-view", "\(admin.picture)")
    return admin
  }

  /// Goes to a page of the main menu, by the path that a resumed session has.
  private func open(_ page: String, _ admin: Operator) async throws {
    let desk = try #require(admin.console.desk)
    await admin.receive(
      .connected(desk, nil, path: "monitor/live-view/main-menu:\(page)"))
    #expect(admin.path.hasSuffix(page), "\(admin.picture)")
  }

  /// How many letters stand in the password field.
  private func dots(_ admin: Operator) -> Int {
    admin.frame.first { $0.contains("Password ") && $0.contains("[") }?.count { $0 == "●" } ?? -1
  }

  // MARK: What it lacks and does not know

  @Test("It is marked as a live device, and closes what only practice has")
  func liveDevice() async throws {
    let admin = try await Operator.sitsDown(before: try adapter(), clock: clock)
    #expect(admin.titleRow.contains("LIVE DEVICE"))
    for key in [4, 5, 6, 7, 9] {
      await admin.press(.function(key))
      #expect(admin.path == "monitor/live-view", "F\(key)\(admin.picture)")
      #expect(admin.screenContains("Only practice has this."), "F\(key)\(admin.picture)")
    }
    await admin.press(.function(8))
    #expect(admin.screenContains("Real time cannot be hurried."))
  }

  @Test(
    "No page of the menu shows what the recorder did not tell",
    arguments: ["classic-dvr-2018", "smart-nvr"],
    [Size(rows: 24, columns: 80), Size(rows: 43, columns: 132)])
  func noPoison(recorder: String, size: Size) async throws {
    let admin = try await signedIn(try adapter(at: recorder), size: size)
    admin.afterInput = { admin in
      for line in admin.picture.split(separator: "\n") {
        #expect(!line.uppercased().contains(PartialAdapter.mark), "\(admin.path): \(line)")
      }
    }
    let skin = try #require(admin.recorder?.profile.skin)
    let menu = try RepositoryAssets().menu(skin)
    var closed = 0
    for category in menu.categories {
      for page in category.pages {
        try await open("\(category.id).\(page.id)", admin)
        if admin.screenContains("⊘ Not told by this recorder") { closed += 1 }
        await admin.press(.tab, .down, .enter, .escape)
      }
    }
    #expect(closed >= 6, "Users, groups, log, alarms, disk and others have nothing to show.")
    #expect(!admin.screenContains("recorded"), "\(admin.picture)")
  }

  @Test("The poison is there to be seen: who is told that it is known shows it")
  func poisonIsThere() async throws {
    let adapter = try adapter(missing: [], unknown: [], marked: Part.allCases)
    let admin = try await signedIn(adapter)
    try await open("system.information", admin)
    #expect(!admin.screenContains("Not told by this recorder"), "\(admin.picture)")
    #expect(admin.screenContains(PartialAdapter.mark), "\(admin.picture)")
    #expect(admin.screenContains("1.4.1"), "\(admin.picture)")
  }

  @Test("What it cannot do is greyed with the reason, and never sent")
  func missing() async throws {
    let adapter = try adapter(missing: [.restart, .recovery, .clock], unknown: [])
    let admin = try await Operator.sitsDown(before: adapter, clock: clock)
    await admin.press(.enter)
    await admin.press(.tab, .enter)
    #expect(admin.screenContains(PartialAdapter.whyMissing), "\(admin.picture)")
    await admin.press(.escape, .escape)
    await admin.ask(.maintenance(.restart))
    #expect(admin.screenContains(PartialAdapter.whyMissing))
    let asked = await adapter.asked
    #expect(!asked.contains { $0.need == .recovery || $0.need == .restart })
  }

  @Test("Factory values that nobody has told are filled in nowhere")
  func noFactoryValues() async throws {
    let admin = try await signedIn(try adapter(missing: [], unknown: []))
    try await open("network.tcp-ip", admin)
    #expect(await admin.click(on: "Default"))
    #expect(admin.screenContains("This recorder does not tell its factory values."))
  }

  @Test("Where nothing may be changed, everything can be looked at and nothing is sent")
  func readOnly() async throws {
    let adapter = try adapter(missing: [], unknown: [], whyReadOnly: "Only for looking.")
    let admin = try await signedIn(adapter)
    try await open("network.ports", admin)
    await admin.press(.right)
    #expect(admin.screenContains("Only for looking."), "\(admin.picture)")
    let changes = await adapter.asked.filter(\.changes)
    #expect(changes.isEmpty)
  }

  // MARK: Late

  @Test("After 150 ms it is said that the recorder is waited for; Esc gives up")
  func late() async throws {
    let admin = try await Operator.sitsDown(before: try adapter(), clock: clock)
    await admin.press(.enter)
    await admin.type("1234")
    await admin.makeDevice(slow: true)
    await admin.press(.enter)
    await admin.pass(.milliseconds(149))
    #expect(!admin.screenContains("Waiting for the recorder"), "\(admin.picture)")
    await admin.pass(.milliseconds(1))
    #expect(admin.screenContains("Waiting for the recorder"), "\(admin.picture)")
    // Text is kept; a key that confirms is not, and that is said.
    await admin.type("56")
    await admin.press(.enter)
    #expect(admin.screenContains("that key was not taken"), "\(admin.picture)")
    await admin.press(.escape)
    #expect(admin.screenContains("Not waited for any longer."), "\(admin.picture)")
    #expect(admin.path == "monitor/live-view/sign-in")
    await admin.press(.escape)
    await admin.makeDevice(slow: false)
    #expect(admin.console.inFlight == 0)
  }

  @Test("What is typed while a command is out is typed after its answer")
  func typedMeanwhile() async throws {
    let admin = try await Operator.sitsDown(before: try adapter(), clock: clock)
    await admin.press(.enter)
    await admin.type("wrong")
    await admin.makeDevice(slow: true)
    await admin.press(.enter)
    await admin.type("12")
    #expect(dots(admin) == 5, "\(admin.picture)")
    await admin.makeDevice(slow: false)
    #expect(
      dots(admin) == 2, "The wrong one was refused and emptied.\(admin.picture)")
  }

  // MARK: Failing

  @Test(
    "A fault is said plainly, the badge tells a lost connection, and what was typed stays",
    arguments: [
      DeviceFault.unreachable("no route"), .tooSlow, .notConnected, .misunderstood("<html>"),
      .untrusted(fingerprint: "AB:CD"), .heldBack,
    ])
  func faults(fault: DeviceFault) async throws {
    let adapter = try adapter()
    let admin = try await Operator.sitsDown(before: adapter, clock: clock)
    await admin.press(.enter)
    await admin.type("123456")
    await adapter.fail(with: fault)
    await admin.press(.enter)
    #expect(admin.screenContains(String(Words.of(fault).spoken.prefix(40))), "\(admin.picture)")
    #expect(dots(admin) == 6, "\(admin.picture)")
    #expect(!admin.screenContains("Checking"), "\(admin.picture)")
    let isLost =
      switch fault {
      case .unreachable, .tooSlow, .notConnected: true
      default: false
      }
    #expect(admin.titleRow.contains("NO ANSWER") == isLost, "\(admin.titleRow)")
    await admin.press(.enter)
    #expect(admin.titleRow.contains("LIVE DEVICE"), "\(admin.titleRow)")
  }

  @Test("Sent and not answered: it is read again and never sent again")
  func unsure() async throws {
    let adapter = try adapter(missing: [], unknown: [])
    let admin = try await signedIn(adapter)
    await adapter.fail(with: .unsure)
    await admin.ask(.changeSettings([.deviceName: "Back office"]))
    #expect(admin.screenContains("it may have been done"), "\(admin.picture)")
    #expect(admin.recorder?.settings[.deviceName] == "Back office")
    let sent = await adapter.asked.filter { $0.need == .settings }
    #expect(sent.count == 1)
  }

  @Test("A recorder that cannot be reached at all ends the start with the reason")
  func noStart() async throws {
    struct Unreachable: DeviceAdapter {
      let capabilities = Capabilities(isPractice: false)
      func connect() async throws(DeviceFault) -> RecorderSnapshot {
        throw .unreachable("no route")
      }
      func perform(_: RecorderCommand) async throws(DeviceFault) -> [RecorderEvent] { [] }
      func events() -> AsyncStream<RecorderEvent> { AsyncStream { $0.finish() } }
      func disconnect() async {}
    }
    await #expect(throws: (any Error).self) {
      try await Operator.sitsDown(before: Unreachable(), clock: clock)
    }
  }
}
