/// The sequences that most terminals send, whatever their description says.
enum KeyCodes {
  /// The letter after ESC [ or ESC O.
  static let letters: [UInt8: Key] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right,
    UInt8(ascii: "D"): .left, UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end,
    UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2),
    UInt8(ascii: "R"): .function(3), UInt8(ascii: "S"): .function(4),
    UInt8(ascii: "Z"): .backTab, UInt8(ascii: "M"): .enter,
  ]

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
