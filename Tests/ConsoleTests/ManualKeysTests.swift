import Console
import Foundation
import Support
import Testing

/// The manual's table of keys is the one that handles them.
@Suite struct ManualKeysTests {
  @Test func `the manual shows the keys as they are`() throws {
    let text = try PackageRoot.text(of: "Assets/Manual/Keys.md")
    #expect(text.contains("\n" + KeyTable.markdown + "\n"), "recorder-console list keys prints it")
  }

  /// A table is named by its file, as every screen's is: `LogPage.searchMap`.
  @Test func `every table of keys is in the manual's`() throws {
    let sources = PackageRoot.url.appendingPathComponent("Sources")
    let listed = try [
      "Console/KeyTable.swift", "RecorderScreens/RecorderKeys.swift", "DeskScreens/DeskKeys.swift",
    ].map { try PackageRoot.text(of: "Sources/\($0)") }.joined()
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    var count = 0
    for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for table in text.matches(of: /static let (\w*[mM]ap) = KeyMap</) {
        let type = file.deletingPathExtension().lastPathComponent
        let owner = ["FormKeys": "FormKeys", "Question": "QuestionKeys"][type] ?? type
        #expect(listed.contains("\(owner).\(table.1).hints()"), "\(owner).\(table.1)")
        count += 1
      }
    }
    #expect(count > 40)
  }
}
