/// What one camera sees: a picture described in thousandths of its width and height, so that it
/// can be painted at any size.
public struct Scene: Equatable, Sendable {
  /// The scene's name, which is also its file's.
  public var name: String
  /// The scenery, from the farthest to the nearest.
  public var layers: [Layer]
  /// What comes and goes in front of the scenery, in painting order.
  public var movers: [Mover] {
    didSet { action = Scene.action(of: movers) }
  }
  /// What stands in front of the movers.
  public var front: [Layer]
  /// The frames in which something in view moves, from the first to the last; nil where nothing ever
  /// does. One round of the movers is one visit. Reckoned once: each tile asks for it at each frame.
  package private(set) var action: ClosedRange<Int>?

  /// Makes a scene from its parts.
  public init(
    name: String, layers: [Layer], movers: [Mover] = [], front: [Layer] = []
  ) {
    self.name = name
    self.layers = layers
    self.movers = movers
    self.front = front
    action = Scene.action(of: movers)
  }
}

extension Scene {
  /// A colour by day and its look under infra-red at night, as numbers of the xterm palette.
  public struct Tint: Equatable, Sendable {
    /// The colour by day.
    public var day: UInt8
    /// The colour at night.
    public var night: UInt8

    /// Makes a tint of a day and a night colour.
    public init(day: UInt8, night: UInt8) {
      self.day = day
      self.night = night
    }
  }

  /// A place in thousandths of the picture, or of the mover that it belongs to.
  public struct Point: Equatable, Sendable {
    /// Thousandths from the left.
    public var x: Int
    /// Thousandths from the top.
    public var y: Int

    /// Makes a point; places outside 0...1000 are allowed (to ±10,000), and cut off by the picture.
    public init(x: Int, y: Int) {
      self.x = x
      self.y = y
    }
  }

  /// An upright rectangle between two corners.
  public struct Box: Equatable, Sendable {
    /// The upper left corner.
    public var topLeft: Point
    /// The lower right corner.
    public var bottomRight: Point

    /// Makes a box of its four edges.
    public init(left: Int, top: Int, right: Int, bottom: Int) {
      topLeft = Point(x: left, y: top)
      bottomRight = Point(x: right, y: bottom)
    }
  }

  /// The form of a layer.
  public enum Shape: Equatable, Sendable {
    /// A filled rectangle.
    case box(Box)
    /// A filled ellipse that touches the box's edges.
    case ellipse(Box)
    /// A filled polygon of three corners or more.
    case polygon([Point])
    /// An open line through the points; the width is in thousandths of the height, 0 is thinnest.
    case line([Point], width: Int)
  }

  /// The hours in which a layer is seen.
  public enum Hours: String, Equatable, Sendable, CaseIterable {
    case always, day, night
  }

  /// The seconds in which a layer is seen: a step of a walk, a blinking lamp.
  public enum Beat: String, Equatable, Sendable, CaseIterable {
    case both, even, odd
  }

  /// One flat shape of a scene or a mover.
  public struct Layer: Equatable, Sendable {
    /// Its form and place.
    public var shape: Shape
    /// Its colour; several are bands of equal height from the top of the shape to its bottom.
    public var bands: [Tint]
    /// The hours in which it is seen.
    public var hours: Hours
    /// The seconds in which it is seen.
    public var beat: Beat
    /// The widths of pictures, in columns, that show it: details need room, and small pictures
    /// may have a plainer form of the same thing.
    public var columns: ClosedRange<Int>

    /// Makes a layer.
    public init(
      _ shape: Shape, bands: [Tint], hours: Hours = .always, beat: Beat = .both,
      columns: ClosedRange<Int> = 0...Int.max
    ) {
      self.shape = shape
      self.bands = bands
      self.hours = hours
      self.beat = beat
      self.columns = columns
    }
  }
}
