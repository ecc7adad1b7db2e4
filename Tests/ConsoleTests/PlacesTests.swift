import PracticeDesk
import RecorderEngine
import Support
import Testing
import TextUI

@testable import Console
@testable import ScreenKit

/// The places of the desk: news marks, help, and two of them side by side.
@Suite struct PlacesTests {
  private let wide = Size(rows: 43, columns: 132)

  @Test(arguments: Place.allCases)
  func eachHasItsHelp(_ place: Place) async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.press(.function(place == .monitor ? 3 : 2), .function(place.functionKey))
    let help = try #require(trainee.console.top?.help.first)
    await trainee.press(.function(1))
    #expect(trainee.overlays == ["help"])
    let beginning = help.split(separator: " ").prefix(6).joined(separator: " ")
    #expect(trainee.screenContains(beginning), "\(beginning)\(trainee.picture)")
  }

  @Test func newsIsMarkedUntilSomebodyLooks() async throws {
    let trainee = try await Operator.atInstalled()
    await trainee.openRestore(at: .email)
    await trainee.askForMail()
    #expect(!trainee.keyBar.contains("●"), "\(trainee.picture)")
    await trainee.pass(.seconds(5))
    #expect(trainee.keyBar.contains("F4●"), "\(trainee.picture)")
    await trainee.press(.function(4))
    #expect(!trainee.keyBar.contains("●"), "\(trainee.picture)")
    await trainee.press(.function(2))
    #expect(!trainee.keyBar.contains("●"), "\(trainee.picture)")
  }

  @Test func narrowOnlyOnePlaceIsThere() async throws {
    let trainee = try await Operator.sitsDown(size: Size(rows: 43, columns: 131))
    await trainee.press(.function(4))
    #expect(!trainee.screenContains("▸ Phone"), "\(trainee.picture)")
    await trainee.press(.control("o"))
    #expect(trainee.path.hasPrefix("monitor"))
  }

  @Test func wideTwoStandSideBySideAndTheKeysGoToOne() async throws {
    let trainee = try await Operator.sitsDown(size: wide)
    await trainee.press(.function(4))
    #expect(trainee.screenContains("▸ Phone"), "\(trainee.picture)")
    #expect(trainee.screenContains("CAM 1") || trainee.screenContains("Driveway"))
    #expect(trainee.screenContains("practice phone"), "\(trainee.picture)")
    await trainee.press(.control("o"))
    #expect(trainee.path.hasPrefix("monitor"))
    #expect(trainee.screenContains("practice phone"), "\(trainee.picture)")
    #expect(trainee.screenContains("▸ Monitor"), "\(trainee.picture)")
  }

  @Test func whatHappensBesideIsNoNews() async throws {
    let trainee = try await Operator.atInstalled(size: wide)
    await trainee.press(.function(4))
    await trainee.openRestore(at: .email)
    await trainee.askForMail()
    await trainee.pass(.seconds(5))
    #expect(!trainee.keyBar.contains("●"), "\(trainee.picture)")
    #expect(trainee.screenContains("1 new"), "\(trainee.picture)")
  }

  @Test func aResizeInBetweenLosesNothing() async throws {
    let trainee = try await Operator.atInstalled(size: wide)
    await trainee.press(.function(4))
    await trainee.openRestore(at: .email)
    await trainee.type("inst")
    await trainee.resize(rows: 24, columns: 80)
    #expect(!trainee.screenContains("practice phone"), "\(trainee.picture)")
    await trainee.type("aller@example.com")
    await trainee.resize(rows: 43, columns: 132)
    #expect(trainee.screenContains("practice phone"), "\(trainee.picture)")
    #expect(trainee.screenContains("installer@example.com"), "\(trainee.picture)")
    await trainee.press(.enter)
    #expect(trainee.recoveryTab?.entry != nil)
  }
}

extension FrameStory {
  static let places: [FrameStory] = [
    FrameStory("phone", from: .installed(.newer)) { trainee in
      await trainee.awaitMail()
      await trainee.press(.function(4))
    },
    FrameStory("side-by-side", from: .installed(.newer)) { trainee in
      await trainee.awaitMail()
      await trainee.openOnPhone(0)
      await trainee.press(.enter, .function(2))
    },
  ]
}
