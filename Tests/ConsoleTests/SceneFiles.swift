import Foundation

@testable import Console

/// The scene files of the product, read without a YAML library, which these tests may not link.
enum SceneFiles {
  static let names = [
    "driveway", "porch", "shop", "car-park", "lift", "warehouse", "garden", "corridor",
  ]

  static func scene(_ name: String) throws -> Scene {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Assets/Scenes")
    let text = try String(contentsOf: folder.appending(path: name + ".yaml"), encoding: .utf8)
    return try scene(reading: text)
  }

  static func scene(reading text: String) throws -> Scene {
    let file = try SceneText(text).read()
    return Scene(
      name: try file["name"].word(), calmFrame: try file["calm"].number(or: 0),
      layers: try file["layers"].list().map(layer), movers: try file["movers"].list().map(mover),
      front: try file["front"].list().map(layer))
  }

  private static func mover(_ node: SceneText.Node) throws -> Scene.Mover {
    let size = try node["size"].numbers()
    return Scene.Mover(
      name: try node["name"].word(), period: try node["period"].number(), width: size[0],
      height: size[1], turns: try node["turns"].word(or: "false") == "true",
      path: try node["path"].list().map { station in
        let numbers = try station.numbers()
        return Scene.Waypoint(
          second: numbers[0], foot: Scene.Point(x: numbers[1], y: numbers[2]),
          scale: numbers.count > 3 ? numbers[3] : 1000)
      }, layers: try node["layers"].list().map(layer))
  }

  private static func layer(_ node: SceneText.Node) throws -> Scene.Layer {
    let colors = node["color"].isMissing ? try node["bands"].list() : [node["color"]]
    guard let hours = Scene.Hours(rawValue: try node["when"].word(or: "always")),
      let beat = Scene.Beat(rawValue: try node["beat"].word(or: "both"))
    else { throw SceneText.Mistake(what: "hours or beat in \(node)") }
    return Scene.Layer(
      try shape(node),
      bands: try colors.map { color in
        let numbers = try color.numbers()
        return Scene.Tint(day: UInt8(numbers[0]), night: UInt8(numbers[1]))
      }, hours: hours, beat: beat,
      columns: try node["from"].number(or: 0)...(try node["to"].number(or: Int.max)))
  }

  private static func shape(_ node: SceneText.Node) throws -> Scene.Shape {
    if !node["box"].isMissing { return .box(try box(node["box"])) }
    if !node["ellipse"].isMissing { return .ellipse(try box(node["ellipse"])) }
    if !node["polygon"].isMissing { return .polygon(try points(node["polygon"])) }
    return .line(try points(node["line"]), width: try node["width"].number(or: 0))
  }

  private static func box(_ node: SceneText.Node) throws -> Scene.Box {
    let numbers = try node.numbers()
    return Scene.Box(left: numbers[0], top: numbers[1], right: numbers[2], bottom: numbers[3])
  }

  private static func points(_ node: SceneText.Node) throws -> [Scene.Point] {
    let numbers = try node.numbers()
    return stride(from: 0, to: numbers.count - 1, by: 2).map {
      Scene.Point(x: numbers[$0], y: numbers[$0 + 1])
    }
  }
}
