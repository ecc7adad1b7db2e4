/// Makes foreign characters safe: nothing that a terminal obeys, and nothing unseen, gets through.
enum SafeGlyph {
  static let replacement: Character = "\u{FFFD}"

  /// A base with its marks at most; ncurses holds five scalars, and four are enough to read.
  private static let mostScalars = 4

  /// The ASCII characters, made once: building one costs more than fetching it.
  static let ascii: [Character] = (0..<128).map { code in
    let byte = UInt8(code)
    return byte &- 0x20 < 0x5F ? Character(Unicode.Scalar(byte)) : of(Character(.init(byte)))
  }

  /// What may stand in a cell for this character.
  static func of(_ character: Character) -> Character {
    var scalars = character.unicodeScalars.makeIterator()
    guard let base = scalars.next() else { return " " }
    guard let second = scalars.next() else { return single(base, as: character) }
    if isBlank(base) { return " " }
    guard isHarmless(base) else { return replacement }
    return combined(base, second, &scalars)
  }

  /// Whether the character is drawn exactly as it is.
  static func isSafe(_ character: Character) -> Bool { of(character) == character }

  private static func single(_ scalar: Unicode.Scalar, as character: Character) -> Character {
    if isBlank(scalar) { return " " }
    return isHarmless(scalar) ? character : replacement
  }

  private static func combined(
    _ base: Unicode.Scalar, _ second: Unicode.Scalar,
    _ rest: inout String.UnicodeScalarView.Iterator
  ) -> Character {
    var kept = String.UnicodeScalarView([base])
    var next: Unicode.Scalar? = second
    while let scalar = next {
      next = rest.next()
      // Which form of an emoji a selector asks for is not something terminals agree on.
      if scalar.properties.isVariationSelector { continue }
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark:
        if kept.count < mostScalars { kept.append(scalar) }
      default:
        // Joined and tinted emoji shrink to their first picture, whose width is known.
        return base.properties.isEmojiPresentation && !isRegional(base)
          ? Character(base) : replacement
      }
    }
    return Character(String(kept))
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
    case 0x21...0x7E, 0xA1...0xAC, 0xAE...0x2FF, 0x2190...0x21FF, 0x2500...0x25FF: return true
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
