import ConsoleData

extension Format<Scene> {
  /// A whole scene.
  static var scene: Format {
    .group("a scene: a group of keys") { fields in
      Scene(
        name: fields.read("name", .ownName("scene")),
        layers: fields.read("layers", .layers), movers: fields.optional("movers", .movers) ?? [],
        front: fields.optional("front", .layers) ?? [])
    }
  }
}

extension Format<[Scene.Layer]> {
  fileprivate static var layers: Format {
    .list(of: .layer, "a list of layers", count: 1...200)
  }
}

extension Format<[Scene.Mover]> {
  fileprivate static var movers: Format {
    .list(of: .mover, "a list of movers", count: 0...20)
  }
}

extension Format<[Int]> {
  /// So many places, in thousandths.
  fileprivate static func places(_ count: ClosedRange<Int>, _ what: String) -> Format {
    .list(of: .number(-10_000...10_000), what, count: count)
  }
}

extension Format<Scene.Tint> {
  /// A colour by day and one at night.
  fileprivate static var tint: Format {
    let numbers = Format<[Int]>.list(
      of: .number(0...255), "two colours, [day, night]", count: 2...2)
    return Format { item in
      let pair = numbers.read(item)
      guard pair.count == 2 else { return Scene.Tint(day: 0, night: 0) }
      return Scene.Tint(
        day: UInt8(clamping: pair[0]), night: UInt8(clamping: pair[1]))
    }
  }
}

extension Format<Scene.Shape> {
  fileprivate static func box(_ make: @escaping (Scene.Box) -> Scene.Shape) -> Format {
    let numbers = Format<[Int]>.places(4...4, "four edges, [left, top, right, bottom]")
    return Format { item in
      let edges = numbers.read(item)
      guard edges.count == 4 else { return .polygon([]) }
      return make(Scene.Box(left: edges[0], top: edges[1], right: edges[2], bottom: edges[3]))
    }
  }

  /// Points as a flat list: x, y, x, y.
  fileprivate static func points(
    atLeast count: Int, _ make: @escaping ([Scene.Point]) -> Scene.Shape
  ) -> Format {
    let numbers = Format<[Int]>.places(count * 2...200, "points, [x, y, x, y]")
    return Format { item in
      let flat = numbers.read(item)
      if !flat.count.isMultiple(of: 2) {
        item?.refuse(expected: "an x and a y for each point", came: counted(flat.count, "number"))
      }
      return make(
        stride(from: 0, to: flat.count - 1, by: 2).map {
          Scene.Point(x: flat[$0], y: flat[$0 + 1])
        })
    }
  }
}

extension Format<Scene.Layer> {
  fileprivate static var layer: Format {
    .group("a layer such as { box: [0, 0, 1000, 500], color: [117, 232] }") { fields in
      let shape = shape(fields)
      let bands: [Scene.Tint] =
        fields.has("bands")
        ? fields.read("bands", .list(of: .tint, "a list of colours", count: 1...40))
        : [fields.read("color", .tint)]
      let from = fields.optional("from", .number(0...10_000)) ?? 0
      let to = fields.optional("to", .number(0...10_000)) ?? Int.max
      fields.check(
        "to", isTrue: from <= to, expected: "a width from \(from) up", came: "\(to)")
      return Scene.Layer(
        shape, bands: bands, hours: fields.optional("when", .oneOf("hours")) ?? .always,
        beat: fields.optional("beat", .oneOf("a beat")) ?? .both,
        columns: from...max(from, to))
    }
  }

  private static func shape(_ fields: Fields) -> Scene.Shape {
    if fields.has("box") { return fields.read("box", .box { .box($0) }) }
    if fields.has("ellipse") { return fields.read("ellipse", .box { .ellipse($0) }) }
    if fields.has("polygon") {
      return fields.read("polygon", .points(atLeast: 3) { .polygon($0) })
    }
    guard fields.has("line") else {
      fields.refuseKeys(["box", "ellipse", "polygon", "line"])
      return .polygon([])
    }
    let width = fields.optional("width", .number(0...10_000)) ?? 0
    return fields.read("line", .points(atLeast: 2) { .line($0, width: width) })
  }
}

extension Format<Scene.Mover> {
  fileprivate static var mover: Format {
    .group("a mover: a group with name, period, size, path and layers") { fields in
      let period = fields.read("period", .number(1...86_400))
      let size = fields.read(
        "size", .list(of: .number(1...10_000), "a size, [width, height]", count: 2...2))
      return Scene.Mover(
        name: fields.read("name", .line(40)), period: period, width: size.first ?? 1,
        height: size.last ?? 1, turns: fields.optional("turns", .truth) ?? false,
        path: fields.read("path", .path(period: period)), layers: fields.read("layers", .layers))
    }
  }
}

extension Format<[Scene.Waypoint]> {
  /// The stations of a path, in the order of their seconds.
  fileprivate static func path(period: Int) -> Format {
    let stations = Format<[Scene.Waypoint]>.list(
      of: .waypoint(period: period), "a list of stations, [second, x, y]", count: 1...100)
    return Format { item in
      let path = stations.read(item)
      let isRising = zip(path, path.dropFirst()).allSatisfy { $0.second < $1.second }
      if !isRising {
        item?.refuse(expected: "stations in the order of their seconds", came: "another order")
      }
      return path
    }
  }
}

extension Format<Scene.Waypoint> {
  fileprivate static func waypoint(period: Int) -> Format {
    let numbers = Format<[Int]>.places(
      3...4, "a station, [second, x, y] or [second, x, y, scale]")
    return Format { item in
      let parts = numbers.read(item)
      guard parts.count >= 3 else {
        return Scene.Waypoint(second: 0, foot: Scene.Point(x: 0, y: 0))
      }
      let scale = parts.count > 3 ? parts[3] : 1_000
      if !(0...period).contains(parts[0]) || !(1...10_000).contains(scale) {
        item?.refuse(
          expected: "a second up to \(period) and a scale from 1 to 10000",
          came: "second \(parts[0]), scale \(scale)")
      }
      return Scene.Waypoint(
        second: parts[0], foot: Scene.Point(x: parts[1], y: parts[2]), scale: max(1, scale))
    }
  }
}
