import ConsoleData
import RecorderEngine
import ScreenKit
import Support
import Testing
import TextUI

@testable import Console

/// A field under a sky, with a cart that crosses it from second 2 to second 8 of every 10.
private let field = Scene(
  name: "field",
  layers: [
    .init(.box(.init(left: 0, top: 0, right: 1000, bottom: 1000)), bands: [sky]),
    .init(.box(.init(left: 0, top: 500, right: 1000, bottom: 1000)), bands: [grass]),
  ],
  movers: [
    .init(
      name: "cart", period: 10, width: 200, height: 250, turns: true,
      path: [
        .init(second: 2, foot: .init(x: -100, y: 1000)),
        .init(second: 8, foot: .init(x: 1100, y: 1000)),
      ],
      layers: [
        .init(.box(.init(left: 0, top: 0, right: 1000, bottom: 1000)), bands: [cart])
      ])
  ])
private let sky = Scene.Tint(day: 117, night: 233)
private let grass = Scene.Tint(day: 71, night: 236)
private let cart = Scene.Tint(day: 160, night: 151)
private let noon = 43_200

private func painted(_ scene: Scene = field, second: Int = noon, frame: Int? = 0) -> Picture {
  ScenePainter.picture(
    of: scene, rows: 8, columns: 20, second: second, beat: frame ?? 0, frame: frame)
}

@Suite struct SceneTests {
  @Test func paintsTheDayAndTheNightInTheirOwnColours() {
    #expect(painted()[0, 0] == 117)
    #expect(painted(second: 19 * 3600)[0, 0] == 233)
    #expect(painted(second: 6 * 3600 - 1)[7, 19] == 236)
    #expect(painted(second: 6 * 3600)[7, 19] == 71)
  }

  @Test func movesAMoverAlongItsPathAndTakesItAway() {
    #expect(!painted(frame: 1).pixels.contains(160))
    #expect(painted(frame: 5)[7, 10] == 160)
    #expect(painted(frame: 15) == painted(frame: 5))
    #expect(!painted(frame: 9).pixels.contains(160))
  }

  @Test func whereNothingMovesWhoCameHasGone() {
    #expect(!painted(frame: nil).pixels.contains(160))
  }

  @Test func aVisitTakesAsLongAsTheMotion() {
    #expect(field.action == 3...8)
    let began = Operator.evening
    let motion = Motion(channel: 1, began: began, ended: began + .seconds(12))
    func frame(_ seconds: Int64) -> Int? {
      ScenePainter.frame(of: field, in: motion, at: began + .seconds(seconds))
    }
    #expect([0, 1, 2, 11].map(frame) == [3, 3, 4, 8])
    let endless = Motion(channel: 1, began: began)
    #expect(ScenePainter.frame(of: field, in: endless, at: began + .seconds(7)) == 4)
  }

  @Test func mirrorsAMoverThatHeadsLeft() {
    var scene = field
    scene.movers[0].path = [
      .init(second: 0, foot: .init(x: 600, y: 1000)),
      .init(second: 9, foot: .init(x: 400, y: 1000)),
    ]
    scene.movers[0].layers = [
      .init(.box(.init(left: 500, top: 0, right: 1000, bottom: 1000)), bands: [cart])
    ]
    #expect(painted(scene)[7, 10] == 160)
    #expect(painted(scene)[7, 13] == 71)
  }

  @Test func makesABlankWhereBothHalvesOfACellAreAlike() {
    let picture = ScenePainter.picture(
      of: field, rows: 6, columns: 80, second: noon, beat: 0, frame: 0)
    #expect(picture.cells.count == 3)
    #expect(picture.cells[0][0] == PictureCell(upper: 117, lower: 117))
    #expect(picture.cells[0][0].glyph == " ")
    #expect(PictureCell(upper: 117, lower: 71).glyph == "▀")
    // A corner, an edge from top to bottom, and of three colours the two that there is most of.
    let corner = PictureCell(117, 71, 71, 71)
    #expect(corner.glyph == "▘" && corner.ink == 117 && corner.paper == 71)
    let edge = PictureCell(117, 71, 117, 71)
    #expect(edge.glyph == "▌" && edge.ink == 117 || edge.glyph == "▐" && edge.ink == 71)
    let three = PictureCell(232, 71, 71, 255)
    #expect(three.paper == 71 && [232, 255].contains(Int(three.ink)))
    #expect(PictureCell(9, 9, 9, 9) == PictureCell(upper: 9, lower: 9))
  }

  @Test func makesSextantsWhereTheTerminalHasThem() {
    func cell(_ pixels: [UInt8]) -> PictureCell {
      PictureCell(sextants: pixels[0], pixels[1], pixels[2], pixels[3], pixels[4], pixels[5])
    }
    // BLOCK SEXTANT-1, -6, -16, -1235 and -23456, and two that are older.
    for (pixels, glyph) in [
      ([7, 0, 0, 0, 0, 0], "\u{1FB00}"), ([0, 0, 0, 0, 0, 7], "\u{1FB1E}"),
      ([7, 0, 0, 0, 0, 7], "\u{1FB1F}"), ([0, 7, 7, 7, 7, 7], "\u{1FB3B}"),
      ([7, 0, 7, 0, 7, 0], "▌"), ([0, 7, 0, 7, 0, 7], "▐"),
    ] as [([UInt8], Character)] {
      let shown = cell(pixels)
      // Which of two colours is the ground is no matter: three of each may be either.
      let isTurned = shown.ink == 0
      let bits = pixels.reduce(0) { $0 << 1 | ($1 == 7 ? 1 : 0) }
      #expect(shown.glyph == Sextants.glyphs[isTurned ? 63 - bits : bits])
      #expect(Sextants.glyphs[bits].character == glyph)
    }
    #expect(cell([5, 5, 5, 5, 5, 5]) == PictureCell(upper: 5, lower: 5))
    #expect(Set(Sextants.glyphs.map(\.first)).count == 64)
    #expect(Sextants.glyphs.allSatisfy { TextWidth.of($0.character) == 1 })
    #expect(Palette.shade(Sextants.glyphs[0b100000], ink: 231, paper: 16, isUnicode: true) == " ")
    #expect(Glyphs.ascii(for: Sextants.glyphs[0b111110]) == "#")
  }

  @Test func keepsAllThatIsSeenWhereThereAreThreeRowsToACell() {
    let coarse = ScenePainter.picture(
      of: field, rows: 20, columns: 120, second: noon, beat: 0, frame: 0)
    let fine = ScenePainter.picture(
      of: field, rows: 30, columns: 120, second: noon, beat: 0, frame: 0, cellRows: 3)
    for row in 0..<10 {
      for column in 0..<120 where coarse[row * 2, column] == coarse[row * 2 + 1, column] {
        let colours = (0..<3).map { fine[row * 3 + $0, column] }
        #expect(colours.contains(coarse[row * 2, column]), "\(row), \(column)")
      }
    }
  }

  @Test func drawsNothingOutsideAndSurvivesEverySize() {
    for (rows, columns) in [(0, 0), (1, 1), (3, 7), (2, 300)] {
      let picture = ScenePainter.picture(
        of: field, rows: rows, columns: columns, second: 0, beat: 0, frame: 5)
      #expect(picture.pixels.count == rows * columns)
      #expect(picture.shades(Tones(of: field, second: 0)).count == (rows + 1) / 2)
    }
  }

  @Test func shadesKeepTheLargerPartLightAndTellColoursApart() {
    var scene = field
    scene.layers[1].shape = .box(.init(left: 0, top: 750, right: 1000, bottom: 1000))
    let tones = Tones(of: scene, second: noon)
    let lines = painted(scene, frame: 5).shades(tones).map { String($0) }
    #expect(lines[0] == String(repeating: " ", count: 20))
    #expect(lines[3] == "========@@@@========")
  }

  @Test func shadesOfTheSceneryStayWhenAMoverPasses() {
    let tones = Tones(of: field, second: 0)
    let empty = painted(second: 0, frame: 0).shades(tones, with: .blocks)
    let passing = painted(second: 0, frame: 5).shades(tones, with: .blocks)
    #expect(zip(empty.joined(), passing.joined()).count { $0 != $1 } == 4)
  }

  @Test func picturesStandStillWhileAMenuLiesAboveThem() async throws {
    let trainee = try await Operator.sitsDown(options: Console.Options(isCalm: false))
    await trainee.press(.character(" "))
    await trainee.pass(.seconds(3))
    let before = trainee.canvas
    await trainee.pass(.seconds(5))
    #expect(trainee.canvas == before)
    await trainee.press(.escape)
    let moving = trainee.canvas
    await trainee.pass(.seconds(5))
    #expect(trainee.canvas != moving)
  }
}
