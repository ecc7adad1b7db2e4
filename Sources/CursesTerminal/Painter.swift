import CNcurses
import TextUI

/// Hands ncurses the cells of a frame that differ from the last one.
struct Painter {
  /// A style as ncurses wants it.
  private struct Look {
    var attributes: Int32
    var pair: Int32
    /// The ground that a blank shows; nil where a blank shows more, a line or a reversed ink.
    var blankPaper: Colour?
  }

  private let depth: ColourDepth
  private let isUnicode: Bool
  /// Whether colours are sent as red-green-blue.
  private let isDirect: Bool
  private var last: Canvas?
  private var themeName: String?
  private var looks: [Look?] = []
  private var blankLooks: [Look?] = []
  private var ground = Look(attributes: 0, pair: 0)
  private var pairs: [Int: Int32] = [:]
  private var scalars: [UInt32] = []
  /// How the cell before looks, if it was just painted.
  private var neighbour: Look?

  init(depth: ColourDepth, isUnicode: Bool, isDirect: Bool) {
    self.isDirect = isDirect
    self.depth = depth
    self.isUnicode = isUnicode
  }

  /// Forgets what is on the screen, so that the next frame is painted whole.
  mutating func forget() { last = nil }

  mutating func paint(_ canvas: Canvas, _ theme: Theme) {
    if themeName != theme.name { begin(theme) }
    let known = last?.size == canvas.size ? last : nil
    for row in 0..<canvas.size.rows {
      if let known, canvas.isSame(row: row, as: known) { continue }
      paintRow(row, of: canvas, known: known, theme)
    }
    last = canvas
    let place = canvas.cursor ?? Point(row: canvas.size.rows - 1, column: canvas.size.columns - 1)
    nc_frame(
      Int32(min(max(0, place.row), canvas.size.rows - 1)),
      Int32(min(max(0, place.column), canvas.size.columns - 1)),
      canvas.cursorIsVisible && canvas.cursor != nil)
  }

  /// Looks are worked out when first met, so that a first frame costs only what it shows.
  private mutating func begin(_ theme: Theme) {
    themeName = theme.name
    last = nil
    looks = Array(repeating: nil, count: Role.allCases.count * 2)
    blankLooks = looks
    let style = theme.style(for: .text).adapted(to: depth)
    ground = Look(attributes: 0, pair: pair(style.ink, style.paper))
    nc_background(ground.pair)
  }

  /// A row with wide glyphs is written whole: ncurses blanks what is left of a halved one.
  private mutating func paintRow(
    _ row: Int, of canvas: Canvas, known: Canvas?, _ theme: Theme
  ) {
    let columns = 0..<canvas.size.columns
    let isMixed = columns.contains {
      canvas[row, $0].isCovered || known?[row, $0].isCovered == true
    }
    neighbour = nil
    for column in columns {
      let cell = canvas[row, column]
      if cell.isCovered { continue }
      if !isMixed, let known, known[row, column] == cell {
        neighbour = nil
        continue
      }
      paint(cell, isWide: canvas[row, column + 1].isCovered, row, column, theme)
    }
  }

  private mutating func paint(
    _ cell: Cell, isWide: Bool, _ row: Int, _ column: Int, _ theme: Theme
  ) {
    let (glyph, look) = appearance(of: cell, theme)
    neighbour = look
    scalars.removeAll(keepingCapacity: true)
    glyph.forEachScalar { scalars.append($0.value) }
    // Where the system's table disagrees with ours, a stand-in of known width keeps the row whole.
    if !glyph.isASCII, nc_width(scalars[0]) != (isWide && isUnicode ? 2 : 1) {
      scalars = [isUnicode ? 0xFFFD : 0x3F]
    }
    nc_put(
      Int32(row), Int32(column), scalars, Int32(scalars.count), look.attributes, look.pair)
    let isHalved = isWide && (scalars[0] < 0x80 || scalars[0] == 0xFFFD)
    if isHalved { nc_put(Int32(row), Int32(column + 1), [32], 1, look.attributes, look.pair) }
  }

  private mutating func appearance(of cell: Cell, _ theme: Theme) -> (Glyph, Look) {
    switch cell.ink {
    case .role(let role):
      let look = look(role, isRaised: cell.isRaised, isBlank: cell.glyph == .blank, theme)
      // Each change of colours is forty bytes: a blank of the same ground takes its neighbour's.
      if cell.glyph == .blank, let paper = look.blankPaper, let neighbour,
        neighbour.blankPaper == paper
      {
        return (.blank, neighbour)
      }
      return (isUnicode ? cell.glyph : Glyphs.ascii(for: cell.glyph), look)
    case .picture(let ink, let paper):
      if depth == .many || depth == .sixteen {
        let ink = Colour.palette(Palette.nearest(ink, depth))
        let paper = Colour.palette(Palette.nearest(paper, depth))
        let glyph = isUnicode ? cell.glyph : Glyphs.ascii(for: cell.glyph)
        return (glyph, Look(attributes: 0, pair: pair(ink, paper)))
      }
      let shade = Palette.shade(cell.glyph, ink: ink, paper: paper, isUnicode: isUnicode)
      return (isUnicode ? shade : Glyphs.ascii(for: shade), ground)
    }
  }

  private mutating func look(
    _ role: Role, isRaised: Bool, isBlank: Bool, _ theme: Theme
  ) -> Look {
    let index = Int(role.rawValue) * 2 + (isRaised ? 1 : 0)
    if let look = isBlank ? blankLooks[index] : looks[index] { return look }
    var style = theme.style(for: role, raised: isRaised).adapted(to: depth)
    if isBlank { style = blank(style, theme) }
    var look = Look(attributes: Self.attributes(style), pair: pair(style.ink, style.paper))
    if !style.isReversed, !style.isUnderlined { look.blankPaper = style.paper }
    if isBlank { blankLooks[index] = look } else { looks[index] = look }
    return look
  }

  /// A blank has no ink: all blanks on one paper look alike, which saves most colour changes.
  private func blank(_ style: Style, _ theme: Theme) -> Style {
    guard !style.isReversed else { return style }
    var plain = Style(ink: theme.style(for: .text).adapted(to: depth).ink, paper: style.paper)
    if plain.ink == plain.paper { plain.ink = style.ink }
    plain.isUnderlined = style.isUnderlined
    return plain
  }

  private mutating func pair(_ ink: Colour, _ paper: Colour) -> Int32 {
    let (inkNumber, paperNumber) = (number(ink), number(paper))
    let key = (inkNumber + 1) << 32 | (paperNumber + 1)
    if let known = pairs[key] { return known }
    let made = nc_pair(Int32(inkNumber), Int32(paperNumber))
    pairs[key] = made
    return made
  }

  private func number(_ colour: Colour) -> Int {
    guard case .palette(let index) = colour else { return -1 }
    return isDirect ? Palette.direct(index) : Int(index)
  }

  private static func attributes(_ style: Style) -> Int32 {
    var bits = 0
    if style.isBold { bits |= NC_BOLD }
    if style.isUnderlined { bits |= NC_UNDERLINE }
    if style.isReversed { bits |= NC_REVERSE }
    if style.isDim { bits |= NC_DIM }
    return Int32(bits)
  }
}
