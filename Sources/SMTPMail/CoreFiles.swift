import CCurl

/// The files that a crash leaves behind, with all that was in memory.
public enum CoreFiles {
  /// Keeps this process from leaving one, for good: before a secret comes into its memory.
  public static func forbid() { cc_forbid_core() }
}
