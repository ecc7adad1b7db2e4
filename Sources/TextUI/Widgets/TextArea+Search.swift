extension TextArea {
  /// The places where a text begins, whatever its capitals; none for an empty text.
  public func places(of text: String) -> [Int] {
    let wanted = text.map { $0.lowercased() }
    guard !wanted.isEmpty, wanted.count <= characters.count else { return [] }
    let held = characters.map { $0.lowercased() }
    return (0...held.count - wanted.count).filter { start in
      held[start..<start + wanted.count].elementsEqual(wanted)
    }
  }

  /// Goes to the next place of a text behind the cursor, or from the top on; returns which of how
  /// many it is, from 1, or nil where there is none.
  public mutating func find(_ text: String) -> (number: Int, count: Int)? {
    let places = places(of: text)
    guard let first = places.first else {
      show(nil)
      return nil
    }
    let from = match == nil ? cursor : cursor - 1
    let next = places.first { $0 > from || (match == nil && $0 == from) } ?? first
    show(next..<next + text.count)
    return ((places.firstIndex(of: next) ?? 0) + 1, places.count)
  }
}
