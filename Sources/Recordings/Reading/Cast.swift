/// A recorded session, its lines found and timed; what they say is decoded when it is played.
public struct Cast: Sendable {
  /// A moment that somebody marked.
  public struct Marker: Equatable, Sendable {
    /// When, from the start, pauses cut as they are played.
    public let time: Duration
    /// What it is called; empty where it has no name.
    public let label: String
  }

  /// The largest file that is played, in bytes.
  public static let largestFile = 2 << 30
  /// The longest line that is read, in bytes.
  public static let longestLine = 1 << 20

  /// Where an event's line begins, and when it is played, in milliseconds from the start.
  struct Line: Sendable {
    let offset: UInt32
    let time: UInt32
  }

  /// The first line.
  public let header: CastHeader
  /// The moments that were marked, in order.
  public let markers: [Marker]
  /// Whether the last line is only half there and left out: its writer was ended in its middle.
  public let isCut: Bool
  let lines: [Line]
  private let source: any CastSource

  /// Finds a cast's lines, each checked; a pause longer than `idle` is played as long as that.
  ///
  /// nil: as its maker wanted, and where that is not known two seconds. Zero: every pause whole.
  /// Comments and kinds of events that are not known are passed over.
  public init(_ source: any CastSource, idle: Duration? = nil) throws(CastFault) {
    guard source.count > 0 else { throw .empty }
    guard source.count <= Self.largestFile else { throw .tooLarge }
    var index = CastIndex(idle: idle)
    var start = 0
    while start < source.count {
      let block = start..<min(source.count, start + Self.longestLine + 1)
      let bytes = try source.bytes(block)
      let used = try bytes.withUnsafeBufferPointer { bytes throws(CastFault) in
        try index.take(bytes, from: start, isLast: block.upperBound == source.count)
      }
      start += used
    }
    guard let header = index.header else { throw .noCast }
    self.header = header
    markers = index.markers
    isCut = index.isCut
    lines = index.lines
    self.source = source
  }

  /// How long it plays.
  public var length: Duration { lines.last.map { .milliseconds($0.time) } ?? .zero }

  /// When an event is played.
  func time(of event: Int) -> Duration { .milliseconds(lines[event].time) }

  /// How many events have happened by a time.
  func events(until time: Duration) -> Int {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if self.time(of: middle) <= time { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The end of as many events from one on as are well decoded at once.
  func blockEnd(from event: Int, upTo end: Int, bytes: Int) -> Int {
    let limit = Int(lines[event].offset) + bytes
    var low = event + 1
    var high = end
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(lines[middle - 1].offset) < limit { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// Hands over the events of a range in turn: their codes and their data.
  func forEach(
    _ events: Range<Int>, _ body: (UInt8, [UInt8]) -> Void
  ) throws(CastFault) -> Int {
    guard !events.isEmpty else { return 0 }
    let start = Int(lines[events.lowerBound].offset)
    let end = events.upperBound < lines.count ? Int(lines[events.upperBound].offset) : source.count
    let bytes = try source.bytes(start..<end)
    bytes.withUnsafeBufferPointer { bytes in
      var data: [UInt8] = []
      for event in events {
        let place = Int(lines[event].offset) - start
        let end = bytes[place...].firstIndex(of: 0x0A) ?? bytes.count
        var reader = JSONReader(bytes, in: place..<end)
        // It was well when its line was found; a file that was changed since shows nothing.
        guard let frame = try? CastEvent.frame(&reader), let raw = frame.data else { continue }
        data.removeAll(keepingCapacity: true)
        reader.decode(raw, into: &data)
        body(frame.code, data)
      }
    }
    return bytes.count
  }
}
