/// A sum over the bytes of a row, by which a changed bit is seen: SQLite looks at its pages' form
/// and not at what is in them.
enum RowSum {
  /// FNV-1a with 64 bits: each step can be undone, so that bytes that differ in one place never
  /// have the same sum.
  static func of(_ bytes: some Sequence<UInt8>) -> Int64 {
    var sum: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int64(bitPattern: sum)
  }
}
