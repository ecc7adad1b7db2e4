import Console
import ConsoleData
import RecorderEngine
import TextUI

/// The keys that were pressed last, each as the cap that it has on a keyboard.
public struct KeyCaps: Equatable, Sendable {
  private enum Cap: Equatable {
    case key(Key, times: Int)
    /// Letters that came one after the other.
    case text(String)
    /// What was typed is nobody else's business.
    case typing
  }

  /// How many are shown, and how many letters one of them holds.
  private static let most = 3
  private static let mostLetters = 12

  private var caps: [Cap] = []

  /// Starts with none.
  public init() {}

  /// Notes a key that was pressed.
  public mutating func note(_ key: ToldKey) {
    switch (key, caps.last) {
    case (.typing, .typing?): break
    case (.typing, _): caps.append(.typing)
    case (.key(.character(let letter)), .text(let text)?):
      caps[caps.count - 1] = .text(String((text + String(letter)).suffix(Self.mostLetters)))
    case (.key(.character(" ")), _): caps.append(.key(.character(" "), times: 1))
    case (.key(.character(let letter)), _): caps.append(.text(String(letter)))
    case (.key(let key), .key(let last, let times)?) where last == key:
      caps[caps.count - 1] = .key(key, times: times + 1)
    case (.key(let key), _): caps.append(.key(key, times: 1))
    }
    caps = caps.suffix(Self.most)
  }

  /// What stands on them, the newest last.
  public var words: [String] {
    caps.map { cap in
      switch cap {
      case .key(let key, let times): times > 1 ? "\(key.name) ×\(times)" : key.name
      case .text(let text): text.replacing(" ", with: "␣")
      case .typing: tr("typing")
      }
    }
  }

  /// Draws as many of the newest as have room, and returns the columns that they take.
  @discardableResult
  func draw(on canvas: inout Canvas, row: Int, column: Int, columns: Int) -> Int {
    var shown = words
    func needed() -> Int { shown.reduce(0) { $0 + TextWidth.of($1) + 3 } }
    while needed() > columns, !shown.isEmpty { shown.removeFirst() }
    var place = column
    for word in shown {
      place += canvas.write(" \(word) ", row: row, column: place, .guideKey) + 1
    }
    return place - column
  }

  /// The columns that all of them take.
  var neededColumns: Int { words.reduce(0) { $0 + TextWidth.of($1) + 3 } }
}

/// Shows the pressed keys at the end of the coach's line, where it leaves room for them.
public final class KeyCapsLine: Onlooker {
  private var caps = KeyCaps()

  /// Starts with no key pressed.
  public init() {}

  /// Notes a key that is pressed.
  public func hear(_ key: ToldKey) { caps.note(key) }

  /// Draws the caps: where room is short what the coach says comes first, and the names of places last.
  public func decorate(_ frame: inout Canvas, of console: Console, at now: Timestamp) {
    let row = console.coachArea.endRow - 1
    guard row > 0, console.coachArea.rows > 0 else { return }
    let used =
      console.coachSpeaks
      ? (0..<frame.size.columns).last { frame[row, $0].glyph != .blank } ?? 0
      : frame.size.columns / 2
    console.phrases.spoken {
      let room = frame.size.columns - used - 3
      let needed = min(room, caps.neededColumns)
      guard needed > 0 else { return }
      frame.fill(
        Rect(row: row, column: frame.size.columns - needed - 1, rows: 1, columns: needed + 1),
        .coach)
      caps.draw(
        on: &frame, row: row, column: frame.size.columns - needed, columns: needed)
    }
  }
}
