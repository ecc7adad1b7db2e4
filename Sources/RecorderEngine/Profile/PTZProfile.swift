/// What a camera that turns answers to, and how far it goes.
public struct PTZProfile: Equatable, Sendable, Codable {
  /// The language that it understands, as the menu calls it: `PELCO-D`.
  public let protocolName: String
  /// Its own number among all that hear the recorder.
  public let address: Int
  /// How fast it listens, in bits a second.
  public let baudRate: Int
  /// How far to the left and to the right of home it turns, as `CameraView` counts.
  public let pan: ClosedRange<Int>
  /// How far above and below home it turns.
  public let tilt: ClosedRange<Int>
  /// How large it shows what it sees at most, in hundredths.
  public let zoom: Int
  /// How far one press goes.
  public let steps: CameraSteps
  /// The highest number of a preset.
  public let presets: Int

  /// Makes a camera that turns.
  public init(
    protocolName: String, address: Int, baudRate: Int, pan: ClosedRange<Int>,
    tilt: ClosedRange<Int>, zoom: Int, steps: CameraSteps, presets: Int
  ) {
    self.protocolName = protocolName
    self.address = address
    self.baudRate = baudRate
    self.pan = pan
    self.tilt = tilt
    self.zoom = zoom
    self.steps = steps
    self.presets = presets
  }
}

/// How far one press has a camera go at each speed, in thousandths of what it shows.
public struct CameraSteps: Equatable, Sendable, Codable {
  let slow: Int
  let normal: Int
  let fast: Int

  /// Makes steps.
  public init(slow: Int, normal: Int, fast: Int) {
    self.slow = slow
    self.normal = normal
    self.fast = fast
  }

  /// The step at a speed.
  public subscript(speed: CameraSpeed) -> Int {
    switch speed {
    case .slow: slow
    case .normal: normal
    case .fast: fast
    }
  }
}
