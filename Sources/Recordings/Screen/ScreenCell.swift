import TextUI

/// One place of a terminal's screen, with the terminal's own ideas of colour.
struct ScreenCell: Equatable, Sendable {
  /// The letter, and one mark over or under it; 0: none.
  var scalar: UInt32 = 0x20
  var mark: UInt32 = 0
  /// An index of the palette; `standard` is the terminal's own colour.
  var ink = Self.standard
  var paper = Self.standard
  var marks = Marks()

  /// How the letter is drawn.
  struct Marks: OptionSet, Sendable {
    let rawValue: UInt8

    static let bold = Marks(rawValue: 1)
    static let dim = Marks(rawValue: 2)
    static let underlined = Marks(rawValue: 4)
    static let reversed = Marks(rawValue: 8)
    static let hidden = Marks(rawValue: 16)
    /// The right half of the wide letter before it.
    static let covered = Marks(rawValue: 32)
  }

  static let standard: UInt16 = 256
  static let blank = ScreenCell()

  var isCovered: Bool { marks.contains(.covered) }

  /// What is seen of it, as text.
  var character: Character {
    guard let letter = Unicode.Scalar(scalar) else { return " " }
    guard let mark = Unicode.Scalar(mark), mark.value != 0 else { return Character(letter) }
    var text = String.UnicodeScalarView()
    text.append(letter)
    text.append(mark)
    return Character(String(text))
  }

  /// How many columns a scalar takes: 0 for what stands over another, or is not seen.
  static func width(of scalar: UInt32) -> Int {
    // Letters of Latin script, lines and blocks are nearly all there is.
    if scalar < 0x300 || (0x2500..<0x2600).contains(scalar) { return 1 }
    guard let letter = Unicode.Scalar(scalar) else { return 1 }
    switch letter.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return TextWidth.of(Character(letter))
    }
  }
}
