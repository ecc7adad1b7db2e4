import Foundation
import OwnFiles

/// The right to write in a folder, one console at a time.
///
/// The kernel holds it and takes it back when the process ends, however it ends.
final class FolderLock: Sendable {
  let descriptor: Int32

  private init(descriptor: Int32) { self.descriptor = descriptor }

  deinit {
    // Closing alone leaves it locked while a child that is being started, between fork and exec,
    // still has a copy of the descriptor.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  /// Whether the file that is locked is the one that stands there.
  func isAt(_ path: String) -> Bool {
    FileIdentity(descriptor: descriptor).map { $0 == FileIdentity(path: path) } ?? false
  }

  /// Takes the lock, or returns nil where another console has it; never waits.
  static func acquire(_ path: String) throws(StoreFault) -> FolderLock? {
    // Not to be inherited: a child that outlives the console would keep the folder locked.
    let flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW
    let descriptor = open(path, flags, KeptModes.file)
    guard descriptor >= 0 else { throw .unusable(systemReason("\(path) cannot be opened")) }
    let lock = FolderLock(descriptor: descriptor)
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      switch errno {
      case EINTR: continue
      case EWOULDBLOCK: return nil
      default: throw .unusable(systemReason("\(path) cannot be locked"))
      }
    }
    return lock
  }
}
