import RecorderEngine

/// A sum over the bytes of a row, by which a changed bit is seen: SQLite looks at its pages' form
/// and not at what is in them.
enum RowSum {
  /// Bytes that differ in one place never have the same.
  static func of(_ bytes: some Sequence<UInt8>) -> Int64 { Int64(bitPattern: bytes.stableHash) }
}
