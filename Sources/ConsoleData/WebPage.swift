import TextUI

/// A page of the web as a search on the laptop finds it; all its texts are English phrases.
public struct WebPage: Equatable, Sendable {
  /// What stands over it.
  public let title: String
  /// Who wrote it: `Installers' forum`.
  public let site: String
  /// What it tells, right or wrong.
  public let text: String
  /// What somebody who knows this recorder says to it.
  public let advice: String

  /// Makes a page.
  public init(title: String, site: String, text: String, advice: String) {
    self.title = title
    self.site = site
    self.text = text
    self.advice = advice
  }
}

extension [WebPage] {
  /// The places of the pages that have words of a query, those with most of them first.
  ///
  /// Words are compared in the language of the moment, without accents; the beginning of a word is
  /// enough.
  package func found(for query: String) -> [Int] {
    let wanted = Set(Self.words(of: query).filter { $0.count > 1 })
    guard !wanted.isEmpty else { return [] }
    let scores = map { page in
      let title = Self.words(of: tr(words: page.title))
      let rest = Self.words(of: tr(words: page.site) + " " + tr(words: page.text))
      return wanted.reduce(0) { sum, word in
        sum + (title.contains { $0.hasPrefix(word) } ? 3 : 0)
          + (rest.contains { $0.hasPrefix(word) } ? 1 : 0)
      }
    }
    return indices.filter { scores[$0] > 0 }.sorted {
      (scores[$1], $0) < (scores[$0], $1)
    }
  }

  /// The words of a text in small plain letters.
  private static func words(of text: String) -> [String] {
    let plain = text.map { character -> Character in
      let ascii = Glyphs.ascii(for: character)
      return ascii.isLetter || ascii.isNumber ? ascii : " "
    }
    return String(plain).lowercased().split(separator: " ").map(String.init)
  }
}
