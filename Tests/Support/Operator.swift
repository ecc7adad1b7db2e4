import Console
import ConsoleData
import ConsoleRuntime
import PracticeDesk
import RecorderEngine
import ScreenKit
import Testing
import TextUI

/// Somebody at the console: presses keys, reads the screen, lets time pass.
///
/// The console, the practice session, the library and the desk are the real ones; the clock moves
/// only by hand, and everything a key sets off is over before the next one is pressed.
public final class Operator {
  /// Friday 2026-11-20, 23:04: when the lesson begins.
  public static let evening = Timestamp(milliseconds: 1_795_215_840_000)

  public private(set) var console: Console { didSet { drawn = nil } }
  public private(set) var size: Size { didSet { drawn = nil } }
  /// The frame that was last drawn, until the console or the window is another.
  var drawn: DrawnFrame?
  /// Whether the console has ended.
  public private(set) var hasLeft = false
  /// How often the bell rang.
  public private(set) var rings = 0
  /// How often the console went back to its shell.
  public private(set) var suspensions = 0
  public let clock: ManualClock
  public let keeper: MemoryKeeper
  public let stick: MemoryStick

  private let plan: PracticePlan
  private let options: Console.Options
  private let assets: any AssetSource
  private let session: any DeviceSession
  /// Whether the device keeps its answers back: what was asked waits until it is quick again.
  public private(set) var isDeviceSlow = false
  private var pending: [Effect] = []
  /// The words of the terminal's language that have not arrived yet.
  private var awaited: Phrases?
  private let tongue: Tongue?
  /// Called after every input, once all that it set off is over.
  public var afterInput: ((Operator) -> Void)?

  /// Opens a console that has not been connected yet: nothing is there to be shown.
  public init(
    at recorder: String = "classic-dvr-2018", lesson: String? = nil,
    size: Size = Size(rows: 24, columns: 80), options: Console.Options? = nil, seed: UInt64 = 7,
    keeper: MemoryKeeper = MemoryKeeper(), assets: any AssetSource = RepositoryAssets(),
    from start: Timestamp = Operator.evening, stick: MemoryStick = MemoryStick()
  ) {
    self.stick = stick
    self.size = size
    self.keeper = keeper
    var options = options ?? Console.Options(isCalm: true)
    if let tongue = Operator.tongue { options.language = tongue.phrases.code }
    self.options = options
    tongue = Operator.tongue
    awaited = tongue?.phrases
    self.assets = assets
    let clock = ManualClock(at: start)
    self.clock = clock
    plan = PracticePlan(recorder: recorder, lesson: lesson, seed: seed)
    session = PracticeSession(
      plan: plan, assets: assets, clock: clock, cryptography: PlainCryptography(),
      keeper: keeper, stick: stick)
    console = Console(
      size: size, capabilities: .practice, options: self.options, at: start)
  }

  /// Sits down before a recorder that an adapter reaches: there is no desk around it.
  public static func sitsDown(
    before adapter: any DeviceAdapter, clock: ManualClock,
    size: Size = Size(rows: 24, columns: 80), options: Console.Options? = nil,
    forgetCertificate: @escaping @Sendable () -> Bool = { false }
  ) async throws -> Operator {
    let admin = Operator(
      before: adapter, clock: clock, size: size, options: options, forgetCertificate)
    try await admin.connect()
    return admin
  }

  private init(
    before adapter: any DeviceAdapter, clock: ManualClock, size: Size, options: Console.Options?,
    _ forgetCertificate: @escaping @Sendable () -> Bool
  ) {
    self.size = size
    self.clock = clock
    self.options = options ?? Console.Options(isCalm: true)
    tongue = nil
    stick = MemoryStick()
    keeper = MemoryKeeper()
    assets = RepositoryAssets()
    plan = PracticePlan(recorder: "", lesson: nil, seed: 0)
    session = RecorderSession(
      adapter: adapter, assets: assets, stick: stick, forgetCertificate: forgetCertificate)
    console = Console(
      size: size, capabilities: adapter.capabilities, options: self.options, at: clock.now)
  }

  /// Sits down at a console whose recorder is on the screen.
  public static func sitsDown(
    at recorder: String = "classic-dvr-2018", lesson: String? = nil,
    size: Size = Size(rows: 24, columns: 80), options: Console.Options? = nil, seed: UInt64 = 7,
    keeper: MemoryKeeper = MemoryKeeper(), assets: any AssetSource = RepositoryAssets(),
    from start: Timestamp = Operator.evening, stick: MemoryStick = MemoryStick()
  ) async throws -> Operator {
    let trainee = Operator(
      at: recorder, lesson: lesson, size: size, options: options, seed: seed, keeper: keeper,
      assets: assets, from: start, stick: stick)
    try await trainee.connect()
    return trainee
  }

  /// Has the recorder set up and the store opened, as the program does behind the first frame.
  public func connect() async throws {
    for message in try await session.begin() { take(message) }
    for message in await session.openStore() { take(message) }
    await settle()
    take(.presented)
  }

  /// Ends this console without a word and opens another one an hour later, on what was kept.
  public func restart() async throws -> Operator {
    try await Operator.sitsDown(
      at: plan.recorder, size: size, options: options, seed: plan.seed, keeper: keeper,
      assets: assets, from: clock.now + .hours(1), stick: stick)
  }

  /// Sends what comes in together, before anything that it sets off is done.
  public func burst(_ inputs: [InputEvent]) async {
    for input in inputs { take(.input(input)) }
    await settle()
    await tick()
  }

  /// Has the device report something that nobody asked for.
  public func receive(_ message: Message) async {
    take(message)
    await settle()
    await tick()
  }

  /// Lets time go by, waking up whenever the console wishes to.
  public func pass(_ interval: Interval) async {
    let end = clock.now + interval
    var overdue = 0
    while let next = console.nextChange(at: clock.now), next < end {
      overdue = next <= clock.now ? overdue + 1 : 0
      guard overdue < 1_000 else {
        Issue.record("The console wakes again and again for what was due at \(next): \(path)")
        break
      }
      clock.set(to: max(next, clock.now + .milliseconds(1)))
      await tick()
    }
    if clock.now < end { clock.set(to: end) }
    await tick()
  }

  /// Lets time go by at once, as for a machine that sleeps: the console wakes at its end only.
  public func sleep(_ interval: Interval) async {
    clock.set(to: clock.now + interval)
    await tick()
  }

  /// Makes the window another size.
  public func resize(rows: Int, columns: Int) async {
    size = Size(rows: rows, columns: columns)
    await send(.resize(size))
  }

  /// Has the recorder asked for something past the screens, as a screen would ask for it.
  public func ask(_ command: RecorderCommand) async {
    for message in await session.carryOut(.perform(.recorder(command))) { take(message) }
    await settle()
    await tick()
  }

  /// Does something with lessons, as the screens would.
  public func lesson(_ command: LessonCommand) async {
    for message in await session.carryOut(.lesson(command)) { take(message) }
    await settle()
    await tick()
  }

  /// Has the device keep its answers back from now on, or give all of them.
  public func makeDevice(slow: Bool) async {
    isDeviceSlow = slow
    await settle()
    await tick()
  }

  func send(_ input: InputEvent) async {
    take(.input(input))
    await settle()
    await tick()
    afterInput?(self)
  }

  /// Lets the console look at the clock, and at the frame that a terminal would show now.
  private func tick() async {
    take(.tick)
    await settle()
    take(.presented)
  }

  private func take(_ message: Message) {
    if let tongue, case .loaded(.phrases) = message {
      if !tongue.isLate { learnWords() }
    } else {
      hand(message)
    }
  }

  /// Has the words of the terminal's language arrive, where they have not yet.
  public func learnWords() {
    guard let phrases = awaited else { return }
    awaited = nil
    hand(.loaded(.phrases(phrases)))
  }

  private func hand(_ message: Message) {
    for effect in console.update(message, at: clock.now) {
      switch effect {
      case .ring: rings += 1
      case .suspend: suspensions += 1
      case .leave: hasLeft = true
      default: pending.append(effect)
      }
    }
  }

  /// Does what was asked for, and what comes of it, until nothing is left.
  private func settle() async {
    var count = 0
    while let next = pending.firstIndex(where: { !isDeviceSlow || $0.isOfFiles }) {
      count += 1
      guard count < 10_000 else {
        Issue.record("The console never comes to rest: \(path)")
        return pending.removeAll()
      }
      for message in await session.carryOut(pending.remove(at: next)) { take(message) }
    }
  }
}

extension Effect {
  /// Whether the device has nothing to do with it.
  fileprivate var isOfFiles: Bool {
    switch self {
    case .load, .remember: true
    case .perform, .lesson, .resume, .startAfresh, .readAnew, .forgetCertificate, .file, .ring,
      .watching, .attend, .suspend, .leave:
      false
    }
  }
}

extension Operator {
  /// Presses keys, one after another, each settled before the next.
  public func press(_ keys: Key...) async {
    for key in keys { await send(.key(key)) }
  }

  /// Presses one key so many times.
  public func press(_ key: Key, times: Int) async {
    for _ in 0..<times { await send(.key(key)) }
  }

  /// Types text, character by character.
  public func type(_ text: String) async {
    for character in text { await send(.key(.character(character))) }
  }

  /// Pastes text as a terminal hands it on.
  public func paste(_ text: String) async { await send(.paste(text)) }

  /// Clicks at a cell.
  public func click(row: Int, column: Int) async {
    await send(.mouse(MouseEvent(row: row, column: column, kind: .press)))
    await send(.mouse(MouseEvent(row: row, column: column, kind: .release)))
  }

  /// Clicks into the first place on the screen that shows a text; false where none does.
  @discardableResult
  public func click(on text: String, last: Bool = false) async -> Bool {
    guard let spot = last ? places(of: text).last : places(of: text).first else { return false }
    await click(row: spot.row, column: spot.column + TextWidth.of(text) / 2)
    return true
  }

  /// Sends any input.
  public func give(_ input: InputEvent) async { await send(input) }
}
