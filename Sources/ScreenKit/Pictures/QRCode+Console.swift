import TextUI

extension QRCode {
  /// The code as this terminal can show it.
  public init(_ matrix: QRMatrix, in context: ScreenContext) {
    self.init(matrix, material: context.isUnicode ? .halfBlocks : .blanks)
  }
}
