import RecorderEngine
import Support
import Testing
import TextUI

/// Tab goes through every form from the top to the bottom and round.
@Suite struct TabOrderTests {
  @Test(arguments: [
    FrameStory.signIn, .restoreDynamic, .restoreQuestions, .restoreNewPassword, .addUser,
    .questions, .usersForm, .formPage, .maintenance, .supportDesk, .lessonPanel, .verdict,
    .leave,
  ])
  func tabVisitsEveryFieldOnceAndComesBack(_ story: FrameStory) async throws {
    let trainee = try await story.stage()
    // A question opens with the cursor on its sentence: its keys come after.
    if story.name == "leave" { await trainee.press(.tab) }
    let start = trainee.canvas.cursor
    var visited: [Point] = []
    for _ in 0..<30 {
      await trainee.press(.tab)
      let spot = try #require(trainee.canvas.cursor)
      if visited.contains(spot) { break }
      visited.append(spot)
    }
    #expect(visited.contains { $0 == start }, "Tab does not come back: \(trainee.picture)")
    await trainee.press(.backTab)
    #expect(trainee.canvas.cursor == visited.last, "Shift-Tab goes elsewhere")
    #expect(isTopDown(visited), "\(story.name): \(visited)")
  }

  /// Whether places go down row by row, and along each row, with one jump back to the first.
  private func isTopDown(_ places: [Point]) -> Bool {
    let jumps = zip(places, places.dropFirst()).count { one, next in
      (next.row, next.column) < (one.row, one.column)
    }
    return jumps <= 1
  }
}
