import Glibc

/// How much of the computer one session may take.
///
/// Not how many processes and threads there are: the system counts those of all sessions together,
/// and one that gets no thread would stand still at its first frame.
public struct SessionLimits: Equatable, Sendable {
  /// All memory that can be addressed, whether it is used or not.
  public var addressSpace = ByteCount.mebibytes(512)
  /// Time of the processor, after which SIGXCPU comes, and again each second.
  public var processorTime = Duration.seconds(15 * 60)
  /// How much more of it there is to save and end before the process is killed.
  public var timeToEnd = Duration.seconds(60)
  /// One file; what goes beyond fails with EFBIG, as on a full disk.
  public var fileSize = ByteCount.mebibytes(64)
  /// Files, sockets and pipes that are open at once.
  public var descriptors = 128

  /// The limits of a learner's session.
  public static let learner = SessionLimits()

  /// Makes these limits those of the process and all that it begins; where there are tighter ones
  /// already, they stay. A crash leaves no image of the memory.
  public func apply() throws(SandboxFault) {
    // The signal for a file beyond its limit would end the process; ignored, the write just fails.
    signal(SIGXFSZ, SIG_IGN)
    let time = UInt64(processorTime.components.seconds)
    try lower(.addressSpace, to: addressSpace.bytes)
    try lower(.processorTime, to: time, hard: time + UInt64(timeToEnd.components.seconds))
    try lower(.fileSize, to: fileSize.bytes)
    try lower(.descriptors, to: UInt64(descriptors))
    try lower(.memoryImage, to: 0)
  }

  private func lower(
    _ resource: Resource, to soft: UInt64, hard: UInt64? = nil
  ) throws(SandboxFault) {
    var limit = rlimit()
    guard getrlimit(resource.number, &limit) == 0 else {
      throw .refused(.limit(resource), code: errno)
    }
    limit.rlim_max = min(rlim_t(hard ?? soft), limit.rlim_max)
    limit.rlim_cur = min(rlim_t(soft), limit.rlim_cur, limit.rlim_max)
    guard setrlimit(resource.number, &limit) == 0 else {
      throw .refused(.limit(resource), code: errno)
    }
  }

  /// What is limited.
  public enum Resource: Equatable, Sendable {
    case addressSpace, processorTime, fileSize, descriptors, memoryImage

    fileprivate var number: __rlimit_resource_t {
      let number =
        switch self {
        case .addressSpace: RLIMIT_AS
        case .processorTime: RLIMIT_CPU
        case .fileSize: RLIMIT_FSIZE
        case .descriptors: RLIMIT_NOFILE
        case .memoryImage: RLIMIT_CORE
        }
      return __rlimit_resource_t(number.rawValue)
    }

    var words: String {
      switch self {
      case .addressSpace: "memory"
      case .processorTime: "processor time"
      case .fileSize: "the size of files"
      case .descriptors: "open files"
      case .memoryImage: "images of memory"
      }
    }
  }
}
