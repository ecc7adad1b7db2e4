/// Where a camera that turns looks. At home it looks straight ahead, as wide as it sees.
public struct CameraView: Equatable, Sendable, Codable {
  /// How far to the right of home, in thousandths of the width that it shows there.
  public var pan: Int
  /// How far below home, in thousandths of the height that it shows there.
  public var tilt: Int
  /// How large it shows what it sees, in hundredths: 100 at home, 200 twice as large.
  public var zoom: Int

  /// Makes a view.
  public init(pan: Int, tilt: Int, zoom: Int) {
    self.pan = pan
    self.tilt = tilt
    self.zoom = zoom
  }

  /// Where every camera looks that nobody has turned.
  public static let home = CameraView(pan: 0, tilt: 0, zoom: 100)
}

/// A view that a camera goes back to by its number.
public struct CameraPreset: Equatable, Sendable, Codable {
  /// 1, 2, 3 …
  public let number: Int
  /// Where the camera looks then.
  public let view: CameraView

  /// Makes a preset.
  public init(number: Int, view: CameraView) {
    self.number = number
    self.view = view
  }
}

/// A camera that somebody has turned, or that has presets.
public struct TurnedCamera: Equatable, Sendable, Codable {
  /// 1, 2, 3 …
  public let channel: Int
  /// Where it looks now.
  public internal(set) var view: CameraView
  /// What it goes back to, by number.
  public internal(set) var presets: [CameraPreset]

  /// Makes a camera; without presets it has none yet.
  public init(channel: Int, view: CameraView = .home, presets: [CameraPreset] = []) {
    self.channel = channel
    self.view = view
    self.presets = presets
  }
}

/// What one press of a key has a camera do.
public enum CameraMove: String, Equatable, Sendable, Codable, CaseIterable {
  case left, right, up, down, zoomIn, zoomOut
}

/// How far one press goes.
public enum CameraSpeed: String, Equatable, Sendable, Codable, CaseIterable {
  case slow, normal, fast
}
