/// Screens kept on the way through a cast, so that no place in it is far from one.
///
/// Rows that are alike from one to the next are held once.
struct KeyFrames: Sendable {
  private struct Frame: Sendable {
    /// How many events had happened.
    let event: Int
    let screen: ScreenModel
  }

  private static let most = 64

  private var frames: [Frame] = []
  /// How many bytes of the file lie between two of them.
  private(set) var spacing = 256 << 10
  /// How many bytes were played since the last one was kept.
  private var bytes = 0

  var count: Int { frames.count }

  /// Counts bytes that were played up to an event, and keeps the screen where it is time to.
  mutating func note(_ screen: ScreenModel, at event: Int, after count: Int) {
    // What was played before is played again after a seek backwards.
    guard event > frames.last?.event ?? 0 else {
      bytes = 0
      return
    }
    bytes += count
    guard bytes >= spacing else { return }
    bytes = 0
    if frames.count == Self.most {
      frames = frames.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
      spacing *= 2
    }
    var screen = screen
    if let before = frames.last?.screen { screen.shareRows(with: before) }
    frames.append(Frame(event: event, screen: screen))
  }

  /// The last screen that was kept up to an event.
  func last(upTo event: Int) -> (event: Int, screen: ScreenModel)? {
    frames.last { $0.event <= event }.map { ($0.event, $0.screen) }
  }
}

extension ScreenModel {
  /// Has rows that are alike take no memory of their own.
  fileprivate mutating func shareRows(with other: ScreenModel) {
    for row in rows.indices where row < other.rows.count && rows[row] == other.rows[row] {
      rows[row] = other.rows[row]
    }
    guard let mine = firstScreen, let others = other.firstScreen else { return }
    firstScreen = mine.enumerated().map { row, cells in
      row < others.count && cells == others[row] ? others[row] : cells
    }
  }
}
