import RecorderEngine

/// A clock that practice runs on: real seconds, and more where the trainee lets time pass.
public protocol PracticeClock: Sendable {
  /// The practice time at this moment.
  var now: Timestamp { get }
  /// Goes on by so much at once.
  func pass(_ interval: Interval)
}

/// The adapter of a whole desk. A real device offers only what `DeviceAdapter` asks for.
public protocol DeskAdapter: DeviceAdapter {
  /// The state as it is now, for whoever keeps it.
  var desk: Desk { get async }
  /// Opens the way to the desk and shows all of it.
  func connectDesk() async throws(DeviceFault) -> DeskSnapshot
  /// Does what a command asks for and tells what happened, in order.
  func perform(_ command: DeskCommand) async throws(DeviceFault) -> [DeskEvent]
}

/// The practice recorder and its desk behind the same door as a real device.
public actor SimulatedAdapter: DeskAdapter {
  /// Everything that a practice recorder can do.
  public nonisolated let capabilities = Capabilities.practice
  /// The practice as it stands after the last command.
  public private(set) var desk: Desk
  private let clock: any PracticeClock
  private let cryptography: any DeviceCryptography
  private var isConnected = false
  private let stream = AsyncStream<RecorderEvent>.makeStream()

  /// Makes an adapter that is not connected yet.
  public init(desk: Desk, clock: any PracticeClock, cryptography: any DeviceCryptography) {
    self.desk = desk
    self.clock = clock
    self.cryptography = cryptography
  }

  /// Opens the door and shows the recorder; never throws.
  public func connect() async throws(DeviceFault) -> RecorderSnapshot {
    isConnected = true
    return desk.recorder.snapshot
  }

  /// Opens the door and shows the whole desk; never throws.
  public func connectDesk() async throws(DeviceFault) -> DeskSnapshot {
    isConnected = true
    return desk.snapshot
  }

  /// Does what a command asks of the recorder; throws `notConnected` while the door is closed.
  public func perform(_ command: RecorderCommand) async throws(DeviceFault) -> [RecorderEvent] {
    try run(.recorder(command)).compactMap { event in
      if case .recorder(let event) = event { event } else { nil }
    }
  }

  /// Does what a command asks of the desk; throws `notConnected` while the door is closed.
  public func perform(_ command: DeskCommand) async throws(DeviceFault) -> [DeskEvent] {
    try run(command)
  }

  private func run(_ command: DeskCommand) throws(DeviceFault) -> [DeskEvent] {
    guard isConnected else { throw .notConnected }
    if case .letPass(let interval) = command { clock.pass(interval) }
    return desk.apply(command, at: clock.now, with: cryptography)
  }

  /// Ends with the connection. What a practice recorder does by itself is in the answer to the
  /// next command (`passTime` where nothing else is asked): one order, the same on every run.
  public nonisolated func events() -> AsyncStream<RecorderEvent> { stream.stream }

  /// Closes the door and ends the stream of events.
  public func disconnect() async {
    isConnected = false
    stream.continuation.finish()
  }
}
