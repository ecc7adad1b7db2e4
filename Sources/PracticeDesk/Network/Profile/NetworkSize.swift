/// How large a network can be made and kept.
public enum NetworkSize {
  /// How many recorders and cameras a network may have.
  public static let possible = 1...10_000
  /// How many it has where nobody says so.
  public static let usual = 12
}
