import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
/// Who may read what is kept: its owner alone, and in a class those of its folders' group as well.
public enum KeptModes {
  private static let isShared = Atomic<Bool>(false)

  /// From now on the group may read and write too: in a class, whose folders hand their group on.
  public static func shareWithGroup() {
    isShared.store(true, ordering: .relaxed)
    // Whatever is made is asked for with these bits, and the umask takes none of them away.
    umask(0o007)
  }

  /// The bits of a file and of a folder that are made.
  public static var file: mode_t { isShared.load(ordering: .relaxed) ? 0o660 : 0o600 }
  public static var folder: mode_t { isShared.load(ordering: .relaxed) ? 0o770 : 0o700 }

  /// Whether a file with these bits can be read by somebody who may not.
  public static func isTooOpen(_ mode: mode_t) -> Bool { mode & 0o777 & ~file != 0 }
}
