import RecorderEngine
import RecorderScreens
import Support
import Testing
import TextUI

/// Factory default, upgrade, backup and restore: what is asked, what happens, what is refused.
@Suite struct MaintenanceScreenTests {
  private func trainee(at page: Page, stick: MemoryStick = MemoryStick()) async throws -> Operator {
    let trainee = try await Operator.sitsDown(stick: stick)
    await trainee.signInAndOpen(page)
    return trainee
  }

  @Test func factoryDefaultAsksForThePassword() async throws {
    let trainee = try await trainee(at: .factoryDefault)
    await trainee.ask(.changeSettings([.deviceName: "Shop"]))
    await trainee.choose("Factory default …")
    await trainee.fill("wrong")
    await trainee.choose("Factory default")
    #expect(trainee.screenContains("The current password is wrong."), "\(trainee.picture)")
    #expect(trainee.recorder?.settings[.deviceName] == "Shop")
    await trainee.press(.backTab, .backTab, .backTab)
    await trainee.type("12345")
    await trainee.press(.enter)
    #expect(trainee.recorder?.settings[.deviceName] == "DVR", "\(trainee.picture)")
    #expect(trainee.recorder?.recordings.oldest != nil)
  }

  @Test func anUpgradeBringsRecoveryByEmail() async throws {
    let trainee = try await trainee(at: .upgrade)
    #expect(trainee.screenContains("firmware 1.4.1"), "\(trainee.picture)")
    await trainee.press(.enter)
    await trainee.type("12345")
    await trainee.press(.enter)
    #expect(trainee.screenContains("Do not switch off the power."), "\(trainee.picture)")
    await trainee.press(.enter)
    await trainee.pass(.seconds(30))
    #expect(trainee.recorder?.firmware.description == "1.4.2", "\(trainee.picture)")
  }

  @Test func aFileOfAnotherModelIsRefused() async throws {
    let trainee = try await trainee(at: .upgrade)
    await trainee.press(.down, .down, .enter)
    await trainee.type("12345")
    await trainee.press(.enter)
    #expect(trainee.coach.contains("Nothing was changed."), "\(trainee.picture)")
    #expect(trainee.recorder?.power == .running)
  }

  private func backedUp() async throws -> (Operator, MemoryStick, String) {
    let stick = MemoryStick()
    let trainee = try await trainee(at: .configuration, stick: stick)
    await trainee.ask(.changeSettings([.deviceName: "Corner shop"]))
    await trainee.ask(.groups(.add("Night shift", copyOf: "Advanced")))
    await trainee.press(.enter)
    let name = try #require(stick.files.keys.first, "\(trainee.picture)")
    return (trainee, stick, name)
  }

  @Test func aConfigurationGoesOutAndComesBack() async throws {
    let (trainee, stick, name) = try await backedUp()
    #expect(trainee.coach.contains("Written to stick/\(name)"), "\(trainee.picture)")
    #expect(stick.files[name]?.contains("setting system.deviceName Corner shop\n") == true)
    await trainee.ask(.changeSettings([.deviceName: "Changed"]))
    await trainee.ask(.groups(.remove("Night shift")))
    await trainee.press(.down, .enter)
    #expect(trainee.screenContains("Restore the configuration?"), "\(trainee.picture)")
    await trainee.type("12345")
    await trainee.press(.enter)
    #expect(trainee.recorder?.settings[.deviceName] == "Corner shop")
    #expect(trainee.recorder?.group("Night shift") != nil)
  }

  @Test(arguments: [
    ("flipped", "damaged"), ("cut", "damaged"), ("foreign", "no configuration file"),
    ("empty", "no configuration file"), ("other model", "of a SH-OTHER"),
    ("wrong value", "does not fit"),
  ])
  func aWrongFileIsRefusedAndChangesNothing(kind: String, words: String) async throws {
    let (trainee, stick, name) = try await backedUp()
    let good = try #require(stick.files[name])
    let configuration = try ConfigurationText.read(good)
    var other = configuration
    other.model = "SH-OTHER"
    var wrong = configuration
    wrong.settings["network.httpPort"] = "0"
    let texts = [
      "flipped": good.replacing("Corner", with: "Korner"), "cut": String(good.dropLast(40)),
      "foreign": "<xml/>", "empty": "", "other model": ConfigurationText.text(of: other),
      "wrong value": ConfigurationText.text(of: wrong),
    ]
    stick.files[name] = texts[kind]
    let before = trainee.recorder?.settings
    await trainee.press(.down, .enter)
    if trainee.path.hasSuffix("approval") {
      await trainee.type("12345")
      await trainee.press(.enter)
    }
    #expect(trainee.coach.contains(words), "\(trainee.picture)")
    #expect(trainee.recorder?.settings == before)
    #expect(trainee.recorder?.power == .running)
  }

  @Test func aStickThatFailsSaysSo() async throws {
    let (trainee, stick, _) = try await backedUp()
    stick.fail(because: "The stick is full.")
    await trainee.press(.enter)
    #expect(trainee.coach.contains("The stick is full."), "\(trainee.picture)")
  }

  @Test func everyConfigurationIsReadAsItWasWritten() throws {
    let profile = TestProfile.classic
    var random = SeededRandom(seed: 11)
    for _ in 0..<200 {
      let groups = (0..<Int(random.next() % 4)).map { number in
        let rights = Right.allCases.filter { _ in random.next() % 2 == 0 }
        let hidden = rights.isEmpty ? [:] : [rights[0]: [1, Int(random.next() % 16)]]
        return Group(
          name: "Group no. \(number) (own)", local: Permissions(rights, hidden: hidden),
          remote: Permissions(rights.reversed()), isBuiltIn: false)
      }
      let configuration = Configuration(
        model: profile.identity.model, firmware: profile.identity.firmware,
        settings: ["a.b": "", "c.d": "two words", "e.f": "check 1", "g": "\(random.next())"],
        groups: groups, accessList: AccessList(mode: .allow, addresses: ["10.0.0.1"]))
      let text = ConfigurationText.text(of: configuration)
      #expect(try ConfigurationText.read(text) == configuration)
    }
  }
}

/// Groups, the block/allow list and who is online.
@Suite struct AccessScreenTests {
  private func trainee(at page: Page) async throws -> Operator {
    let trainee = try await Operator.sitsDown()
    await trainee.signInAndOpen(page)
    return trainee
  }

  @Test func aGroupIsCopiedAndChanged() async throws {
    let trainee = try await trainee(at: .groups)
    await trainee.press(.down, .down, .character("c"))
    await trainee.type("Night shift")
    await trainee.press(.enter)
    #expect(trainee.recorder?.group("Night shift") != nil, "\(trainee.picture)")
    await trainee.press(.down, .enter)
    #expect(trainee.screenContains("Permissions of Night shift"), "\(trainee.picture)")
    await trainee.press(.down, .right, .right, .character(" "), .enter)
    let group = try #require(trainee.recorder?.group("Night shift"))
    #expect(group.local.hidden == [.playback: [2]], "\(trainee.picture)")
  }

  @Test func aBuiltInGroupIsOnlyShown() async throws {
    let trainee = try await trainee(at: .groups)
    await trainee.press(.enter, .character(" "))
    #expect(trainee.coach.contains("is built in"), "\(trainee.picture)")
    #expect(trainee.recorder?.group("Administrator")?.local == .all)
  }

  @Test func addressesAreCheckedAndKept() async throws {
    let trainee = try await trainee(at: .accessList)
    await trainee.press(.right, .tab)
    await trainee.type("10.0.0.700")
    await trainee.choose("Apply")
    #expect(trainee.screenContains("is no address"), "\(trainee.picture)")
    await trainee.press(.backspace)
    await trainee.choose("Apply")
    #expect(
      trainee.recorder?.accessList == AccessList(mode: .block, addresses: ["10.0.0.70"]),
      "\(trainee.picture)")
  }

  @Test func whoIsOnlineIsSeenAndSentAway() async throws {
    let trainee = try await trainee(at: .userStatus)
    await trainee.ask(.remote(.signIn(.admin, "12345", from: "10.0.0.7")))
    #expect(trainee.screenContains("10.0.0.7"), "\(trainee.picture)")
    await trainee.press(.down, .character("d"))
    await trainee.choose("Disconnect")
    #expect(trainee.recorder?.remoteSessions.isEmpty == true, "\(trainee.picture)")
  }

  @Test func theUsersOfAGroupSeeWhatTheyMayDo() async throws {
    let trainee = try await trainee(at: .groups)
    await trainee.ask(
      .accounts(.add(AccountDetails(name: "night", group: "Ordinary"), .twice("Night-Shift1"))))
    await trainee.ask(.session(.signOut))
    await trainee.signIn("Night-Shift1", name: "night")
    let tries: [(Page, Key)] = [
      (.upgrade, .enter), (.configuration, .enter), (.accessList, .right),
      (.general, .character("x")),
    ]
    for (page, key) in tries {
      await trainee.open(page)
      await trainee.press(key)
      #expect(trainee.screenContains("it has no right to"), "\(page) \(trainee.picture)")
      await trainee.leaveMenu()
    }
    await trainee.open(.factoryDefault)
    #expect(trainee.screenContains("Factory default … ⊘"), "\(trainee.picture)")
  }
}

extension FrameStory {
  static let maintenance = FrameStory("maintenance") { await $0.signInAndOpen(.maintenance) }

  static let maintenancePages: [FrameStory] = [
    maintenance,
    FrameStory("factory-default") { await $0.signInAndOpen(.factoryDefault) },
    FrameStory("upgrade") { await $0.signInAndOpen(.upgrade) },
    FrameStory("upgrading") { trainee in
      await trainee.signIn()
      await trainee.ask(.maintenance(.upgrade(with: "SH-8100A5-8L_V1.4.2.sw", Approval("12345"))))
      await trainee.pass(.seconds(40))
    },
    FrameStory("configuration") { await $0.signInAndOpen(.configuration) },
  ]

  static let accessPages: [FrameStory] = [
    FrameStory("groups") { await $0.signInAndOpen(.groups) },
    FrameStory("group-name") { trainee in
      await trainee.signInAndOpen(.groups)
      await trainee.press(.character("c"))
    },
    FrameStory("permissions") { trainee in
      await trainee.signInAndOpen(.groups)
      await trainee.press(.down, .enter)
    },
    FrameStory("access-list") { await $0.signInAndOpen(.accessList) },
    FrameStory("user-status") { trainee in
      await trainee.signInAndOpen(.userStatus)
      await trainee.ask(.remote(.signIn(.admin, "12345", from: "10.0.0.7")))
    },
  ]
}
