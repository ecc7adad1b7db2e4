import RecorderEngine

/// Makes inputs of others: the same seed makes the same inputs.
struct Mutator {
  private let seeds: [[UInt8]]
  private var random: SeededRandom

  /// Pieces that mean something to a parser.
  private static let pieces: [[UInt8]] =
    [
      "<", ">", "</", "/>", "&", "&amp;", "&#0;", "&#x10FFFF;", "&#xD800;", "]]>", "<![CDATA[",
      "<!--", "-->", "<?x ?>", "<!DOCTYPE a [<!ENTITY b 'c'>]>", "&b;", "\"", "'", "=", ":",
      " xmlns=\"\"", " xmlns:s=\"urn:x\"", " xmlns:xml=\"\"", "<a:b:c/>", "<x>", "</x>",
      "<s:Fault>",
      "99999999999999999999", "-1", "0x", "1e400", "PT9999999999999999999S", "\u{0}", "\u{1B}[2J",
      "\u{9B}", "\u{FFFE}", "\u{202E}", "é", "😀", "%zz%", "//.", "|", ",", "Digest nonce=\"a\",",
      "You still have 99999 attempt(s)",
    ].map { Array($0.utf8) } + [[0xFF, 0xFE], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90]]

  init(seeds: [[UInt8]], seed: UInt64) {
    self.seeds = seeds
    random = SeededRandom(seed: seed)
  }

  /// The next input.
  mutating func next() -> [UInt8] {
    var bytes = pick(seeds)
    // Mostly one, so that what comes behind the parser is reached as well.
    let many = Int.random(in: 0..<4, using: &random) == 0
    for _ in 0..<(many ? 4 : 1) { mutate(&bytes) }
    return bytes
  }

  private mutating func mutate(_ bytes: inout [UInt8]) {
    let range = someRange(of: bytes)
    switch Int.random(in: 0..<9, using: &random) {
    case 0: bytes.removeSubrange(range)
    case 1: bytes.insert(contentsOf: Array(bytes[range]), at: range.lowerBound)
    case 2: bytes.removeLast(bytes.count - range.lowerBound)
    case 3:
      let other = pick(seeds)
      bytes.replaceSubrange(range, with: other[someRange(of: other)])
    case 4:
      let piece = pick(Self.pieces)
      let many = Int.random(in: 0..<20, using: &random) == 0 ? 200 : 1
      bytes.insert(
        contentsOf: Array(repeatElement(piece, count: many).joined()), at: range.lowerBound)
    case 5, 6: bytes.insert(contentsOf: pick(Self.pieces), at: range.lowerBound)
    default:
      guard range.lowerBound < bytes.count else { return }
      bytes[range.lowerBound] = UInt8.random(in: .min ... .max, using: &random)
    }
  }

  private mutating func someRange(of bytes: [UInt8]) -> Range<Int> {
    let start = Int.random(in: 0...bytes.count, using: &random)
    let most = Int.random(in: 0..<8, using: &random) == 0 ? 400 : 12
    return start..<min(bytes.count, start + Int.random(in: 0...most, using: &random))
  }

  private mutating func pick<Element>(_ all: [Element]) -> Element {
    all[Int.random(in: 0..<all.count, using: &random)]
  }
}
