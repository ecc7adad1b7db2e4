import TextUI

/// Turns the bytes that a terminal sends into events.
///
/// Own code rather than `getch`, which waits inside for what follows an Escape, reads one byte a
/// system call and draws half-finished frames. It holds back what is not complete: while
/// `isWaiting`, the owner calls `timeUp` when nothing has come for `patience` milliseconds.
///
/// A terminal's late answer to somebody's question, a string such as `ESC ] 11;rgb:… BEL`, is left
/// out whole: its letters are no keys.
public struct InputDecoder: Sendable {
  /// The longest paste that is kept, in bytes; the rest of a longer one is dropped.
  public static let longestPaste = 1 << 20
  /// The longest string that is left out, in bytes; what follows is read as keys again.
  public static let longestString = 1 << 16

  private var bytes: [UInt8] = []
  private var paste: [UInt8]?
  /// How many bytes of a string were left out so far; nil outside of one.
  private var stringCount: Int?
  private var isAfterReturn = false
  private let sequences: [KeySequence]

  static let escape: UInt8 = 0x1B
  static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)

  /// Makes a decoder that knows, besides what most terminals send, these sequences of one.
  public init(sequences: [KeySequence] = []) {
    self.sequences = sequences.filter { $0.bytes.count > 1 && $0.bytes[0] == Self.escape }
  }

  /// Whether it holds bytes that may be the beginning of something longer.
  public var isWaiting: Bool { isInside || !bytes.isEmpty }

  /// How long to wait for the rest, in milliseconds: an Escape alone is short, a paste or a string
  /// may stall.
  public var patience: Int { isInside ? 500 : 25 }

  private var isInside: Bool { paste != nil || stringCount != nil }

  /// Takes bytes and returns the events that they complete.
  public mutating func feed(_ input: [UInt8]) -> [InputEvent] {
    bytes += input
    return drain(isLast: false)
  }

  /// Returns what the held bytes mean now that nothing follows them.
  public mutating func timeUp() -> [InputEvent] { drain(isLast: true) }

  private mutating func drain(isLast: Bool) -> [InputEvent] {
    var events: [InputEvent] = []
    var reader = ByteReader(
      bytes: bytes, sequences: sequences, isLast: isLast, isAfterReturn: isAfterReturn)
    while true {
      if paste != nil {
        guard let pasted = readPaste(&reader, isLast: isLast) else { break }
        events.append(.paste(pasted))
      }
      if let count = stringCount {
        stringCount = reader.leaveOutString(after: count)
        guard stringCount == nil else { break }
      }
      guard let step = reader.next() else { break }
      switch step {
      case .events(let found): events += found
      case .pasteBegins: paste = []
      case .stringBegins: stringCount = 0
      }
    }
    bytes = Array(reader.rest)
    isAfterReturn = reader.isAfterReturn
    return events
  }

  /// Collects a paste up to its end mark; nil while that has not come.
  private mutating func readPaste(_ reader: inout ByteReader, isLast: Bool) -> String? {
    guard var collected = paste else { return nil }
    let isComplete = reader.read(until: Self.pasteEnd, into: &collected, isLast: isLast)
    if collected.count > Self.longestPaste {
      collected.removeLast(collected.count - Self.longestPaste)
    }
    paste = isComplete || isLast ? nil : collected
    return paste == nil ? String(decoding: collected, as: UTF8.self) : nil
  }
}
