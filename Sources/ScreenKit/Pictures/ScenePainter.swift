import ConsoleData
import RecorderEngine

/// Paints scenes: the same scene, size and seconds always give the same picture.
public enum ScenePainter {
  /// Paints a scene into rows and columns of pixels.
  ///
  /// - Parameters:
  ///   - second: seconds since midnight on the device's clock, which decides on day or night.
  ///   - beat: a count of seconds, by which lamps blink and people step.
  ///   - frame: the movers' frame; nil where nothing is there that moves.
  ///   - view: where the camera looks.
  ///   - cellRows: how many rows of pixels are one of cells.
  public static func picture(
    of scene: Scene, rows: Int, columns: Int, second: Int, beat: Int, frame: Int?,
    view: CameraView = .home, cellRows: Int = 2
  ) -> Picture {
    var easel = Easel(
      picture: Picture(rows: rows, columns: columns), isNight: isNight(at: second),
      isEven: beat.isMultiple(of: 2), view: view, cellRows: cellRows)
    easel.paint(scene.layers)
    let frame = frame ?? scene.rest
    for mover in scene.movers {
      if let place = mover.place(at: frame) { easel.paint(mover, at: place) }
    }
    easel.paint(scene.front)
    return easel.picture
  }

  /// The movers' frame at a moment of a motion: the visit takes as long as the motion does.
  public static func frame(of scene: Scene, in motion: Motion, at now: Timestamp) -> Int? {
    guard let action = scene.action else { return nil }
    let length = motion.ended.map { max(1, ($0 - motion.began).milliseconds) }
    let passed = max(0, (now - motion.began).milliseconds)
    guard let length else { return action.lowerBound + Int(passed / 1_000) % action.count }
    return min(action.upperBound, action.lowerBound + Int(passed * Int64(action.count) / length))
  }

  /// Tells whether a camera sees by infra-red at a second of the day: from 19:00 to 06:00.
  public static func isNight(at second: Int) -> Bool {
    second < 6 * 3600 || second >= 19 * 3600
  }
}

extension Scene {
  /// A frame after the action: who came has gone.
  fileprivate var rest: Int { (action?.upperBound ?? -1) + 1 }
}
