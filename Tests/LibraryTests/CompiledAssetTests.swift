import Support
import Testing

@testable import AssetTree
@testable import Library

/// What the build has read of the data files, against the files themselves.
@Suite struct CompiledAssetTests {
  private static let files: [String] = {
    let folder = AssetFolder(path: PackageRoot.url.appendingPathComponent("Assets").path)
    return FileKind.allCases.flatMap { kind in
      folder.names(kind).map { "\(kind.folder)/\($0).yaml" }
    }
  }()

  private func bytes(of name: String) throws -> [UInt8] {
    try TextFile.bytes(of: PackageRoot.url.appendingPathComponent("Assets/\(name)").path)
  }

  @Test("Every file is read by the build, and as its text is", arguments: files)
  func isWhatTheTextSays(name: String) throws {
    let bytes = try bytes(of: name)
    let asset = try #require(CompiledAsset.named(name))
    let tree = try #require(asset.tree(ofFile: bytes))
    #expect(!tree.hasPlaces)
    let text = try DataTree(yaml: String(decoding: bytes, as: UTF8.self))
    #expect(outline(of: tree, DataTree.root) == outline(of: text, DataTree.root))
  }

  @Test("An edited file is read by its text")
  func editedFile() throws {
    var bytes = try bytes(of: "Scenes/porch.yaml")
    let asset = try #require(CompiledAsset.named("Scenes/porch.yaml"))
    bytes[bytes.count - 2] ^= 1
    #expect(asset.tree(ofFile: bytes) == nil)
    #expect(asset.tree(ofFile: bytes.dropLast()) == nil)
    #expect(asset.tree(ofFile: []) == nil)
  }

  @Test(
    "Texts of every kind survive the code",
    arguments: [
      "a: ''", "a:", "a: [1, -2, {b: c}]", "- \"quote \\\" back\\\\slash\\n\\ttab\"",
      "ñandú: “日本” \u{1F468}", "a: [[], {}, [[]]]",
      "a: \"\(String(repeating: "x", count: 5_000))\"",
      "[\(Array(repeating: "1", count: 33).joined(separator: ", "))]",
    ])
  func code(yaml: String) throws {
    let tree = try DataTree(yaml: yaml)
    var code = tree.code
    let read = code.withUTF8 { DataTree(code: $0) }
    #expect(outline(of: read, DataTree.root) == outline(of: tree, DataTree.root))
  }

  /// Kinds, texts and nesting of a tree, without places.
  private func outline(of tree: DataTree, _ node: Int) -> String {
    let parts = tree.parts(of: node).map { outline(of: tree, $0) }.joined(separator: " ")
    return "\(tree.kind(of: node))(\(tree.text(of: node).map { $0.debugDescription } ?? parts))"
  }
}
