#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files and folders by the C library: Foundation would cost a start more than it reads.
enum TextFile {
  /// No data file comes near this; a larger one is somebody's mistake.
  static let largest = 256 * 1024

  /// The bytes of a file.
  static func bytes(of path: String) throws(LibraryFault) -> [UInt8] {
    // Without waiting: a pipe of that name must not hold the program.
    let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { throw .unreadable(path: path, reason: lastReason()) }
    defer { close(file) }
    let size = try plainSize(file, path)
    var bytes = [UInt8](repeating: 0, count: size + 1)
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        read(file, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .unreadable(path: path, reason: lastReason()) }
      if count == 0 { break }
      filled += count
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }

  /// The names in a folder, in alphabetical order; none where there is no such folder.
  static func names(in folder: String) -> [String] {
    guard let listing = opendir(folder) else { return [] }
    defer { closedir(listing) }
    var names: [String] = []
    while let entry = readdir(listing) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  static func isFolder(_ path: String) -> Bool {
    var facts = stat()
    return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
  }

  static func exists(_ path: String) -> Bool {
    var facts = stat()
    return stat(path, &facts) == 0
  }

  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  static var currentFolder: String? {
    guard let path = getcwd(nil, 0) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  /// The path of the running program where the system tells it.
  static var executable: String? {
    guard let path = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  private static func plainSize(_ file: Int32, _ path: String) throws(LibraryFault) -> Int {
    var facts = stat()
    guard fstat(file, &facts) == 0 else { throw .unreadable(path: path, reason: lastReason()) }
    let kind = facts.st_mode & S_IFMT
    guard kind != S_IFDIR else {
      throw .unreadable(path: path, reason: "it is a folder, not a file")
    }
    guard kind == S_IFREG else {
      throw .unreadable(path: path, reason: "it is not a plain file")
    }
    let size = Int(facts.st_size)
    guard size <= largest else {
      throw .unreadable(
        path: path, reason: "it has \(size / 1024) KiB, and \(largest / 1024) are the most")
    }
    return size
  }

  private static func lastReason() -> String {
    let number = errno
    return strerror(number).map { String(cString: $0) } ?? "error \(number)"
  }
}
