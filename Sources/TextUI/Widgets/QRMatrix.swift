/// The modules of a QR code, light or dark, without the quiet zone around them.
public struct QRMatrix: Equatable, Sendable {
  /// How many modules each side has.
  public let size: Int
  private let modules: [Bool]

  /// Makes a matrix from its modules, row by row, true for dark; nil where they are no square.
  public init?(_ modules: [Bool]) {
    var side = 0
    while side * side < modules.count { side += 1 }
    guard side > 0, side * side == modules.count else { return nil }
    size = side
    self.modules = modules
  }

  /// Whether that module is dark; outside there are light ones only.
  public func isDark(row: Int, column: Int) -> Bool {
    let sides = 0..<size
    guard sides.contains(row), sides.contains(column) else { return false }
    return modules[row * size + column]
  }
}
