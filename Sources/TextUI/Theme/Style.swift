/// A colour of the terminal: its own, or one of the 256-colour palette.
public enum Colour: Equatable, Hashable, Sendable {
  case standard
  case palette(UInt8)
}

/// How a cell looks.
public struct Style: Equatable, Hashable, Sendable {
  /// The colour of the glyph.
  public var ink: Colour
  /// The colour of the ground.
  public var paper: Colour
  /// Whether the glyph is drawn stronger.
  public var isBold: Bool
  /// Whether there is a line below the glyph.
  public var isUnderlined: Bool
  /// Whether ink and paper change places.
  public var isReversed: Bool
  /// Whether the glyph is drawn fainter.
  public var isDim: Bool

  /// Makes a style; without colours it is the terminal's own.
  public init(
    ink: Colour = .standard, paper: Colour = .standard, isBold: Bool = false,
    isUnderlined: Bool = false, isReversed: Bool = false, isDim: Bool = false
  ) {
    self.ink = ink
    self.paper = paper
    self.isBold = isBold
    self.isUnderlined = isUnderlined
    self.isReversed = isReversed
    self.isDim = isDim
  }
}

extension Style {
  static let bold = Style(isBold: true)
  static let dim = Style(isDim: true)
  static let underlined = Style(isUnderlined: true)
  static let reversed = Style(isReversed: true)
  static let plain = Style()

  static func colours(_ ink: UInt8, on paper: UInt8, bold: Bool = false) -> Style {
    Style(ink: .palette(ink), paper: .palette(paper), isBold: bold)
  }

  /// This look within the colours that a terminal has.
  public func adapted(to depth: ColourDepth) -> Style {
    guard depth != .many else { return self }
    var style = self
    guard depth != .none else {
      // Dark on light is reverse video where there are no colours: terminals are dark by themselves.
      if case (.palette(let ink), .palette(let paper)) = (ink, paper) {
        style.isReversed = Palette.luminance(paper) > Palette.luminance(ink)
      }
      (style.ink, style.paper) = (.standard, .standard)
      return style
    }
    style.paper = paper.nearest(depth)
    style.ink = ink.nearest(depth)
    // Two greys can fall on one colour: then the text would vanish.
    if style.ink == style.paper, case .palette(let index) = style.paper, ink != paper {
      style.ink = .palette(Palette.luminance(index) < 0.3 ? 7 : 0)
    }
    return style
  }
}

extension Colour {
  fileprivate func nearest(_ depth: ColourDepth) -> Colour {
    switch self {
    case .standard: .standard
    case .palette(let index): .palette(Palette.nearest(index, depth))
    }
  }
}
