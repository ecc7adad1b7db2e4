import RecorderEngine
import Support
import Testing
import TextUI

@testable import Console

/// “/” in any list: the selection goes to what is typed.
@Suite struct ListSearchTests {
  @Test func aUserIsFoundByTypingAndTheNextByAnArrow() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signIn()
    for name in ["night", "day", "nightshift"] {
      await trainee.ask(
        .accounts(
          .add(AccountDetails(name: AccountName(name), group: "Ordinary"), .twice("Other-Pass2!"))))
    }
    await trainee.open(.users)
    await trainee.press(.character("/"))
    #expect(trainee.overlays == ["list-search"], "\(trainee.picture)")
    await trainee.type("nig")
    #expect(trainee.screenContains("1 of 2"), "\(trainee.picture)")
    #expect(trainee.selectedRow.contains("night "), "\(trainee.picture)")
    await trainee.press(.down)
    #expect(trainee.screenContains("2 of 2") && trainee.selectedRow.contains("nightshift"))
    await trainee.type("zz")
    #expect(trainee.screenContains("not in this list"), "\(trainee.picture)")
    await trainee.press(.enter)
    #expect(trainee.overlays == [] && trainee.selectedRow.contains("nightshift"))
  }

  @Test func theTrainersMenuIsAListAsWell() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.press(.control("e"), .character("/"))
    await trainee.type("clock")
    await trainee.press(.escape, .character(" "))
    #expect(
      trainee.console.desk?.surroundings.faults.has(.clockWrong) == true, "\(trainee.picture)")
  }

  @Test func withoutAListEverythingIsSearched() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.press(.character("/"))
    #expect(trainee.overlays == ["find"], "\(trainee.picture)")
  }
}

extension Operator {
  /// The row of a list that is marked.
  fileprivate var selectedRow: String { body.first { $0.dropFirst(16).contains("▸") } ?? "" }
}

extension FrameStory {
  static let listSearches: [FrameStory] = [
    FrameStory("list-search") { trainee in
      await trainee.press(.control("e"), .character("/"))
      await trainee.type("mail")
    }
  ]
}
