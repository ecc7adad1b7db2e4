/// The lines of a cast as they are found, block by block.
struct CastIndex {
  private(set) var header: CastHeader?
  private(set) var lines: [Cast.Line] = []
  private(set) var markers: [Cast.Marker] = []
  private(set) var isCut = false
  private let wantedIdle: Duration?
  /// The longest pause, in milliseconds.
  private var idle = Double.infinity
  /// How many lines were taken.
  private var count = 0
  /// The time of the event before as it is written, and of the last one that is played as it is
  /// played, in milliseconds.
  private var written = 0.0
  private var played = 0.0
  /// How long ago the last event was that is played.
  private var gap = 0.0

  /// What is played of a pause where nobody says otherwise.
  private static let usualIdle = Duration.seconds(2)

  init(idle: Duration?) { wantedIdle = idle }

  /// Takes the whole lines of a block that begins at an offset, and returns how many bytes they
  /// have; of the last block, all.
  mutating func take(
    _ bytes: UnsafeBufferPointer<UInt8>, from offset: Int, isLast: Bool
  ) throws(CastFault) -> Int {
    var place = 0
    while place < bytes.count {
      let end = bytes[place...].firstIndex(of: 0x0A)
      guard end != nil || isLast else { break }
      guard (end ?? bytes.count) - place <= Cast.longestLine else { throw .longLine(count + 1) }
      count += 1
      try takeLine(bytes, place..<(end ?? bytes.count), from: offset, isWhole: end != nil)
      place = (end ?? bytes.count) + 1
    }
    guard place > 0 else { throw .longLine(count + 1) }
    return min(place, bytes.count)
  }

  private mutating func takeLine(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, from offset: Int, isWhole: Bool
  ) throws(CastFault) {
    guard header != nil else {
      let header = try CastHeader(UnsafeBufferPointer(rebasing: bytes[range]))
      let limit = wantedIdle ?? header.idleLimit ?? Self.usualIdle
      if limit > .zero { idle = limit / .milliseconds(1) }
      self.header = header
      return
    }
    var reader = JSONReader(bytes, in: range)
    guard !reader.isAtEnd, bytes[reader.place] != UInt8(ascii: "#") else { return }
    do throws(JSONReader.Fault) {
      let frame = try CastEvent.frame(&reader)
      note(frame, reader, at: offset + range.lowerBound)
    } catch {
      guard isWhole else {
        isCut = true
        return
      }
      throw .line(count, column: error.place - range.lowerBound + 1, expected: error.expected)
    }
  }

  private mutating func note(_ frame: CastEvent.Frame, _ reader: JSONReader, at offset: Int) {
    let milliseconds = min(1e9, max(0, frame.seconds * 1_000))
    let pause = header?.form == .three ? milliseconds : max(0, milliseconds - written)
    written += pause
    gap += pause
    guard "oimrx".utf8.contains(frame.code) else { return }
    // Half a year is longer than anybody watches, and fits.
    played = min(4e9, played + min(idle, gap))
    gap = 0
    lines.append(Cast.Line(offset: UInt32(offset), time: UInt32(played)))
    guard frame.code == UInt8(ascii: "m"), let data = frame.data else { return }
    var label: [UInt8] = []
    reader.decode(data, into: &label)
    markers.append(
      Cast.Marker(
        time: .milliseconds(UInt32(played)), label: String(decoding: label, as: UTF8.self)))
  }
}
