#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes files for those alone who may read what is kept, whatever the umask: whole or not at all.
public enum WholeFile {
  /// What the system said.
  public struct Fault: Error, Equatable, Sendable {
    /// The end of a sentence, with its full stop.
    public let reason: String

    fileprivate init() { reason = String(cString: strerror(errno)) + "." }
  }

  /// Makes a folder and those above it where they are missing.
  public static func makeFolder(_ path: String) throws(Fault) {
    var status = stat()
    guard stat(path, &status) != 0 else { return }
    let parent = folder(of: path)
    if !parent.isEmpty { try makeFolder(parent) }
    guard mkdir(path, KeptModes.folder) == 0 || errno == EEXIST else { throw Fault() }
  }

  /// Writes beside the file's place and moves it there once it is on the disk. Returns false, and
  /// changes nothing, where the name is taken and `replaces` is not set. `mode` and `group` are its own from
  /// its first moment there; left out, it is for those who may read what is kept.
  public static func write(
    _ bytes: [UInt8], to path: String, replaces: Bool = false, mode: mode_t? = nil,
    group: gid_t? = nil
  ) throws(Fault) -> Bool {
    let number = UInt64.random(in: .min ... .max)
    let draft = "\(folder(of: path))/.\(String(number, radix: 36)).new"
    let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, KeptModes.file)
    guard file >= 0 else { throw Fault() }
    defer { unlink(draft) }
    do throws(Fault) {
      try fill(file, with: bytes, mode ?? KeptModes.file, group)
    } catch {
      close(file)
      throw error
    }
    guard close(file) == 0 else { throw Fault() }
    guard try put(draft, in: path, replaces) else { return false }
    syncFolder(of: path)
    return true
  }

  private static func fill(
    _ file: Int32, with bytes: [UInt8], _ mode: mode_t, _ group: gid_t?
  ) throws(Fault) {
    if let group, fchown(file, uid_t.max, group) != 0 { throw Fault() }
    // The umask may have taken bits away that its owner needs.
    guard fchmod(file, mode) == 0 else { throw Fault() }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { buffer in
        #if canImport(Glibc)
          Glibc.write(file, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
          Musl.write(file, buffer.baseAddress, buffer.count)
        #elseif canImport(Darwin)
          Darwin.write(file, buffer.baseAddress, buffer.count)
        #endif
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Fault() }
      rest = rest.dropFirst(count)
    }
    guard fsync(file) == 0 else { throw Fault() }
  }

  /// Brings the name itself to the disk: after a power cut the file is there, not just its content.
  private static func syncFolder(of path: String) {
    let descriptor = open(folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    // Not every file system can; those write the name with the file.
    fsync(descriptor)
    close(descriptor)
  }

  private static func put(
    _ draft: String, in path: String, _ replaces: Bool
  ) throws(Fault) -> Bool {
    if !replaces {
      if link(draft, path) == 0 { return true }
      if errno == EEXIST { return false }
      // A real stick's file system knows no second names: look, then move.
      guard errno == EPERM || errno == EOPNOTSUPP else { throw Fault() }
      var status = stat()
      if lstat(path, &status) == 0 { return false }
    }
    guard rename(draft, path) == 0 else { throw Fault() }
    return true
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }
}
