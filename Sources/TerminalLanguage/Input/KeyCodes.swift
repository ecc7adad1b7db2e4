import TextUI

/// The sequences that most terminals send, whatever their description says.
enum KeyCodes {
  private static let arrows: [UInt8: Key] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right,
    UInt8(ascii: "D"): .left, UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end,
    // rxvt with Shift (after "[") or Ctrl (after "O").
    UInt8(ascii: "a"): .up, UInt8(ascii: "b"): .down, UInt8(ascii: "c"): .right,
    UInt8(ascii: "d"): .left,
  ]

  /// Function keys in the order of the alphabet, from a letter on.
  private static func functions(
    _ numbers: ClosedRange<Int>, from letter: Character
  ) -> [UInt8: Key] {
    let first = letter.asciiValue ?? 0
    let pairs = numbers.map { (first + UInt8($0 - numbers.lowerBound), Key.function($0)) }
    return Dictionary(pairs) { first, _ in first }
  }

  /// The letter after ESC O. F5 to F12 are PuTTY's VT100+; `w` is the End of its rxvt mode, which
  /// is why the keypad's digits `p` to `y` of other terminals cannot all be had.
  static let afterO: [UInt8: Key] = [
    UInt8(ascii: "M"): .enter, UInt8(ascii: "w"): .end,
  ].merging(arrows) { $1 }.merging(functions(1...12, from: "P")) { $1 }

  /// The letter right after ESC [: arrows, and the keys of the SCO and FreeBSD consoles, whose F1,
  /// `M`, may be a mouse.
  static let afterBracket: [UInt8: Key] = [
    UInt8(ascii: "L"): .insert, UInt8(ascii: "I"): .pageUp, UInt8(ascii: "G"): .pageDown,
    UInt8(ascii: "Z"): .backTab,
  ].merging(arrows) { $1 }.merging(functions(2...12, from: "N")) { $1 }

  /// The letter after ESC [ and numbers: a key with Shift, Alt or Ctrl.
  static let afterNumbers: [UInt8: Key] = [
    UInt8(ascii: "Z"): .backTab, UInt8(ascii: "M"): .enter,
  ].merging(arrows) { $1 }.merging(functions(1...4, from: "P")) { $1 }

  /// Whether the number that stands for Shift (1), Alt (2), Ctrl (4) and Meta (8), plus 1, has Alt.
  static func isAlt(_ modifier: Int) -> Bool { modifier > 1 && (modifier - 1) & 0b1010 != 0 }

  /// The number before "~".
  static let numbered: [Int: Key] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12),
  ]

  /// The numbers between semicolons; none that could overflow.
  static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int] {
    bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { digits in
      digits.prefix(6).reduce(0) { sum, byte in
        (0x30...0x39).contains(byte) ? sum * 10 + Int(byte) - 0x30 : sum
      }
    }
  }

  /// An SGR mouse report: button, column and row, counted from 1.
  static func mouse(_ parameters: ArraySlice<UInt8>, isRelease: Bool) -> MouseEvent? {
    let values = numbers(parameters)
    guard values.count == 3 else { return nil }
    return mouse(code: values[0], column: values[1], row: values[2], isRelease: isRelease)
  }

  static func mouse(code: Int, column: Int, row: Int, isRelease: Bool) -> MouseEvent? {
    let kind: MouseEvent.Kind
    // Shift, Alt and Ctrl add 4, 8 and 16: they change nothing here. 32 is a mere move.
    switch code & ~0b1_1100 {
    case 0: kind = isRelease ? .release : .press
    case 64: kind = .wheelUp
    case 65: kind = .wheelDown
    default: return nil
    }
    guard row > 0, column > 0 else { return nil }
    return MouseEvent(row: row - 1, column: column - 1, kind: kind)
  }
}
