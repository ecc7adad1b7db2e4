import Console
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

  public private(set) var console: Console
  public private(set) var size: Size
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
  private let session: PracticeSession
  private var pending: [Effect] = []
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
    self.options = options ?? Console.Options(isCalm: true)
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

  /// Makes the window another size.
  public func resize(rows: Int, columns: Int) async {
    size = Size(rows: rows, columns: columns)
    await send(.resize(size))
  }

  /// Has the recorder asked for something past the screens, as a screen would ask for it.
  public func ask(_ command: RecorderCommand) async {
    for message in await session.perform(.recorder(command)) { take(message) }
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
    while !pending.isEmpty {
      count += 1
      guard count < 10_000 else {
        Issue.record("The console never comes to rest: \(path)")
        return pending.removeAll()
      }
      for message in await session.follow(pending.removeFirst()) { take(message) }
    }
  }
}
