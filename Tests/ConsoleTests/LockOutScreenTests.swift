import RecorderEngine
import Support
import Testing
import TextUI

/// Locked out at the sign-in panel, and the reset button.
@Suite struct LockOutScreenTests {
  private func lockedOut() async throws -> Operator {
    let trainee = try await Operator.sitsDown()
    await trainee.openSignIn()
    await trainee.signInWrongly(times: 5)
    return trainee
  }

  @Test func fiveWrongPasswordsLockBeepAndCountDown() async throws {
    let trainee = try await lockedOut()
    #expect(trainee.screenContains("Locked after 5 wrong passwords. Try again in 15:00."))
    #expect(trainee.rings == 1)
    await trainee.pass(.seconds(28))
    #expect(trainee.screenContains("Try again in 14:32."), "\(trainee.picture)")
  }

  @Test func theRightPasswordIsRefusedWhileLocked() async throws {
    let trainee = try await lockedOut()
    await trainee.type("12345")
    await trainee.press(.enter)
    #expect(trainee.recorder?.session == nil)
    #expect(trainee.screenContains("Even the right password is refused until then."))
  }

  @Test func fifteenMinutesPassAtOneKey() async throws {
    let trainee = try await lockedOut()
    await trainee.resize(rows: 43, columns: 132)
    #expect(trainee.keyBar.contains("F8 Let 15 min pass"))
    await trainee.press(.function(8))
    #expect(!trainee.screenContains("Locked after"), "\(trainee.picture)")
    await trainee.type("12345")
    await trainee.press(.enter)
    #expect(trainee.recorder?.session?.account == .admin)
  }

  @Test func theLockOutEndsByItselfToTheSecond() async throws {
    let trainee = try await lockedOut()
    await trainee.pass(.minutes(15) - .seconds(1))
    #expect(trainee.screenContains("Try again in 0:01."), "\(trainee.picture)")
    await trainee.pass(.seconds(1))
    #expect(trainee.coach.contains("admin may log in again."), "\(trainee.picture)")
  }

  @Test func theBeepIsSeenForAWhile() async throws {
    let trainee = try await lockedOut()
    #expect(trainee.titleRow.contains("♪ BEEEEP"))
    await trainee.pass(.seconds(5))
    #expect(!trainee.titleRow.contains("♪"))
  }

  @Test func holdingTooShortSaysSo() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.holdPaperclip(for: .milliseconds(9_900))
    #expect(trainee.screenContains("wants a longer hold"), "\(trainee.picture)")
    #expect(trainee.recorder?.power == .running)
  }

  @Test func holdingLongEnoughBeepsAndRestarts() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.press(.function(3), .character(" "))
    await trainee.pass(.seconds(10))
    #expect(trainee.titleRow.contains("♪ beep beep"), "\(trainee.picture)")
    #expect(trainee.rings == 2)
    await trainee.press(.character(" "))
    await trainee.pass(.seconds(3))
    #expect(trainee.screenContains("The recorder restarts"), "\(trainee.picture)")
  }

  @Test func theStartCanBeSkippedAtTheMonitor() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.holdPaperclip(for: .seconds(11))
    await trainee.press(.function(2))
    await trainee.pass(.seconds(4))
    #expect(trainee.screenContains("checking memory"), "\(trainee.picture)")
    await trainee.press(.enter)
    #expect(trainee.recorder?.power == .running)
  }

  @Test func noKeyForTenMinutesEndsTheSession() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signInAndOpen(.network)
    await trainee.pass(.minutes(10))
    #expect(trainee.path == "monitor/live-view")
    #expect(trainee.coach.contains("Logged out: no key for 10 min."), "\(trainee.picture)")
  }

  @Test func aKeyNowAndThenKeepsTheSession() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signInAndOpen(.groups)
    for _ in 0..<4 {
      await trainee.pass(.minutes(6))
      await trainee.press(.down)
    }
    #expect(trainee.recorder?.session != nil)
  }

  @Test func aPowerCutClosesTheWizard() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.openRestore()
    await trainee.press(.function(3), .character("o"))
    await trainee.choose("Power off")
    await trainee.press(.character("o"), .function(2))
    await trainee.pass(.seconds(20))
    #expect(trainee.path == "monitor/live-view")
    #expect(trainee.recorder?.recovery == .closed)
  }

  @Test func theTimeForANewPasswordRunsOutUnderAQuestion() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.lockThemselvesOutWithQuestions()
    await trainee.fill("Rex", "Porto", "Elm Street")
    await trainee.choose("OK")
    await trainee.press(.escape)
    #expect(trainee.screenContains("Leave without a new password?"), "\(trainee.picture)")
    await trainee.pass(.minutes(5))
    #expect(trainee.path == "monitor/live-view", "\(trainee.picture)")
    #expect(trainee.coach.contains("The time for a new password is over."))
  }

  @Test func theLegacyRecorderHasNoRestorePassword() async throws {
    let trainee = try await Operator.sitsDown(at: "legacy-dvr")
    await trainee.openSignIn()
    await trainee.choose("Restore Password ⊘")
    #expect(trainee.screenContains("only its reset button"), "\(trainee.picture)")
    #expect(trainee.role(of: "Restore Password ⊘") == .selection)
  }
}

extension FrameStory {
  static let signIn = FrameStory("sign-in") { await $0.openSignIn() }
  static let restoreQuestions = FrameStory("restore-questions") {
    await $0.lockThemselvesOutWithQuestions()
  }
  static let restoreNewPassword = FrameStory("restore-new-password") { trainee in
    await trainee.lockThemselvesOutWithQuestions()
    await trainee.fill("Rex", "Porto", "Elm Street")
    await trainee.choose("OK")
    await trainee.type("Corner-")
  }

  static let signIns: [FrameStory] = [
    signIn, restoreQuestions, restoreNewPassword,
    FrameStory("sign-in-refused") { trainee in
      await trainee.openSignIn()
      await trainee.signInWrongly(times: 1)
    },
    FrameStory("sign-in-locked") { trainee in
      await trainee.openSignIn()
      await trainee.signInWrongly(times: 5)
    },
    FrameStory("sign-in-legacy", from: .recorder(.legacy)) { trainee in
      await trainee.openSignIn()
      await trainee.press(.tab)
    },
    FrameStory("default-password") { trainee in
      await trainee.openSignIn()
      await trainee.type("12345")
      await trainee.press(.enter)
    },
  ]
}
