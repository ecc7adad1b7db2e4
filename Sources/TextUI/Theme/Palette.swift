/// How many colours a terminal has.
public enum ColourDepth: Int, Sendable, CaseIterable {
  case none = 0
  case eight = 8
  case sixteen = 16
  case many = 256
}

/// The 256-colour palette of xterm, as numbers.
public enum Palette {
  /// A colour's parts, 0 to 255 each.
  public struct RGB: Equatable, Sendable {
    /// The part of red, 0 to 255.
    public let red: Int
    /// The part of green, 0 to 255.
    public let green: Int
    /// The part of blue, 0 to 255.
    public let blue: Int

    /// Makes a colour.
    public init(red: Int, green: Int, blue: Int) {
      self.red = red
      self.green = green
      self.blue = blue
    }
  }

  private static let basic: [UInt32] = [
    0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
    0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
  ]
  private static let cubeSteps = [0, 95, 135, 175, 215, 255]

  /// What colour an index stands for.
  public static func rgb(_ index: UInt8) -> RGB {
    let place = Int(index)
    if place < 16 {
      let value = Int(basic[place])
      return RGB(red: value >> 16, green: value >> 8 & 255, blue: value & 255)
    }
    if place >= 232 {
      let grey = 8 + (place - 232) * 10
      return RGB(red: grey, green: grey, blue: grey)
    }
    let cube = place - 16
    return RGB(
      red: cubeSteps[cube / 36], green: cubeSteps[cube / 6 % 6], blue: cubeSteps[cube % 6])
  }

  /// The colour as a terminal with direct colour wants it: 0xRRGGBB.
  ///
  /// Such terminals read the smallest numbers as a palette all the same (xterm-direct has 8 of them,
  /// xterm-direct256 all 256): a dark blue among those gets a trace of green.
  public static func direct(_ index: UInt8) -> Int {
    let colour = rgb(index)
    let number = colour.red << 16 | colour.green << 8 | colour.blue
    return (1...255).contains(number) ? number | 0x100 : number
  }

  /// The index that comes nearest to a colour, of the 240 that terminals do not redefine.
  public static func nearest(_ colour: RGB) -> UInt8 {
    nearest(colour, among: 16...255)
  }

  /// An index near a colour of 0 to 255 each, found at once: for pictures of many dots.
  public static func near(red: Int, green: Int, blue: Int) -> UInt8 {
    func step(_ part: Int) -> Int { part < 48 ? 0 : part < 115 ? 1 : min(5, (part - 35) / 40) }
    func distance(_ other: RGB) -> Int {
      let (reds, greens, blues) = (red - other.red, green - other.green, blue - other.blue)
      return 3 * reds * reds + 6 * greens * greens + blues * blues
    }
    let cube = 16 + 36 * step(red) + 6 * step(green) + step(blue)
    let mean = (red * 3 + green * 6 + blue) / 10
    let grey = 232 + max(0, min(23, (mean - 3) / 10))
    return UInt8(
      distance(rgb(UInt8(cube))) <= distance(rgb(UInt8(grey))) ? cube : grey)
  }

  /// The index that comes nearest to another one within a depth.
  public static func nearest(_ index: UInt8, _ depth: ColourDepth) -> UInt8 {
    switch depth {
    case .many: return index
    case .none: return 0
    case .eight: return index < 8 ? index : eight[Int(index)]
    case .sixteen: return index < 16 ? index : sixteen[Int(index)]
    }
  }

  /// The index of the colour at about half the light.
  public static func darkened(_ index: UInt8) -> UInt8 { dark[Int(index)] }

  /// How bright a colour looks, 0 to 1: the relative luminance of WCAG without its gamma.
  public static func luminance(_ index: UInt8) -> Double {
    let colour = rgb(index)
    return
      (Double(colour.red) * 0.2126 + Double(colour.green) * 0.7152 + Double(colour.blue) * 0.0722)
      / 255
  }

  /// How bright a colour looks, 0 to 255: for pictures that become shades.
  public static func brightness(_ index: UInt8) -> Int { brightnesses[Int(index)] }

  private static let brightnesses: [Int] = (0...255).map { index in
    let colour = rgb(UInt8(index))
    return (colour.red * 299 + colour.green * 587 + colour.blue * 114) / 1000
  }

  private static let eight = (0...255).map { nearest(rgb(UInt8($0)), among: 0...7) }
  private static let sixteen = (0...255).map { nearest(rgb(UInt8($0)), among: 0...15) }
  private static let dark = (0...255).map { index in
    let colour = rgb(UInt8(index))
    return nearest(
      RGB(red: colour.red * 2 / 5, green: colour.green * 2 / 5, blue: colour.blue * 2 / 5))
  }

  private static func nearest(_ colour: RGB, among indices: ClosedRange<UInt8>) -> UInt8 {
    var best = indices.lowerBound
    var least = Int.max
    for index in indices {
      let other = rgb(index)
      let red = colour.red - other.red
      let green = colour.green - other.green
      let blue = colour.blue - other.blue
      let distance = 3 * red * red + 6 * green * green + blue * blue
      if distance < least { (best, least) = (index, distance) }
    }
    return best
  }
}

extension Palette {
  /// What a picture's cell shows where colours are too few: a shade for its light.
  ///
  /// Letters and lines over a picture stay what they are.
  public static func shade(
    _ glyph: Glyph, ink: UInt8, paper: UInt8, isUnicode: Bool
  ) -> Glyph {
    guard let share = coverage[glyph.character] ?? Sextants.coverage(of: glyph) else {
      return glyph
    }
    let light = luminance(ink) * share + luminance(paper) * (1 - share)
    let ramp = isUnicode ? blocks : letters
    return ramp[min(ramp.count - 1, Int(light * Double(ramp.count)))]
  }

  private static let blocks: [Glyph] = [" ", "░", "▒", "▓", "█"]
  private static let letters: [Glyph] = " .:-=+*#%@".map(SafeGlyph.of)

  /// How much of a cell each block glyph covers with ink.
  private static let coverage: [Character: Double] = [
    " ": 0, "█": 1, "▓": 0.75, "▒": 0.5, "░": 0.25, "▀": 0.5, "▄": 0.5, "▌": 0.5, "▐": 0.5,
    "▁": 0.125, "▂": 0.25, "▃": 0.375, "▅": 0.625, "▆": 0.75, "▇": 0.875, "▘": 0.25,
    "▝": 0.25, "▖": 0.25, "▗": 0.25, "▚": 0.5, "▞": 0.5, "▛": 0.75, "▜": 0.75, "▙": 0.75,
    "▟": 0.75,
  ]
}
