import Foundation

/// A copy of the data files, to be damaged.
public final class ConsoleAssets {
  public let url: URL

  public init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("assets-" + UUID().uuidString.prefix(8))
    try FileManager.default.copyItem(
      at: PackageRoot.url.appendingPathComponent("Assets"), to: url)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Puts a file there, by its path from the folder.
  public func add(_ path: String, _ text: String) throws {
    try text.write(to: url.appendingPathComponent(path), atomically: true, encoding: .utf8)
  }

  /// Replaces a text in a file, by its path from the folder.
  public func edit(_ path: String, _ old: String, _ new: String) throws {
    let file = url.appendingPathComponent(path)
    let text = try String(contentsOf: file, encoding: .utf8)
    try text.replacingOccurrences(of: old, with: new)
      .write(to: file, atomically: true, encoding: .utf8)
  }

  /// Removes all scenarios but those of these names.
  public func keepScenarios(_ names: String...) throws {
    let folder = url.appendingPathComponent("Scenarios")
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where !names.contains(where: { file == $0 + ".yaml" }) {
      try FileManager.default.removeItem(at: folder.appendingPathComponent(file))
    }
  }
}
