import Dispatch
import Glibc
import OwnFiles
import Synchronization

/// A cast while it is written: whole lines only, for the user alone, at most a second late.
///
/// The lines of half a second leave by one write on a thread of their own: whoever hands them over
/// never waits for a disk, and a kill leaves a file that plays.
public final class CastFile: Sendable {
  /// Why nothing is written, or nothing more.
  public enum Fault: Error, Equatable, Sendable {
    /// The name is taken.
    case isThere
    /// The system refused: what it said.
    case refused(String)
    /// The disk takes less than comes.
    case tooSlow

    /// What to tell a person about the file: what was found, and what to do.
    public func message(about path: String) -> String {
      switch self {
      case .isThere:
        "\(path) is there already, and a recording replaces no file. Name another one, or remove it."
      case .refused(let why): "\(path) could not be written: \(why)."
      case .tooSlow: "\(path) could not be written: its disk is too slow."
      }
    }
  }

  private struct State {
    var waiting: [UInt8] = []
    var isPlanned = false
    var fault: Fault?
  }

  /// More than a disk that works ever leaves waiting.
  private static let mostWaiting = 16 << 20
  private static let pause = DispatchTimeInterval.milliseconds(500)

  private let path: String
  private let descriptor: Int32
  private let queue = DispatchQueue(label: "cast file")
  private let state = Mutex(State())
  /// How many bytes are in the file.
  private let written = Mutex(0)

  /// Makes the file; its name must not be taken.
  public init(_ path: String) throws(Fault) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    descriptor = open(path, flags, KeptModes.file)
    guard descriptor >= 0 else {
      throw errno == EEXIST ? .isThere : .refused(Self.reason)
    }
    self.path = path
    // The umask may have taken bits away that its owner needs.
    fchmod(descriptor, KeptModes.file)
  }

  deinit { close(descriptor) }

  /// Why nothing more is written; nil: all is well.
  public var fault: Fault? { state.withLock { $0.fault } }

  /// Takes whole lines.
  public func append(_ lines: [UInt8]) {
    guard !lines.isEmpty else { return }
    let delay = state.withLock { state -> DispatchTimeInterval? in
      guard state.fault == nil else { return nil }
      if state.waiting.count + lines.count > Self.mostWaiting {
        state.fault = .tooSlow
        return nil
      }
      state.waiting += lines
      defer { state.isPlanned = true }
      return state.isPlanned ? nil : Self.pause
    }
    guard let delay else { return }
    queue.asyncAfter(deadline: .now() + delay) { self.write() }
  }

  /// Writes what waits, and returns what went wrong, now or before. A file in which there is nothing
  /// is removed.
  @discardableResult
  public func finish() -> Fault? {
    queue.sync { write() }
    if written.withLock({ $0 == 0 }) { unlink(path) }
    return fault
  }

  /// Writes what waits; on the queue.
  private func write() {
    let lines = state.withLock { state in
      defer { state.waiting = [] }
      state.isPlanned = false
      return state.waiting
    }
    let fault = lines.withUnsafeBytes { put($0) }
    guard let fault else { return }
    state.withLock { state in
      state.fault = fault
      state.waiting = []
    }
  }

  private func put(_ lines: UnsafeRawBufferPointer) -> Fault? {
    var done = 0
    while done < lines.count {
      let count = Glibc.write(descriptor, lines.baseAddress?.advanced(by: done), lines.count - done)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let why = Self.reason
        cut(lines[..<done])
        return .refused(why)
      }
      done += count
    }
    written.withLock { $0 += done }
    return nil
  }

  /// Leaves whole lines in the file of what was written before it was full.
  private func cut(_ part: Slice<UnsafeRawBufferPointer>) {
    let whole = part.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let length = written.withLock { written in
      written += whole
      return written
    }
    ftruncate(descriptor, off_t(length))
  }

  private static var reason: String { String(cString: strerror(errno)) }
}
