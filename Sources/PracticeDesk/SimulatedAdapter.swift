import RecorderEngine

/// A clock that practice runs on: real seconds, and more where the trainee lets time pass.
public protocol PracticeClock: Sendable {
  var now: Timestamp { get }
  /// Goes on by so much at once.
  func pass(_ interval: Interval)
}

/// The adapter of a whole desk. A real device offers only what `DeviceAdapter` asks for.
public protocol DeskAdapter: DeviceAdapter {
  /// The state as it is now, for whoever keeps it.
  var desk: Desk { get async }
  func connectDesk() async throws(DeviceFault) -> DeskSnapshot
  func perform(_ command: DeskCommand) async throws(DeviceFault) -> [DeskEvent]
}

/// The practice recorder and its desk behind the same door as a real device.
public actor SimulatedAdapter: DeskAdapter {
  public nonisolated let capabilities = Capabilities.practice
  public private(set) var desk: Desk
  private let clock: any PracticeClock
  private let cryptography: any DeviceCryptography
  private var isConnected = false
  private let stream = AsyncStream<RecorderEvent>.makeStream()

  public init(desk: Desk, clock: any PracticeClock, cryptography: any DeviceCryptography) {
    self.desk = desk
    self.clock = clock
    self.cryptography = cryptography
  }

  public func connect() async throws(DeviceFault) -> RecorderSnapshot {
    isConnected = true
    return desk.recorder.snapshot
  }

  public func connectDesk() async throws(DeviceFault) -> DeskSnapshot {
    isConnected = true
    return desk.snapshot
  }

  public func perform(_ command: RecorderCommand) async throws(DeviceFault) -> [RecorderEvent] {
    try run(.recorder(command)).compactMap { event in
      if case .recorder(let event) = event { event } else { nil }
    }
  }

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

  public func disconnect() async {
    isConnected = false
    stream.continuation.finish()
  }
}
