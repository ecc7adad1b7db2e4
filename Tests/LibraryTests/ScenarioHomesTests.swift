import Foundation
import Support
import Testing

@testable import Library

/// Scenarios of a site and of a user, beside the product's own.
@Suite struct ScenarioHomesTests {
  private final class Homes {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("homes-\(UUID().uuidString.prefix(8))")
    deinit { try? FileManager.default.removeItem(at: url) }

    /// Puts a scenario into a home of that name and returns the home's path.
    @discardableResult
    func add(_ name: String, to home: String, title: String? = nil) throws -> String {
      let folder = url.appendingPathComponent(home)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let text = scenarioText(name, "situation: { adminPassword: lost }\n")
        .replacing("title: A test", with: "title: \(title ?? name)")
      try text.write(
        to: folder.appendingPathComponent("\(name).yaml"), atomically: true, encoding: .utf8)
      return folder.path
    }
  }

  private func library(_ homes: String...) -> Library {
    let assets = PackageRoot.url.appendingPathComponent("Assets").path
    return Library(folder: AssetFolder(path: assets), homes: homes)
  }

  @Test func theEnvironmentNamesThem() {
    func folders(_ environment: [String: String]) -> [String] {
      ScenarioHomes.folders { environment[$0.rawValue] }
    }
    let end = "/recorder-console/Scenarios"
    #expect(
      folders(["HOME": "/home/ann"]) == [
        "/usr/local/share" + end, "/usr/share" + end, "/home/ann/.local/share" + end,
      ])
    #expect(
      folders(["HOME": "/home/ann", "XDG_DATA_DIRS": "/school", "XDG_DATA_HOME": "/data"])
        == ["/school" + end, "/data" + end])
    // What is no path from the root leads nowhere in particular.
    #expect(folders(["XDG_DATA_DIRS": "school:/a", "XDG_DATA_HOME": "data"]) == ["/a" + end])
    #expect(folders([:]).count == 2)
  }

  @Test func theyStandBehindTheProductsOwn() throws {
    let homes = Homes()
    let site = try homes.add("ours", to: "site", title: "Of the site")
    let user = try homes.add("mine", to: "user", title: "Of the user")
    let library = library(site, user)
    #expect(library.scenarioNames().suffix(2) == ["ours", "mine"])
    #expect(try library.scenario("mine").title == "Of the user")
    #expect(try library.scenario("ours", seed: 4).title == "Of the site")
    #expect(library.hash(ofScenario: "mine") != library.hash(ofScenario: "ours"))
    #expect(library.hiddenScenarios().isEmpty)
  }

  @Test func aNameThatIsTakenIsSaidAndReplacesNothing() throws {
    let homes = Homes()
    let site = try homes.add("eleven-at-night", to: "site", title: "Another")
    try homes.add("ours", to: "site", title: "First")
    let user = try homes.add("ours", to: "user", title: "Second")
    let library = library(site, user)
    #expect(try library.scenario("eleven-at-night").title == "Eleven at night")
    #expect(try library.scenario("ours").title == "First")
    #expect(
      library.hiddenScenarios() == [site + "/eleven-at-night.yaml", user + "/ours.yaml"])
    #expect(Set(library.scenarioNames()).count == library.scenarioNames().count)
  }

  @Test func otherFilesAndMissingFoldersAreNone() throws {
    let homes = Homes()
    let user = try homes.add("mine", to: "user")
    for name in ["notes.txt", "My lesson.yaml", ".hidden.yaml"] {
      try "x".write(toFile: user + "/" + name, atomically: true, encoding: .utf8)
    }
    let library = library(user, user + "/nowhere")
    #expect(library.scenarioNames().last == "mine")
    #expect(library.hiddenScenarios().isEmpty)
  }
}
