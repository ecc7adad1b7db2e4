import PracticeDesk
import RecorderEngine
import ScreenKit
import Support
import Testing

@testable import ConsoleRuntime

/// A recorder with a network around it: the laptop reaches it, whatever the recorder was asked.
@Suite struct NetworkReachTests {
  /// A network of nobody.
  private struct EmptyNetwork: LaptopNetwork {
    let laptop = LaptopSetup(
      address: IPAddress(bits: 0x7F00_0001), router: IPAddress(bits: 0), parallelism: 1...1,
      usualParallelism: 1, files: [])
    var events: AsyncStream<NetworkEvent> { AsyncStream { $0.finish() } }
    func obey(_ command: NetworkCommand) async -> [NetworkEvent] { [.refused(.noTargets)] }
    func close() async {}
  }

  private func reach(_ messages: [Message]) -> [Bool] {
    messages.compactMap { message in
      if case .reaches(let capabilities) = message { capabilities.reachesNetwork } else { nil }
    }
  }

  @Test("Before and after a command, and read anew")
  func reaches() async throws {
    let clock = ManualClock(at: Operator.evening)
    let profile = try RepositoryAssets().recorder("classic-dvr-2018")
    let desk = Desk(
      recorder: RecorderState(profile: profile, now: clock.now), seed: 7, now: clock.now)
    let session = RecorderSession(
      adapter: PartialAdapter(desk, clock: clock, missing: [], unknown: []),
      assets: RepositoryAssets(), stick: MemoryStick(), network: EmptyNetwork())
    #expect(reach(try await session.begin()) == [true])
    let signIn = DeskCommand.recorder(.session(.signIn(.admin, "12345")))
    #expect(reach(await session.carryOut(.perform(signIn))) == [true])
    #expect(reach(await session.carryOut(.readAnew)) == [true])
    let answers = await session.carryOut(.perform(.network(.discover)))
    guard case .answered(let events, _)? = answers.first else {
      Issue.record("\(answers)")
      return
    }
    #expect(events == [.network(.refused(.noTargets))])
    await session.close()
  }
}
