import Console
import Support
import Testing

/// The manual's table of keys is the one that handles them.
@Suite struct ManualKeysTests {
  @Test func `the manual shows the keys as they are`() throws {
    let text = try PackageRoot.text(of: "Assets/Manual/Keys.md")
    #expect(text.contains("\n" + KeyTable.markdown + "\n"), "recorder-console list keys prints it")
  }
}
