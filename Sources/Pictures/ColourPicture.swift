import CJpeg

/// A picture of dots, each of red, green and blue.
public struct ColourPicture: Equatable, Sendable {
  /// Dots from left to right.
  public let width: Int
  /// Dots from top to bottom.
  public let height: Int
  /// Three bytes a dot, row by row: red, green, blue.
  public let bytes: [UInt8]

  /// The largest width and height that is written or read; a larger one that is read comes out as a
  /// half, a quarter or an eighth.
  public static let largest = 4_096

  /// Makes a picture of its dots; nil where there are not three bytes for each, or too many.
  public init?(width: Int, height: Int, bytes: [UInt8]) {
    let sizes = 1...ColourPicture.largest
    guard sizes.contains(width), sizes.contains(height), bytes.count == width * height * 3 else {
      return nil
    }
    self.width = width
    self.height = height
    self.bytes = bytes
  }

  /// Reads a JPEG, as no larger than the room; nil where it is none, is damaged, or is more than eight
  /// times as large.
  public init?(jpeg: [UInt8], within room: (width: Int, height: Int) = (largest, largest)) {
    let sizes = 1...ColourPicture.largest
    guard sizes.contains(room.width), sizes.contains(room.height), !jpeg.isEmpty else {
      return nil
    }
    let result = jpeg.withUnsafeBufferPointer {
      cjpeg_decode($0.baseAddress, UInt($0.count), Int32(room.width), Int32(room.height))
    }
    defer { cjpeg_free(result) }
    guard let pixels = result.bytes else { return nil }
    let bytes = Array(UnsafeBufferPointer(start: pixels, count: Int(result.count)))
    self.init(width: Int(result.width), height: Int(result.height), bytes: bytes)
  }

  /// The picture as JPEG, of a quality from 1 to 100; nil where memory is short.
  public func jpeg(quality: Int = 80) -> [UInt8]? {
    let result = bytes.withUnsafeBufferPointer {
      cjpeg_encode($0.baseAddress, Int32(width), Int32(height), Int32(max(1, min(100, quality))))
    }
    defer { cjpeg_free(result) }
    return result.bytes.map { Array(UnsafeBufferPointer(start: $0, count: Int(result.count))) }
  }
}
