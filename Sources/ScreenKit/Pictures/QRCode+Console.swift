import ConsoleData
import TextUI

extension QRCode {
  /// The code as this terminal can show it, with its apology in the language of the console.
  public init(_ matrix: QRMatrix, in context: ScreenContext) {
    self.init(matrix, material: context.isUnicode ? .halfBlocks : .blanks) { needed, found in
      let needs = "\(needed.columns)x\(needed.rows)"
      let has = "\(found.columns)x\(found.rows)"
      return tr("This QR code needs a terminal of \(needs); this one has \(has).")
    }
  }
}
