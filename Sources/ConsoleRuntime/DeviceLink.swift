import Dispatch
import PracticeDesk
import RecorderEngine
import ScreenKit

/// The one way from the console to the device and the files.
///
/// There are two lanes. What is asked of the device goes in order, one thing at a time, however long
/// it takes; what is only read from files does not wait behind it.
public final class DeviceLink: CallableRecorder {
  private enum Order: Sendable {
    case begin
    /// The first frame is on the screen.
    case shown
    case effect(Effect)
    case mailAnswered(Delivery, LetterToSend)
    /// Somebody calls the recorder over the network.
    case call(RemoteCall, CheckedContinuation<RemoteReply?, Never>)
  }

  private let session: any DeviceSession
  private let orders: AsyncStream<Order>.Continuation
  private let wishes: AsyncStream<AssetWish>.Continuation
  private let listening: [Task<Void, Never>]
  private let postman: Postman
  private let textForm: TextForm
  private let done = DispatchSemaphore(value: 0)

  /// Starts the link: sets the session up, opens the store, does what comes. Where nothing is kept
  /// the store is opened once the first frame stands, or before the first thing that is asked for:
  /// on one processor the frame would wait for it. All text leaves in this form, so that one password
  /// is one, however its letters were typed.
  public init(session: any DeviceSession, inbox: Inbox, textForm: @escaping TextForm) {
    self.textForm = textForm
    self.session = session
    let (stream, orders) = AsyncStream<Order>.makeStream()
    self.orders = orders
    let (wished, wishes) = AsyncStream<AssetWish>.makeStream()
    self.wishes = wishes
    let postman = Postman(session.courier) { delivery, letter in
      orders.yield(.mailAnswered(delivery, letter))
    }
    self.postman = postman
    let done = done
    let (begun, hasBegun) = AsyncStream<Void>.makeStream()
    let executor = LinkExecutor()
    Task.detached(executorPreference: executor) {
      var isBegun = false
      var lacksStore = true
      for await order in stream {
        if lacksStore, isBegun {
          lacksStore = false
          DeviceLink.post(await session.openStore(), to: inbox)
        }
        isBegun = true
        await DeviceLink.carryOut(order, session, inbox, &lacksStore)
        hasBegun.finish()
        // A send may take seconds, and commands go on meanwhile: its answer is an order of its own.
        for letter in await session.collectLetters() { postman.send(letter) }
      }
      // Whatever was sent is done: the file is left whole, with nothing beside it.
      await session.close()
      done.signal()
    }
    Task.detached(executorPreference: executor) {
      for await wish in wished {
        guard case .picture = wish else {
          DeviceLink.post(await session.load(wish), to: inbox)
          continue
        }
        // A camera may take seconds: no file waits for it.
        Task.detached(executorPreference: executor) {
          DeviceLink.post(await session.load(wish), to: inbox)
        }
      }
    }
    listening = [
      Task.detached(executorPreference: executor) {
        // What happens to a recorder that nobody has seen yet is kept until it was shown.
        for await _ in begun {}
        for await event in session.happenings { DeviceLink.post([.happened(event)], to: inbox) }
      },
      Task.detached(executorPreference: executor) {
        for await event in session.networkEvents {
          DeviceLink.post([.changed([.network(event)], nil)], to: inbox)
        }
      },
    ]
    orders.yield(.begin)
  }

  /// Hands an effect on.
  public func send(_ effect: Effect) {
    if case .load(let wish) = effect {
      wishes.yield(wish)
    } else {
      orders.yield(.effect(effect.written(in: textForm)))
    }
  }

  /// Has the recorder answer a call over the network, in its turn; nil where the practice is over. How
  /// many may wait is for the service to say.
  public func answer(_ call: RemoteCall) async -> RemoteReply? {
    await withCheckedContinuation { reply in
      guard case .enqueued = orders.yield(.call(call, reply)) else {
        return reply.resume(returning: nil)
      }
    }
  }

  /// The recorder as it stands, for what nobody has to prove anything for.
  public func glance() async -> RemoteReply? { await session.glance() }

  /// Says that the first frame is on the screen.
  public func noteShown() { orders.yield(.shown) }

  /// Ends the link once everything sent is done, or after two seconds; mail under way is given up.
  public func finish() {
    orders.finish()
    wishes.finish()
    for task in listening { task.cancel() }
    postman.leave()
    _ = done.wait(timeout: .now() + 2)
  }

  private static func carryOut(
    _ order: Order, _ session: any DeviceSession, _ inbox: Inbox, _ lacksStore: inout Bool
  ) async {
    switch order {
    case .begin:
      var messages: [Message]
      do throws(AssetTrouble) {
        messages = try await session.begin()
      } catch {
        inbox.post([.failed(error.message)])
        return
      }
      // What is kept is offered with the first frame: nobody types into a practice that is about to
      // be asked for. Where nothing is kept the frame has no need to wait.
      if await session.opensStoreFirst {
        messages += await session.openStore()
        lacksStore = false
      }
      post(messages, to: inbox)
    case .shown: break
    case .effect(let effect): post(await session.carryOut(effect), to: inbox)
    case .mailAnswered(let delivery, let letter):
      post(await session.report(delivery, of: letter), to: inbox)
    case .call(let call, let continuation):
      let (reply, messages) = await session.answer(call)
      // The console learns it first: a page that is open changes before the caller can ask again.
      post(messages, to: inbox)
      continuation.resume(returning: reply)
    }
  }

  private static func post(_ messages: [Message], to inbox: Inbox) {
    inbox.post(messages.map { .message($0) })
  }
}
