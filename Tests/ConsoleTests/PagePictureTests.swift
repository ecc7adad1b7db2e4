import ConsoleData
import RecorderEngine
import Support
import Testing
import TextUI

@testable import RecorderScreens

/// The picture beside the settings that change it.
@Suite struct PagePictureTests {
  /// The colours of all that is painted on the screen.
  private func inks(_ trainee: Operator) -> Set<Ink> {
    let canvas = trainee.canvas
    var inks: Set<Ink> = []
    for row in 0..<canvas.size.rows {
      for column in 0..<canvas.size.columns {
        if case .picture = canvas[row, column].ink { inks.insert(canvas[row, column].ink) }
      }
    }
    return inks
  }

  @Test(arguments: [Size(rows: 24, columns: 80), Size(rows: 43, columns: 132)])
  func itChangesWhileAValueDoesBeforeAnythingIsSaved(size: Size) async throws {
    let trainee = try await Operator.sitsDown(size: size)
    await trainee.signInAndOpen(.image)
    #expect(trainee.screenContains("CAM 1 Driveway"), "\(trainee.picture)")
    let before = trainee.canvas
    await trainee.press(.tab, .right)
    #expect(trainee.recorder?.settings["camera.1.brightness"] == "50")
    #expect(trainee.canvas != before && inks(trainee).count > 3, "\(trainee.picture)")
    await trainee.press(.escape)
    await trainee.choose("Discard")
  }

  @Test func itIsThatOfTheChosenChannel() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signInAndOpen(.image)
    await trainee.press(.right)
    #expect(trainee.screenContains("CAM 2 Porch"), "\(trainee.picture)")
  }

  @Test(arguments: [40, 80, 91, 92, 132, 200], [6, 12, 18, 40])
  func formAndPictureShareTheArea(columns: Int, rows: Int) {
    let area = Rect(row: 3, column: 5, rows: rows, columns: columns)
    let layout = PagePicture.layout(in: area) { _ in 9 }
    guard let picture = layout.picture else { return #expect(layout.form == area) }
    #expect(picture.endRow <= area.endRow && picture.endColumn <= area.endColumn)
    #expect(picture.row >= layout.form.endRow || picture.column >= layout.form.endColumn)
    #expect(layout.form.rows >= min(9, rows) && picture.rows >= 5)
  }
}

extension FrameStory {
  static let pagePictures: [FrameStory] = [
    FrameStory("osd-page") { await $0.signInAndOpen(.osd) },
    FrameStory("privacy-mask") { trainee in
      await trainee.signInAndOpen(.privacyMask)
      await trainee.press(.tab, .character(" "))
    },
  ]
}
