import Foundation

/// The write-ahead log beside the file, as it lies there after a kill: looked at before SQLite is.
///
/// SQLite reads the log as far as its sums hold, and takes the rest for a write that was cut off.
/// So a changed bit would take away every step behind it without a word. The format is described
/// at sqlite.org/fileformat2.html, section 4.
enum WriteAheadLog {
  private static let headerSize = 32
  private static let frameHeaderSize = 24
  /// A log of a practice has some megabytes; what is larger than this is none of ours.
  private static let largest = 1 << 30

  /// Whether whole frames lie behind the last one whose sum holds.
  static func isDamaged(_ path: String) -> Bool {
    guard let size = size(path), size > headerSize else { return false }
    guard size <= largest, let data = try? Data(contentsOf: URL(fileURLWithPath: path)) else {
      return true
    }
    return data.withUnsafeBytes { isDamaged($0) }
  }

  private static func size(_ path: String) -> Int? {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  private static func isDamaged(_ log: UnsafeRawBufferPointer) -> Bool {
    let magic = word(log, 0)
    guard magic & ~1 == 0x377f_0682 else { return true }
    let isBig = magic & 1 == 1
    var sum: (UInt32, UInt32) = (0, 0)
    add(log, 0..<24, isBig, to: &sum)
    guard sum == (word(log, 24), word(log, 28)) else { return true }
    let page = Int(word(log, 8))
    guard (512...65_536).contains(page) else { return true }
    let salts = (word(log, 16), word(log, 20))
    var place = headerSize
    while place + frameHeaderSize + page <= log.count {
      add(log, place..<place + 8, isBig, to: &sum)
      add(log, place + frameHeaderSize..<place + frameHeaderSize + page, isBig, to: &sum)
      let isWhole =
        (word(log, place + 8), word(log, place + 12)) == salts
        && (word(log, place + 16), word(log, place + 20)) == sum
      guard isWhole else { return !isLeftOver(log, place, salts) }
      place += frameHeaderSize + page
    }
    return false
  }

  /// Whether a frame is of an earlier round: a log that was emptied is written from its beginning,
  /// with the next number in its first salt and another second one.
  private static func isLeftOver(
    _ log: UnsafeRawBufferPointer, _ place: Int, _ salts: (UInt32, UInt32)
  ) -> Bool {
    let rounds = salts.0 &- word(log, place + 8)
    return (1...100_000).contains(rounds) && word(log, place + 12) != salts.1
  }

  private static func word(_ log: UnsafeRawBufferPointer, _ place: Int) -> UInt32 {
    UInt32(bigEndian: log.loadUnaligned(fromByteOffset: place, as: UInt32.self))
  }

  private static func add(
    _ log: UnsafeRawBufferPointer, _ range: Range<Int>, _ isBig: Bool,
    to sum: inout (UInt32, UInt32)
  ) {
    for place in stride(from: range.lowerBound, to: range.upperBound, by: 8) {
      let first = word(log, place)
      let second = word(log, place + 4)
      sum.0 = sum.0 &+ (isBig ? first : first.byteSwapped) &+ sum.1
      sum.1 = sum.1 &+ (isBig ? second : second.byteSwapped) &+ sum.0
    }
  }
}
