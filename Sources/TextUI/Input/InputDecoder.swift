/// Turns the bytes that a terminal sends into events.
///
/// Own code rather than `getch`, which waits inside for what follows an Escape, reads one byte a
/// system call and draws half-finished frames. It holds back what is not complete: while
/// `isWaiting`, the owner calls `timeUp` when nothing has come for `patience` milliseconds.
public struct InputDecoder: Sendable {
  /// The longest paste that is kept, in bytes; the rest of a longer one is dropped.
  public static let longestPaste = 1 << 20

  private var bytes: [UInt8] = []
  private var paste: [UInt8]?
  private let sequences: [[UInt8]: Key]

  static let escape: UInt8 = 0x1B
  static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)

  /// Makes a decoder that knows, besides what most terminals send, these sequences of one.
  public init(sequences: [[UInt8]: Key] = [:]) {
    self.sequences = sequences.filter { $0.key.count > 1 && $0.key[0] == Self.escape }
  }

  /// Whether it holds bytes that may be the beginning of something longer.
  public var isWaiting: Bool { paste != nil || !bytes.isEmpty }

  /// How long to wait for the rest, in milliseconds: an Escape alone is short, a paste may stall.
  public var patience: Int { paste == nil ? 25 : 500 }

  /// Takes bytes and returns the events that they complete.
  public mutating func feed(_ input: some Sequence<UInt8>) -> [InputEvent] {
    bytes.append(contentsOf: input)
    return drain(isLast: false)
  }

  /// Returns what the held bytes mean now that nothing follows them.
  public mutating func timeUp() -> [InputEvent] { drain(isLast: true) }

  private mutating func drain(isLast: Bool) -> [InputEvent] {
    var events: [InputEvent] = []
    var reader = ByteReader(bytes: bytes, sequences: sequences, isLast: isLast)
    while true {
      if paste != nil {
        guard let pasted = takePaste(&reader, isLast: isLast) else { break }
        events.append(.paste(pasted))
      }
      guard let step = reader.next() else { break }
      switch step {
      case .events(let found): events += found
      case .pasteBegins: paste = []
      }
    }
    bytes = Array(reader.rest)
    return events
  }

  /// Collects a paste up to its end mark; nil while that has not come.
  private mutating func takePaste(_ reader: inout ByteReader, isLast: Bool) -> String? {
    guard var collected = paste else { return nil }
    let isComplete = reader.take(until: Self.pasteEnd, into: &collected, isLast: isLast)
    if collected.count > Self.longestPaste {
      collected.removeLast(collected.count - Self.longestPaste)
    }
    paste = isComplete || isLast ? nil : collected
    return paste == nil ? String(decoding: collected, as: UTF8.self) : nil
  }
}
