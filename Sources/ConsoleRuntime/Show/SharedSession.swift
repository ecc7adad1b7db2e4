import Console
import RecorderEngine
import ScreenKit
import Spectators
import Synchronization
import TextUI

/// A session that others of this computer may watch: each frame is handed on once it stands on its own
/// terminal, with dots for all that is secret.
public final class SharedSession: Onlooker {
  /// What both threads know of those who watch.
  private final class Standing: Sendable {
    private let watching = Mutex(Watching())
    private let inbox: Inbox

    init(_ inbox: Inbox) { self.inbox = inbox }

    var now: Watching { watching.withLock { $0 } }

    /// Notes a change, and tells the console.
    func change(_ body: (inout Watching) -> Void) {
      let new = watching.withLock { watching in
        body(&watching)
        return watching
      }
      inbox.post([.message(.watched(new))])
    }

    func hear(_ news: Publisher.News) {
      switch news {
      case .watchers(let count): change { $0.count = count }
      case .asked(let name): change { $0.asker = name }
      case .left: change { $0.holder = nil }
      case .key(let key): inbox.post([.guest(key)])
      }
    }
  }

  private let publisher: Publisher
  private let standing: Standing
  private let name: String

  /// Offers a session under a name; nil: there is no place for its socket.
  public init?(_ name: String, in folder: SessionFolder, inbox: Inbox) {
    let standing = Standing(inbox)
    guard
      let publisher = Publisher(
        name, in: folder, status: SessionStatus(name: name), hear: { standing.hear($0) })
    else { return nil }
    (self.publisher, self.standing, self.name) = (publisher, standing, name)
    standing.change { _ in }
  }

  /// Ends it: whoever watches is told.
  public func end() { publisher.end() }

  /// Hands the frame on.
  public func see(_ frame: Canvas, of console: Console, at now: Timestamp) {
    var status = SessionStatus(name: name, lesson: console.lessonTitle ?? "")
    if let step = console.stepNumber { (status.step, status.steps) = (step.number, step.count) }
    status.isRefused = standing.now.isRefused
    publisher.show(console.hidingSecrets(in: frame), status)
  }

  /// Whoever sits here takes the keyboard back by any key, which does nothing else.
  public func admits(_ input: InputEvent, at console: Console, now: Timestamp) -> Bool {
    guard standing.now.holder != nil else { return true }
    switch input {
    case .key, .paste, .mouse: break
    case .resize, .woken, .hangup, .terminate, .suspend: return true
    }
    publisher.takeBack()
    standing.change { $0.holder = nil }
    return false
  }

  /// Secrets, the way out and those who watch stay with whoever sits here.
  public func admits(guest key: Key, at console: Console, now: Timestamp) -> Bool {
    guard standing.now.holder != nil, console.told(.key(key), at: now) == .key(key) else {
      return false
    }
    switch key {
    case .function(10), .control("c"), .control("r"), .control("x"), .control("z"): return false
    case .character("q"): return console.typesText
    default: return true
    }
  }

  /// Does what is wished.
  public func carryOut(_ wish: WatchingWish) {
    switch wish {
    case .allow(let isAllowed):
      if !isAllowed { publisher.takeBack() }
      standing.change {
        $0.isRefused = !isAllowed
        if !isAllowed { ($0.asker, $0.holder) = (nil, nil) }
      }
    case .answer(true):
      publisher.grant()
      standing.change { ($0.holder, $0.asker) = ($0.asker, nil) }
    case .answer(false):
      publisher.takeBack()
      standing.change { $0.asker = nil }
    }
  }
}
