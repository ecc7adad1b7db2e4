import ConsoleData
import RecorderEngine
import Support
import Testing
import TextUI

@testable import Console
@testable import RecorderScreens

/// Walks through every category, group, tab and field of a menu by keyboard alone.
@Suite struct MenuCrawlerTests {
  private static let recorders = [
    "classic-dvr-2018", "legacy-dvr", "nvr-1-4-1", "nvr-1-4-2", "nvr-1-4-12", "smart-nvr",
  ]

  private func signedIn(at recorder: String, size: Size) async throws -> Operator {
    let trainee = try await Operator.sitsDown(at: recorder, size: size)
    if case .open = trainee.recorder?.setup {
      await trainee.ask(.setUp(.password(.twice(Secret(Operator.strongPassword)))))
      await trainee.ask(.setUp(.finish))
    } else {
      let password = trainee.recorder?.profile.signIn.defaultPassword?.value ?? ""
      await trainee.ask(.session(.signIn(.admin, Secret(password))))
      await trainee.press(.escape)
    }
    try #require(trainee.recorder?.session != nil, "\(trainee.picture)")
    return trainee
  }

  @Test(arguments: recorders)
  func everyPageIsReachedExplainedAndLeft(recorder: String) async throws {
    let trainee = try await signedIn(at: recorder, size: Size(rows: 24, columns: 80))
    let skin = try #require(trainee.recorder?.profile.skin)
    let menu = try RepositoryAssets().menu(skin)
    await trainee.openMainMenu()
    for (place, category) in menu.categories.enumerated() {
      if place > 0 { await trainee.press(.down) }
      await trainee.press(.enter)
      await walk(category, trainee)
      #expect(trainee.path.contains("main-menu:\(category.id)."), "\(trainee.picture)")
    }
    await trainee.press(.escape)
    #expect(trainee.path == "monitor/live-view", "\(trainee.picture)")
  }

  /// Begins on the first group or tab of a category and ends on the category itself.
  private func walk(_ category: MenuCategory, _ trainee: Operator) async {
    for (place, group) in category.groups.enumerated() {
      if category.groups.count > 1 {
        if place > 0 { await trainee.press(.down) }
        await trainee.press(.enter)
      }
      for (tab, page) in group.pages.enumerated() {
        if tab > 0 { await trainee.press(.right) }
        if group.pages.count > 1 { await trainee.press(.enter) }
        await visit(page, of: category, trainee)
      }
      // From the tabs, where there are any, back to the group or the category.
      if group.pages.count > 1 { await trainee.press(.escape) }
    }
    if category.groups.count > 1 { await trainee.press(.escape) }
  }

  private func visit(_ page: MenuPage, of category: MenuCategory, _ trainee: Operator) async {
    let path = "main-menu:\(category.id).\(page.id)"
    #expect(trainee.path.hasSuffix(path), "\(trainee.path) is not \(path)\(trainee.picture)")
    #expect(trainee.titleRow.contains(page.title.prefix(6)), "\(trainee.picture)")
    await trainee.press(.function(1))
    #expect(trainee.overlays == ["help"], "no help at \(path)\(trainee.picture)")
    await trainee.press(.escape)
    await reachEveryField(path, trainee)
    await trainee.press(.escape)
    #expect(trainee.path.hasSuffix(path), "Escape left the menu at \(path)\(trainee.picture)")
  }

  /// Tab goes round through all fields; each shows its mark when it has the focus.
  private func reachEveryField(_ path: String, _ trainee: Operator) async {
    var seen: Set<String> = []
    for _ in 0..<80 {
      let marked = trainee.body.filter { $0.dropFirst(16).contains("▸") }.joined()
      guard seen.insert(marked).inserted || marked.isEmpty else { break }
      guard trainee.path.hasSuffix(path) else { break }
      // In lists Tab opens what is chosen, or the next channel: one is enough to see it work.
      if trainee.keyBar.contains("Next field") { await trainee.press(.tab) } else { break }
    }
    #expect(trainee.path.hasSuffix(path), "Tab left \(path)\(trainee.picture)")
  }

  /// What a page names and the recorder has is on the page, whatever the size of the window.
  @Test(arguments: ["classic-dvr-2018", "nvr-1-4-12", "smart-nvr"])
  func everySettingHasItsLine(recorder: String) async throws {
    let profile = try RepositoryAssets().recorder(recorder)
    let menu = try RepositoryAssets().menu(profile.skin)
    let trainee = try await signedIn(at: recorder, size: Size(rows: 43, columns: 132))
    let context = try #require(trainee.console.context(at: trainee.clock.now))
    var reached: Set<SettingKey> = []
    for page in menu.categories.flatMap(\.pages) {
      guard case .fields(let fields) = page.content else { continue }
      let rows = FormRows(fields: fields, isPerChannel: page.isPerChannel)
      let channels = page.isPerChannel ? Array(1...profile.channels.count) : [1]
      for channel in channels {
        let form = rows.form(channel: channel, context)
        reached.formUnion(form.fields.compactMap(\.settingKey))
      }
    }
    #expect(profile.settings.map(\.key).filter { !reached.contains($0) } == [])
  }
}

/// Adding a page of fields is adding lines to a file.
@Suite struct UnknownPageTests {
  private static let menu = Menu(
    skin: .classic,
    categories: [
      MenuCategory(
        id: "garden", title: "Garden",
        groups: [
          MenuGroup(pages: [
            MenuPage(
              id: "watering", title: "Watering",
              content: .fields([
                .heading("Pump"), .setting("garden.pump", label: "Pump", note: nil),
                .setting("garden.from", label: "From", note: nil),
                .setting("garden.hours", label: "Hours", note: nil),
                .setting("garden.port", label: "Port", note: nil),
                .setting("garden.*.valve", label: "Valve *", note: nil), .fact(.model, label: "M"),
              ]))
          ])
        ])
    ])

  private static let settings: [SettingDefinition] = [
    SettingDefinition(
      key: "garden.pump", store: .system, kind: .toggle, initial: Sourced("off", .assumed)),
    SettingDefinition(
      key: "garden.from", store: .system, kind: .time, initial: Sourced("06:00", .assumed)),
    SettingDefinition(
      key: "garden.hours", store: .system, kind: .schedule,
      initial: Sourced(WeekSchedule.never.text, .assumed)),
    SettingDefinition(
      key: "garden.port", store: .network, kind: .port(lowest: 1_000),
      initial: Sourced("8000", .assumed)),
    SettingDefinition(
      key: "garden.2.valve", store: .system, kind: .number(lowest: 0, highest: 9, unit: ""),
      initial: Sourced("3", .assumed)),
  ]

  private func opened() async throws -> Operator {
    let profile = TestProfile.profile("garden", settings: Self.settings)
    let trainee = try await Operator.sitsDown(
      at: profile.id, assets: ExtraAssets(profile, menu: Self.menu))
    await trainee.signIn()
    await trainee.openMainMenu()
    await trainee.press(.enter)
    return trainee
  }

  @Test func aPageThatNobodyKnewIsEditedAppliedAndKept() async throws {
    let trainee = try await opened()
    #expect(trainee.screenContains("Garden > Watering"), "\(trainee.picture)")
    await trainee.press(.character(" "), .tab, .backspace)
    await trainee.type("5")
    await trainee.choose("Apply")
    #expect(trainee.recorder?.settings["garden.pump"] == "on", "\(trainee.picture)")
    #expect(trainee.recorder?.settings["garden.from"] == "06:05")
    #expect(trainee.keeper.kept?.desk.recorder.snapshot.settings["garden.from"] == "06:05")
    #expect(trainee.screenContains("Valve 2"), "\(trainee.picture)")
    #expect(!trainee.screenContains("Valve 1"))
  }

  @Test func aWrongTimeIsToldAtItsField() async throws {
    let trainee = try await opened()
    await trainee.press(.tab, .backspace, .backspace)
    await trainee.type("60")
    #expect(trainee.screenContains("Hours and minutes, such as 07:30."), "\(trainee.picture)")
    await trainee.choose("Apply")
    #expect(trainee.recorder?.settings["garden.from"] == "06:00")
  }

  @Test func aScheduleIsPainted() async throws {
    let trainee = try await opened()
    await trainee.press(.tab, .tab, .enter)
    #expect(trainee.path.hasSuffix("/schedule"), "\(trainee.picture)")
    await trainee.press(.character(" "), .character(" "), .character("c"), .enter)
    let text = try #require(trainee.recorder?.settings["garden.hours"])
    let schedule = try #require(WeekSchedule(text))
    #expect(schedule.hours == 14 && schedule[6, 8] && schedule[0, 9] && !schedule[0, 10])
    #expect(trainee.screenContains("14 of 168 hours"), "\(trainee.picture)")
  }
}

extension FrameStory {
  static let formPage = FrameStory("form-page") { await $0.signInAndOpen(.network) }

  static let menuPages: [FrameStory] = [
    formPage,
    FrameStory("start-menu") { await $0.press(.character(" ")) },
    FrameStory("start-menu-signed-in") { trainee in
      await trainee.signIn()
      await trainee.press(.character(" "))
    },
    FrameStory("menu-categories") { trainee in
      await trainee.signIn()
      await trainee.openMainMenu()
    },
    FrameStory("each-channel") { await $0.signInAndOpen(.image) },
    FrameStory("schedule") { trainee in
      await trainee.signInAndOpen(.schedule)
      await trainee.press(.enter)
    },
    FrameStory("information") { await $0.signInAndOpen(.information) },
    FrameStory("sources") { await $0.signInAndOpen(.sources) },
  ]
}
