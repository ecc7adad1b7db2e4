import Foundation
import Pictures
import Support
import Testing

/// JPEG, written and read.
@Suite struct JPEGTests {
  /// Half red, half blue.
  private func picture(width: Int = 64, height: Int = 48) throws -> ColourPicture {
    let row = (0..<width).flatMap { $0 < width / 2 ? [200, 10, 10] : [10, 10, 200] as [UInt8] }
    return try #require(
      ColourPicture(
        width: width, height: height, bytes: (0..<height).flatMap { _ in row }))
  }

  @Test("What is written reads as it was, as far as JPEG keeps it")
  func roundTrip() throws {
    let picture = try picture()
    let bytes = try #require(picture.jpeg(quality: 95))
    #expect(bytes.starts(with: [0xFF, 0xD8, 0xFF]))
    let read = try #require(ColourPicture(jpeg: bytes))
    #expect(read.width == 64 && read.height == 48)
    for place in [0, 63 * 3] {
      for part in 0..<3 {
        #expect(abs(Int(read.bytes[place + part]) - Int(picture.bytes[place + part])) < 12)
      }
    }
  }

  @Test("Another program knows it as JPEG")
  func independent() throws {
    let home = try ConsoleHome()
    let file = home.url.appendingPathComponent("a.jpeg")
    try Data(try #require(try picture().jpeg())).write(to: file)
    let bytes = [UInt8](try Data(contentsOf: file))
    // The frame header has height and width.
    let frame = try #require(
      bytes.indices.dropLast(9).first { bytes[$0] == 0xFF && bytes[$0 + 1] == 0xC0 })
    #expect(Array(bytes[frame + 5..<frame + 9]) == [0, 48, 0, 64])
  }

  @Test("What is too large comes out smaller, and what is far too large not at all")
  func sizes() throws {
    let bytes = try #require(try picture(width: 800, height: 400).jpeg())
    let half = try #require(ColourPicture(jpeg: bytes, within: (500, 500)))
    #expect(half.width == 400 && half.height == 200)
    let eighth = try #require(ColourPicture(jpeg: bytes, within: (100, 100)))
    #expect(eighth.width == 100 && eighth.height == 50)
    #expect(ColourPicture(jpeg: bytes, within: (99, 99)) == nil)
    #expect(ColourPicture(width: 1, height: 1, bytes: [1]) == nil)
    #expect(ColourPicture(width: 0, height: 1, bytes: []) == nil)
  }

  @Test("A progressive file that would take gigabytes is not read")
  func greedy() throws {
    let picture = try #require(
      ColourPicture(width: 16, height: 16, bytes: Array(repeating: 9, count: 768)))
    var bytes = try #require(picture.jpeg())
    func place(_ marker: UInt8) throws -> Int {
      try #require(bytes.indices.dropLast().first { bytes[$0] == 0xFF && bytes[$0 + 1] == marker })
    }
    // A progressive one of 12,000 by 12,000 dots, with a first pass of its means.
    let frame = try place(0xC0)
    bytes[frame + 1] = 0xC2
    bytes.replaceSubrange(frame + 5..<frame + 9, with: [0x2E, 0xE0, 0x2E, 0xE0])
    let scan = try place(0xDA)
    bytes[scan + 12] = 0
    #expect(ColourPicture(jpeg: bytes) == nil)
    bytes.replaceSubrange(frame + 5..<frame + 9, with: [0x02, 0xE0, 0x02, 0xE0])
    #expect(ColourPicture(jpeg: bytes) != nil, "a small one is")
  }

  @Test("What is no JPEG, or was cut or damaged, ends nothing")
  func damaged() throws {
    #expect(ColourPicture(jpeg: []) == nil)
    #expect(ColourPicture(jpeg: Array("GIF89a".utf8)) == nil)
    let bytes = try #require(try picture().jpeg())
    for length in stride(from: 1, to: bytes.count, by: 7) {
      _ = ColourPicture(jpeg: Array(bytes.prefix(length)))
    }
    for place in bytes.indices {
      var wrong = bytes
      wrong[place] ^= 0x55
      _ = ColourPicture(jpeg: wrong, within: (256, 256))
    }
  }
}
