import Console
import Dispatch
import PracticeDesk
import RecorderEngine

/// The one way from the console to the device and the files: in order, one thing at a time.
public final class DeviceLink: Sendable {
  private enum Order: Sendable {
    case begin
    case effect(Effect)
  }

  private let orders: AsyncStream<Order>.Continuation
  private let done = DispatchSemaphore(value: 0)

  /// Starts the link: sets up the practice, then opens the store, then does what comes.
  public init(session: PracticeSession, assets: any AssetSource, inbox: Inbox) {
    let (stream, continuation) = AsyncStream<Order>.makeStream()
    orders = continuation
    let done = done
    Task.detached {
      for await order in stream {
        await DeviceLink.follow(order, session, assets, inbox)
      }
      done.signal()
    }
    continuation.yield(.begin)
  }

  /// Hands an effect on.
  public func send(_ effect: Effect) { orders.yield(.effect(effect)) }

  /// Ends the link once everything sent is done, or after two seconds.
  public func finish() {
    orders.finish()
    _ = done.wait(timeout: .now() + 2)
  }

  private static func follow(
    _ order: Order, _ session: PracticeSession, _ assets: any AssetSource, _ inbox: Inbox
  ) async {
    switch order {
    case .begin:
      do throws(AssetTrouble) {
        post(try await session.begin(), to: inbox)
      } catch {
        inbox.post(.failed(error.message))
        return
      }
      post(await session.openStore(), to: inbox)
    case .effect(let effect): await follow(effect, session, assets, inbox)
    }
  }

  private static func follow(
    _ effect: Effect, _ session: PracticeSession, _ assets: any AssetSource, _ inbox: Inbox
  ) async {
    do throws(AssetTrouble) {
      switch effect {
      case .perform(let command): post(await session.perform(command), to: inbox)
      case .lesson(let command): post(try await session.perform(command), to: inbox)
      case .resume: post(try await session.resume(), to: inbox)
      case .startAfresh: post(await session.startAfresh(), to: inbox)
      case .remember(let path): await session.remember(path: path)
      case .load(let wish): inbox.post(.message(.loaded(try load(wish, from: assets))))
      case .ring, .leave: break
      }
    } catch {
      post([.fault(.unreachable(error.message))], to: inbox)
    }
  }

  private static func post(_ messages: [Message], to inbox: Inbox) {
    for message in messages { inbox.post(.message(message)) }
  }

  private static func load(
    _ wish: AssetWish, from assets: any AssetSource
  ) throws(AssetTrouble) -> Asset {
    switch wish {
    case .menu(let skin): return .menu(try assets.menu(skin))
    case .lessons: return .lessons(try assets.lessons())
    case .scenes(let names):
      var scenes: [String: Scene] = [:]
      for name in names { scenes[name] = try assets.scene(name) }
      return .scenes(scenes)
    }
  }
}
