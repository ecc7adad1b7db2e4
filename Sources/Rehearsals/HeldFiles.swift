import ScreenKit

/// The files of a USB stick that nobody keeps, as a value.
public struct HeldFiles: Sendable {
  private var files: [String: String] = [:]

  private let folder: String

  /// An empty stick, whose files are said to lie in a folder where one is named.
  public init(folder: String = "") { self.folder = folder }

  /// Does what is wished for.
  public mutating func fulfil(_ wish: FileWish) -> FileAnswer {
    switch wish {
    case .write(let name, _, false) where files[name] != nil:
      return .exists(name: name, text: files[name] ?? "")
    case .write(let name, let text, _):
      files[name] = text
      return .written(name: name, path: folder + name)
    case .list(let suffix):
      return .listed(
        suffix: suffix, names: files.keys.filter { $0.hasSuffix(suffix) }.sorted(by: >))
    case .read(let name):
      return files[name].map { .read(name: name, text: $0) } ?? .trouble("no file “\(name)”")
    }
  }
}
