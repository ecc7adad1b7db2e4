import EnvironmentVariables

/// Which terminals draw the sextants of Unicode 13 (U+1FB00…), three rows of two blocks to a cell,
/// themselves and without gaps; with others it depends on the font whether they are seen at all.
public enum SextantTerminals {
  /// Terminals that have names of their own, which also come over SSH.
  ///
  /// They draw sextants since: kitty 0.19.3, foot 1.6, WezTerm 2021, Contour 0.2, Ghostty 1.0.
  private static let families = ["xterm-kitty", "foot", "wezterm", "contour", "xterm-ghostty"]
  /// VTE draws them since 0.62; it has the name of xterm, and says its version beside that.
  private static let firstVTE = 6_200

  /// Whether the terminal of an environment is one of them.
  ///
  /// A multiplexer has a name of its own, and may stand in front of any terminal.
  public static func include(_ environment: (EnvironmentVariable) -> String?) -> Bool {
    let name = environment(.terminal) ?? ""
    if families.contains(where: { name == $0 || name.hasPrefix("\($0)-") }) { return true }
    guard name.hasPrefix("xterm"), let version = environment(.versionOfVTE).flatMap({ Int($0) })
    else { return false }
    return version >= firstVTE
  }
}
