import ConsoleData
import RecorderEngine

/// A picture being painted, and the light it is painted in.
struct Easel {
  var picture: Picture
  let isNight: Bool
  let isEven: Bool
  /// Where the camera looks.
  let view: CameraView
  /// How many rows of pixels are one of cells.
  let cellRows: Int
  /// Whether shapes end on whole cells, so that they need no half blocks.
  private(set) var keepsToCells = false

  init(
    picture: Picture, isNight: Bool, isEven: Bool, view: CameraView = .home, cellRows: Int = 2
  ) {
    self.picture = picture
    self.view = view
    self.cellRows = cellRows
    self.isNight = isNight
    self.isEven = isEven
  }

  /// The width in columns from which scenery has half-block edges.
  ///
  /// Smaller pictures come several to a screen, and each half-block edge is sent as a colour change
  /// in every row that it crosses.
  static let fineColumns = 60

  /// The rectangle of pixels that stands for 0...1000 in both directions.
  struct Ground {
    var left: Double
    var top: Double
    var width: Double
    var height: Double
    var isMirrored = false

    func x(_ thousandths: Int) -> Double {
      left + Double(isMirrored ? 1000 - thousandths : thousandths) * width / 1000
    }

    func y(_ thousandths: Int) -> Double { top + Double(thousandths) * height / 1000 }
  }

  /// Where the scene lies: it fills the picture of a camera at home, and reaches beyond that of
  /// one that was turned.
  private var scenery: Ground {
    let width = Double(picture.columns * view.zoom) / 100
    let height = Double(picture.rows * view.zoom) / 100
    return Ground(
      left: (Double(picture.columns) - width) / 2 - width * Double(view.pan) / 1_000,
      top: (Double(picture.rows) - height) / 2 - height * Double(view.tilt) / 1_000,
      width: width, height: height)
  }

  /// Paints layers over the whole picture.
  mutating func paint(_ layers: [Scene.Layer]) {
    let ground = scenery
    keepsToCells = picture.columns < Self.fineColumns
    defer { keepsToCells = false }
    for layer in layers { paint(layer, on: ground) }
  }

  /// Paints a mover; it starts on a whole pixel, so that it keeps its shape while it moves.
  mutating func paint(_ mover: Scene.Mover, at place: Scene.Mover.Place) {
    let scale = Double(place.scale) / 1_000_000
    let scenery = scenery
    let width = Double(mover.width) * scale * scenery.width
    let height = Double(mover.height) * scale * scenery.height
    let middle = scenery.x(place.foot.x)
    let foot = Int(scenery.y(place.foot.y).rounded())
    let bottom = Double(picture.columns < Self.fineColumns ? evened(foot) : foot)
    let ground = Ground(
      left: (middle - width / 2).rounded(), top: bottom - height, width: width, height: height,
      isMirrored: place.isMirrored)
    for layer in mover.layers { paint(layer, on: ground) }
  }

  private mutating func paint(_ layer: Scene.Layer, on ground: Ground) {
    guard isSeen(layer) else { return }
    switch layer.shape {
    case .box(let box): fill(box, on: ground, with: layer.bands)
    case .ellipse(let box): fillEllipse(in: box, on: ground, with: layer.bands)
    case .polygon(let points):
      fillPolygon(points.map { Spot(x: ground.x($0.x), y: ground.y($0.y)) }, with: layer.bands)
    case .line(let points, let width):
      let spots = points.map { Spot(x: ground.x($0.x), y: ground.y($0.y)) }
      draw(spots, width: Double(width) * ground.height / 1000, with: layer.bands)
    }
  }

  private func isSeen(_ layer: Scene.Layer) -> Bool {
    guard !layer.bands.isEmpty, layer.columns.contains(picture.columns) else { return false }
    switch layer.hours {
    case .day where isNight: return false
    case .night where !isNight: return false
    default: break
    }
    switch layer.beat {
    case .both: return true
    case .even: return isEven
    case .odd: return !isEven
    }
  }

  /// The colour of a row of a shape that spans some rows.
  func color(_ bands: [Scene.Tint], row: Int, in span: Range<Int>) -> UInt8 {
    var index = 0
    if bands.count > 1 {
      // Bands change between cells, not inside them, where a half block would fill every column.
      let passed = row / cellRows * cellRows - span.lowerBound
      index = min(bands.count - 1, max(0, passed * bands.count / span.count))
    }
    return isNight ? bands[index].night : bands[index].day
  }
}

extension Easel {
  /// A place in pixels.
  struct Spot {
    var x: Double
    var y: Double
  }

  /// Fills a box, at least one pixel wide and high.
  mutating func fill(_ box: Scene.Box, on ground: Ground, with bands: [Scene.Tint]) {
    let sides = [ground.x(box.topLeft.x), ground.x(box.bottomRight.x)]
    let left = whole(min(sides[0], sides[1]))
    let right = max(left + 1, whole(max(sides[0], sides[1])))
    // An edge across the whole picture would cost a half block in every column.
    let isAcross = left <= 0 && right >= picture.columns
    let span = span(
      from: ground.y(box.topLeft.y), to: ground.y(box.bottomRight.y), inCells: isAcross)
    for row in visible(span) {
      let color = color(bands, row: row, in: span)
      picture.fill(row: row, from: left, to: right, with: color)
    }
  }

  /// Fills the ellipse that touches the edges of a box.
  mutating func fillEllipse(in box: Scene.Box, on ground: Ground, with bands: [Scene.Tint]) {
    let sides = [ground.x(box.topLeft.x), ground.x(box.bottomRight.x)]
    let middle = (sides[0] + sides[1]) / 2
    let reach = abs(sides[1] - sides[0]) / 2
    let top = ground.y(box.topLeft.y)
    let bottom = ground.y(box.bottomRight.y)
    let half = max(0.5, (bottom - top) / 2)
    let span = span(from: top, to: bottom)
    for row in visible(span) {
      let away = (level(row) - (top + bottom) / 2) / half
      let width = reach * max(0, 1 - away * away).squareRoot()
      let left = whole(middle - width)
      picture.fill(
        row: row, from: left, to: max(left + 1, whole(middle + width)),
        with: color(bands, row: row, in: span))
    }
  }

  /// Fills a polygon by the even-odd rule, looking at the middle of each pixel row.
  mutating func fillPolygon(_ corners: [Spot], with bands: [Scene.Tint]) {
    guard corners.count > 2, let highest = corners.map(\.y).min(),
      let lowest = corners.map(\.y).max()
    else { return }
    let span = span(from: highest, to: lowest)
    var crossings: [Double] = []
    for row in visible(span) {
      crossings.removeAll(keepingCapacity: true)
      collectCrossings(of: corners, at: level(row), into: &crossings)
      crossings.sort()
      let color = color(bands, row: row, in: span)
      for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
        let left = whole(crossings[pair])
        picture.fill(row: row, from: left, to: whole(crossings[pair + 1]), with: color)
      }
    }
  }

  private func collectCrossings(of corners: [Spot], at y: Double, into found: inout [Double]) {
    var last = corners[corners.count - 1]
    for corner in corners {
      if (last.y <= y) != (corner.y <= y) {
        found.append(last.x + (corner.x - last.x) * (y - last.y) / (corner.y - last.y))
      }
      last = corner
    }
  }

  /// Draws a line through spots; one pixel wide where its width is less.
  mutating func draw(_ spots: [Spot], width: Double, with bands: [Scene.Tint]) {
    for (start, end) in zip(spots, spots.dropFirst()) {
      let dx = end.x - start.x
      let dy = end.y - start.y
      let length = (dx * dx + dy * dy).squareRoot()
      if width < 1.5 || length == 0 {
        drawThin(from: start, to: end, with: bands)
        continue
      }
      let across = Spot(x: -dy / length * width / 2, y: dx / length * width / 2)
      fillPolygon(
        [
          Spot(x: start.x + across.x, y: start.y + across.y),
          Spot(x: end.x + across.x, y: end.y + across.y),
          Spot(x: end.x - across.x, y: end.y - across.y),
          Spot(x: start.x - across.x, y: start.y - across.y),
        ], with: bands)
    }
  }

  private mutating func drawThin(from start: Spot, to end: Spot, with bands: [Scene.Tint]) {
    let steps = max(1, whole(max(abs(end.x - start.x), abs(end.y - start.y))))
    let rows = Double(picture.rows)
    let color = color(bands, row: 0, in: 0..<1)
    for step in 0...steps {
      let part = Double(step) / Double(steps)
      let y = start.y + (end.y - start.y) * part
      guard y >= 0, y < rows else { continue }
      // Down, not to the nearest: a line on an edge belongs to the pixel that begins there.
      let column = Int((start.x + (end.x - start.x) * part).rounded(.down))
      let row = Int(y)
      let cell = row / cellRows * cellRows
      for row in keepsToCells ? cell..<cell + cellRows : row..<row + 1 {
        picture.fill(row: row, from: column, to: column + 1, with: color)
      }
    }
  }

  /// The pixel rows between two heights, one at least.
  private func span(from top: Double, to bottom: Double, inCells: Bool = false) -> Range<Int> {
    let first = whole(top)
    let last = max(first + 1, whole(bottom))
    guard keepsToCells || inCells && last - first > 1 else { return first..<last }
    return evened(first)..<max(evened(first) + cellRows, evened(last))
  }

  /// The height at which a row is looked at: its middle, or that of its cell.
  private func level(_ row: Int) -> Double {
    keepsToCells
      ? Double(row / cellRows * cellRows) + Double(cellRows) / 2 : Double(row) + 0.5
  }

  private func visible(_ rows: Range<Int>) -> Range<Int> { rows.clamped(to: 0..<picture.rows) }

  private func whole(_ value: Double) -> Int { Int(value.rounded()) }

  /// The cell edge nearest to a pixel row, the lower one of two.
  func evened(_ row: Int) -> Int { (row + cellRows / 2) / cellRows * cellRows }
}
