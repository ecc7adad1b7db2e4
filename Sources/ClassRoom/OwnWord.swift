/// A word that somebody types to come in: words from a list and a number, such as `maple-river-stone-47`.
public enum OwnWord {
  /// Draws one of three words of a list that has one on each line.
  public static func draw(
    from list: String, using random: inout some RandomNumberGenerator
  ) -> String {
    let words = list.split(separator: "\n").filter { !$0.hasPrefix("#") }
    let drawn = (0..<3).compactMap { _ in words.randomElement(using: &random).map(String.init) }
    return (drawn + ["\(Int.random(in: 10...99, using: &random))"]).joined(separator: "-")
  }

  /// A word as it was meant, however it was typed: small letters, and one dash wherever something was between.
  public static func plain(_ typed: String) -> String {
    typed.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }
}
