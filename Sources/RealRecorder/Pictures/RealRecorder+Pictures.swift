import Foundation
import RecorderEngine

/// What the cameras of a real recorder show.
extension RealRecorder {
  /// The picture of channel 1, 2, 3 … as it is now, a JPEG of at most 2 MiB; nil: there is none.
  public func picture(of channel: Int) async throws(DeviceFault) -> Data? {
    guard let profile = telling?.profileOfPicture(of: channel) else { return nil }
    if picturePaths[profile] == nil {
      picturePaths[profile] = try await conversation.pathOfPicture(of: profile) ?? ""
    }
    guard let path = picturePaths[profile], !path.isEmpty else { return nil }
    return try await conversation.picture(at: path)
  }
}

extension Telling {
  /// Whether it has told of anything that could show a picture.
  var hasPictures: Bool { profiles.value?.isEmpty == false }

  /// The media profile that shows channel 1, 2, 3 …: the smallest that is large enough to be looked at
  /// here would do, but sizes are not always told; it is the last one, which is most often the
  /// smallest. nil: no such channel.
  func profileOfPicture(of channel: Int) -> String? {
    guard channelTokens.indices.contains(channel - 1) else { return nil }
    let token = channelTokens[channel - 1]
    return profiles.value?.last { $0.sourceToken == token }?.token
  }
}
