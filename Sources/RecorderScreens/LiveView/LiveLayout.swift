import RecorderEngine
import ScreenKit
import TextUI

/// Which channels the live view shows: how many at once, which of them, and whether they go round.
struct LiveLayout: Equatable, Sendable {
  /// How many tiles there are: 1, 4, 9 or 16; nil: as many as the recorder needs.
  var tiles: Int?
  /// The group of channels shown, 0 for the first.
  private(set) var group = 0
  /// The channel that is chosen, 0 for the first; nil where none is.
  private(set) var chosen: Int?
  /// The chosen channel fills the screen.
  private(set) var isFull = false
  /// The part of the full picture that shows.
  private(set) var zoom = PictureZoom()
  /// Channels or groups follow one another since then.
  private(set) var roundSince: Timestamp?

  static let choices = [1, 4, 9, 16]

  /// The layouts that a recorder of so many channels has.
  static func offered(_ channels: Int) -> [Int] {
    choices.filter { $0 == 1 || $0 <= channels || choices.first { $0 >= channels } == $0 }
  }

  /// How many tiles show now.
  func count(_ channels: Int) -> Int {
    if isFull { return 1 }
    return tiles ?? LiveLayout.choices.first { $0 >= channels } ?? 16
  }

  /// The channels that show at this moment, 0 for the first.
  func shown(_ channels: Int, at now: Timestamp, each time: Interval) -> [Int] {
    let count = count(channels)
    let groups = max(1, (channels + count - 1) / count)
    var first = isFull ? (chosen ?? 0) : group % groups * count
    if let roundSince {
      let turns = Int((now - roundSince).milliseconds / max(1_000, time.milliseconds))
      first = (first / count + turns) % groups * count
    }
    return Array(first..<min(channels, first + count))
  }

  /// When another group follows; nil where none does.
  func nextTurn(_ channels: Int, at now: Timestamp, each time: Interval) -> Timestamp? {
    guard let roundSince, count(channels) < channels else { return nil }
    let length = max(1_000, time.milliseconds)
    let turns = (now - roundSince).milliseconds / length
    return roundSince + Interval(milliseconds: (turns + 1) * length)
  }

  /// Takes a layout; the chosen channel stays in view.
  mutating func choose(tiles count: Int, _ channels: Int) {
    tiles = count
    isFull = false
    zoom = PictureZoom()
    group = (chosen ?? 0) / count
  }

  /// Goes to the groups before or behind.
  mutating func turn(_ step: Int, _ channels: Int) {
    let count = count(channels)
    let groups = max(1, (channels + count - 1) / count)
    if isFull {
      zoom = PictureZoom()
      chosen = ((chosen ?? 0) + step + channels) % channels
    } else {
      group = (group + step + groups) % groups
      chosen = nil
    }
  }

  /// Moves the choice among the tiles.
  mutating func move(_ key: Key, _ channels: Int) {
    guard zoom.level == 1 else { return zoom.pan(key) }
    guard !isFull else { return turn(key == .left || key == .up ? -1 : 1, channels) }
    let count = count(channels)
    let side = LiveLayout.side(of: count)
    guard let now = chosen else {
      chosen = min(channels - 1, group * count)
      return
    }
    let steps: [Key: Int] = [.left: -1, .right: 1, .up: -side, .down: side]
    let target = now + (steps[key] ?? 0)
    guard (0..<channels).contains(target) else { return }
    chosen = target
    group = target / count
  }

  /// Chooses a channel, or fills the screen with the one that is chosen.
  mutating func pick(_ channel: Int) {
    isFull = chosen == channel
    zoom = PictureZoom()
    chosen = channel
  }

  mutating func fill() { isFull = chosen != nil }

  /// One step back: from the full screen, from the round, from the choice; false where there is
  /// nothing to go back from.
  mutating func stepBack() -> Bool {
    if zoom.level > 1 {
      zoom = PictureZoom()
    } else if isFull {
      isFull = false
    } else if roundSince != nil {
      roundSince = nil
    } else if chosen != nil {
      chosen = nil
    } else {
      return false
    }
    return true
  }

  /// Shows a part of the full picture, larger or smaller by a level.
  mutating func magnify(by step: Int) { zoom.magnify(by: step) }

  /// Begins the round, or ends it where it is.
  mutating func goRound(_ channels: Int, at now: Timestamp, each time: Interval) {
    guard roundSince != nil else {
      roundSince = now
      return
    }
    group = (shown(channels, at: now, each: time).first ?? 0) / count(channels)
    roundSince = nil
  }

  /// How many tiles stand side by side.
  static func side(of count: Int) -> Int { count <= 1 ? 1 : count <= 4 ? 2 : count <= 9 ? 3 : 4 }

  /// Where a tile is drawn among so many.
  static func spot(_ place: Int, of count: Int, in area: Rect) -> Rect {
    let side = side(of: count)
    let top = area.rows * (place / side) / side
    let left = area.columns * (place % side) / side
    return Rect(
      row: area.row + top, column: area.column + left,
      rows: area.rows * (place / side + 1) / side - top,
      // A blank column keeps neighbours apart; lines at both sides would cost more bytes than
      // the pictures.
      columns: area.columns * (place % side + 1) / side - left - (place % side < side - 1 ? 1 : 0))
  }
}
