/// The screen of a cast at any time of it.
public struct CastPlayer: Sendable {
  /// The cast that is played.
  public let cast: Cast
  /// What stands on the screen at the moment.
  public private(set) var screen: ScreenModel
  /// Where the playing is, from the start.
  public private(set) var time = Duration.zero
  /// How many events have happened.
  private var event = 0
  private(set) var keyFrames = KeyFrames()

  /// How many bytes of the file are decoded at once.
  private static let block = 64 << 10

  /// Makes a player that stands at the start.
  public init(_ cast: Cast) {
    self.cast = cast
    screen = ScreenModel(size: cast.header.size)
  }

  /// When something happens next; nil at the end.
  public var next: Duration? { event < cast.lines.count ? cast.time(of: event) : nil }

  /// The mark that was passed last; nil before the first.
  public var marker: Cast.Marker? { cast.markers.last { $0.time <= time } }

  /// Goes to a time, forwards or backwards, within the cast.
  ///
  /// Throws where the file cannot be read any more; the screen then is that of an earlier moment.
  public mutating func seek(to wanted: Duration) throws(CastFault) {
    let wanted = max(.zero, min(wanted, cast.length))
    let end = cast.events(until: wanted)
    let kept = keyFrames.last(upTo: end)
    if end < event || kept.map({ $0.event > event }) == true {
      screen = kept?.screen ?? ScreenModel(size: cast.header.size)
      event = kept?.event ?? 0
    }
    while event < end {
      let blockEnd = cast.blockEnd(from: event, upTo: end, bytes: Self.block)
      var screen = self.screen
      let bytes = try cast.forEach(event..<blockEnd) { code, data in
        switch code {
        case UInt8(ascii: "o"): screen.feed(data)
        case UInt8(ascii: "r"): if let size = CastEvent.size(data) { screen.resize(to: size) }
        default: break
        }
      }
      self.screen = screen
      event = blockEnd
      keyFrames.note(screen, at: event, after: bytes)
    }
    time = wanted
  }
}
