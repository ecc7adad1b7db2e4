import PracticeDesk
import RecorderEngine
import Support
import Testing
import TextUI

@testable import Console

/// Restore Password by QR code, from the recorder and from the phone's app.
@Suite struct QRRecoveryTests {
  /// A trainee who looks at the tab QR code; the app on the phone has the recorder, or only is
  /// signed in.
  private func atTab(
    isBound: Bool = true, size: Size = Size(rows: 24, columns: 80), theme: Theme = .night
  ) async throws -> Operator {
    let trainee = try await Operator.atInstalled(
      "smart-nvr", size: size, options: Console.Options(isCalm: true, theme: theme))
    await trainee.signInToApp()
    if isBound {
      await trainee.press(.function(2))
      await trainee.signIn("Night-Shift1!")
      await trainee.bind()
      await trainee.ask(.session(.signOut))
    }
    await trainee.openRestore(at: .qrCode)
    return trainee
  }

  private func scan(_ trainee: Operator) async -> String {
    await trainee.useApp(0)
    await trainee.useApp(3)
    return await trainee.noted(from: "app")
  }

  @Test func theAppThatHasTheRecorderShowsTheCode() async throws {
    let trainee = try await atTab()
    let code = await scan(trainee)
    #expect(code.count == 8)
    await trainee.enter(code)
    #expect(trainee.isGranted, "\(trainee.picture)")
    await trainee.setNewPassword()
    #expect(trainee.recorder?.session?.account == .admin, "\(trainee.picture)")
  }

  @Test func toAnybodyElseItGoesByMail() async throws {
    let trainee = try await atTab(isBound: false)
    await trainee.useApp(0)
    #expect(trainee.screenContains("on its way to the registered address"), "\(trainee.picture)")
    await trainee.pass(.seconds(5))
    await trainee.noteLetter()
    await trainee.enter(await trainee.noted(from: "mail"))
    #expect(trainee.isGranted, "\(trainee.picture)")
  }

  @Test func twoCodesAreAllThatOnePictureGives() async throws {
    let trainee = try await atTab()
    let (first, second) = (await scan(trainee), await scan(trainee))
    #expect(first != second)
    await trainee.useApp(0)
    #expect(trainee.screenContains("has given all its codes"), "\(trainee.picture)")
    await trainee.enter(second)
    #expect(trainee.isGranted, "\(trainee.picture)")
  }

  @Test func aRefreshedPictureTakesNoOldCodeAndGivesNewOnes() async throws {
    let trainee = try await atTab()
    let old = await scan(trainee)
    await trainee.press(.function(2))
    await trainee.choose("Refresh")
    await trainee.choose("Refresh")
    await trainee.enter(old)
    #expect(trainee.screenContains("not right"), "\(trainee.picture)")
    await trainee.enter(await scan(trainee))
    #expect(trainee.isGranted, "\(trainee.picture)")
  }

  @Test func nobodySignedInToTheAppScansNothing() async throws {
    let trainee = try await Operator.atInstalled("smart-nvr")
    await trainee.openRestore(at: .qrCode)
    await trainee.openOnPhone(3)
    #expect(trainee.screenContains("Account"), "\(trainee.picture)")
    await trainee.press(.function(2), .escape)
    await trainee.choose("Close")
    await trainee.signInToApp()
    await trainee.useApp(0)
    #expect(trainee.screenContains("no QR code on the monitor"), "\(trainee.picture)")
  }

  // MARK: The picture

  @Test(
    arguments: [
      Size(rows: 24, columns: 80), Size(rows: 30, columns: 100), Size(rows: 43, columns: 132),
    ], ["night", "day"])
  func aRealReaderReadsItOffTheScreen(size: Size, theme: String) async throws {
    let theme = try #require(Theme.named(theme))
    let trainee = try await atTab(size: size, theme: theme)
    guard case .qrCode(let ticket) = trainee.recoveryTab else {
      Issue.record("\(trainee.picture)")
      return
    }
    // At the widest size the phone stands beside the monitor.
    let image = FrameImage(trainee.canvas, theme)
    #expect(try CodeReader.read([image]) == ticket.payload, "\(trainee.picture)")
  }

  @Test func whereItDoesNotFitTheScreenSaysWhatItNeeds() async throws {
    let trainee = try await atTab()
    await trainee.resize(rows: 20, columns: 60)
    #expect(trainee.screenContains("needs a terminal of 75x23"), "\(trainee.picture)")
    await trainee.enter(await scan(trainee))
    #expect(trainee.isGranted, "\(trainee.picture)")
    let again = try await atTab()
    await again.resize(rows: 23, columns: 75)
    #expect(!again.screenContains("needs a terminal"), "\(again.picture)")
    await again.resize(rows: 24, columns: 74)
    #expect(again.screenContains("needs a terminal of 75x24"), "\(again.picture)")
    await again.resize(rows: 22, columns: 80)
    #expect(again.screenContains("needs a terminal of 80x23"), "\(again.picture)")
  }

  @Test func withASCIIOnlyTheReaderReadsItInALargeWindow() async throws {
    let trainee = try await Operator.atInstalled(
      "smart-nvr", size: Size(rows: 43, columns: 131),
      options: Console.Options(isCalm: true, isUnicode: false))
    await trainee.openRestore(at: .qrCode)
    guard case .qrCode(let ticket) = trainee.recoveryTab else { return }
    #expect(
      try CodeReader.read([FrameImage(trainee.canvas, .night)]) == ticket.payload,
      "\(trainee.picture)")
  }
}

extension FrameStory {
  static let qrRecoveries: [FrameStory] = [
    FrameStory("restore-qr", from: .installed(.smart)) { await $0.openRestore(at: .qrCode) }
  ]
}
