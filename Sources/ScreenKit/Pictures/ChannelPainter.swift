import ConsoleData
import RecorderEngine
import TextUI

/// Paints what the camera of a channel shows, as the menu makes it, for whoever has no terminal.
package enum ChannelPainter {
  /// The picture of a channel at a moment of the time around the recorder, in dots of red, green and
  /// blue; black where something is in front of the lens.
  package static func colours(
    of scene: Scene, channel: Int, at now: Timestamp, _ recorder: RecorderSnapshot, rows: Int,
    columns: Int
  ) -> [UInt8] {
    guard recorder.cameras.channels[channel - 1] != .covered else {
      return Array(repeating: 0, count: rows * columns * 3)
    }
    let time = recorder.deviceTime(at: now)
    let settings = PictureSettings(recorder.settings, channel: channel, at: time)
    let motion = recorder.motion(at: channel, now: now)
    let picture = settings.applied(
      to: ScenePainter.picture(
        of: scene, rows: rows, columns: columns, second: settings.light(at: time.secondOfDay),
        beat: Int(now.milliseconds / 1_000),
        frame: motion.flatMap { ScenePainter.frame(of: scene, in: $0, at: now) },
        view: recorder.view(of: channel)))
    let table = (0...255).map { Palette.rgb(UInt8($0)) }
    return picture.pixels.flatMap { pixel in
      let colour = table[Int(pixel)]
      return [UInt8(colour.red), UInt8(colour.green), UInt8(colour.blue)]
    }
  }
}
