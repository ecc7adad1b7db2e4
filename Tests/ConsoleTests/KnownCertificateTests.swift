import PracticeDesk
import RecorderEngine
import Support
import Synchronization
import Testing
import TextUI

@testable import Console

/// The certificate that a real recorder is known by: looked at, and forgotten.
@Suite struct KnownCertificateTests {
  private let clock = ManualClock(at: Operator.evening)
  private static let fingerprint = (0..<32).map { "\($0 / 10)\($0 % 10)" }.joined(separator: ":")

  private func page(
    certificate: KnownCertificate?, forget: @escaping @Sendable () -> Bool = { false }
  ) async throws -> Operator {
    let profile = try RepositoryAssets().recorder("classic-dvr-2018")
    let desk = Desk(
      recorder: RecorderState(profile: profile, now: clock.now), seed: 7, now: clock.now)
    let adapter = PartialAdapter(
      desk, clock: clock, missing: [], unknown: [], certificate: certificate)
    let admin = try await Operator.sitsDown(
      before: adapter, clock: clock, forgetCertificate: forget)
    await admin.signIn()
    await admin.press(.escape)
    await admin.open(.information)
    return admin
  }

  @Test("It stands with since when it is trusted, and is forgotten after a question")
  func forgotten() async throws {
    let wasForgotten = Mutex(false)
    let admin = try await page(
      certificate: KnownCertificate(Self.fingerprint, since: Operator.evening),
      forget: {
        wasForgotten.withLock { $0 = true }
        return true
      })
    #expect(admin.screenContains("00:01:02:03:04:05"), "\(admin.picture)")
    await admin.press(.enter)
    #expect(admin.screenContains("24:25:26:27:28:29:30:31"), "\(admin.picture)")
    #expect(admin.screenContains("Trusted since"), "\(admin.picture)")
    #expect(!wasForgotten.withLock { $0 })
    await admin.choose("Forget")
    #expect(wasForgotten.withLock { $0 })
    #expect(admin.coach.contains("when you connect again"), "\(admin.picture)")
  }

  @Test("Kept, it stays; where it cannot be forgotten, that is said")
  func kept() async throws {
    let admin = try await page(certificate: KnownCertificate(Self.fingerprint))
    await admin.press(.enter)
    #expect(admin.screenContains("Nobody has written down"), "\(admin.picture)")
    await admin.choose("Keep it")
    #expect(!admin.coach.contains("could not be written"), "\(admin.picture)")
    await admin.press(.enter)
    await admin.choose("Forget")
    #expect(admin.coach.contains("could not be written"), "\(admin.picture)")
  }

  @Test("Where the line is not encrypted nothing is said of it")
  func none() async throws {
    let admin = try await page(certificate: nil)
    #expect(!admin.screenContains("Certificate"), "\(admin.picture)")
  }
}
