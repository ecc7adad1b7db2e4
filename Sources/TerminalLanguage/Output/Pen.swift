/// How a terminal draws the next character: its colours and marks, as SGR parameters.
struct Pen: Equatable, Sendable {
  /// The parameters of the ink, such as `38;5;240`; empty is the terminal's own.
  var ink: [UInt8] = []
  /// The parameters of the paper.
  var paper: [UInt8] = []
  /// The marks that are on, bold (1) to hidden (8), a bit each.
  var marks: UInt16 = 0

  /// Marks that are seen on a blank: underline, blink, reverse.
  private static let seenOnBlanks: UInt16 = 1 << 4 | 1 << 5 | 1 << 7
  private static let reverse: UInt16 = 1 << 7

  /// Whether ink and paper are changed over: then a blank shows the ink.
  var isReversed: Bool { marks & Pen.reverse != 0 }

  /// Whether a blank looks the same with both.
  func drawsBlankLike(_ other: Pen) -> Bool {
    let seen = Pen.seenOnBlanks
    guard paper == other.paper, marks & seen == other.marks & seen else { return false }
    // Bold may brighten the ink that a reversed blank shows.
    return !isReversed || (ink == other.ink && marks == other.marks)
  }

  /// Changes the pen as one SGR sequence asks; false where a parameter is not known.
  mutating func apply(_ parameters: ArraySlice<UInt8>) -> Bool {
    let numbers = parameters.split(separator: 0x3B, omittingEmptySubsequences: false).map {
      $0.reduce(0) { min(9_999, $0 * 10 + Int($1) - 0x30) }
    }
    var place = 0
    while place < numbers.count {
      let number = numbers[place]
      switch number {
      case 0: self = Pen()
      case 1...8: marks |= 1 << UInt16(number)
      case 22: marks &= ~(1 << 1 | 1 << 2)
      case 23...28: marks &= ~(1 << UInt16(number - 20))
      case 30...37, 90...97: ink = Array(String(number).utf8)
      case 39: ink = []
      case 40...47, 100...107: paper = Array(String(number).utf8)
      case 49: paper = []
      case 38, 48:
        guard place + 2 < numbers.count, numbers[place + 1] == 5 else { return false }
        let text = Array("\(number);5;\(numbers[place + 2])".utf8)
        if number == 38 { ink = text } else { paper = text }
        place += 2
      default: return false
      }
      place += 1
    }
    return true
  }

  /// The parameters that turn the other pen into this one.
  func change(from other: Pen) -> [UInt8] {
    let isReset = other.marks & ~marks != 0
    let start = isReset ? Pen() : other
    var parts: [[UInt8]] = isReset ? [[0x30]] : []
    for mark in 1...8 where marks & ~start.marks & (1 << UInt16(mark)) != 0 {
      parts.append([0x30 + UInt8(mark)])
    }
    if ink != start.ink { parts.append(ink.isEmpty ? Array("39".utf8) : ink) }
    if paper != start.paper { parts.append(paper.isEmpty ? Array("49".utf8) : paper) }
    return Array(parts.joined(separator: [0x3B]))
  }
}
