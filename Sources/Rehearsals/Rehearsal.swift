import Console
import ConsoleRuntime
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI
import Training

/// A lesson played without a terminal: keys in, the console and the practice as they then are out.
///
/// Everything in it is the product's own, down to the key tables. A copy of it is a snapshot, from
/// which another way can be tried.
public struct Rehearsal: Sendable {
  /// The console, as the last key has left it.
  public private(set) var console: Console
  var practice: RehearsedPractice
  private let size: Size
  /// What had happened when the last wait was over, or the step began: waits count from there.
  private var countsBefore: [String: Int] = [:]
  private var stepBefore = 0
  /// What had happened when the step began.
  private var stepCounts: [String: Int] = [:]
  /// What is done, where it is noted.
  var notes: GuideNotes?
  /// The keys that were pressed, where they are noted: what the words of a script have become.
  var pressed: [Key]?
  /// What the message line has said since it is noted, each once in a row.
  var heard: [String]?
  /// How much practice time a key takes: where it is none, all of them share one millisecond.
  var keyTime: Interval = .milliseconds(150)

  /// How long a wait lasts at most, by practice time and in wake-ups: street life always has a next
  /// moment.
  static let longestWait: Interval = .hours(1)
  static let mostWakeUps = 10_000

  /// Begins a scenario before its story is read, with a notebook in the language of the screens unless
  /// another one is named; throws where a file that it needs cannot be used.
  public init(
    _ scenario: Scenario, assets: any AssetSource, cryptography: any DeviceCryptography,
    seed: UInt64 = 1, size: Size = Size(rows: 24, columns: 80), mode: LessonMode = .practice,
    options: Console.Options = Console.Options(isCalm: true), notebook language: String? = nil
  ) throws(AssetTrouble) {
    self.size = size
    practice = try RehearsedPractice(
      scenario, assets: assets, seed: seed, cryptography: cryptography, mode: mode,
      language: language ?? options.language)
    console = Console(
      size: size, capabilities: .practice, options: options, at: practice.now)
    for asset in assets.pictures(of: practice.watch.known.recorder.profile.channels.map(\.scene)) {
      tell(asset)
    }
    tell(.connected(practice.watch.known, practice.watch.lesson, path: nil))
    tell(.storeOpened(.notWanted))
    rest()
  }

  /// How far the lesson is; nil in a situation without steps.
  public var progress: LessonProgress? { practice.watch.lesson?.progress }
  /// The scenario as it was drawn; nil in a situation without steps.
  var scenario: Scenario? { practice.watch.lesson?.scenario }
  /// Whether a step of the scenario is done.
  func hasDone(_ step: Step) -> Bool {
    guard let scenario, let progress else { return false }
    return progress.steps(in: scenario).prefix(progress.step).contains { $0.id == step.id }
  }

  /// Whether a step may be done now: it is the one at hand, or one of its group.
  func mayDo(_ step: Step) -> Bool {
    guard let scenario, let current = progress?.current(in: scenario) else { return false }
    return current.id == step.id || current.group != nil && current.group == step.group
  }

  /// The practice time.
  public var now: Timestamp { practice.now }
  /// All that is known of the desk.
  var known: DeskSnapshot { practice.watch.known }
  /// All that is known of the recorder.
  var recorder: RecorderSnapshot { practice.watch.known.recorder }
  /// All that is known of what stands around it.
  var surroundings: Surroundings { practice.watch.known.surroundings }
  /// The desk, secrets included: two rehearsals of one seed end at the same.
  public var desk: Desk { practice.desk }

  /// The rows of the screen, without blanks at their ends.
  public var screen: [String] {
    var ground = Ground()
    return screen(over: &ground)
  }

  /// The rows of the screen, drawn over what the frame before it has left, as a terminal's are.
  public func screen(over ground: inout Ground) -> [String] {
    var canvas = Canvas(size: size)
    console.draw(on: &canvas, at: now, over: &ground)
    return canvas.plainText()
  }

  // MARK: Keys

  /// One key, click or paste, and all that it sets off.
  public mutating func press(_ input: InputEvent) {
    if case .key(let key) = input { pressed?.append(key) }
    practice.pass(keyTime)
    tell(.input(input))
    rest()
  }

  /// Types a text, a key for each character.
  public mutating func type(_ text: String) {
    for character in text { press(.key(.character(character))) }
  }

  /// Nothing is asked for any more, and what stands on the screen has been seen.
  mutating func rest() {
    tell(.tick)
    tell(.presented)
    if heard != nil, let said = console.noticeText, heard?.last != said { heard?.append(said) }
    if console.seeksWayBack, let found = console.wayBack(at: now) { tell(found) }
  }

  mutating func tell(_ message: Message) {
    var messages = [message]
    while !messages.isEmpty {
      for effect in console.update(messages.removeFirst(), at: now) {
        messages += practice.follow(effect)
      }
    }
  }

  // MARK: Scripts

  /// The step that is being done begins here: waits of its script count from now on.
  public mutating func beginStep() {
    mark()
    stepCounts = countsBefore
  }

  private mutating func mark() {
    countsBefore = progress?.counts ?? [:]
    stepBefore = progress?.step ?? 0
  }

  /// Does what a script says, in order; throws where an act cannot be done.
  public mutating func play(_ script: KeyScript) throws(Stuck) {
    for step in script.steps { try play(step) }
  }

  /// Does one act of a script.
  mutating func play(_ step: KeyScript.Step) throws(Stuck) {
    switch step.act {
    case .key(.text(let text)): typeNoting(try filled(text, step.word), as: text)
    case .any(let text):
      note(.typeAnything(text))
      type(text)
    case .key(.control(let letter)): follow(.control(letter))
    case .key(.named(let name)): follow(name.key)
    case .focus(let name): try moveFocus(to: name, step.word)
    case .page(let page): try open(page, step.word)
    case .until(let name): try wait(for: name, step.word)
    case .see(let words):
      guard screen.joined(separator: " ").contains(words) else {
        throw stuck(step.word, "“\(words)” does not stand on the screen")
      }
    }
  }

  func stuck(_ word: String, _ why: String) -> Stuck { Stuck(word: word, why: why, screen: screen) }

  // MARK: Waits

  /// Lets time pass from one moment at which something is due to the next, until a condition is met.
  public mutating func wait(for name: String, _ word: String) throws(Stuck) {
    guard let named = Awaited(name) else {
      throw stuck(word, "there is no condition “\(name)” to wait for")
    }
    let awaited = named.once(more: countsBefore, than: stepCounts)
    let end = now + Rehearsal.longestWait
    var wakeUps = 0
    while !isMet(awaited) {
      guard wakeUps < Rehearsal.mostWakeUps else { throw didNotCome(name, word) }
      note(.wait(awaited))
      guard passToNextChange(before: end) else { throw didNotCome(name, word) }
      wakeUps += 1
    }
    mark()
  }

  private func didNotCome(_ name: String, _ word: String) -> Stuck {
    stuck(word, "waited for an hour of practice, and “\(name)” did not come")
  }

  /// Lets time pass until something changes by itself; throws where nothing does within an hour.
  mutating func waitOnce() throws(Stuck) {
    guard passToNextChange(before: now + Rehearsal.longestWait) else {
      throw stuck("guide", "nothing comes by itself")
    }
  }

  /// Lets time pass up to a moment, from one thing that is due to the next, and shows how everything
  /// stands after each.
  mutating func pass(to end: Timestamp, _ look: (Rehearsal) -> Void) {
    while passToNextChange(before: end) { look(self) }
    guard now < end else { return }
    practice.pass(end - now)
    rest()
    look(self)
  }

  private mutating func passToNextChange(before end: Timestamp) -> Bool {
    guard let next = console.nextChange(at: now), next < end else { return false }
    practice.pass(max(next - now, .milliseconds(1)))
    rest()
    return true
  }

  private func isMet(_ awaited: Awaited) -> Bool {
    let isDone = (progress?.step ?? 0) > stepBefore || progress?.verdict != nil
    return awaited.isMet(
      since: stepCounts, counts: progress?.counts ?? [:], practice.watch.known, at: now,
      isDone: isDone)
  }
}

extension KeyScript.Name {
  /// The key of that name.
  var key: Key {
    switch self {
    case .up: .up
    case .down: .down
    case .right: .right
    case .left: .left
    case .home: .home
    case .end: .end
    case .pageUp: .pageUp
    case .pageDown: .pageDown
    case .insert: .insert
    case .delete: .delete
    case .enter: .enter
    case .escape: .escape
    case .tab: .tab
    case .backTab: .backTab
    case .backspace: .backspace
    case .space: .character(" ")
    case .f1: .function(1)
    case .f2: .function(2)
    case .f3: .function(3)
    case .f4: .function(4)
    case .f5: .function(5)
    case .f6: .function(6)
    case .f7: .function(7)
    case .f8: .function(8)
    case .f9: .function(9)
    case .f10: .function(10)
    case .f11: .function(11)
    case .f12: .function(12)
    }
  }
}
