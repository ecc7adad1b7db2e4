import RecorderEngine
import ScreenKit
import Support
import Testing
import TextUI

/// What tells a screen from others, and where its items stand.
@Suite struct ScreenIdentityTests {
  private let recorder: RecorderSnapshot

  init() throws {
    let profile = try RepositoryAssets().recorder("classic-dvr-2018")
    recorder = RecorderState(profile: profile, now: Operator.evening).snapshot
  }

  /// A page beside the menu's categories, with the keyboard on one of its items.
  private func page(between: [OutlineItem] = [], focus: Int) -> Outline {
    var outline = Outline(place: "monitor/main-menu:system.groups")
    outline.items =
      ["Camera", "Record", "Alarm"].enumerated().map { OutlineItem($1, .row, place: $0) } + between
      + ["Administrator", "Advanced", "Ordinary"].enumerated().map {
        OutlineItem($1, .row, place: $0)
      }
    outline.focus = focus
    return outline
  }

  @Test(arguments: [[], [OutlineItem("Add", .button)], [OutlineItem("Groups", .tab, place: 0)]])
  func `of two lists each item is found where it was`(between: [OutlineItem]) throws {
    for (place, item) in page(between: between, focus: 0).items.enumerated() {
      let outline = page(between: between, focus: place)
      let spot = try #require(ScreenIdentity(outline, recorder).focus)
      #expect(outline.item(at: spot)?.label == item.label)
    }
  }

  @Test func `places of two lists are not one another's`() {
    let first = ScreenIdentity(page(focus: 2), recorder)
    let second = ScreenIdentity(page(focus: 5), recorder)
    #expect(first != second && first.focus != second.focus)
  }

  @Test func `of a list that was scrolled an item is where it was`() throws {
    let spot = try #require(ScreenIdentity(page(focus: 2), recorder).focus)
    var scrolled = page(focus: 2)
    scrolled.items.removeFirst(2)
    #expect(scrolled.item(at: spot)?.label == "Alarm")
  }
}
