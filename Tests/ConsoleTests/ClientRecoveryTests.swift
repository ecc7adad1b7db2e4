import PracticeDesk
import RecorderEngine
import Support
import Testing
import TextUI

/// The client software on the laptop, and the recorder's tab for its code.
@Suite struct ClientRecoveryTests {
  /// A trainee at the client software.
  private func atClient() async throws -> Operator {
    let trainee = try await Operator.atInstalled()
    await trainee.press(.function(6), .control("w"))
    return trainee
  }

  @Test func aRegisteredClientHasTheCodeSent() async throws {
    let trainee = try await atClient()
    await trainee.register()
    #expect(trainee.screenContains("✓ codes go to client@example.com"), "\(trainee.picture)")
    await trainee.choose("Forgot password: send the e-mail")
    #expect(trainee.screenContains("✓ Asked for"), "\(trainee.picture)")
    await trainee.pass(.seconds(5))
    await trainee.noteLetter()
    let code = await trainee.noted(from: "mail")
    await trainee.openRestore(at: .client)
    await trainee.choose("I have a code")
    await trainee.enter(code)
    #expect(trainee.isGranted, "\(trainee.picture)")
    await trainee.setNewPassword()
    #expect(trainee.recorder?.session?.account == .admin, "\(trainee.picture)")
  }

  @Test func wrongPasswordsCountTowardsTheLockOut() async throws {
    let trainee = try await atClient()
    await trainee.register(password: "not this one")
    #expect(trainee.screenContains("▲ Wrong user name or password."), "\(trainee.picture)")
    for _ in 2...5 {
      await trainee.type("not this one")
      await trainee.press(.enter)
    }
    #expect(trainee.recorder?.lockOut(of: .admin) != nil, "\(trainee.picture)")
    await trainee.type("Night-Shift1!")
    await trainee.press(.enter)
    #expect(trainee.recorder?.cloud.clientEmail == nil)
    #expect(trainee.screenContains("Locked"), "\(trainee.picture)")
  }

  /// Somebody stands at the monitor's sign-in panel meanwhile.
  @Test func whatTheClientIsRefusedIsNotSaidAtTheMonitor() async throws {
    let trainee = try await Operator.atInstalled()
    await trainee.openSignIn()
    await trainee.type("half")
    await trainee.press(.function(6), .control("w"))
    await trainee.register(password: "not this one")
    await trainee.press(.function(2))
    #expect(!trainee.screenContains("Wrong"), "\(trainee.picture)")
    #expect(trainee.screenContains("[ ●●●●"), "\(trainee.picture)")
  }

  @Test func aRecorderThatDoesNotAnswerRegistersNothing() async throws {
    let trainee = try await atClient()
    await trainee.press(.function(3), .character("n"), .function(6))
    #expect(trainee.screenContains("○ does not answer"), "\(trainee.picture)")
    await trainee.register()
    #expect(trainee.coach.contains("does not answer"), "\(trainee.picture)")
    #expect(trainee.recorder?.cloud.clientEmail == nil)
  }

  @Test func anUnlikelyAddressIsRefusedBeforeThePasswordIs() async throws {
    let trainee = try await atClient()
    await trainee.fill("nobody")
    await trainee.press(.tab)
    await trainee.type("Night-Shift1!")
    await trainee.press(.enter)
    #expect(trainee.screenContains("does not look like an e-mail"), "\(trainee.picture)")
  }

  @Test func withoutAClientTheTabIsGrey() async throws {
    let trainee = try await Operator.atInstalled()
    await trainee.openRestore()
    await trainee.turn(to: .client)
    #expect(trainee.recoveryTab?.method != .client)
    await trainee.resize(rows: 30, columns: 100)
    #expect(trainee.screenContains("no client software"), "\(trainee.picture)")
  }
}

extension FrameStory {
  static let clientRecoveries: [FrameStory] = [
    FrameStory("client", from: .installed(.newer)) { trainee in
      await trainee.press(.function(6), .control("w"))
    },
    FrameStory("client-registered", from: .installed(.newer)) { await $0.register() },
    FrameStory("restore-client", from: .installed(.newer)) { trainee in
      await trainee.register()
      await trainee.openRestore(at: .client)
    },
  ]
}
