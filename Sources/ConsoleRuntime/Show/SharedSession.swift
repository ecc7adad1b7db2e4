import Console
import Glibc
import PracticeDesk
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
    private struct State {
      var watching = Watching()
      var grant: UInt32?
      var inbox: Inbox
    }

    private let state: Mutex<State>

    init(_ inbox: Inbox) { state = Mutex(State(inbox: inbox)) }

    var isRefused: Bool { state.withLock { $0.watching.isRefused } }
    /// The number under which somebody else has the keyboard; nil: nobody has.
    var grant: UInt32? { state.withLock { $0.grant } }

    /// Tells the console of that inbox from now on.
    func attach(_ inbox: Inbox) {
      state.withLock { $0.inbox = inbox }
      change { _ in }
    }

    /// Notes a change, and tells the console.
    func change(_ body: (inout Watching) -> Void) {
      let (new, inbox) = state.withLock { state in
        body(&state.watching)
        return (state.watching, state.inbox)
      }
      inbox.post([.message(.watched(new))])
    }

    /// Whoever sits here has the keyboard from now on.
    func takeBack() {
      state.withLock { $0.grant = nil }
      change { $0.holder = nil }
    }

    func hear(_ news: Publisher.News) {
      switch news {
      case .watchers(let count): change { $0.count = count }
      case .asked(let ask):
        change { $0.ask = ask.map { Watching.Ask(name: $0.name, number: $0.number) } }
      case .granted(let name, let grant):
        state.withLock { $0.grant = grant }
        change { $0.holder = name }
      case .released: takeBack()
      case .key(let key, let grant):
        state.withLock { $0.inbox }.post([.guest(key, grant: grant)])
      case .order(let order): post(order)
      }
    }

    private func post(_ order: SessionOrder) {
      let inbox = state.withLock { $0.inbox }
      func wish(_ wish: TrainerWish) { inbox.post([.message(.trainer(wish))]) }
      switch order {
      case .leave:
        inbox.post([.message(.input(.terminate))])
        SharedSession.endForGood()
      case .end(let seconds): inbox.post([.order(.end(seconds: seconds))])
      case .extend(let minutes): inbox.post([.order(.extend(minutes: minutes))])
      case .note(let text): wish(.says(text))
      case .put(let scenario, let title): wish(.puts(scenario, title: title))
      case .fault(let name): if let fault = Fault(rawValue: name) { wish(.causes(fault)) }
      case .pullCable: wish(.pullsCable)
      case .offer(.presentation(let name)): wish(.shows(.presentation(name)))
      case .offer(.recording(let name)): wish(.shows(.recording(name)))
      }
    }
  }

  /// How long a session may take to save and go.
  private static let patience = Duration.seconds(2)

  /// Whoever waits for this session to go waits no longer than that, whatever it hangs on.
  private static func endForGood() {
    Task.detached {
      try? await Task.sleep(for: patience)
      kill(getpid(), SIGKILL)
    }
  }

  private let publisher: Publisher
  private let standing: Standing
  private let name: String
  /// When the session, its step and its last key were, and what the step belongs to.
  private let begun = UInt32(clamping: time(nil))
  private var stepBegun: UInt32 = 0
  private var lastKey: UInt32 = 0
  private var work: String?

  /// Offers a session under a name; nil: there is no place for its socket.
  public init?(_ name: String, in folder: SessionFolder, inbox: Inbox) {
    let standing = Standing(inbox)
    guard
      let publisher = Publisher(
        name, in: folder, status: SessionStatus(name: name), hear: { standing.hear($0) })
    else { return nil }
    (self.publisher, self.standing, self.name) = (publisher, standing, name)
    standing.attach(inbox)
  }

  /// Goes on with another console, that of this inbox.
  public func attach(_ inbox: Inbox) { standing.attach(inbox) }

  /// Ends it: whoever watches is told.
  public func end() { publisher.end() }

  /// Notes when somebody has pressed a key.
  public func hear(_ key: ToldKey) { lastKey = UInt32(clamping: time(nil)) }

  /// Hands the frame on.
  public func see(_ view: PublicView) {
    var status = SessionStatus(
      name: name, scenario: view.lessonName ?? "", lesson: view.lesson ?? "")
    if let step = view.step { (status.step, status.steps) = (step.number, step.count) }
    let now = UInt32(clamping: time(nil))
    let work = "\(status.scenario) \(status.step)"
    if work != self.work { (self.work, stepBegun) = (work, now) }
    (status.begun, status.stepBegun, status.lastKey) = (begun, stepBegun, lastKey)
    (status.points, status.isExam) = (view.points, view.isExam)
    status.isRefused = standing.isRefused
    publisher.show(view.frame, status)
  }

  /// Whoever sits here takes the keyboard back by any key, which does nothing else.
  public func admits(_ input: InputEvent) -> Bool {
    guard standing.grant != nil else { return true }
    switch input {
    case .key, .paste, .mouse: break
    case .resize, .woken, .hangup, .terminate, .suspend: return true
    }
    publisher.takeBack()
    standing.takeBack()
    return false
  }

  /// The way out and those who watch stay with whoever sits here, and so does all once it was taken back.
  public func admits(guest key: Key, grant: UInt32, whereTextIsTyped typesText: Bool) -> Bool {
    guard standing.grant == grant else { return false }
    switch key {
    case .function(10), .control("c"), .control("r"), .control("x"), .control("z"): return false
    case .character("q"): return typesText
    default: return true
    }
  }

  /// Does what is wished.
  public func carryOut(_ wish: WatchingWish) {
    switch wish {
    case .allow(let isAllowed):
      // What was asked for meanwhile is declined with the frame that says so.
      if !isAllowed { publisher.takeBack() }
      standing.change { $0.isRefused = !isAllowed }
    case .handOver(let ask): publisher.grant(ask)
    case .decline(let ask): publisher.decline(ask)
    }
  }
}
