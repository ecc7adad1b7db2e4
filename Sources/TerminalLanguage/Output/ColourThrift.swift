/// Leaves out of a frame's bytes the colour changes that nobody sees.
///
/// ncurses sends ink and paper at every change of either, and both before blanks, which show no
/// ink. A picture of flat colours shrinks by a third without them. What is not understood goes
/// through as it came.
public struct ColourThrift: Sendable {
  private static let escape: UInt8 = 0x1B

  /// What the terminal draws with; nil while that is not known.
  private var actual: Pen?
  /// What it has been asked to draw with.
  private var wanted = Pen()
  /// Whether the wanted pen is known: not after a sequence that was not understood.
  private var isCertain = false
  private var out: [UInt8] = []

  /// Makes a filter for a terminal of which nothing is known yet.
  public init() {}

  /// Forgets what the terminal draws with: somebody else may have written to it.
  public mutating func forget() { actual = nil }

  /// The bytes without what is not needed; sequences must not be cut between two calls.
  public mutating func thin(_ bytes: [UInt8]) -> [UInt8] {
    out = []
    out.reserveCapacity(bytes.count)
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte == Self.escape {
        place = passSequence(bytes, place)
      } else {
        if byte >= 0x20 { settle(isBlank: byte == 0x20) }
        out.append(byte)
        place += 1
      }
    }
    return out
  }

  /// Passes one escape sequence, and returns the place after it.
  private mutating func passSequence(_ bytes: [UInt8], _ start: Int) -> Int {
    guard start + 1 < bytes.count, bytes[start + 1] == 0x5B else {
      // `ESC ( B` chooses the plain characters, which are never left.
      let end = min(
        bytes.count, start + (start + 1 < bytes.count && bytes[start + 1] == 0x28 ? 3 : 2))
      out += bytes[start..<end]
      return end
    }
    var end = start + 2
    while end < bytes.count, !(0x40...0x7E).contains(bytes[end]) { end += 1 }
    guard end < bytes.count else {
      out += bytes[start...]
      return bytes.count
    }
    let parameters = bytes[start + 2..<end]
    if bytes[end] == 0x6D, parameters.allSatisfy({ (0x30...0x3B).contains($0) }) {
      rewriteColours(parameters, whole: bytes[start...end])
    } else {
      // Erasing leaves the paper behind; moving the cursor leaves nothing.
      if "XKJLMPST@b".utf8.contains(bytes[end]) { settle(isBlank: bytes[end] != 0x62) }
      out += bytes[start...end]
    }
    return end + 1
  }

  private mutating func rewriteColours(_ parameters: ArraySlice<UInt8>, whole: ArraySlice<UInt8>) {
    let isReset = parameters.isEmpty || parameters.first == 0x30
    if isReset {
      wanted = Pen()
      isCertain = true
    }
    var next = wanted
    if isCertain, next.apply(parameters) {
      wanted = next
      return
    }
    if isCertain { settle(isBlank: false) }
    isCertain = false
    actual = nil
    out += whole
  }

  /// Makes the terminal draw as it was asked to, if it does not yet.
  private mutating func settle(isBlank: Bool) {
    guard isCertain else { return }
    guard let known = actual else {
      let change = wanted.change(from: Pen())
      out += Array("\u{1B}[0".utf8) + (change.isEmpty ? [] : [0x3B] + change) + [0x6D]
      actual = wanted
      return
    }
    if known == wanted || (isBlank && wanted.drawsBlankLike(known)) { return }
    var target = wanted
    // The ink can wait until something is written with it.
    if isBlank, known.marks == wanted.marks, !wanted.isReversed { target.ink = known.ink }
    out += [Self.escape, 0x5B] + target.change(from: known) + [0x6D]
    actual = target
  }
}
