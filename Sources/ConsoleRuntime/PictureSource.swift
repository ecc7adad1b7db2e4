import ScreenKit

/// Where the pictures of real cameras come from.
public protocol PictureSource: Sendable {
  /// What the camera of channel 1, 2, 3 … shows now; nil: nothing came.
  func picture(of channel: Int) async -> CameraPicture?
}
