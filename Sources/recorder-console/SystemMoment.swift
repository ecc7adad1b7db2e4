import Glibc
import RecorderEngine
import Training

/// The clocks of this machine.
enum SystemMoment {
  /// What they show now.
  static var now: Moment {
    var wall = timespec()
    clock_gettime(CLOCK_REALTIME, &wall)
    var since = timespec()
    // It goes on while the machine sleeps, and nobody can set it.
    let hasUptime = clock_gettime(CLOCK_BOOTTIME, &since) == 0
    return Moment(
      utc: Timestamp(milliseconds: wall.milliseconds), boot: boot,
      uptime: hasUptime ? .milliseconds(since.milliseconds) : nil)
  }

  /// The kernel's own name for this start of the machine.
  private static let boot: String? = {
    guard let file = fopen("/proc/sys/kernel/random/boot_id", "r") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 64)
    guard fgets(&line, Int32(line.count), file) != nil else { return nil }
    let bytes = line.prefix { $0 > 32 }.map { UInt8(bitPattern: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }()
}

extension timespec {
  fileprivate var milliseconds: Int64 { Int64(tv_sec) * 1_000 + Int64(tv_nsec) / 1_000_000 }
}
