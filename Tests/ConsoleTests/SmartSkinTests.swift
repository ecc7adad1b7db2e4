import RecorderEngine
import Support
import Testing
import TextUI

/// The smart skin: its button at the bottom right, its wizard first, its seven categories.
@Suite struct SmartSkinTests {
  private func trainee() async throws -> Operator {
    let trainee = try await Operator.sitsDown(at: "smart-nvr")
    await trainee.finishSetup()
    return trainee
  }

  @Test func theWizardIsTheFirstThingThere() async throws {
    let trainee = try await Operator.sitsDown(at: "smart-nvr")
    #expect(trainee.path.hasSuffix("/setup"), "\(trainee.picture)")
  }

  @Test func theButtonAndItsMenuAreAtTheRight() async throws {
    let trainee = try await trainee()
    let button = try #require(trainee.places(of: "▚▞ Menu").first, "\(trainee.picture)")
    #expect(button.column > 60)
    await trainee.press(.character(" "))
    let entry = try #require(trainee.places(of: "Search recordings").first, "\(trainee.picture)")
    #expect(entry.column > 40)
    await trainee.press(.escape)
    await trainee.click(row: button.row, column: button.column)
    #expect(trainee.path.hasSuffix("start-menu"), "\(trainee.picture)")
  }

  @Test func itsPanelHasSevenCategories() async throws {
    let trainee = try await trainee()
    await trainee.openMainMenu()
    for title in ["AI/Event", "Account and Authority", "System"] {
      #expect(trainee.screenContains(title), "\(trainee.picture)")
    }
  }
}

extension FrameStory {
  static let smartScreens: [FrameStory] = [
    FrameStory("smart-menu", from: .recorder(.smart)) { trainee in
      await trainee.finishSetup()
      await trainee.openMainMenu()
    },
    FrameStory("sign-in-smart", from: .recorder(.smart)) { trainee in
      await trainee.finishSetup()
      await trainee.ask(.session(.signOut))
      await trainee.openSignIn()
    },
  ]
}
