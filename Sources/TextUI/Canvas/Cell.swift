/// What stands in one place of the screen: a letter with its marks, safe for a terminal.
///
/// Held as numbers and not as a Character: a screenful of them is compared and copied with every
/// key, and none of that may count references.
public struct Glyph: Equatable, Sendable {
  /// The marks over and under the letter, 21 bits each, the first one lowest.
  private let marks: UInt64
  private let base: UInt32

  /// As many marks as there is room for; ncurses holds five scalars in all.
  static let mostMarks = 3

  /// Makes a letter without marks.
  init(_ base: Unicode.Scalar) {
    self.base = base.value
    marks = 0
  }

  /// Makes a letter with its marks; those beyond the third are left out.
  init(_ base: Unicode.Scalar, marks: [Unicode.Scalar]) {
    self.base = base.value
    var packed: UInt64 = 0
    for mark in marks.prefix(Glyph.mostMarks).reversed() {
      packed = packed << 21 | UInt64(mark.value)
    }
    self.marks = packed
  }

  /// An empty place.
  public static let blank = Glyph(" " as Unicode.Scalar)

  /// The scalar that decides about its width.
  public var first: Unicode.Scalar { Unicode.Scalar(base) ?? " " }

  /// Whether it is one ASCII character.
  public var isASCII: Bool { base < 0x80 && marks == 0 }

  /// Hands over its scalars, the letter first.
  public func forEachScalar(_ body: (Unicode.Scalar) -> Void) {
    body(first)
    var rest = marks
    while rest != 0 {
      if let mark = Unicode.Scalar(UInt32(rest & 0x1F_FFFF)) { body(mark) }
      rest >>= 21
    }
  }

  /// Letter and marks as text.
  public var character: Character {
    guard marks != 0 else { return Character(first) }
    var scalars = String.UnicodeScalarView()
    forEachScalar { scalars.append($0) }
    return Character(String(scalars))
  }
}

extension Glyph: ExpressibleByExtendedGraphemeClusterLiteral {
  /// What is seen of a character.
  public init(extendedGraphemeClusterLiteral character: Character) {
    self = SafeGlyph.of(character)
  }
}

/// One place on the screen.
public struct Cell: Equatable, Sendable {
  /// What is seen.
  public var glyph: Glyph
  /// All else in one number, so that two cells are compared by two machine words.
  private var look: UInt32

  private static let picture: UInt32 = 1 << 16
  private static let covered: UInt32 = 1 << 17
  private static let raised: UInt32 = 1 << 18
  private static let secret: UInt32 = 1 << 19

  /// Makes a cell.
  public init(
    glyph: Glyph = .blank, ink: Ink = .role(.text), isCovered: Bool = false,
    isRaised: Bool = false
  ) {
    self.glyph = glyph
    look = 0
    self.ink = ink
    self.isCovered = isCovered
    self.isRaised = isRaised
  }

  /// How it is coloured.
  public var ink: Ink {
    get {
      look & Cell.picture == 0
        ? .role(Role(rawValue: UInt8(truncatingIfNeeded: look)) ?? .text)
        : .picture(
          ink: UInt8(truncatingIfNeeded: look), paper: UInt8(truncatingIfNeeded: look >> 8))
    }
    set {
      look &= Cell.covered | Cell.raised | Cell.secret
      switch newValue {
      case .role(let role): look |= UInt32(role.rawValue)
      case .picture(let ink, let paper): look |= UInt32(ink) | UInt32(paper) << 8 | Cell.picture
      }
    }
  }

  /// Whether it is the right half of the wide glyph before it.
  public var isCovered: Bool {
    get { look & Cell.covered != 0 }
    set { look = newValue ? look | Cell.covered : look & ~Cell.covered }
  }

  /// Whether it lies on a dialog or menu, whose ground is a shade nearer than the page.
  public var isRaised: Bool {
    get { look & Cell.raised != 0 }
    set { look = newValue ? look | Cell.raised : look & ~Cell.raised }
  }

  /// Whether what it shows is nobody's but theirs who sit before it: frames that go elsewhere hide it.
  var isSecret: Bool {
    get { look & Cell.secret != 0 }
    set { look = newValue ? look | Cell.secret : look & ~Cell.secret }
  }

  /// Shows something else on the ground that it stands on; whatever was secret is gone.
  mutating func show(_ glyph: Glyph, _ ink: Ink, isCovered: Bool = false) {
    self.glyph = glyph
    look &= ~Cell.secret
    self.ink = ink
    self.isCovered = isCovered
  }

  /// An empty place of the page.
  public static let blank = Cell()
}
