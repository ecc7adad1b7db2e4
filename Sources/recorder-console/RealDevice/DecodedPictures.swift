import ConsoleRuntime
import Pictures
import RealRecorder
import ScreenKit

/// The pictures of a real recorder's cameras, no larger than a terminal can show.
struct DecodedPictures: PictureSource {
  let recorder: RealRecorder

  /// About as many dots as a terminal has quarters of cells, for a picture that fills it: more would be
  /// reckoned with in each frame and seen by nobody.
  private static let room = (width: 320, height: 180)

  func picture(of channel: Int) async -> CameraPicture? {
    guard let jpeg = try? await recorder.picture(of: channel),
      let read = ColourPicture(jpeg: [UInt8](jpeg), within: DecodedPictures.room)
    else { return nil }
    return CameraPicture(width: read.width, height: read.height, dots: read.bytes)
  }
}
