import ConsoleData
import Support
import Testing
import TextUI

@testable import Console

/// The search of the web on the laptop, where the owner of a lost password looks for help.
@Suite struct WebSearchTests {
  private func trainee(
    size: Size = Size(rows: 24, columns: 80), language: String = "en"
  ) async throws -> Operator {
    let trainee = try await Operator.sitsDown(
      size: size, options: Console.Options(isCalm: true, language: language))
    await trainee.openWebSearch()
    return trainee
  }

  @Test func wordsFindPagesAndTheBestIsFirst() async throws {
    let trainee = try await trainee()
    await trainee.type("Reset BUTTON")
    await trainee.press(.enter)
    let first = try #require(trainee.places(of: "▸ ").last)
    let row = trainee.frame[first.row]
    #expect(row.contains("reset button"), "\(trainee.picture)")
    #expect(trainee.screenContains("pages"), "\(trainee.picture)")
    #expect(!trainee.screenContains("Default password for ALL"), "\(trainee.picture)")
  }

  @Test func nothingIsFoundForStrangeWordsOrNone() async throws {
    let trainee = try await trainee()
    await trainee.press(.enter)
    #expect(trainee.screenContains("Nothing was found."), "\(trainee.picture)")
    await trainee.type("xylophone")
    await trainee.press(.enter)
    #expect(trainee.screenContains("Nothing was found."), "\(trainee.picture)")
    await trainee.press(.control("u"))
    await trainee.type("password")
    await trainee.press(.enter)
    #expect(!trainee.screenContains("Nothing was found."), "\(trainee.picture)")
  }

  @Test(arguments: [Size(rows: 20, columns: 60), Size(rows: 24, columns: 80)])
  func aPageIsReadAndEscapeGoesBackStepByStep(_ size: Size) async throws {
    let trainee = try await trainee(size: size)
    await trainee.type("master code")
    await trainee.press(.enter)
    #expect(trainee.screenContains("Download site Type in the serial"), "\(trainee.picture)")
    await trainee.press(.enter)
    #expect(trainee.path.hasSuffix("web-page"), "\(trainee.path)")
    #expect(trainee.screenContains("MASTER CODE generator"), "\(trainee.picture)")
    #expect(
      trainee.screenContains("Coach: Never trust a master code generator."), "\(trainee.picture)")
    #expect(trainee.screenContains("which recorder stands where."), "\(trainee.picture)")
    await trainee.press(.escape)
    #expect(trainee.path == "laptop/laptop", "\(trainee.path)")
    #expect(trainee.screenContains("MASTER CODE"), "\(trainee.picture)")
    await trainee.press(.escape)
    await trainee.type("s")
    #expect(trainee.screenContains("master codes"), "\(trainee.picture)")
    await trainee.press(.escape)
    #expect(trainee.path == "monitor/live-view", "\(trainee.path)")
  }

  @Test func itIsSearchedInTheLanguageOfTheScreen() async throws {
    let trainee = try await trainee(language: "es")
    await trainee.type("contrasena olvidada")
    await trainee.press(.enter)
    #expect(
      trainee.screenContains("▸ Contraseña de admin olvidada: el botón"), "\(trainee.picture)")
    await trainee.press(.enter)
    #expect(trainee.screenContains("Guía: Correcto para este grabador."), "\(trainee.picture)")
  }

  @Test func rightAndWrongPagesStandSideBySide() throws {
    let pages = try RepositoryAssets().webPages()
    #expect(pages.count > 11)
    let found = pages.found(for: "recorder password").map { pages[$0].advice }
    for beginning in ["Right", "Wrong", "Dangerous", "Never", "Another maker's"] {
      #expect(found.contains { $0.hasPrefix(beginning) }, "\(beginning)")
    }
  }

  @Test func itsFileIsReadWhenTheWindowIsOpened() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.press(.function(6))
    #expect(trainee.console.assets.webPages == nil)
    await trainee.openWebSearch()
    #expect(trainee.console.assets.webPages?.isEmpty == false)
  }

  @Test func aPageLongerThanTheWindowScrolls() async throws {
    let trainee = try await trainee(size: Size(rows: 20, columns: 60), language: "es")
    await trainee.type("firmware")
    await trainee.press(.enter, .enter)
    let before = trainee.body
    await trainee.press(.pageDown)
    let isWhole = before.contains { $0.contains("Guía:") } && trainee.body == before
    #expect(isWhole || trainee.screenContains("Guía:"), "\(trainee.picture)")
  }
}

extension FrameStory {
  static let webSearches: [FrameStory] = [
    FrameStory("web-search") { await $0.openWebSearch() },
    FrameStory("web-search-found") { trainee in
      await trainee.openWebSearch()
      await trainee.type("12345")
      await trainee.press(.enter)
    },
    FrameStory("web-page") { trainee in
      await trainee.openWebSearch()
      await trainee.type("12345")
      await trainee.press(.enter, .enter)
    },
  ]
}
