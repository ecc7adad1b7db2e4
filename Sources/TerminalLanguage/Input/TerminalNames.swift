/// The names under which a terminal's description is looked for.
public enum TerminalNames {
  /// What most terminals understand.
  private static let usual = ["xterm-256color", "xterm", "vt100"]
  /// Names that say that nothing is known of the terminal.
  private static let plain = ["", "dumb", "unknown", "network", "dialup"]

  /// The name itself, then its family, then what most terminals understand.
  ///
  /// A newer terminal than the system is a common state over SSH: `xterm-ghostty`, `foot`.
  public static func tried(for name: String) -> [String] {
    let families = families(of: name)
    guard let last = families.last ?? (plain.contains(name) ? nil : name), !plain.contains(last)
    else { return name.isEmpty ? [] : [name] }
    let close = families.flatMap { ["\($0)-256color", $0] }
    // tmux is a screen that learned more.
    let kin = last == "tmux" ? ["screen-256color", "screen"] : []
    var tried: [String] = []
    for one in [name] + close + kin + usual where !tried.contains(one) { tried.append(one) }
    return tried
  }

  /// The name without its last part, without its last two …: `rxvt-unicode`, `rxvt`.
  private static func families(of name: String) -> [String] {
    var parts = name[...]
    var families: [String] = []
    while let cut = parts.lastIndex(where: { "-.+".contains($0) }), cut > parts.startIndex {
      parts = parts[..<cut]
      families.append(String(parts))
    }
    return families
  }
}
