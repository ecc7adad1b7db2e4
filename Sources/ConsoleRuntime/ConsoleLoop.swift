import Console
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// Keys in, frames out, on one thread: nothing here waits for anything but the next event.
public final class ConsoleLoop {
  /// How a session ended.
  public enum Ending: Equatable, Sendable {
    /// Whether a lesson was finished, and passed.
    case left(lessonPassed: Bool?)
    case failed(String)
  }

  /// For how long the terminal stays as it was while the recorder is set up: whoever waits longer
  /// is told what for.
  static let patience = Duration.milliseconds(150)

  private let start = ContinuousClock.now
  private let terminal: any Terminal
  private let clock: any PracticeClock
  private let inbox: Inbox
  private var console: Console
  private var ground = Ground()
  private var link: DeviceLink?
  /// Whether the terminal has been handed the console as it is.
  private var isDrawn = false
  private var hasPresented = false
  private var rest: Rest?
  /// Who hears of everything that reaches the console; nil: nobody.
  private let listener: ((Message, Timestamp) -> Void)?
  private let onlookers: [any Onlooker]
  /// Who plays on the console; nil: nobody but whoever sits here.
  private let player: (any Player)?
  /// Who ends the session when it has to; nil: it lasts as long as somebody likes.
  private let warden: SessionWarden?
  /// Shows what a trainer shows on a terminal that is lent for it, until somebody has seen enough; nil: there is
  /// no such thing.
  private let show: ((Exhibit, any Terminal) -> Void)?
  /// Where a way back was looked for last; nil while nobody has lost it.
  private var sought: ScreenIdentity?

  /// Makes the loop; the terminal is open and stays so until `run` has returned.
  ///
  /// Where `work` is given, it is done while nobody presses anything, once after each time that
  /// somebody did; it takes some milliseconds at most, for which a key may wait. Where `listener` is
  /// given, it hears of every message to the console, with the practice time, before the console does.
  public init(
    terminal: any Terminal, console: Console, clock: any PracticeClock, inbox: Inbox,
    atRest work: (() -> Void)? = nil, onlookers: [any Onlooker] = [],
    player: (any Player)? = nil, warden: SessionWarden? = nil,
    show: ((Exhibit, any Terminal) -> Void)? = nil,
    listener: ((Message, Timestamp) -> Void)? = nil
  ) {
    self.listener = listener
    self.onlookers = onlookers
    self.player = player
    self.warden = warden
    self.show = show
    rest = work.map { Rest($0) }
    self.terminal = terminal
    self.console = console
    self.clock = clock
    self.inbox = inbox
  }

  /// The theme that the last frame had.
  public var theme: Theme { console.theme }

  /// Starts what has to be read and opened, and shows each frame as soon as it is whole.
  public func run(starting start: () -> DeviceLink) -> Ending {
    let link = start()
    self.link = link
    defer { link.finish() }
    while true {
      if let ending = step() ?? present() { return ending }
    }
  }

  /// Waits for something, takes in all that has come meanwhile, and says if that was the end.
  private func step() -> Ending? {
    var event = terminal.next(within: wait)
    if event == nil, console.hasStarted, rest?.workIfDue() == true {
      // The screen is as it was.
      event = terminal.next(within: wait)
    }
    // What takes an input in passes the time as well.
    let hasPassed = event != nil
    while let input = event {
      if input != .woken { rest?.begin() }
      // Over a slow line a question may have gone out whole only now.
      notePresented()
      if let ending = take(input) { return ending }
      event = terminal.next(within: .zero)
    }
    return handleInbox() ?? lookAtTime() ?? (hasPassed ? nil : handle(.tick))
  }

  private func handleInbox() -> Ending? {
    for item in inbox.drain() {
      switch item {
      case .message(let message):
        // The next one who is lost is looked for anew, wherever that answer came from.
        if case .wayBack = message { sought = nil }
        if let ending = handle(message) { return ending }
      case .guest(let key, let grant):
        if let ending = take(guest: key, grant) { return ending }
      case .order(let order): warden?.carryOut(order)
      case .failed(let why): return .failed(why)
      }
    }
    return nil
  }

  /// Says that the session ends soon, and ends it.
  private func lookAtTime() -> Ending? {
    for message in warden?.look() ?? [] {
      if let ending = handle(message) { return ending }
    }
    return nil
  }

  /// Takes in what came from the terminal.
  private func take(_ input: InputEvent) -> Ending? {
    warden?.note(input)
    guard onlookers.allSatisfy({ $0.admits(input) }) else { return nil }
    if let ending = handle(.input(input)) { return ending }
    // What another thread has brought was there before whatever is pressed next.
    return input == .woken ? handleInbox() : nil
  }

  /// Lends the terminal to what a trainer shows, and goes on with whatever has become of it.
  private func attend(_ exhibit: Exhibit) -> Ending? {
    let lent = LentTerminal(
      terminal, isWanted: { [self] in isWanted(while: exhibit) }, wait: { [self] in warden?.wait },
      note: { [self] in warden?.note($0) })
    console.phrases.spoken { show?(exhibit, lent) }
    isDrawn = false
    if lent.wasEnded { return handle(.input(.terminate)) }
    return handle(.input(.resize(terminal.size)))
  }

  /// Whether this console has something to do that cannot wait.
  private func isWanted(while exhibit: Exhibit) -> Bool {
    for order in inbox.takeOrders() { warden?.carryOut(order) }
    // Whoever looks on while a trainer presents is not idle.
    if case .presentation = exhibit { warden?.noteActivity() }
    return warden?.isUrgent == true || inbox.wantsEnd
  }

  /// Takes in a key of somebody elsewhere: nothing private, for they do not see it.
  private func take(guest key: Key, _ grant: UInt32) -> Ending? {
    guard console.told(.key(key), at: clock.now) == .key(key),
      onlookers.allSatisfy({
        $0.admits(guest: key, grant: grant, whereTextIsTyped: console.typesText)
      })
    else { return nil }
    warden?.noteActivity()
    return handle(.input(.key(key)))
  }

  /// How long the patience before the first frame lasts; nil where there is something to show.
  private var patienceLeft: Duration? {
    let left = Self.patience - (ContinuousClock.now - start)
    return console.isWhole || left <= .zero ? nil : left
  }

  private var wait: Duration? {
    let now = clock.now
    let change = console.nextChange(at: now).map { max(.zero, ($0 - now).duration) }
    let work = console.hasStarted ? rest?.left : nil
    return [change, patienceLeft, work, warden?.wait].compactMap(\.self).min()
  }

  private func handle(_ message: Message) -> Ending? {
    isDrawn = false
    listener?(message, clock.now)
    if case .input(let input) = message { tell(input) }
    for effect in console.update(message, at: clock.now) {
      switch effect {
      case .ring: terminal.ring()
      case .watching(let wish): for onlooker in onlookers { onlooker.carryOut(wish) }
      case .attend(let exhibit): if let ending = attend(exhibit) { return ending }
      case .suspend: terminal.suspend()
      case .leave: return .left(lessonPassed: console.lessonPassed)
      default: link?.send(effect)
      }
    }
    return nil
  }

  private func tell(_ input: InputEvent) {
    guard !onlookers.isEmpty, player?.isUnseen != true,
      let key = console.told(input, at: clock.now)
    else { return }
    for onlooker in onlookers { onlooker.hear(key) }
  }

  private func show(_ canvas: Canvas, at now: Timestamp) {
    terminal.present(canvas, theme: console.theme)
    if !onlookers.isEmpty, player?.isUnseen != true {
      let view = PublicView(canvas, of: console, at: now)
      for onlooker in onlookers { onlooker.see(view) }
    }
    player?.follow(console, at: now)
  }

  /// Shows a frame. Where it asks something, what has come by now was typed by somebody who had not
  /// read it, and what comes from now on was not.
  private func present() -> Ending? {
    guard patienceLeft == nil else { return nil }
    while console.asksUnseen, let input = terminal.next(within: .zero) {
      // What the link has brought is taken now as well, for it wakes only once.
      if let ending = take(input) ?? handleInbox() { return ending }
    }
    var canvas = Canvas(size: terminal.size)
    let now = clock.now
    console.draw(on: &canvas, at: player?.shownTime(now) ?? now, over: &ground)
    for onlooker in onlookers { onlooker.decorate(&canvas, of: console, at: now) }
    show(canvas, at: now)
    isDrawn = true
    if !hasPresented {
      hasPresented = true
      link?.noteShown()
    }
    notePresented()
    lookForWayBack()
    return nil
  }

  /// Has a way back onto a lesson's way looked for beside this thread: no key waits for it.
  private func lookForWayBack() {
    guard console.seeksWayBack, let screen = console.identity(at: clock.now), screen != sought
    else {
      if !console.seeksWayBack { sought = nil }
      return
    }
    sought = screen
    let (console, inbox, now) = (console, inbox, clock.now)
    Task.detached {
      if let found = console.wayBack(at: now) { inbox.post([.message(found)]) }
    }
  }

  private func notePresented() {
    guard isDrawn, console.asksUnseen, terminal.hasShownAll else { return }
    _ = handle(.presented)
  }
}
