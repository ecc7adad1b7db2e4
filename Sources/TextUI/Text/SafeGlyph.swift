/// Makes foreign characters safe: nothing that a terminal obeys, and nothing unseen, gets through.
enum SafeGlyph {
  static let replacement = Glyph("\u{FFFD}" as Unicode.Scalar)

  /// What may stand in a cell for this character.
  static func of(_ character: Character) -> Glyph {
    var scalars = character.unicodeScalars.makeIterator()
    guard let base = scalars.next() else { return .blank }
    guard let second = scalars.next() else { return of(base) }
    if isBlank(base) { return .blank }
    guard isHarmless(base) else { return replacement }
    return combined(base, second, &scalars)
  }

  /// Whether the character is drawn exactly as it is.
  static func isSafe(_ character: Character) -> Bool { of(character).character == character }

  private static func of(_ scalar: Unicode.Scalar) -> Glyph {
    if isBlank(scalar) { return .blank }
    return isHarmless(scalar) ? Glyph(scalar) : replacement
  }

  private static func combined(
    _ base: Unicode.Scalar, _ second: Unicode.Scalar,
    _ rest: inout String.UnicodeScalarView.Iterator
  ) -> Glyph {
    var marks: [Unicode.Scalar] = []
    var next: Unicode.Scalar? = second
    while let scalar = next {
      next = rest.next()
      // Which form of an emoji a selector asks for is not something terminals agree on.
      if scalar.properties.isVariationSelector { continue }
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark: marks.append(scalar)
      default:
        // Joined and tinted emoji shrink to their first picture, whose width is known.
        return base.properties.isEmojiPresentation && !isRegional(base)
          ? Glyph(base) : replacement
      }
    }
    return Glyph(base, marks: marks)
  }

  /// Tab, line ends and the odd spaces show as one blank.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09...0x0D, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F: true
    default: false
    }
  }

  private static func isRegional(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar.value)
  }

  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x7E, 0xA1...0xAC, 0xAE...0x2FF, 0x2010...0x2027, 0x2190...0x22FF,
      0x2500...0x25FF:
      return true
    case 0...0x9F: return false
    // Jamo that complete a syllable take no column of their own.
    case 0x1160...0x11FF, 0xD7B0...0xD7FB: return false
    default: break
    }
    let properties = scalar.properties
    if properties.isDefaultIgnorableCodePoint || isRegional(scalar) { return false }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .nonspacingMark, .enclosingMark, .spacingMark:
      return false
    default:
      return true
    }
  }
}
