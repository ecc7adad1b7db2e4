import Console
import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

/// Plays a lesson's solution on the console that it looks on: the key that comes next is pressed once the
/// recorder has answered and somebody has had the time to read.
///
/// It is the terminal of the loop as well, between the true one and the console: keys of whoever looks
/// on steer the demo, and reach the console only once it was taken over.
public final class DemoPlayer {
  /// What somebody wants who looks on.
  public enum Wish: Equatable, Sendable {
    case leave
    /// Nothing: it has come to its end.
    case end
    /// Play from the beginning, and begin to show it at this step, from 1; paused or not.
    case again(step: Int, isPaused: Bool)
  }

  /// What is to happen when practice time passes.
  private enum Passing {
    /// The clock goes faster, until this moment at most.
    case hurried(until: Timestamp)
    /// Frames show time that a key will let pass.
    case shown(Interval, since: ContinuousClock.Instant, for: Duration)
  }

  let inner: any Terminal
  let clock: RunningClock
  private let takeOver: () -> Void
  private(set) var pace: DemoPace
  private(set) var caps = KeyCaps()
  private(set) var isPaused: Bool
  private(set) var asksToTakeOver = false
  /// The lesson has come to its end.
  private(set) var isAtEnd = false
  private(set) var isTakenOver = false
  /// What was wanted when the loop was left; nil: nothing but what the console itself has done.
  public private(set) var wish: Wish?
  private let loops: Bool
  /// The step up to which nothing is shown.
  private var target: Int?
  /// Whether it stands where it was to go, and has not been shown since.
  private var hasArrived = false
  private var step = 0
  private var path: String?
  private var letters: [Key] = []
  private var pending: Key?
  private var due: ContinuousClock.Instant?
  private var passing: Passing?

  /// Makes a player before a terminal; `takeOver` is done once somebody takes over. It begins to show
  /// itself at a step, from 1, and to play on from there unless it is paused. `speed` is in times of a hand's.
  public init(
    before terminal: any Terminal, clock: RunningClock, speed: Double, loops: Bool, seed: UInt64,
    from step: Int = 1, isPaused: Bool = false, takeOver: @escaping () -> Void
  ) {
    inner = terminal
    self.clock = clock
    self.loops = loops
    self.takeOver = takeOver
    self.isPaused = isPaused
    pace = DemoPace(speed: speed, seed: seed)
    target = step > 1 ? step : nil
    if isHeld { clock.run(at: 0) }
  }

  /// How many times as fast as a hand it plays.
  public var speed: Double { pace.speed }

  /// Whether it plays without being seen, up to the step that is wanted.
  var isSkipping: Bool { target != nil && !asksToTakeOver && !isTakenOver }
  var passesTime: Bool { passing != nil }
}

// MARK: Looking on

extension DemoPlayer: Onlooker {
  /// Notes what was pressed, whoever did.
  public func hear(_ key: ToldKey) { caps.note(key) }

  /// Draws what was pressed in the place of the keys, above which the coach says what for.
  public func decorate(_ frame: inout Canvas, of console: Console, at now: Timestamp) {
    guard !isTakenOver, console.coachArea.rows > 0 else { return }
    console.phrases.spoken { DemoRows(of: self, console).draw(on: &frame) }
  }
}

// MARK: Playing

extension DemoPlayer: Player {
  /// On the way to the step that is wanted.
  public var isUnseen: Bool { isSkipping }

  /// Time that a key lets pass is seen to pass before it does.
  public func shownTime(_ now: Timestamp) -> Timestamp {
    guard case .shown(let interval, let since, let length) = passing else { return now }
    let part = min(1, since.duration(to: .now) / length)
    return now + .milliseconds(Int64(Double(interval.milliseconds) * part))
  }

  /// Decides what is pressed next, and when.
  public func follow(_ console: Console, at now: Timestamp) {
    guard !isTakenOver, !console.awaitsAnswer else { return }
    noteStep(console)
    if console.lessonPassed != nil { return end() }
    if letters.isEmpty { advise(console, at: now) } else { schedule(letters[0], .letter) }
    path = console.identity(at: now)?.path
  }

  private func noteStep(_ console: Console) {
    guard let number = console.stepNumber?.number, number != step else { return }
    step = number
    if let target, number >= target { arrive() }
    guard !isSkipping, pending == nil else { return }
    // Somebody reads what is to be done before it is done.
    due = .now + pace.pause(before: .caption(console.coachLength))
  }

  /// It is seen from here on.
  private func arrive() {
    (target, hasArrived) = (nil, true)
    (pending, due) = (nil, nil)
    runClock(at: clock.now)
  }

  private func advise(_ console: Console, at now: Timestamp) {
    if case .wait = console.advice {} else if case .hurried = passing { stopPassing() }
    switch console.advice {
    case .press(let key), .goBack(let key):
      press(key, console, at: now)
    case .type(let text), .typeAnything(let text): type(text)
    case .typeCode(let place): if let code = console.code(place, at: now) { type(code) }
    case .erase: schedule(.backspace, .letter)
    case .wait: hurry(until: console.nextHappening, at: now)
    case .beginStepAnew, .beginLessonAnew:
      schedule(console.asks ? .enter : .function(12), .otherKey)
    case .lost, nil: break
    }
  }

  private func press(_ key: Key, _ console: Console, at now: Timestamp) {
    let isNew = path != console.identity(at: now)?.path
    guard key == .function(8), let time = console.timeToPass, !isSkipping, pending == nil else {
      return schedule(key, isNew ? .otherScreen : .otherKey)
    }
    let length = pace.passing(time)
    passing = .shown(time, since: .now, for: length)
    pending = key
    due = .now + length
  }

  private func type(_ text: String) {
    letters = text.map { .character($0) }
    if let first = letters.first { schedule(first, .letter) }
  }

  /// A key that is due already stays so.
  private func schedule(_ key: Key, _ before: DemoPace.Before) {
    guard pending != key else { return }
    pending = key
    guard !isSkipping else {
      due = .now
      return
    }
    // What is read before the first key of a step has its time already.
    due = max(due ?? .now, .now + pace.pause(before: before))
  }

  private func end() {
    stopPassing()
    guard !isAtEnd else { return }
    isAtEnd = true
    arrive()
    if loops || !pace.speed.isFinite { due = .now + (loops ? DemoPace.atEnd / finiteSpeed : .zero) }
  }

  private var finiteSpeed: Double { pace.speed.isFinite ? pace.speed : 1_000 }

  // MARK: Time

  /// What happens next decides for how long; where nothing will, somebody looks once a minute.
  private func hurry(until moment: Timestamp?, at now: Timestamp) {
    if case .hurried(let known) = passing, known > now, known <= moment ?? known { return }
    passing = .hurried(until: moment.map { max($0, now + .milliseconds(1)) } ?? now + .minutes(1))
    runClock(at: now)
  }

  /// The clock goes as everything stands now.
  private func runClock(at now: Timestamp) {
    guard !isHeld else { return clock.run(at: 0) }
    guard case .hurried(let moment) = passing else { return clock.run(at: 1) }
    let left = moment - now
    let length = isSkipping ? .milliseconds(1) : pace.passing(left)
    clock.run(
      at: max(1, Double(left.milliseconds) / 1_000 / (length / .seconds(1))), until: moment)
  }

  private func stopPassing() {
    guard passing != nil else { return }
    passing = nil
    runClock(at: clock.now)
  }
}

// MARK: Keys

extension DemoPlayer {
  /// Frames of time that passes come this often.
  private static let beat = Duration.milliseconds(50)

  /// On the way to a step a pause has to wait.
  private var isHeld: Bool { asksToTakeOver || isPaused && target == nil }

  /// How long until something happens by itself; nil: nothing does.
  private var rest: Duration? {
    guard !isHeld else { return nil }
    let left = due.map { max(.zero, ContinuousClock.now.duration(to: $0)) }
    return [left, passesTime ? DemoPlayer.beat : nil].compactMap(\.self).min()
  }

  /// What comes first: a key of whoever looks on, or the one that is due.
  func nextEvent(within limit: Duration?) -> InputEvent? {
    guard !isTakenOver else { return inner.next(within: limit) }
    if hasArrived {
      hasArrived = false
      return .woken
    }
    if let event = inner.next(within: [limit, rest].compactMap(\.self).min()) {
      return answer(to: event)
    }
    guard !isHeld else { return nil }
    if let due, due <= .now { return take() }
    return passesTime && limit != .zero ? .woken : nil
  }

  private func take() -> InputEvent? {
    due = nil
    if isAtEnd {
      wish = loops ? .again(step: 1, isPaused: false) : .end
      return .terminate
    }
    guard let key = pending else { return .woken }
    pending = nil
    if key == letters.first { letters.removeFirst() }
    if case .shown = passing { passing = nil }
    return .key(key)
  }

  private func answer(to event: InputEvent) -> InputEvent {
    guard case .key(let key) = event else {
      if case .mouse = event { return .woken }
      if case .paste = event { return .woken }
      return event
    }
    if asksToTakeOver {
      asksToTakeOver = false
      if key == .enter { give() } else { runClock(at: clock.now) }
      return .woken
    }
    switch key {
    case .character(" "): pause()
    case .left: return leave(for: .again(step: max(1, step - 1), isPaused: isPaused))
    case .right: if !isAtEnd { target = step + 1 }
    case .character("+"), .character("="): pace.change(faster: true)
    case .character("-"): pace.change(faster: false)
    case .character("q"), .function(10), .control("c"): return leave(for: .leave)
    default: asksToTakeOver = true
    }
    (pending, due) = key == .right || isAtEnd ? (nil, nil) : (pending, due)
    runClock(at: clock.now)
    return .woken
  }

  /// Pauses where it is, also on the way to a step, or goes on.
  private func pause() {
    isPaused = target != nil || !isPaused
    target = nil
  }

  private func leave(for wish: Wish) -> InputEvent {
    self.wish = wish
    return .terminate
  }

  /// From now on all keys go to the console.
  private func give() {
    isTakenOver = true
    (passing, target) = (nil, nil)
    clock.run(at: 1)
    takeOver()
  }
}
