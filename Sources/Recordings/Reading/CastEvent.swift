import TextUI

/// One thing that happened in a cast.
struct CastEvent {
  /// A line's fixed parts: its time as it is written, its code, and where its data stand.
  struct Frame {
    var seconds: Double
    /// The code's one byte; 0 for one of several.
    var code: UInt8
    /// The content of the data where they are a string.
    var data: Range<Int>?
  }

  /// Reads a line of an event; nothing is decoded.
  static func frame(_ reader: inout JSONReader) throws(JSONReader.Fault) -> Frame {
    try reader.take("[")
    let seconds = try reader.number()
    try reader.take(",")
    let code = try reader.rawString()
    try reader.take(",")
    var data: Range<Int>?
    var ahead = reader
    if ahead.takes("\"") {
      data = try reader.rawString()
    } else {
      _ = try reader.value()
    }
    // Versions to come may have more in a line.
    while reader.takes(",") { _ = try reader.value() }
    try reader.take("]")
    guard reader.isAtEnd else {
      throw JSONReader.Fault(expected: "the end of the line", place: reader.place)
    }
    return Frame(
      seconds: seconds, code: code.count == 1 ? reader.byte(at: code.lowerBound) : 0, data: data)
  }

  /// The size in the data of a resize: `80x24`; within what a window may have.
  static func size(_ text: [UInt8]) -> Size? {
    let parts = text.split(separator: UInt8(ascii: "x")).map {
      Int(String(decoding: $0, as: UTF8.self))
    }
    guard parts.count == 2, let columns = parts[0], let rows = parts[1], columns > 0, rows > 0
    else { return nil }
    return Size(
      rows: min(rows, ScreenModel.largest.rows), columns: min(columns, ScreenModel.largest.columns))
  }
}
