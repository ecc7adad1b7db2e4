import PracticeDesk
import RecorderEngine
import ScreenKit
import Support
import Testing

@testable import ConsoleRuntime

/// Calls that come over the network reach the recorder that stands on the desk.
@Suite struct CallsFromOutsideTests {
  private static let address = "192.168.226.50"

  /// A practice that answers ONVIF, and the way to it.
  private func practice(
    _ keeper: MemoryKeeper, _ inbox: Inbox = Inbox {}
  ) -> DeviceLink {
    let session = PracticeSession(
      plan: PracticePlan(recorder: "classic-dvr-2018", lesson: nil, seed: 1),
      assets: RepositoryAssets(), clock: ManualClock(at: Operator.evening),
      cryptography: PlainCryptography(), keeper: keeper, stick: MemoryStick())
    let link = DeviceLink(session: session, inbox: inbox, textForm: { $0 })
    link.send(.perform(.recorder(.session(.signIn(.admin, "12345")))))
    link.send(.perform(.recorder(.changeSettings([.onvif: "on"]))))
    return link
  }

  private func call(_ request: RemoteRequest, _ password: Secret = "12345") -> RemoteCall {
    RemoteCall(request, as: .admin, .password(password), from: Self.address)
  }

  @Test("Whoever calls is answered by the recorder on the desk, and the console learns of it")
  func answers() async throws {
    let inbox = Inbox {}
    let link = practice(MemoryKeeper(), inbox)
    let wrong = try #require(await link.answer(call(.read(.user), "wrong")))
    #expect(wrong.refusal == .wrongNameOrPassword(left: 4))
    let new = RemoteAccount(name: "guard", password: "Guard-Pass1", level: .user)
    let reply = try #require(await link.answer(call(.addAccounts([new]))))
    #expect(reply.refusal == nil)
    #expect(reply.snapshot.account("guard") != nil)
    let told = inbox.drain().contains { post in
      guard case .message(.changed(let events, _)) = post else { return false }
      return events.contains {
        if case .recorder(.accounts(.added(let account))) = $0 {
          account.name == "guard"
        } else {
          false
        }
      }
    }
    #expect(told)
    #expect(await link.glance()?.snapshot.account("guard") != nil)
    link.finish()
  }

  @Test("A call that changes nothing is not written down; one that does is, before it is answered")
  func keeps() async throws {
    let keeper = MemoryKeeper()
    let link = practice(keeper)
    _ = await link.answer(call(.read(.user)))
    let first = keeper.kept
    let second = try #require(await link.answer(call(.read(.user))))
    #expect(second.hasLetIn)
    #expect(keeper.kept == first)
    _ = await link.answer(call(.setClock(utc: Operator.evening + .hours(1), [:])))
    #expect(
      keeper.kept?.desk.snapshot.recorder.clock.offset != first?.desk.snapshot.recorder.clock.offset
    )
    link.finish()
  }

  @Test("After the end nobody waits for an answer")
  func end() async throws {
    let link = practice(MemoryKeeper())
    _ = await link.answer(call(.read(.user)))
    link.finish()
    #expect(await link.answer(call(.read(.user))) == nil)
  }
}
