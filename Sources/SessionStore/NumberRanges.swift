import Foundation

/// What the numbers of a kept practice may be, by the names that they have in it.
///
/// A number beyond its range was never written by a console: arithmetic with it would end the
/// program, and would again at every start.
enum NumberRanges {
  /// Lengths, counts and moments up to the end of the year 9999, the last that the clock can be set
  /// to, none of which is negative: any few of them can be added without running over.
  private static let usual: ClosedRange<Int64> = 0...253_402_300_799_999
  private static let moments: ClosedRange<Int64> = 0...253_402_300_799_999
  private static let offsets: ClosedRange<Int64> = -253_402_300_799_999...253_402_300_799_999
  private static let counts: ClosedRange<Int64> = 0...1_000_000_000_000
  private static let few: ClosedRange<Int64> = 0...10_000
  private static let some: ClosedRange<Int64> = 1...10_000
  /// What divides, or lies between two events that are counted off one by one.
  private static let waits: ClosedRange<Int64> = 1_000...31_536_000_000
  /// How far a camera turns, to both sides.
  private static let turns: ClosedRange<Int64> = -10_000...10_000
  private static let minutesOfDay: ClosedRange<Int64> = 0...1_440
  private static let channels: ClosedRange<Int64> = 1...256

  /// The names whose numbers are bits and have no range.
  private static let bits: Set<String> = ["state", "seed"]
  /// The names whose numbers are channels of the recorder.
  private static let channelNames: Set<String> = [
    "channel", "motion", "cameraOffline", "videoLoss", "tampered", "cameraOpened",
    "cameraRefused", "byHand", "recordedByHand",
  ]

  private static let ranges: [String: ClosedRange<Int64>] = [
    "clock": moments, "clockOffset": offsets, "offset": offsets, "rightOffset": offsets,
    "lengths": offsets,
    "nextNumber": 1...1_000_000_000_000, "number": counts, "lastNumber": counts,
    "lastTicket": counts, "lastScreen": counts,
    "livingScreen": counts, "screen": counts, "count": counts, "capacity": 1...1_000_000_000,
    "firmware": 0...99_999, "version": 0...99_999, "minimumFirmware": 0...99_999,
    "lowest": -1_000_000...1_000_000, "highest": -1_000_000...1_000_000,
    "temperature": -100...1_000, "step": few, "hintsShown": few, "hintsUsed": few,
    "stepsDone": few, "stepsLeftOut": few, "questions": few, "beeps": 0...20, "scan": few,
    "size": 1...10_000, "parallelism": 1...10_000, "opens": minutesOfDay, "closes": minutesOfDay,
    "sensor": 1...256, "closedContacts": 1...256,
    "length": 1...64, "shortest": few, "longest": some, "longestName": some,
    "longestRemark": few, "longestAnswer": some, "most": some, "mostGroups": some,
    "mostAddresses": some, "mailsPerDay": some, "tries": some, "daysKept": 0...36_500,
    "weight": 1...1_000_000, "rate": 1...1_000_000, "bitRate": 1...1_000_000_000,
    "H.264": 1...100_000, "H.265": 1...100_000, "CIF": 1...100_000, "D1": 1...100_000,
    "720p": 1...100_000, "1080p": 1...100_000, "frameRate": 1...1_000, "low": 1...100_000,
    "medium": 1...100_000, "high": 1...100_000,
    "every": waits, "lasting": waits, "byNight": 0...100,
    "columns": 1...32, "rows": 1...32, "left": 0...100, "top": 0...100, "right": 0...100,
    "bottom": 0...100, "pan": turns, "tilt": turns, "zoom": 100...10_000, "slow": some,
    "normal": some, "fast": some,
    "before": 0...3_600_000, "after": 0...3_600_000,
  ]

  /// Whether each number in the JSON is in its range; `channels` is how many the recorder has,
  /// where that is known.
  static func hold(_ json: Data, channels: Int? = nil) -> Bool {
    json.withUnsafeBytes { bytes in
      var reader = NumberReader(bytes: bytes)
      while let found = reader.next() {
        guard !bits.contains(found.name) else { continue }
        guard let value = found.value, isIn(value, found.name, channels) else { return false }
      }
      return true
    }
  }

  private static func isIn(_ value: Int64, _ name: String, _ channelCount: Int?) -> Bool {
    if channelNames.contains(name) {
      return channels.contains(value) && channelCount.map { value <= Int64($0) } ?? true
    }
    return (ranges[name] ?? usual).contains(value)
  }
}

/// Reads the numbers out of JSON, each with the nearest name above it.
///
/// Names that only say how a value is packed, `value` and `_0`, are passed over.
struct NumberReader {
  private let bytes: UnsafeRawBufferPointer
  private var place = 0
  /// The names of the objects and lists that are open, outermost first.
  private var names: [String] = []
  private var name = ""

  init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// The next number, nil at the end; its value is nil where it is no whole number of 64 bits.
  mutating func next() -> (name: String, value: Int64?)? {
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        names.append(name)
        place += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        name = names.popLast() ?? ""
        place += 1
      case UInt8(ascii: ","):
        // The next member's name, or the list's own once more.
        name = names.last ?? ""
        place += 1
      case UInt8(ascii: "\""): readText()
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return (name, readNumber())
      default: place += 1
      }
    }
    return nil
  }

  private mutating func readText() {
    let start = place + 1
    place = start
    while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
      place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    let end = min(place, bytes.count)
    place = end + 1
    guard place < bytes.count, bytes[place] == UInt8(ascii: ":") else { return }
    let text = bytes[start..<end]
    let isPacking = text.first == UInt8(ascii: "_") || text.elementsEqual("value".utf8)
    if !isPacking { name = String(decoding: text, as: UTF8.self) }
  }

  private mutating func readNumber() -> Int64? {
    let start = place
    while place < bytes.count, !",]} \n\t\r".utf8.contains(bytes[place]) { place += 1 }
    return Int64(String(decoding: bytes[start..<place], as: UTF8.self))
  }
}
