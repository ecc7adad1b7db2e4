import RecorderEngine
import Support
import Testing
import TextUI

/// Signing in and Restore Password side by side, where a smart recorder's window is wide enough.
@Suite struct SideBySideTests {
  /// A trainee at the sign-in panel of a recorder with or without questions set.
  private func atDoor(columns: Int = 100, questions: Bool = true) async throws -> Operator {
    let trainee = try await Operator.sitsDown(
      at: "smart-nvr", size: Size(rows: 30, columns: columns))
    await trainee.finishSetup()
    if questions, let profile = trainee.recorder?.profile {
      await trainee.ask(
        .accounts(.setQuestions(profile.answeredQuestions, current: "Night-Shift1!")))
    }
    await trainee.ask(.session(.signOut))
    await trainee.openSignIn()
    return trainee
  }

  @Test func theMethodsStandThereWithTheirStates() async throws {
    let trainee = try await atDoor()
    for text in ["Security Questions", "Dynamic Password", "was never set up on this recorder"] {
      #expect(trainee.screenContains(text), "\(text)\(trainee.picture)")
    }
    #expect(trainee.places(of: "✓ can be used").count == 4, "\(trainee.picture)")
  }

  @Test func narrowerItStaysAButton() async throws {
    let trainee = try await atDoor(columns: 99)
    #expect(trainee.places(of: "✓ can be used").isEmpty, "\(trainee.picture)")
    await trainee.choose("Restore Password")
    #expect(trainee.path.hasSuffix("restore-password"), "\(trainee.picture)")
  }

  @Test func tabGoesThroughBothAndEnterBegins() async throws {
    let trainee = try await atDoor()
    await trainee.press(.tab, .tab)
    #expect(!trainee.places(of: "▸ Security Questions").isEmpty, "\(trainee.picture)")
    await trainee.press(.tab, .tab)
    #expect(!trainee.places(of: "▸ Dynamic Password").isEmpty, "\(trainee.picture)")
    await trainee.press(.tab, times: 4)
    #expect(!trainee.places(of: "▸ User name").isEmpty, "\(trainee.picture)")
    await trainee.press(.backTab, .enter)
    #expect(trainee.path.hasSuffix("restore-password"), "\(trainee.picture)")
    guard case .open(let session) = trainee.recorder?.recovery else {
      Issue.record("Restore Password is not open.")
      return
    }
    #expect(session.method == .unlockCode)
  }

  @Test func aGreyedMethodTellsItsReasonAndEscapeGoesBackToTheForm() async throws {
    let trainee = try await atDoor(questions: false)
    await trainee.press(.tab, .right, .enter)
    #expect(trainee.coach.contains("was never set up"), "\(trainee.picture)")
    await trainee.press(.escape)
    #expect(!trainee.places(of: "(▸Log in◂)").isEmpty, "\(trainee.picture)")
    await trainee.press(.escape)
    #expect(trainee.path == "monitor/live-view", "\(trainee.path)")
  }

  @Test func aClickBegins() async throws {
    let trainee = try await atDoor()
    await trainee.click(on: "Dynamic Password")
    #expect(trainee.path.hasSuffix("restore-password"), "\(trainee.picture)")
  }

  @Test func aNarrowerWindowTakesTheKeyboardBackToTheForm() async throws {
    let trainee = try await atDoor()
    await trainee.press(.tab, .right)
    await trainee.resize(rows: 24, columns: 80)
    await trainee.press(.backTab, .backTab)
    await trainee.type("Night-Shift1!")
    await trainee.press(.enter)
    #expect(trainee.recorder?.session?.account == .admin, "\(trainee.picture)")
  }
}
