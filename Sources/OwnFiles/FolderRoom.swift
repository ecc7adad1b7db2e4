import Glibc

/// How much a folder may take: what somebody writes there by keys has a limit where many share a disk.
public struct FolderRoom: Equatable, Sendable {
  /// How many files.
  public let files: Int
  /// How many bytes in all of them.
  public let bytes: Int

  /// Makes a room.
  public init(files: Int, bytes: Int) { (self.files, self.bytes) = (files, bytes) }

  /// Whether a file of so many bytes fits into a folder, in the place of one of its name.
  public func takes(_ count: Int, as name: String, in folder: String) -> Bool {
    var (others, used) = (0, 0)
    guard let entries = opendir(folder) else { return count <= bytes && files > 0 }
    defer { closedir(entries) }
    while let entry = readdir(entries) {
      let other = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard other != name, other != ".", other != ".." else { continue }
      var facts = stat()
      others += 1
      if lstat("\(folder)/\(other)", &facts) == 0 { used += Int(facts.st_size) }
    }
    return others < files && used <= bytes && count <= bytes - used
  }
}
