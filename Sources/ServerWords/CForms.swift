import RecorderEngine

/// Values as a library in C has them.
package enum CForms {
  /// A C text in an array, which Swift takes for a tuple.
  package static func text<Array>(of array: Array) -> String {
    withUnsafeBytes(of: array) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }
}

extension Duration {
  /// Whole milliseconds.
  package var milliseconds: Int {
    Int(Interval(self).milliseconds)
  }
}
