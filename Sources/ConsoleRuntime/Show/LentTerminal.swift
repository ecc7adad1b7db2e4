import TextUI

/// The console's terminal while something else has it for a while: whoever that is leaves as soon as the console
/// has something to do that cannot wait.
final class LentTerminal: Terminal {
  private let inner: any Terminal
  /// Looks whether the console is wanted, and how long nobody has to look again; nil: until something comes.
  private let isWanted: () -> Bool
  private let wait: () -> Duration?
  private let note: (InputEvent) -> Void
  /// Whether the session itself was ended meanwhile.
  private(set) var wasEnded = false

  init(
    _ inner: any Terminal, isWanted: @escaping () -> Bool, wait: @escaping () -> Duration?,
    note: @escaping (InputEvent) -> Void
  ) {
    (self.inner, self.isWanted, self.wait, self.note) = (inner, isWanted, wait, note)
  }

  var size: Size { inner.size }
  var depth: ColourDepth { inner.depth }
  var isUnicode: Bool { inner.isUnicode }
  var hasShownAll: Bool { inner.hasShownAll }
  func present(_ canvas: Canvas, theme: Theme) { inner.present(canvas, theme: theme) }
  func ring() { inner.ring() }
  func suspend() { inner.suspend() }
  func close() {}

  func next(within limit: Duration?) -> InputEvent? {
    if isWanted() { return .terminate }
    let event = inner.next(within: [limit, wait()].compactMap(\.self).min())
    if let event { note(event) }
    if event == .terminate || event == .hangup { wasEnded = true }
    // Nothing was asked for, or less than the console waits for: somebody looks again.
    if event == nil || event == .woken, isWanted() { return .terminate }
    return event ?? (limit == nil ? .woken : nil)
  }
}
