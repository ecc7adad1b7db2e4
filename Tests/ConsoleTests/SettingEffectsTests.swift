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
