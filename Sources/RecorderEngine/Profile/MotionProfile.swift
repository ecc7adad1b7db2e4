/// How often something moves in front of a camera, for practice.
public struct MotionProfile: Equatable, Sendable, Codable {
  /// From one motion to the next, on the average.
  public let every: Interval
  /// How long each motion lasts.
  public let lasting: Interval
  /// How many of a hundred motions come from 22:00 to 06:00 as well.
  public let byNight: Int
  /// The part of the picture through which it passes; nil: all of it.
  public let across: PicturePart?

  /// Makes a pattern of motions; left out, as many come by night as by day, all over the picture.
  public init(
    every: Interval, lasting: Interval, byNight: Int = 100, across: PicturePart? = nil
  ) {
    self.across = across
    self.every = every
    self.lasting = lasting
    self.byNight = byNight
  }

  private enum CodingKeys: CodingKey { case every, lasting, byNight, across }

  /// Reads a pattern; one that was kept without a night has as many motions by night as by day.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    every = try container.decode(Interval.self, forKey: .every)
    lasting = try container.decode(Interval.self, forKey: .lasting)
    byNight = try container.decodeIfPresent(Int.self, forKey: .byNight) ?? 100
    across = try container.decodeIfPresent(PicturePart.self, forKey: .across)
  }

  /// The share of the time in which the recorder keeps footage that is made for motion alone, in
  /// thousandths, with so much before and after each motion.
  func share(with margins: MotionMargins) -> Int64 {
    let kept = (lasting + margins.before + margins.after).milliseconds
    // Eight hours of a day are night.
    let perDay = Int64(16 * 100 + 8 * byNight)
    return min(1_000, kept * 1_000 / max(1, every.milliseconds) * perDay / 2_400)
  }
}
