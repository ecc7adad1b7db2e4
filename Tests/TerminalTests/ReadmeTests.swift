import Foundation
import Support
import Testing

/// The README's commands are the ones that are really run.
@Suite struct ReadmeTests {
  @Test func `the README has one command that opens the console and one that tests`() throws {
    let blocks = try Self.shellBlocks(in: PackageRoot.text(of: "README.md"))
    #expect(blocks.filter { $0.hasSuffix("/recorder-console") }.count == 1)
    #expect(blocks.filter { $0.contains("swift test") }.count == 1)
    for block in blocks.prefix(2) {
      #expect(!block.contains("\n"), "one command, on one line: \(block)")
      #expect(block.hasPrefix("sh Assets/Setup/debian.sh"))
    }
  }

  @Test func `the checks run both of the README's commands as they stand`() throws {
    let blocks = try Self.shellBlocks(in: PackageRoot.text(of: "README.md"))
    let tests = try #require(blocks.first { $0.contains("swift test") })
    let console = try #require(blocks.first { $0.hasSuffix("/recorder-console") })
    let checks = try PackageRoot.text(of: ".ci/run").split(separator: "\n")
      .map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(checks.contains(tests))
    // What needs a terminal is left out: it only says which version it is.
    #expect(checks.contains("\(console) --version"))
  }

  @Test func `the set-up asks for the Swift version that the manifest needs`() throws {
    let manifest = try PackageRoot.text(of: "Package.swift")
    let version = try #require(manifest.firstMatch(of: /swift-tools-version: (\S+)/)).1
    let setup = try PackageRoot.text(of: "Assets/Setup/debian.sh")
    #expect(setup.contains("swift_needed=\(version)\n"))
  }

  private static func shellBlocks(in text: String) -> [String] {
    text.components(separatedBy: "```sh\n").dropFirst().compactMap { part in
      part.components(separatedBy: "\n```").first
    }
  }
}
