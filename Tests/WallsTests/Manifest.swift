import Foundation
import Support

/// The package as `swift package dump-package` describes it, as far as the walls go.
struct Manifest: Decodable {
  /// One module, with the modules and products that it may import.
  struct Target: Decodable {
    let name: String
    let type: String
    let path: String?
    let dependencies: [Dependency]

    /// The folder of its sources, from the package's own.
    var folder: String { path ?? (type == "test" ? "Tests/\(name)" : "Sources/\(name)") }
    /// The name that other files import.
    var module: String { name.replacingOccurrences(of: "-", with: "_") }
  }

  /// Another target, or a product of another package.
  struct Dependency: Decodable {
    let name: String

    private struct Key: CodingKey {
      let stringValue: String
      var intValue: Int? { nil }
      init?(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
      let kinds = try decoder.container(keyedBy: Key.self)
      guard let kind = kinds.allKeys.first else {
        throw DecodingError.dataCorrupted(
          .init(codingPath: kinds.codingPath, debugDescription: "a dependency of no kind"))
      }
      var parts = try kinds.nestedUnkeyedContainer(forKey: kind)
      name = try parts.decode(String.self)
    }
  }

  let targets: [Target]

  /// Asks SwiftPM, in a build folder of its own: that of the running tests is taken.
  static func ofThisPackage() throws -> Manifest {
    let home = try ConsoleHome()
    let tool = CommandLineTool(
      folder: home.url, environment: ProcessInfo.processInfo.environment)
    let text = try tool.run([
      "swift", "package", "--package-path", PackageRoot.url.path, "--scratch-path",
      home.url.appendingPathComponent("build").path, "dump-package",
    ])
    return try JSONDecoder().decode(Manifest.self, from: Data(text.utf8))
  }
}

extension Manifest.Target {
  /// What its Swift files import, by the file that does; empty for a target in C.
  func imports() throws -> [(file: String, module: String)] {
    let root = PackageRoot.url.appendingPathComponent(folder)
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    var imports: [(String, String)] = []
    for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), line.first?.isWhitespace == false,
          words[..<place].allSatisfy({ $0.hasPrefix("@") || Self.levels.contains($0) }),
          let module = words.last
        else { continue }
        imports.append((file.lastPathComponent, String(module.prefix { $0 != "." })))
      }
    }
    return imports
  }

  private static let levels: [Substring] = ["private", "internal", "package", "public"]
}
