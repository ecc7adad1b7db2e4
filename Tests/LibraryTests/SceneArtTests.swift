import ConsoleData
import Foundation
import Library
import ScreenKit
import Support
import Testing

/// What the eight pictures of the product cost on the line, and that they are fit to be shown.
@Suite struct SceneArtTests {
  static let hours = [43_200, 0]

  /// Bytes to send a picture: 16 for each change of colours, 3 for a half block, 1 for a blank.
  private func bytes(_ picture: Picture) -> Int {
    var sum = 0
    for row in picture.cells {
      var last: PictureCell?
      for cell in row {
        if last?.ink != cell.ink || last?.paper != cell.paper { sum += 16 }
        sum += cell.glyph == " " ? 1 : 3
        last = cell
      }
    }
    return sum
  }

  private func tile(_ scene: Scene, _ second: Int, _ frame: Int) -> Picture {
    ScenePainter.picture(
      of: scene, rows: 18, columns: 38, second: second, beat: frame, frame: frame)
  }

  @Test(arguments: hours) func aTileOfFourIsSentInFewBytesOnAverage(second: Int) throws {
    let costs = try SceneFiles.names.flatMap { name in
      let scene = try SceneFiles.scene(name)
      return (0..<90).map { bytes(tile(scene, second, $0)) }
    }
    #expect(costs.reduce(0, +) / costs.count < 900)
    #expect((costs.max() ?? 0) < 1300)
  }

  @Test(arguments: SceneFiles.names) func fewCellsChangeFromSecondToSecond(name: String) throws {
    let scene = try SceneFiles.scene(name)
    let pictures = (0..<90).map { tile(scene, 0, $0).cells.flatMap { $0 } }
    for (before, now) in zip(pictures, pictures.dropFirst()) {
      #expect(zip(before, now).count { $0 != $1 } <= 60)
    }
  }

  @Test(arguments: SceneFiles.names) func aSceneHasMotionAndRest(name: String) throws {
    let scene = try SceneFiles.scene(name)
    let moving = (0..<90).count { frame in scene.movers.contains { $0.moves(in: frame) } }
    #expect(scene.name == name)
    #expect(moving > 5 && moving < 60)
  }

  @Test(arguments: SceneFiles.names) func everyPixelIsPaintedAtEverySize(name: String) throws {
    let scene = try SceneFiles.scene(name)
    let heights = Array(stride(from: 4, through: 80, by: 4)) + [1, 7, 18]
    let widths = Array(stride(from: 12, through: 138, by: 14)) + [38, 59, 60, 78]
    let gaps = heights.flatMap { rows in
      widths.filter { columns in
        ScenePainter.picture(of: scene, rows: rows, columns: columns, second: 0, beat: 0, frame: 0)
          .pixels.contains(0)
      }.map { "\($0)x\(rows)" }
    }
    #expect(gaps == [])
  }
}

/// The shipped scenes, through the product's own reader.
private enum SceneFiles {
  static let library = Library(
    folder: AssetFolder(path: PackageRoot.url.appendingPathComponent("Assets").path))
  static let names = library.folder.sceneNames()

  static func scene(_ name: String) throws -> Scene { try library.scene(name) }
}
