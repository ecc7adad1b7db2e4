import ConsoleData

/// A picture being painted, and the light it is painted in.
struct Easel {
  var picture: Picture
  let isNight: Bool
  let isEven: Bool
  /// Whether shapes end on whole cells, so that they need no half blocks.
  private(set) var keepsToCells = false

  init(picture: Picture, isNight: Bool, isEven: Bool) {
    self.picture = picture
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

  /// Paints layers over the whole picture.
  mutating func paint(_ layers: [Scene.Layer]) {
    let ground = Ground(
      left: 0, top: 0, width: Double(picture.columns), height: Double(picture.rows))
    keepsToCells = picture.columns < Self.fineColumns
    defer { keepsToCells = false }
    for layer in layers { paint(layer, on: ground) }
  }

  /// Paints a mover; it starts on a whole pixel, so that it keeps its shape while it moves.
  mutating func paint(_ mover: Scene.Mover, at place: Scene.Mover.Place) {
    let scale = Double(place.scale) / 1_000_000
    let width = Double(mover.width) * scale * Double(picture.columns)
    let height = Double(mover.height) * scale * Double(picture.rows)
    let middle = Double(place.foot.x) * Double(picture.columns) / 1000
    let foot = Int((Double(place.foot.y) * Double(picture.rows) / 1000).rounded())
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
      let passed = row / 2 * 2 - span.lowerBound
      index = min(bands.count - 1, max(0, passed * bands.count / span.count))
    }
    return isNight ? bands[index].night : bands[index].day
  }
}
