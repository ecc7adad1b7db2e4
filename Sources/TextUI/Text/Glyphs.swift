/// What stands for a drawn glyph where a terminal knows only ASCII.
public enum Glyphs {
  /// The ASCII character that means the same; "?" for what has none.
  public static func ascii(for glyph: Character) -> Character {
    if glyph.isASCII { return glyph }
    return table[glyph] ?? lineDrawing(glyph) ?? "?"
  }

  /// The ASCII glyph that means what stands in a cell; "?" for what has none.
  public static func ascii(for glyph: Glyph) -> Glyph {
    if glyph.isASCII { return glyph }
    if let share = Sextants.coverage(of: glyph) { return share < 0.5 ? "-" : "#" }
    return SafeGlyph.of(ascii(for: glyph.character))
  }

  private static let table: [Character: Character] = {
    var table: [Character: Character] = [:]
    for (ascii, glyphs) in families {
      for glyph in glyphs { table[glyph] = ascii }
    }
    return table
  }()

  private static let families: [(Character, String)] = [
    ("-", "─━═╌╍┄┅┈┉╴╶╸╺‐‑‒–—―"), ("|", "│┃║╎╏┆┇┊┋╵╷╹╻▌▐▍▎▏▕"),
    (">", "▸▶►›»→⇒≥"), ("<", "◂◀◄‹«←⇐≤"), ("^", "↑▴⇑"), ("v", "↓▾▼⇓✓✔"),
    ("!", "▲⚠"), ("*", "●•◉◎★♦◆✱∙"), ("o", "○◦◌°☐◯◇"), (".", "·"), ("x", "✕✗✘×⊘☒⊗"),
    ("~", "…≈"), ("#", "█▓▉▊▋▇▆▅▄▮■▟▙▛▜"), ("=", "▒▀▔▃≡☰"), ("-", "░▯□▝▘▖▗"), ("_", "▁▂"),
    ("@", "⏻◐◑◒◓"), ("'", "‘’‚"), ("\"", "“”„"), ("S", "♪♫"), ("+", "±"),
    ("a", "àáâãäåā"), ("e", "èéêëē"), ("i", "ìíîïī"), ("o", "òóôõöøō"), ("u", "ùúûüū"),
    ("n", "ñ"), ("c", "ç"), ("s", "ß"), ("A", "ÀÁÂÃÄÅ"), ("E", "ÈÉÊË"), ("I", "ÌÍÎÏ"),
    ("O", "ÒÓÔÕÖØ"), ("U", "ÙÚÛÜ"), ("N", "Ñ"), ("C", "Ç"),
  ]

  /// Every corner, tee and crossing of the box drawing block is a plus.
  private static func lineDrawing(_ glyph: Character) -> Character? {
    guard let scalar = glyph.unicodeScalars.first, (0x2500...0x257F).contains(scalar.value)
    else { return nil }
    return "+"
  }
}
