extension Sequence<UInt8> {
  /// A hash that is the same at every start, 64 bits of FNV-1a: each step of it can be undone, so that
  /// bytes which differ in one place never have the same.
  // Inlined, or each byte of a saved practice would be fetched through a table.
  @inlinable public var stableHash: UInt64 {
    reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
