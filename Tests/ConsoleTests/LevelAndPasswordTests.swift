import PracticeDesk
import RecorderEngine
import ScreenKit
import Support
import Testing
import TextUI

@testable import Console
@testable import RecorderScreens

/// A user's level and password before a recorder that is real: one order, or the screen says why not.
@Suite struct LevelAndPasswordTests {
  private let clock = ManualClock(at: Operator.evening)

  private func commands(isPractice: Bool) async throws -> [RecorderCommand] {
    let profile = try RepositoryAssets().recorder("classic-dvr-2018")
    let desk = Desk(
      recorder: RecorderState(profile: profile, now: clock.now), seed: 7, now: clock.now)
    let admin =
      if isPractice {
        try await Operator.sitsDown()
      } else {
        try await Operator.sitsDown(
          before: PartialAdapter(desk, clock: clock, missing: [], unknown: []), clock: clock)
      }
    await admin.signIn("12345")
    let context = try #require(admin.console.context(at: clock.now))
    let groups = context.recorder.groups.map(\.name)
    let account = AccountSummary(name: "guest", group: groups[0], password: .untold)
    var form = AccountForms.form(for: account, context)
    form.setKind(
      .group, .choice(options: groups.map { .verbatim($0) }, selected: groups.count - 1))
    form.setText(.new, "Other-Pass2")
    form.setText(.again, "Other-Pass2")
    return AccountForms.commands(saving: form, of: account, context)
  }

  @Test("Both go in one order: neither is sent later with something else")
  func oneOrder() async throws {
    let commands = try await commands(isPractice: false)
    guard commands.count == 1, case .accounts(.setPassword("guest", _, let group)) = commands[0]
    else {
      Issue.record("\(commands.count) orders")
      return
    }
    #expect(group != nil)
  }

  @Test("A practice recorder is told of the group first, as its own menu does")
  func practice() async throws {
    #expect(try await commands(isPractice: true).count == 2)
  }
}
