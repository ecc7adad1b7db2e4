import TextUI

/// How fine the pictures of a terminal are.
package enum PictureGrain: Sendable {
  /// It has no colours: marks of more or less density.
  case shades
  /// Up to two by two pixels to a cell, in two colours.
  case quarters
  /// Up to three rows of two pixels to a cell, in two colours.
  case sextants

  /// How many pixels a cell has, above and beside each other.
  struct Cell: Equatable, Sendable {
    let rows: Int
    let columns: Int

    /// One pixel above another, which every picture can have.
    static let half = Cell(rows: 2, columns: 1)

    /// How many times as high as wide a pixel is: a cell is twice as high as wide.
    var pixelShape: Double { 2 * Double(columns) / Double(rows) }
  }

  /// The finest cell that there is.
  var finest: Cell {
    switch self {
    case .shades: .half
    case .quarters: Cell(rows: 2, columns: 2)
    case .sextants: Cell(rows: 3, columns: 2)
    }
  }
}

extension ScreenContext {
  /// How fine its pictures are.
  package var pictureGrain: PictureGrain {
    depth != .many ? .shades : hasSextants && isUnicode ? .sextants : .quarters
  }
}
