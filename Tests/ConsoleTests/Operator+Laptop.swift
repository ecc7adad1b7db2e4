import RecorderEngine
import Support
import TextUI

/// What somebody does at the laptop's IP Manager.
extension Operator {
  /// Opens the laptop and waits until its search is over.
  func search() async {
    await press(.function(6))
    await pass(.seconds(5))
  }

  /// Opens the web search on the laptop, from anywhere.
  func openWebSearch() async {
    await press(.function(6))
    for _ in 0..<3 where places(of: said("Search the web")).isEmpty { await press(.control("w")) }
  }

  /// Marks all and fills the form of an order up to its dry run.
  func rehearse(_ key: Character, typing texts: String...) async {
    await press(.character("a"), .character(key))
    for text in texts {
      await type(text)
      await press(.tab)
    }
    await choose("Dry run")
  }

  /// Searches, and rehearses an order for all with the site's password.
  func searchAndRehearse(_ key: Character) async {
    await search()
    await rehearse(key, typing: "Site-2024")
  }

  /// Has all devices restart, and looks on for so long.
  func restartAll(andWait time: Interval) async {
    await searchAndRehearse("r")
    await press(.enter)
    await choose("All 13")
    await pass(time)
  }
}
