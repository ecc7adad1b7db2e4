import RecorderEngine
import Support
import Testing
import TextUI

@testable import Console

/// Going anywhere by its name, and back to the live view.
@Suite struct FindTests {
  private func find(_ trainee: Operator, _ text: String) async {
    await trainee.press(.control("g"))
    await trainee.type(text)
    await trainee.press(.enter)
  }

  @Test func aPageIsFoundFromAnywhere() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signIn()
    await trainee.press(.function(5))
    await find(trainee, "factory def")
    #expect(
      trainee.path == "monitor/live-view/main-menu:system.factory-default", "\(trainee.picture)")
    // The next page takes the place of the first.
    await find(trainee, "date/time")
    #expect(trainee.path.hasPrefix("monitor/live-view/main-menu:system."), "\(trainee.picture)")
    #expect(trainee.screenContains("Time zone"), "\(trainee.picture)")
  }

  @Test func aSettingHasTheFocusOnItsPage() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signIn()
    await find(trainee, "device name")
    await trainee.press(.end)
    await trainee.type("X")
    #expect(trainee.screenContains("DVRX"), "\(trainee.picture)")
  }

  @Test func aPlaceALessonAndAKeyAreFoundAsWell() async throws {
    let trainee = try await Operator.sitsDown()
    await find(trainee, "phone")
    #expect(trainee.path.hasPrefix("phone"), "\(trainee.picture)")
    await find(trainee, "eleven")
    #expect(trainee.overlays == ["question"], "\(trainee.picture)")
    await trainee.press(.escape)
    #expect(trainee.console.lesson == nil)
    await find(trainee, "your own notes")
    #expect(trainee.overlays == ["notebook"], "\(trainee.picture)")
  }

  @Test func whoeverIsNotLoggedInIsAskedTo() async throws {
    let trainee = try await Operator.sitsDown()
    await find(trainee, "device name")
    #expect(trainee.path == "monitor/live-view/sign-in", "\(trainee.picture)")
    #expect(trainee.coach.contains("Log in first"))
  }

  @Test func whatIsOpenIsNotLost() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.openRestore()
    let path = trainee.path
    await find(trainee, "device name")
    #expect(trainee.path == path, "\(trainee.picture)")
    #expect(trainee.coach.contains("Finish what is open here first"))
    await trainee.press(.function(2))
    #expect(trainee.path == path)
  }

  @Test func aSlashFindsWhereNothingElseSearches() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.press(.character("/"))
    #expect(trainee.overlays == ["find"])
    await trainee.type("a/b")
    #expect(trainee.screenContains("a/b"), "\(trainee.picture)")
    #expect(trainee.screenContains("Nothing is called so."))
    await trainee.press(.escape)
    #expect(trainee.overlays.isEmpty)
  }

  @Test func f2AtTheMonitorReturnsToTheLiveView() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signInAndOpen(.general)
    await trainee.press(.function(2))
    #expect(trainee.path == "monitor/live-view", "\(trainee.picture)")
    await trainee.open(.general)
    await trainee.type("X")
    await trainee.press(.function(2))
    #expect(trainee.path.contains("main-menu"), "\(trainee.picture)")
    #expect(trainee.coach.contains("Finish what is open here first"))
  }

  @Test func adminIsSixKeysAway() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signIn()
    await trainee.press(.enter, .enter, .end, .right, .down, .enter)
    #expect(trainee.frame[0].contains("System > User > Admin"), "\(trainee.picture)")
  }

  @Test func aCategoryRemembersItsPage() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signIn()
    await trainee.press(.enter, .enter, .end, .right, .down, .escape, .up, .down)
    #expect(trainee.frame[0].contains("System > User > Admin"), "\(trainee.picture)")
  }
}
