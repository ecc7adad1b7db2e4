import ConsoleData
import ConsoleRuntime
import ScreenKit
import Support
import Testing
import TextUI

@testable import Console

/// A code's way from a screen's wish to the frame.
@Suite struct QRCodeScreenTests {
  private let text = "SN 1234"

  @Test func aWishForACodeIsFollowedLikeOneForAFile() async throws {
    let session = PracticeSession(
      plan: PracticePlan(recorder: "legacy-dvr", lesson: nil, seed: 1),
      assets: RepositoryAssets(), clock: ManualClock(at: Operator.evening),
      cryptography: PlainCryptography(), keeper: MemoryKeeper(), stick: MemoryStick())
    let messages = await session.carryOut(.load(.qr(text)))
    guard case .loaded(.qr("SN 1234", let matrix)) = messages.first else {
      Issue.record("\(messages)")
      return
    }
    #expect(matrix == (try RepositoryAssets().qr(text)))
  }

  @Test func theCodeIsAmongTheScreensAssets() async throws {
    let trainee = try await Operator.sitsDown()
    let matrix = try RepositoryAssets().qr(text)
    await trainee.receive(.loaded(.qr(text, matrix)))
    let context = try #require(trainee.console.context(at: trainee.clock.now))
    #expect(context.assets.qrCodes == [text: matrix])
    #expect(QRCode(matrix, in: context).material == .halfBlocks)
  }

  @Test func aScreensWishLeavesTheConsole() async throws {
    let trainee = try await Operator.sitsDown()
    var console = trainee.console
    var effects: [Effect] = []
    console.carryOut(.load(.qr(text)), on: .place(.monitor), at: trainee.clock.now, &effects)
    guard case .load(.qr("SN 1234")) = effects.first else {
      Issue.record("\(effects)")
      return
    }
  }

  @Test func withASCIIOnlyACodeIsMadeOfBlanksAndItsApologyIsInTheMenusLanguage() async throws {
    let trainee = try await Operator.sitsDown(
      options: Console.Options(isCalm: true, isUnicode: false))
    let context = try #require(trainee.console.context(at: trainee.clock.now))
    let code = QRCode(try RepositoryAssets().qr(text), in: context)
    #expect(code.material == .blanks)
    var canvas = Canvas(size: Size(rows: 24, columns: 80))
    try RepositoryAssets().phrases("es").spoken {
      code.draw(on: &canvas, in: canvas.bounds)
    }
    #expect(
      canvas.plainText()[0] == "Este código QR necesita una terminal de 80x29; esta tiene 80x24.")
  }
}
