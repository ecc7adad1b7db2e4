import EnvironmentVariables

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
  static let largest = 1_024 * 1_024

  /// The bytes of a file.
  static func bytes(of path: String) throws(LibraryFault) -> [UInt8] {
    do throws(PlainFile.Fault) {
      return try PlainFile.bytes(of: path, atMost: largest)
    } catch {
      throw .unreadable(path: path, reason: error.reason(atMost: largest))
    }
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

  static func environment(_ variable: EnvironmentVariable) -> String? {
    getenv(variable.rawValue).map { String(cString: $0) }
  }

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
}
