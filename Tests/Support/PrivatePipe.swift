import Glibc
import Synchronization

/// A pipe with a name, whose end here no other program inherits, not even one that is begun at this moment: what
/// is started side by side would keep it open.
public final class PrivatePipe: Sendable {
  /// Its name, for whoever is started with the other end.
  public let path: String
  private let end: Mutex<Int32>

  /// Makes it; it can be opened at both ends without waiting for anybody.
  public init(at path: String) throws {
    self.path = path
    guard mkfifo(path, 0o600) == 0 else { throw Failure(path: path, code: errno) }
    let opened = open(path, O_RDWR | O_CLOEXEC)
    guard opened >= 0 else { throw Failure(path: path, code: errno) }
    end = Mutex(opened)
  }

  deinit {
    shut()
    unlink(path)
  }

  /// Closes the end here: whoever reads at the other comes to the end of it.
  public func shut() {
    end.withLock { end in
      if end >= 0 { close(end) }
      end = -1
    }
  }

  /// The first line that comes out of it; what there was where everybody else has closed it before.
  public func line() -> String {
    let reading = open(path, O_RDONLY | O_CLOEXEC)
    defer { close(reading) }
    // The end that was opened first could be written to as well, and would keep it open for ever.
    shut()
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while byte != UInt8(ascii: "\n"), read(reading, &byte, 1) == 1 { bytes.append(byte) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Why there is none.
  public struct Failure: Error {
    let path: String
    let code: Int32
  }
}
