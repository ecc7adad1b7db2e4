import ConsoleData

/// Paints scenes: the same scene, size and seconds always give the same picture.
public enum ScenePainter {
  /// Paints a scene into rows and columns of pixels.
  ///
  /// - Parameters:
  ///   - second: seconds since midnight on the device's clock, which decides on day or night.
  ///   - frame: a count of seconds that drives the movers.
  ///   - isCalm: shows the scene's calm frame, whatever the frame.
  public static func picture(
    of scene: Scene, rows: Int, columns: Int, second: Int, frame: Int, isCalm: Bool = false
  ) -> Picture {
    let frame = isCalm ? scene.calmFrame : frame
    var easel = Easel(
      picture: Picture(rows: rows, columns: columns), isNight: isNight(at: second),
      isEven: frame.isMultiple(of: 2))
    easel.paint(scene.layers)
    for mover in scene.movers {
      if let place = mover.place(at: frame) { easel.paint(mover, at: place) }
    }
    easel.paint(scene.front)
    return easel.picture
  }

  /// Tells whether something in view has moved since the frame before.
  public static func hasMotion(_ scene: Scene, frame: Int) -> Bool {
    scene.movers.contains { mover in
      let before = mover.place(at: frame - 1)
      let now = mover.place(at: frame)
      guard before != now else { return false }
      return [before, now].contains { $0.map(mover.isInView) ?? false }
    }
  }

  /// Tells whether a camera sees by infra-red at a second of the day: from 19:00 to 06:00.
  public static func isNight(at second: Int) -> Bool {
    second < 6 * 3600 || second >= 19 * 3600
  }
}
