/// Where words begin and end, for the keys that go by word.
extension [Character] {
  /// The beginning of the word that stands before an index, 0 where there is none.
  func wordStart(before index: Int) -> Int {
    var index = index
    while index > 0, self[index - 1].isWhitespace { index -= 1 }
    while index > 0, !self[index - 1].isWhitespace { index -= 1 }
    return index
  }

  /// The end of the word that stands after an index, or of the text.
  func wordEnd(after index: Int) -> Int {
    var index = index
    while index < count, self[index].isWhitespace { index += 1 }
    while index < count, !self[index].isWhitespace { index += 1 }
    return index
  }
}
