import RecorderEngine
import TextUI

/// What tells the screen at which a trainee is from every other one of a lesson, whatever the
/// language, the window and the clock: where it is, where the keyboard is, and in which mode the
/// recorder.
///
/// Left out is what differs though nothing else has to be done: the text in the focused field, what
/// was refused, notices, clocks and pictures.
public struct ScreenIdentity: Hashable, Sendable {
  /// An item, by what can be done with it and its place among those with which the same can be done.
  public struct Spot: Hashable, Sendable {
    let kind: OutlineItem.Kind
    /// Which list of the screen it is in, from 0; all that is in none is in the first.
    let list: Int
    let place: Int
    let state: OutlineItem.State
  }

  /// What the recorder is about.
  struct Mode: Hashable, Sendable {
    let power: Int
    /// 0 released, 1 pressed, 2 long enough.
    let resetButton: Int
    let account: AccountName?
    let owesNewPassword: Bool
    let recovery: Int
    let tab: RecoveryMethod?
    let isLocked: Bool
  }

  /// The place with the names of its screens, from the bottom up.
  public let path: String
  /// The item with the keyboard; nil: none has it.
  public let focus: Spot?
  /// The selected rows and open tabs beside it.
  let current: [Spot]
  /// The fields that hold text, the one with the keyboard left out.
  let filled: [Int]
  let mode: Mode

  /// Takes the identity of a screen from what it says of itself, at a recorder that stands so.
  public init(_ outline: Outline, _ recorder: RecorderSnapshot) {
    var count = SpotCount()
    var focus: Spot?
    var current: [Spot] = []
    var filled: [Int] = []
    for (place, item) in outline.items.enumerated() where item.kind.isUsed {
      let (spot, number) = count.next(item)
      if place == outline.focus {
        focus = spot
      } else if item.state == .current {
        current.append(spot)
      } else if item.holdsText {
        filled.append(number)
      }
    }
    path = outline.place
    self.focus = focus
    self.current = current
    self.filled = filled
    mode = Mode(recorder)
  }

  /// Whether it is the same screen, at a recorder that stands the same: only the keyboard may be
  /// elsewhere on it.
  public func isSameScreen(as other: ScreenIdentity) -> Bool {
    path == other.path && mode == other.mode
  }
}

extension ScreenIdentity.Mode {
  fileprivate init(_ recorder: RecorderSnapshot) {
    power =
      switch recorder.power {
      case .off: 0
      case .starting: 1
      case .running: 2
      case .upgrading: 3
      case .resetting: 4
      }
    resetButton =
      switch recorder.resetButton {
      case .released: 0
      case .pressed(_, let isLongEnough): isLongEnough ? 2 : 1
      }
    account = recorder.session?.account
    owesNewPassword = recorder.session?.owesNewPassword ?? false
    (recovery, tab) =
      switch recorder.recovery {
      case .closed: (0, nil)
      case .open(let session): (1, session.method)
      case .granted: (2, nil)
      }
    isLocked = !recorder.lockOuts.isEmpty
  }
}

extension Outline {
  /// Where an item stands whose spot on the screen is known; nil: there is none.
  public func item(at spot: ScreenIdentity.Spot) -> OutlineItem? {
    var count = SpotCount()
    for item in items where item.kind.isUsed {
      let other = count.next(item).spot
      // How it is may have changed since.
      if (other.kind, other.list, other.place) == (spot.kind, spot.list, spot.place) { return item }
    }
    return nil
  }
}

/// Says where each item that can be used stands, one after another.
private struct SpotCount {
  private var seen: [OutlineItem.Kind: Int] = [:]
  /// The list that goes on, by its kind: which one it is, and the last place in it.
  private var lists: [OutlineItem.Kind: (list: Int, last: Int)] = [:]
  private var previous: OutlineItem.Kind?

  /// The spot of the next, and how many of its kind came before.
  mutating func next(_ item: OutlineItem) -> (spot: ScreenIdentity.Spot, number: Int) {
    let number = seen[item.kind, default: 0]
    seen[item.kind] = number + 1
    defer { previous = item.kind }
    guard item.kind.isOfList else {
      let spot = ScreenIdentity.Spot(kind: item.kind, list: 0, place: number, state: item.state)
      return (spot, number)
    }
    // Of a long list the rows in view alone are there, and say which ones they are.
    let place = item.place ?? number
    var list = 0
    if let before = lists[item.kind] {
      let goesOn = previous == item.kind && place > before.last
      list = goesOn ? before.list : before.list + 1
    }
    lists[item.kind] = (list, place)
    return (
      ScreenIdentity.Spot(kind: item.kind, list: list, place: place, state: item.state), number
    )
  }
}

extension OutlineItem {
  fileprivate var holdsText: Bool {
    switch value {
    case .text(let text) where kind == .text: !text.isEmpty
    case .secret(let count): count > 0
    case .text, nil: false
    }
  }
}

extension OutlineItem.Kind {
  /// Whether anything can be done with it: what only stands there comes and goes.
  fileprivate var isUsed: Bool {
    switch self {
    case .text, .choice, .toggle, .number, .button, .action, .row, .entry, .tab: true
    case .reading, .heading, .sentence: false
    }
  }

  fileprivate var isOfList: Bool {
    switch self {
    case .row, .entry, .tab: true
    case .text, .choice, .toggle, .number, .button, .action, .reading, .heading, .sentence: false
    }
  }
}
