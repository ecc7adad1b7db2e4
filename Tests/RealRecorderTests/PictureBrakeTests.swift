import Foundation
import RecorderEngine
import Support
import Synchronization
import Testing

@testable import RealRecorder

/// Pictures are signed for as carefully as everything else: each of them may be a wrong password.
@Suite(.besideDevices) struct PictureBrakeTests {
  private static let jpeg: [UInt8] = [0xFF, 0xD8, 1, 2, 3, 0xFF, 0xD9]

  private func opened(
    _ signIn: StandInHabits.PictureSignIn = .digest, journal: Journal = Journal(folder: nil),
    usesUpNonces: Bool = false, later: @escaping @Sendable () -> Interval = { .zero }
  ) async throws -> (StandInDevice, RealRecorder) {
    var habits = StandInHabits()
    habits.usesUpNonces = usesUpNonces
    habits.picture = Self.jpeg
    habits.pictureSignIn = signIn
    let device = try StandInDevice(habits)
    let recorder = try device.recorder(journal: journal, later: later)
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

  @Test("A no to a picture that was shown before holds everything back")
  func refusedLater() async throws {
    let (device, recorder) = try await opened()
    for _ in 1...2 { #expect(try await recorder.picture(of: 1) == Data(Self.jpeg)) }
    lockOthersOut(device)
    #expect(try await recorder.picture(of: 1) == nil)
    let proofs = device.proofs
    await #expect(throws: DeviceFault.heldBack) { try await recorder.connect() }
    #expect(device.refusals == 1 && device.proofs == proofs)
  }

  @Test("Asked for a sign-in while a refusal is in doubt, pictures come once that is over")
  func askedInDoubt() async throws {
    let (device, recorder) = try await opened()
    await recorder.conversation.doubt()
    let task = Task { try await recorder.conversation.picture(at: "/picture?profile=p0") }
    let isOver = Mutex(false)
    Task {
      _ = await task.result
      isOver.withLock { $0 = true }
    }
    while await !recorder.conversation.isWaitedFor, !isOver.withLock({ $0 }) {
      await Task.yield()
    }
    #expect(signed(device) == 0)
    await recorder.conversation.beCertain()
    #expect(try await task.value == Data(Self.jpeg))
  }

  @Test("Asked for a sign-in while nobody is let in, pictures come once somebody is")
  func askedBetween() async throws {
    let (device, recorder) = try await opened()
    let conversation = await recorder.conversation
    await conversation.begin(as: Credentials(.admin, Secret(StandInState.password)))
    #expect(try await conversation.picture(at: "/picture?profile=p0") == nil)
    #expect(signed(device) == 0)
    #expect(try await conversation.signIn() == .proven)
    #expect(try await conversation.picture(at: "/picture?profile=p0") == Data(Self.jpeg))
  }

  @Test("A nonce that is good for one picture alone holds nothing back")
  func usedUp() async throws {
    let (device, recorder) = try await opened(usesUpNonces: true)
    for _ in 1...4 { #expect(try await recorder.picture(of: 1) == Data(Self.jpeg)) }
    #expect(device.refusals == 1, "That one told it.")
    _ = try await recorder.connect()
  }

  @Test("A nonce that may be forgotten by now is asked for anew, without a proof")
  func oldNonce() async throws {
    let passed = Mutex(Interval.zero)
    let (device, recorder) = try await opened(later: { passed.withLock { $0 } })
    for _ in 1...2 { #expect(try await recorder.picture(of: 1) == Data(Self.jpeg)) }
    passed.withLock { $0 = .hours(2) }
    device.change { $0.habits.clockOffset = .hours(2) }
    #expect(try await recorder.picture(of: 1) == Data(Self.jpeg))
    #expect(device.refusals == 0)
  }

  @Test("A first proof without an answer is the last one")
  func unanswered() async throws {
    let (device, recorder) = try await opened()
    device.change { $0.habits.dropsProofsOf = ["GET"] }
    await #expect(throws: DeviceFault.self) { try await recorder.picture(of: 1) }
    device.change { $0.habits.dropsProofsOf = [] }
    #expect(try await recorder.picture(of: 1) == nil)
    #expect(signed(device) == 1)
  }

  @Test("Once somebody was let in a line that breaks ends nothing")
  func brokenLater() async throws {
    let (device, recorder) = try await opened()
    #expect(try await recorder.picture(of: 1) == Data(Self.jpeg))
    device.change { $0.habits.dropsProofsOf = ["GET"] }
    await #expect(throws: DeviceFault.self) { try await recorder.picture(of: 1) }
    device.change { $0.habits.dropsProofsOf = [] }
    #expect(try await recorder.picture(of: 1) == Data(Self.jpeg))
  }

  @Test("The journal tells that pictures are refused, and no query: it may hold a secret")
  func journal() async throws {
    let home = try ConsoleHome()
    let (_, recorder) = try await opened(.basic, journal: Journal(folder: home.url.path))
    #expect(try await recorder.picture(of: 1) == nil)
    let path = home.url.appendingPathComponent("journal.jsonl")
    let text = try String(contentsOf: path, encoding: .utf8)
    #expect(text.contains("GET picture") && !text.contains("profile="), "\(text)")
  }
}
