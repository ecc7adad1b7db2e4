import Foundation
import RecorderEngine

/// Where pictures of a recorder's channels come from.
public protocol PictureSource: Sendable {
  /// The picture of channel 1, 2, 3 … as it is now, a JPEG of at most 2 MiB; nil: there is none.
  func picture(of channel: Int) async throws(DeviceFault) -> Data?
}
