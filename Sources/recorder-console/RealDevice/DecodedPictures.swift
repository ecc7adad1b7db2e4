import ConsoleRuntime
import Pictures
import RealRecorder
import ScreenKit

/// The pictures of a real recorder's cameras, no larger than a terminal can show.
struct DecodedPictures: PictureSource {
  let recorder: RealRecorder

  /// As many dots as a large terminal has quarters of cells, for a picture that fills it.
  private static let room = (width: 480, height: 270)

  func picture(of channel: Int) async -> CameraPicture? {
    guard let jpeg = try? await recorder.picture(of: channel),
      let read = ColourPicture(jpeg: [UInt8](jpeg), within: DecodedPictures.room)
    else { return nil }
    return CameraPicture(width: read.width, height: read.height, dots: read.bytes)
  }
}
