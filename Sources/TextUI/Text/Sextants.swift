/// The glyphs of a cell in six parts, three rows of two: the sextants of Unicode 13 (U+1FB00 to U+1FB3B), and
/// the four blocks that are older than they.
public enum Sextants {
  /// The glyphs by the parts that are inked: row by row from the upper left, which is the highest of six bits.
  public static let glyphs: [Glyph] = (0..<64).map { parts in
    // Unicode counts the other way, from the upper left as the lowest bit, and leaves out what it had.
    let number = (0..<6).reduce(0) { $0 | (parts >> (5 - $1) & 1) << $1 }
    switch number {
    case 0: return .blank
    case leftHalf: return "▌"
    case rightHalf: return "▐"
    case 63: return "█"
    default:
      let place = number - 1 - (number > leftHalf ? 1 : 0) - (number > rightHalf ? 1 : 0)
      return Glyph(Unicode.Scalar(first + UInt32(place)) ?? " ")
    }
  }

  /// How much of its cell a sextant covers with ink; nil for any other glyph.
  static func coverage(of glyph: Glyph) -> Double? {
    guard (first..<first + 60).contains(glyph.first.value),
      let parts = glyphs.firstIndex(of: glyph)
    else { return nil }
    return Double(parts.nonzeroBitCount) / 6
  }

  private static let first: UInt32 = 0x1FB00
  private static let leftHalf = 0b010101
  private static let rightHalf = 0b101010
}
