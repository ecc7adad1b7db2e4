import Foundation
import RecorderEngine
import Training

/// The practices that are kept beside the present one, each in a file of its own that is called as
/// the practice is.
public struct PracticeShelf: Sendable {
  private let folder: String

  /// The shelf in the folder where the present practice is kept; the folder need not be there yet.
  public init(in stateFolder: String) { folder = "\(stateFolder)/\(Self.folderName)" }

  /// What the shelf's folder is called.
  public static let folderName = "practices"

  private func file(_ name: String) -> String { "\(folder)/\(name).sqlite" }

  /// What is on the shelf, the one that was put there last first.
  public func list() -> [ShelvedPractice] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.compactMap { name -> ShelvedPractice? in
      guard name.hasSuffix(".sqlite") else { return nil }
      var status = stat()
      guard stat("\(folder)/\(name)", &status) == 0 else { return nil }
      return ShelvedPractice(
        name: String(name.dropLast(7)), putThere: WallClock.shown(at: status.st_mtim.tv_sec))
    }.sorted { ($0.putThere, $1.name) > ($1.putThere, $0.name) }
  }

  /// Puts a practice on the shelf, and returns the name that it got there: another one than was
  /// wished for where that is taken. When this returns, it outlives a power cut.
  public func put(
    _ record: SessionRecord, as wish: String
  ) throws(StoreFault) -> String {
    try StateFolder.make(folder)
    let name = freeName(PracticeShelf.fileName(of: wish))
    do {
      let file = try PracticeFile(path: file(name))
      defer { file.close() }
      try file.write(record, over: nil)
    } catch {
      remove(name)
      throw StoreFault(error, path: file(name))
    }
    return name
  }

  /// The practice of that name; it stays on the shelf.
  public func read(_ name: String) throws(StoreFault) -> SessionRecord {
    let path = file(name)
    guard FileIdentity(path: path) != nil else {
      throw .unusable("There is no practice “\(name)” any more.")
    }
    do {
      let file = try PracticeFile(path: path)
      defer { file.close() }
      guard let record = try file.read() else {
        throw StoreFault.unusable("The practice “\(name)” is empty.")
      }
      return record
    } catch {
      throw StoreFault(error, path: path)
    }
  }

  /// Gives a practice another name; returns the one that it got.
  public func rename(_ name: String, to wish: String) throws(StoreFault) -> String {
    let new = freeName(PracticeShelf.fileName(of: wish))
    guard Foundation.rename(file(name), file(new)) == 0 else {
      throw .unusable(systemReason("The practice “\(name)” cannot be renamed"))
    }
    return new
  }

  /// Takes a practice away for good.
  public func remove(_ name: String) {
    for suffix in ["", "-wal", "-journal"] { unlink(file(name) + suffix) }
  }

  private func freeName(_ stem: String) -> String {
    var name = stem
    var count = 2
    while FileIdentity(path: file(name)) != nil {
      name = "\(stem) \(count)"
      count += 1
    }
    return name
  }

  /// The letters, digits, blanks, commas and hyphens of a name, 40 at most.
  private static func fileName(of text: String) -> String {
    let letters = text.map { $0.isLetter || $0.isNumber || " -,".contains($0) ? $0 : "-" }
    let name = String(letters).trimmingCharacters(in: .whitespaces).prefix(40)
    return name.isEmpty ? "Practice" : String(name)
  }
}
