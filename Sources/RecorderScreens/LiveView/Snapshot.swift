import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

/// The picture of a channel at a moment, as a file that any viewer opens (plain PPM).
struct Snapshot {
  /// 1, 2, 3 …
  let channel: Int
  let scene: Scene
  /// The recorder's own time.
  let time: Timestamp
  /// The movers' frame; nil where nothing moves.
  let frame: Int?
  let settings: PictureSettings
  /// Where the camera looks.
  let view: CameraView

  private static let size = Size(rows: 90, columns: 160)

  /// The name for the file, by channel and time.
  var name: String {
    let civil = CivilTime(time)
    return "cam\(channel)_\(civil.dateText)_\(civil.clockText.filter { $0 != ":" }).ppm"
  }

  /// The file's text: the size, and three numbers for each pixel.
  var text: String {
    let picture = settings.applied(
      to: ScenePainter.picture(
        of: scene, rows: Self.size.rows, columns: Self.size.columns,
        second: settings.light(at: time.secondOfDay), beat: time.secondOfDay, frame: frame,
        view: view))
    var text = "P3\n\(picture.columns) \(picture.rows)\n255\n"
    for row in 0..<picture.rows {
      for column in 0..<picture.columns {
        let rgb = Palette.rgb(picture[row, column])
        text += "\(rgb.red) \(rgb.green) \(rgb.blue)\n"
      }
    }
    return text
  }
}
