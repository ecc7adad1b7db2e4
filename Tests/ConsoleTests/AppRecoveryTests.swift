import PracticeDesk
import RecorderEngine
import Support
import Testing
import TextUI

@testable import Console

/// The phone's app: bound at Network > App, alarms, live view, and the code for Restore Password.
@Suite struct AppRecoveryTests {
  /// A trainee at Network > App with the QR code that binds.
  private func atOffer(
    size: Size = Size(rows: 24, columns: 80), theme: Theme = .night
  ) async throws -> Operator {
    let trainee = try await Operator.atInstalled(
      size: size, options: Console.Options(isCalm: true, theme: theme))
    await trainee.signIn("Night-Shift1!")
    await trainee.open(.appBinding)
    await trainee.press(.enter)
    return trainee
  }

  private func atBound() async throws -> Operator {
    let trainee = try await atOffer()
    await trainee.signInToApp()
    await trainee.useApp(0)
    return trainee
  }

  @Test func scanningBinds() async throws {
    let trainee = try await atOffer()
    await trainee.signInToApp()
    #expect(trainee.screenContains("no recorder bound"), "\(trainee.picture)")
    await trainee.useApp(0)
    #expect(trainee.screenContains("online"), "\(trainee.picture)")
    #expect(trainee.keyBar.contains("F2●"), "\(trainee.picture)")
    await trainee.press(.function(2))
    #expect(trainee.screenContains("✓ Bound to the app account “owner”"), "\(trainee.picture)")
    await trainee.press(.character("u"))
    await trainee.choose("Unbind")
    #expect(trainee.screenContains("▲ Not bound"), "\(trainee.picture)")
  }

  @Test func anOfferThatIsOverBindsNobody() async throws {
    let trainee = try await atOffer()
    await trainee.pass(.minutes(5))
    await trainee.signInToApp()
    await trainee.useApp(0)
    #expect(trainee.screenContains("no QR code on the monitor"), "\(trainee.picture)")
    #expect(trainee.recorder?.cloud.binding == nil)
  }

  @Test(
    arguments: [
      Size(rows: 24, columns: 80), Size(rows: 30, columns: 100), Size(rows: 43, columns: 132),
    ], ["night", "day"])
  func aRealReaderReadsTheOfferOffTheScreen(size: Size, theme: String) async throws {
    let theme = try #require(Theme.named(theme))
    let trainee = try await atOffer(size: size, theme: theme)
    let recorder = try #require(trainee.recorder)
    let payload = recorder.cloud.offer?.payload(of: recorder.profile.identity)
    let image = FrameImage(trainee.canvas, theme)
    #expect(try CodeReader.read([image]) == payload, "\(trainee.picture)")
  }

  @Test func motionIsToldOnlyToTheOneWhoHasTheRecorder() async throws {
    let (bound, stranger) = (try await atBound(), try await atOffer())
    await stranger.signInToApp()
    for trainee in [bound, stranger] {
      await trainee.press(.function(2))
      await trainee.ask(.changeSettings(["alarm.push": "on"]))
      await trainee.pass(.minutes(10))
    }
    #expect(bound.keyBar.contains("F4●"), "\(bound.picture)")
    await bound.openOnPhone(1)
    #expect(bound.screenContains("Motion"), "\(bound.picture)")
    await bound.press(.enter)
    #expect(bound.path.hasSuffix("app-live"), "\(bound.picture)")
    await bound.press(.escape, .character("c"))
    #expect(bound.screenContains("Nothing has come."), "\(bound.picture)")
    #expect(stranger.known?.surroundings.phone.notifications.isEmpty == true)
  }

  @Test func theLivePictureNeedsTheNetworkAndTheBinding() async throws {
    let trainee = try await atBound()
    await trainee.useApp(2)
    #expect(trainee.path.hasSuffix("app-live"), "\(trainee.picture)")
    #expect(trainee.screenContains("CAM 1") || trainee.screenContains("1 "), "\(trainee.picture)")
    await trainee.press(.function(3), .character("n"), .function(4))
    #expect(trainee.screenContains("The recorder is offline."), "\(trainee.picture)")
    await trainee.press(.function(3), .character("n"), .function(4))
    #expect(!trainee.screenContains("offline"), "\(trainee.picture)")
  }

  @Test func theAppsCodeOpensTheRecorder() async throws {
    let trainee = try await atBound()
    await trainee.ask(.session(.signOut))
    await trainee.useApp(1)
    await trainee.useApp(3)
    let code = await trainee.noted(from: "app")
    await trainee.openRestore(at: .app)
    #expect(trainee.screenContains("The app has asked"), "\(trainee.picture)")
    await trainee.enter(code)
    await trainee.setNewPassword()
    #expect(trainee.recorder?.session?.account == .admin, "\(trainee.picture)")
  }

  @Test(arguments: [(Int64(9), true), (10, false)])
  func itsCodeLivesForTenMinutes(minutes: Int64, opens: Bool) async throws {
    let trainee = try await atBound()
    await trainee.ask(.session(.signOut))
    await trainee.useApp(1)
    await trainee.useApp(3)
    let code = await trainee.noted(from: "app")
    await trainee.openRestore(at: .app)
    await trainee.pass(.minutes(minutes))
    await trainee.enter(code)
    #expect(trainee.isGranted == opens, "\(trainee.picture)")
    await trainee.press(.function(4))
    #expect(trainee.screenContains("valid for") == opens, "\(trainee.picture)")
  }

  @Test func theAppsAccountHasAPasswordOfItsOwn() async throws {
    let trainee = try await Operator.atInstalled()
    await trainee.signInToApp(password: "short")
    #expect(trainee.screenContains("at least 6 characters"), "\(trainee.picture)")
    await trainee.type("App-Pass1")
    await trainee.press(.enter)
    #expect(trainee.console.desk?.surroundings.phone.app.account == "owner", "\(trainee.picture)")
    await trainee.useApp(4)
    await trainee.choose("Log out")
    await trainee.signInToApp(password: "App-Pass2")
    #expect(trainee.screenContains("Wrong password"), "\(trainee.picture)")
    #expect(trainee.console.desk?.surroundings.phone.app.account == nil)
    await trainee.type("App-Pass1")
    await trainee.press(.enter)
    #expect(trainee.console.desk?.surroundings.phone.app.account == "owner", "\(trainee.picture)")
  }

  @Test func aRecorderThatWasNeverBoundHelpsNobody() async throws {
    let trainee = try await Operator.atInstalled()
    await trainee.signInToApp()
    await trainee.useApp(1)
    #expect(trainee.coach.contains("This account has no recorder"), "\(trainee.picture)")
    await trainee.press(.function(2))
    await trainee.openRestore()
    await trainee.turn(to: .app)
    #expect(trainee.recoveryTab?.method != .app)
    #expect(trainee.screenContains("App ⊘"), "\(trainee.picture)")
  }

  @Test func aResetOfTheNetworkTakesTheBinding() async throws {
    let trainee = try await Operator.atInstalled("nvr-1-4-2")
    await trainee.signIn("Night-Shift1!")
    await trainee.signInToApp()
    await trainee.bind()
    #expect(trainee.recorder?.cloud.binding != nil)
    await trainee.holdPaperclip(for: .seconds(11))
    await trainee.pass(.minutes(2))
    #expect(trainee.recorder?.cloud.binding == nil)
    await trainee.openOnPhone(3)
    #expect(trainee.screenContains("no recorder bound"), "\(trainee.picture)")
  }

  /// What the app is denied is no wrong code at the monitor.
  @Test func aRefusalOnThePhoneLeavesTheMonitorAlone() async throws {
    let trainee = try await atBound()
    await trainee.ask(.session(.signOut))
    await trainee.openRestore(at: .app)
    await trainee.type("12")
    await trainee.press(.function(3), .character("n"))
    await trainee.useApp(1)
    #expect(trainee.screenContains("The recorder has no network"), "\(trainee.picture)")
    await trainee.press(.function(2))
    #expect(!trainee.screenContains("no network"), "\(trainee.picture)")
    #expect(trainee.screenContains("Code [ 12"), "\(trainee.picture)")
  }
}

extension FrameStory {
  static let appRecoveries: [FrameStory] = [
    FrameStory("phone-sign-in", from: .installed(.newer)) { await $0.openOnPhone(3) },
    FrameStory("phone-app", from: .installed(.newer)) { await $0.bindAfterSigningIn() },
    FrameStory("phone-app-code", from: .installed(.newer)) { trainee in
      await trainee.bindAfterSigningIn()
      await trainee.useApp(1)
    },
    FrameStory("phone-live", from: .installed(.newer)) { trainee in
      await trainee.bindAfterSigningIn()
      await trainee.useApp(2)
    },
    FrameStory("phone-notifications", from: .installed(.newer)) { trainee in
      await trainee.bindAfterSigningIn()
      await trainee.ask(.changeSettings(["alarm.push": "on"]))
      await trainee.pass(.minutes(9))
      await trainee.openOnPhone(1)
    },
    FrameStory("restore-app", from: .installed(.newer)) { trainee in
      await trainee.bindAfterSigningIn()
      await trainee.ask(.session(.signOut))
      await trainee.useApp(1)
      await trainee.openRestore(at: .app)
    },
    FrameStory("app-binding", from: .installed(.newer)) { trainee in
      await trainee.signIn("Night-Shift1!")
      await trainee.open(.appBinding)
    },
    FrameStory("app-binding-offer", from: .installed(.newer)) { trainee in
      await trainee.signIn("Night-Shift1!")
      await trainee.open(.appBinding)
      await trainee.press(.enter)
    },
  ]
}

extension Operator {
  /// Signs in at the monitor and to the app, and binds the recorder to it.
  fileprivate func bindAfterSigningIn() async {
    await signIn("Night-Shift1!")
    await signInToApp()
    await bind()
  }
}
