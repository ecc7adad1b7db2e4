extension Scene {
  /// Something that crosses the scene again and again.
  public struct Mover: Equatable, Sendable {
    /// What it is.
    public var name: String
    /// Seconds from one round to the next.
    public var period: Int
    /// Width in thousandths of the picture's width, at scale 1000.
    public var width: Int
    /// Height in thousandths of the picture's height, at scale 1000.
    public var height: Int
    /// Whether it is drawn heading right, and mirrored while its path leads left.
    public var turns: Bool
    /// Where it is when, in the order of seconds; before the first and after the last it is away.
    public var path: [Waypoint]
    /// Its look, in thousandths of its own width and height.
    public var layers: [Layer]

    /// Makes a mover.
    public init(
      name: String, period: Int, width: Int, height: Int, turns: Bool = false,
      path: [Waypoint], layers: [Layer]
    ) {
      self.name = name
      self.period = period
      self.width = width
      self.height = height
      self.turns = turns
      self.path = path
      self.layers = layers
    }
  }

  /// A station on a mover's path.
  public struct Waypoint: Equatable, Sendable {
    /// The second of the round.
    public var second: Int
    /// The middle of its lower edge.
    public var foot: Point
    /// Its size in thousandths of the mover's own.
    public var scale: Int

    /// Makes a waypoint.
    public init(second: Int, foot: Point, scale: Int = 1000) {
      self.second = second
      self.foot = foot
      self.scale = scale
    }
  }
}

extension Scene.Mover {
  /// Where a mover stands in one frame.
  package struct Place: Equatable {
    package var foot: Scene.Point
    package var scale: Int
    package var isMirrored: Bool
  }

  /// Finds the mover's place in a frame, or nothing while it is away.
  package func place(at frame: Int) -> Place? {
    guard period > 0, let first = path.first, let last = path.last else { return nil }
    let second = ((frame % period) + period) % period
    guard second >= first.second, second <= last.second else { return nil }
    guard let next = path.firstIndex(where: { $0.second > second }), next > 0 else {
      return place(from: last, to: last, at: second)
    }
    return place(from: path[next - 1], to: path[next], at: second)
  }

  private func place(from: Scene.Waypoint, to: Scene.Waypoint, at second: Int) -> Place {
    let span = max(1, to.second - from.second)
    let passed = second - from.second
    func between(_ start: Int, _ end: Int) -> Int { start + (end - start) * passed / span }
    return Place(
      foot: Scene.Point(x: between(from.foot.x, to.foot.x), y: between(from.foot.y, to.foot.y)),
      scale: between(from.scale, to.scale), isMirrored: turns && to.foot.x < from.foot.x)
  }

  /// Whether any part of the mover at a place is inside the picture.
  package func isInView(at place: Place) -> Bool {
    let half = width * place.scale / 2000
    let top = place.foot.y - height * place.scale / 1000
    return place.foot.x + half > 0 && place.foot.x - half < 1000 && place.foot.y > 0 && top < 1000
  }
}

extension Scene {
  static func action(of movers: [Mover]) -> ClosedRange<Int>? {
    let rounds = movers.map(\.period).max() ?? 0
    let moving = (0..<rounds).filter { frame in movers.contains { $0.moves(in: frame) } }
    guard let first = moving.first, let last = moving.last else { return nil }
    return first...last
  }
}

extension Scene.Mover {
  /// Whether it is somewhere else, in view, than it was in the frame before.
  package func moves(in frame: Int) -> Bool {
    let (before, now) = (place(at: frame - 1), place(at: frame))
    guard before != now else { return false }
    return [before, now].contains { $0.map(isInView) ?? false }
  }
}
