#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that a person hands over, read with a bound whatever its name leads to.
///
/// What was opened is looked at, not what stood there before: a link, a pipe, a device or a file
/// that grows meanwhile costs neither time nor memory.
public enum PlainFile {
  /// Why a file was not read.
  public enum Fault: Error, Equatable, Sendable {
    /// The system said so.
    case unreadable(String)
    case folder
    /// A pipe, a device or a socket.
    case noFile
    /// It has so many bytes, or more.
    case tooLarge(Int)

    /// The fault as the end of a sentence, where so many bytes were the most.
    public func reason(atMost largest: Int) -> String {
      switch self {
      case .unreadable(let why): why
      case .folder: "it is a folder, not a file"
      case .noFile: "it is not a plain file"
      case .tooLarge(let size) where largest < 1_024:
        "it has \(size) bytes, and \(largest) are the most"
      case .tooLarge(let size):
        "it has \(size / 1_024) KiB, and \(largest / 1_024) are the most"
      }
    }
  }

  /// The bytes of a file, of which there may be `largest`.
  public static func bytes(
    of path: String, atMost largest: Int
  ) throws(Fault) -> [UInt8] {
    // Without waiting: a pipe of that name must not hold the program.
    let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { throw .unreadable(lastReason()) }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: try plainSize(file, largest) + 1)
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        read(file, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .unreadable(lastReason()) }
      if count == 0 { break }
      filled += count
      // It has grown since: read on, up to the bound.
      if filled == bytes.count, filled <= largest {
        bytes += [UInt8](repeating: 0, count: min(filled, largest + 1 - filled))
      }
    }
    guard filled <= largest else { throw .tooLarge(filled) }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }

  private static func plainSize(_ file: Int32, _ largest: Int) throws(Fault) -> Int {
    var facts = stat()
    guard fstat(file, &facts) == 0 else { throw .unreadable(lastReason()) }
    switch facts.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .folder
    default: throw .noFile
    }
    let size = Int(facts.st_size)
    guard size <= largest else { throw .tooLarge(size) }
    return size
  }

  private static func lastReason() -> String {
    let number = errno
    return strerror(number).map { String(cString: $0) } ?? "error \(number)"
  }
}
