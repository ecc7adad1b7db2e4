import Foundation
import RecorderEngine
import Support
import Testing

@testable import RealRecorder

/// Pictures are signed for as carefully as everything else: each of them may be a wrong password.
@Suite struct PictureBrakeTests {
  private static let jpeg: [UInt8] = [0xFF, 0xD8, 1, 2, 3, 0xFF, 0xD9]

  private func opened(
    _ signIn: StandInHabits.PictureSignIn = .digest, journal: Journal = Journal(folder: nil)
  ) async throws -> (StandInDevice, RealRecorder) {
    var habits = StandInHabits()
    habits.picture = Self.jpeg
    habits.pictureSignIn = signIn
    let device = try StandInDevice(habits)
    let recorder = try device.recorder(journal: journal)
    _ = try await recorder.opened()
    return (device, recorder)
  }

  private func signed(_ device: StandInDevice) -> Int {
    device.asked.count { $0.operation == "GET" && $0.isSigned }
  }

  private func lockOthersOut(_ device: StandInDevice) {
    device.change { $0.users[0].password = "Set-By-Another-1" }
  }

  @Test("Once everything is held back no picture is signed for")
  func heldBack() async throws {
    let (device, recorder) = try await opened()
    #expect(try await recorder.picture(of: 1) == Data(Self.jpeg))
    let before = signed(device)
    lockOthersOut(device)
    await #expect(throws: DeviceFault.heldBack) { try await recorder.connect() }
    let refusals = device.refusals
    await #expect(throws: DeviceFault.heldBack) { try await recorder.picture(of: 1) }
    #expect(signed(device) == before && device.refusals == refusals)
  }

  @Test("While a refusal is in doubt no picture is signed for")
  func inDoubt() async throws {
    let (device, recorder) = try await opened()
    #expect(try await recorder.picture(of: 1) == Data(Self.jpeg))
    let before = signed(device)
    await recorder.conversation.doubt()
    async let picture = recorder.picture(of: 1)
    while await !recorder.conversation.isWaitedFor, signed(device) == before {
      await Task.yield()
    }
    #expect(signed(device) == before)
    await recorder.conversation.beCertain()
    #expect(try await picture == Data(Self.jpeg))
  }
}

extension Conversation {
  /// A refusal is in doubt, as if it had just come.
  fileprivate func doubt() { doubts += 1 }

  fileprivate var isWaitedFor: Bool { !waiting.isEmpty }

  fileprivate func beCertain() {
    doubts -= 1
    let all = waiting
    waiting = []
    for one in all { one.resume() }
  }
}
