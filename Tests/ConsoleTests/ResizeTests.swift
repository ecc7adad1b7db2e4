import RecorderEngine
import Support
import Testing
import TextUI

/// Windows of every size: nothing traps, the cursor stays inside.
@Suite struct ResizeTests {
  private static let sizes: [Size] =
    [(1, 1), (1, 200), (60, 1), (2, 2), (5, 30), (19, 80), (20, 59), (20, 60), (21, 61)]
    .map { Size(rows: $0.0, columns: $0.1) }
    + [(22, 70), (23, 80), (24, 80), (25, 81), (30, 60), (40, 132), (60, 200), (20, 200)]
    .map { Size(rows: $0.0, columns: $0.1) }

  @Test(arguments: FrameStory.all)
  func everyScreenFitsEveryWindow(_ story: FrameStory) async throws {
    let trainee = try await story.stage()
    for size in ResizeTests.sizes {
      await trainee.resize(rows: size.rows, columns: size.columns)
      let canvas = trainee.canvas
      let cursor = try #require(canvas.cursor, "\(story.name) \(size)")
      #expect(canvas.bounds.contains(cursor), "\(story.name) \(size): \(cursor)")
      await trainee.press(.down)
    }
    await trainee.resize(rows: 24, columns: 80)
    #expect(!trainee.path.isEmpty)
  }
}
