import ConsoleData
import Foundation
import RecorderEngine
import Support
import Testing
import TextUI

@testable import Console
@testable import RecorderScreens

/// Every setting works, or its page says that it does not.
@Suite struct SettingEffectsTests {
  private static let recorders = [
    "classic-dvr-2018", "legacy-dvr", "nvr-1-4-1", "nvr-1-4-2", "nvr-1-4-12", "smart-nvr",
  ]

  @Test(arguments: recorders)
  func whatHasNoEffectSaysSo(recorder: String) async throws {
    let trainee = try await Operator.sitsDown(at: recorder)
    let context = try #require(trainee.console.context(at: trainee.clock.now))
    let menu = try RepositoryAssets().menu(context.profile.skin)
    var marked = 0
    for page in menu.categories.flatMap(\.pages) {
      guard case .fields(let fields) = page.content else { continue }
      let rows = FormRows(fields: fields, isPerChannel: page.isPerChannel)
      for field in rows.form(channel: 1, context).fields {
        guard let key = field.settingKey else { continue }
        let isMarked = field.note?.pattern == FormRows.noEffect.pattern
        #expect(isMarked == !key.hasEffect, "\(key.text) at \(page.id)")
        if isMarked { marked += 1 }
      }
    }
    #expect(marked > 0)
  }

  /// Walks every page, changes each of its settings alone, and looks whether the page shows it.
  @Test(arguments: ["classic-dvr-2018", "nvr-1-4-12", "smart-nvr"])
  func everyPageIsAnotherAfterItsSettingsChange(recorder: String) async throws {
    let trainee = try await Operator.sitsDown(
      at: recorder, size: Size(rows: 60, columns: 100), options: Console.Options(isCalm: true))
    try await trainee.beAdmin()
    let profile = try #require(trainee.recorder?.profile)
    let menu = try RepositoryAssets().menu(profile.skin)
    var changed = 0
    for category in menu.categories {
      for page in category.pages {
        guard case .fields(let fields) = page.content else { continue }
        let desk = try #require(trainee.console.desk)
        let path = "\(category.id).\(page.id)"
        await trainee.receive(
          .connected(desk, nil, path: "monitor/live-view/main-menu:\(path)"))
        try #require(trainee.path.hasSuffix(path), "\(trainee.picture)")
        let rows = FormRows(fields: fields, isPerChannel: page.isPerChannel)
        for key in rows.keys(channel: 1).map({ $0.numbered(1) }) where key != .language {
          guard let old = trainee.recorder?.settings[key],
            let new = profile.setting(key)?.otherValue(than: old)
          else { continue }
          let before = trainee.body
          await trainee.ask(.changeSettings([key: new]))
          #expect(trainee.recorder?.settings[key] == new, "\(key.text) at \(path)")
          #expect(
            trainee.body != before, "\(key.text) does not show at \(path)\(trainee.picture)")
          changed += 1
        }
      }
    }
    #expect(changed > 40, "\(changed)")
  }

  @Test func whatTheTableNamesIsReadSomewhere() throws {
    let declared = try sources().flatMap { text in
      text.matches(of: #/static let \w+: SettingKey = "([^"]+)"/#).map { String($0.1) }
    }
    #expect(declared.count > 60)
    for name in declared { #expect(SettingKey(name).hasEffect, "\(name)") }
  }

  private func sources() throws -> [String] {
    try ["RecorderEngine", "ScreenKit", "Console"].flatMap { target in
      let folder = PackageRoot.url.appendingPathComponent("Sources/\(target)")
      let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
      let paths = (files?.allObjects ?? []).compactMap { $0 as? URL }
      return try paths.filter { $0.pathExtension == "swift" }
        .map { try String(contentsOf: $0, encoding: .utf8) }
    }
  }

  @Test func aTestButtonSaysHowItWent() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signIn()
    await trainee.ask(
      .changeSettings([
        .mailServer: "smtp.example.com", .mailPort: "25", .mailSender: "dvr@example.com",
      ]))
    await trainee.press(.control("g"))
    await trainee.type("SMTP")
    await trainee.press(.enter)
    await trainee.choose("Test")
    #expect(trainee.coach.contains("E-mail: no recipient is filled in."), "\(trainee.picture)")
    await trainee.ask(.changeSettings([.mailRecipient1: "owner@example.com"]))
    await trainee.choose("Test")
    #expect(trainee.coach.contains("The mail server took the test mail."), "\(trainee.picture)")
  }
}

extension SettingDefinition {
  /// Another value that it takes.
  fileprivate func otherValue(than value: SettingValue) -> SettingValue? {
    let candidates: [String] =
      switch kind {
      case .text: ["Another"]
      case .number(let lowest, let highest, _): ["\(lowest)", "\(highest)"]
      case .toggle: ["on", "off"]
      case .choice(let options): options
      case .address: ["192.168.7.7", "10.9.8.7"]
      case .port(let lowest): ["\(lowest)", "65000"]
      case .time: ["01:23", "02:34"]
      case .schedule: [WeekSchedule.never.text, WeekSchedule.always.text]
      case .days: ["12-25"]
      case .area: ["none", "all"]
      }
    return candidates.first { $0 != value && problem(with: $0) == nil }
  }
}

extension Operator {
  /// Past the wizard where there is one, and signed in as `admin`.
  func beAdmin() async throws {
    if case .open = recorder?.setup {
      await ask(.setUp(.password(.twice(Secret(Operator.strongPassword)))))
      await ask(.setUp(.finish))
    } else {
      let password = recorder?.profile.signIn.defaultPassword?.value ?? ""
      await ask(.session(.signIn(.admin, Secret(password))))
      await press(.escape)
    }
    try #require(recorder?.session != nil, "\(picture)")
  }
}
