import Console
import RecorderEngine
import Training

/// The product's data files, read when they are asked for.
public struct Library: Sendable {
  public let folder: AssetFolder

  public init(folder: AssetFolder) { self.folder = folder }

  /// The profile of that name.
  public func recorder(_ name: String) throws(LibraryFault) -> RecorderProfile {
    try document(.recorder, name).read(.recorder(scenes: []))
  }

  /// The scenario of that name. Whether it fits its recorder is for `check(file:)` to say.
  public func scenario(_ name: String) throws(LibraryFault) -> Scenario {
    try document(.scenario, name).read(.scenario(for: nil))
  }

  /// The main menu of a skin.
  public func menu(_ skin: Skin) throws(LibraryFault) -> Menu {
    try document(.menu, skin.rawValue).read(.menu(settings: nil))
  }

  /// The scene of that name.
  public func scene(_ name: String) throws(LibraryFault) -> Scene {
    try document(.scene, name).read(.scene)
  }

  /// The words of the language with this code.
  public func phrases(_ code: String) throws(LibraryFault) -> Phrases {
    try document(.phrases, code).read(.phrases)
  }

  private func document(_ kind: FileKind, _ name: String) throws(LibraryFault) -> Document {
    let path = folder.file(kind, name)
    // The name comes from a command line or another file: it must not lead out of the folder.
    guard name.isFileName, TextFile.exists(path) else {
      throw .notFound(what: kind.rawValue, name: name, available: folder.names(kind))
    }
    return Document(try TextFile.bytes(of: path), file: path.seenFromHere)
  }
}

extension Document {
  /// The value that the whole file describes.
  func read<Value>(_ format: Format<Value>) throws(LibraryFault) -> Value {
    let value = format.read(root())
    guard problems.isEmpty else { throw .problems(inOrder) }
    return value
  }

  /// The mistakes as they follow one another in the file.
  var inOrder: [FileProblem] {
    problems.enumerated().sorted { left, right in
      (left.element.line, left.element.column, left.offset)
        < (right.element.line, right.element.column, right.offset)
    }.map(\.element)
  }
}

extension String {
  /// The path without the current folder in front of it: what people call the file.
  var seenFromHere: String {
    guard let here = TextFile.currentFolder, hasPrefix(here + "/") else { return self }
    return String(dropFirst(here.count + 1))
  }
}
