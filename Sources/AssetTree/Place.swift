/// A place as YAML counts it: lines and columns from 1, columns in Unicode scalars.
package struct Place: Equatable, Sendable {
  package let line: Int
  package let column: Int

  /// Makes a place.
  package init(_ line: Int, _ column: Int) {
    self.line = line
    self.column = column
  }
}
