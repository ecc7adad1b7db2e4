import Glibc
import Recordings

/// A file of which a cast is read, piece by piece.
public final class CastReading: CastSource {
  /// How many bytes it had when it was opened.
  public let count: Int
  private let descriptor: Int32

  /// Opens the file.
  public init(_ path: String) throws(CastFault) {
    let opened = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard opened >= 0 else { throw .unreadable(Self.reason) }
    var facts = stat()
    guard fstat(opened, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      close(opened)
      throw .noFile
    }
    descriptor = opened
    count = Int(facts.st_size)
  }

  deinit { close(descriptor) }

  /// Reads the bytes of a range; throws where the file has become shorter.
  public func bytes(_ range: Range<Int>) throws(CastFault) -> [UInt8] {
    var fault: CastFault?
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
      while filled < range.count {
        let count = pread(
          descriptor, buffer.baseAddress?.advanced(by: filled), range.count - filled,
          off_t(range.lowerBound + filled))
        if count < 0, errno == EINTR { continue }
        guard count > 0 else {
          fault = .unreadable(count < 0 ? Self.reason : "It has become shorter.")
          return
        }
        filled += count
      }
    }
    if let fault { throw fault }
    return bytes
  }

  private static var reason: String { String(cString: strerror(errno)) + "." }
}
