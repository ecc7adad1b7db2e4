import Console
import Support
import Testing

/// The README's table of keys is the one that handles them.
@Suite struct ReadmeKeysTests {
  @Test func `the README shows the keys as they are`() throws {
    let text = try PackageRoot.text(of: "README.md")
    #expect(text.contains("\n" + KeyTable.markdown + "\n"), "recorder-console list keys prints it")
  }
}
