import RecorderEngine
import Support
import Testing
import TextUI

/// Search in lists, help that does things, and the log.
@Suite struct SearchTests {
  @Test func theLogIsSearched() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.openSignIn()
    await trainee.signInWrongly(times: 2)
    await trainee.press(.escape)
    await trainee.signInAndOpen(.log)
    let all = trainee.body.count { $0.contains("2026-11-20") }
    await trainee.type("/failed")
    let found = trainee.body.count { $0.contains("2026-11-20") }
    #expect(found == 2, "\(trainee.picture)")
    #expect(all > found)
    await trainee.press(.escape)
    #expect(trainee.body.count { $0.contains("2026-11-20") } == all)
  }

  @Test func theLogIsFilteredByKind() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signInAndOpen(.log)
    #expect(trainee.screenContains("Entries: all"))
    var kinds: Set<String> = []
    for _ in 0..<LogCategory.allCases.count {
      await trainee.press(.character("f"))
      kinds.insert(trainee.body.first { $0.contains("Entries:") } ?? "")
    }
    #expect(kinds.count == LogCategory.allCases.count)
    await trainee.press(.character("f"))
    #expect(trainee.screenContains("Entries: all"))
  }

  @Test func theLogCanBeReadWhileTheTabIsChosen() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signIn()
    await trainee.openMainMenu()
    await trainee.press(.down, times: 5)
    await trainee.press(.enter)
    await trainee.press(.right, times: 5)
    #expect(!trainee.screenContains("No such entries."), "\(trainee.picture)")
  }

  @Test func helpIsSearchedAndItsRowsAreCarriedOut() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.press(.function(1))
    await trainee.type("/notes")
    await trainee.press(.enter)
    #expect(trainee.overlays == ["notebook"], "\(trainee.picture)")
  }

  @Test func aHelpRowThatIsCutStandsBelowInFull() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.press(.function(1))
    await trainee.type("/photo")
    #expect(trainee.screenContains("Ctrl-P"), "\(trainee.picture)")
  }

  @Test func aHelpRowGoesToAPlace() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.press(.character("?"))
    await trainee.type("/back panel")
    await trainee.press(.enter)
    #expect(trainee.path == "backPanel/back-panel", "\(trainee.picture)")
    #expect(trainee.overlays.isEmpty)
  }

  @Test func aHelpRowOfThisPlaceIsCarriedOut() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.press(.function(1), .enter)
    #expect(trainee.path == "monitor/live-view/sign-in", "\(trainee.picture)")
  }

  @Test func playbackShowsTheFootage() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signIn()
    await trainee.openPlayback()
    #expect(trainee.screenContains("on 3 channels"), "\(trainee.picture)")
    await trainee.press(.down, .enter)
    #expect(trainee.screenContains("Thu 2026-11-19"), "\(trainee.picture)")
    let before = trainee.canvas.cursor
    await trainee.press(.left)
    #expect(trainee.canvas.cursor != before)
    await trainee.press(.tab)
    #expect(trainee.screenContains("▸CAM 2"), "\(trainee.picture)")
  }
}

extension FrameStory {
  static let helpPages: [FrameStory] = [
    FrameStory("help") { await $0.press(.function(1)) },
    FrameStory("help-search", latinWords: "note") { trainee in
      await trainee.press(.function(1))
      await trainee.type("/note")
    },
  ]
}
