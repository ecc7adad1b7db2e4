import ConsoleData
import TextUI

/// All sessions of a class at a glance, and what a trainer does about them.
public struct WallScreen: Sendable {
  /// What is to be done after a key.
  public enum Action: Equatable, Sendable {
    case stay
    case leave
    /// Looks at one, until somebody has seen enough.
    case watch(String)
    /// Tells these.
    case order(SessionOrder, [String])
  }

  /// What a list can be sorted by.
  enum Order: CaseIterable {
    case name, stuck, step, lastKey, points

    var title: Phrase {
      switch self {
      case .name: tr("name")
      case .stuck: tr("stuck first")
      case .step: tr("step")
      case .lastKey: tr("last key")
      case .points: tr("score")
      }
    }
  }

  /// Something to be chosen for somebody: a scenario or a fault.
  public struct Choice: Equatable, Sendable {
    /// What it is called for the program, and for people.
    public let name: String
    public let title: String

    /// Makes a choice.
    public init(name: String, title: String) { (self.name, self.title) = (name, title) }
  }

  enum Mode: Equatable {
    case list
    case filter
    /// A line to these.
    case line([String])
    case scenarios(at: Int)
    case faults(at: Int, String)
    case end(String)
  }

  /// The network cable's name among the faults.
  public static let cable = Choice(name: "", title: "Network cable pulled")

  private(set) var seats: [String: Seat] = [:]
  private(set) var times: StepTimes
  private(set) var selected: String?
  private(set) var order = Order.name
  private(set) var mode = Mode.list
  var field = TextField(limit: 120)
  private(set) var filter = ""
  private(set) var notice: String?
  let scenarios: [Choice]
  let faults: [Choice]
  let title: String
  /// The window, and the seconds since 1970.
  public var window: Size
  public var now: UInt32 = 0

  /// The lessons by their names.
  private let lessons: [String: WallLesson]

  /// Begins with nobody. `lessons` can be put in front of somebody, and say how long each takes.
  public init(
    title: String, window: Size, lessons: [WallLesson], faults: [Choice]
  ) {
    (self.title, self.window) = (title, window)
    scenarios = lessons.map { Choice(name: $0.name, title: $0.title) }
    self.faults = faults + [WallScreen.cable]
    self.lessons = Dictionary(lessons.map { ($0.name, $0) }, uniquingKeysWith: { one, _ in one })
    times = StepTimes(self.lessons)
  }

  /// What a session does, in the trainer's language where the trainer has that scenario too; empty: free
  /// practice.
  func lesson(of status: SessionStatus) -> String {
    lessons[status.scenario]?.title ?? status.lesson
  }

  // MARK: What comes

  /// Whether a session is known, and not over.
  public func knows(_ name: String) -> Bool { seats[name].map { !$0.isGone } ?? false }

  /// Somebody has come.
  public mutating func arrive(_ name: String) {
    seats[name] = Seat(name: name)
    selected = selected ?? name
  }

  /// A session says something.
  public mutating func take(_ packet: Packet, from name: String) {
    guard var seat = seats[name] else { return }
    let before = seat.status
    seat.take(packet)
    if case .status(let new) = packet { times.note(before, new) }
    seats[name] = seat
  }

  /// A session has gone.
  public mutating func leave(_ name: String) { seats[name]?.lose() }

  // MARK: The list

  /// Who is shown, in the order of the list.
  var rows: [String] {
    let wanted = filter.lowercased()
    let shown = seats.filter { name, seat in
      wanted.isEmpty || name.contains(wanted)
        || lesson(of: seat.status).lowercased().contains(wanted)
    }
    return shown.sorted { one, other in
      let (first, second) = (key(one.value), key(other.value))
      return first != second ? first < second : one.key < other.key
    }.map(\.key)
  }

  /// What is smaller comes first; names decide between equals.
  private func key(_ seat: Seat) -> Int {
    let status = seat.status
    return switch order {
    case .name: 0
    case .stuck: times.isStuck(status, at: now) ? 0 : 1
    case .step: -status.step
    case .lastKey: Int(status.lastKey)
    case .points: -(status.points ?? -1)
    }
  }

  /// Whose row is chosen; nil: there is none.
  public var chosen: String? {
    let rows = rows
    return selected.flatMap { rows.contains($0) ? $0 : nil } ?? rows.first
  }

  /// Whether the window has room for the picture of the one who is chosen.
  public var showsPicture: Bool { pictureArea.rows > 0 }

  /// Where that picture goes: below the list.
  var pictureArea: Rect {
    let body = Rect(window).droppingTop(1).droppingBottom(2)
    return body.rows >= 34 ? body.bottom(min(26, body.rows - 8)) : body.bottom(0)
  }

  /// Those who can be told something.
  private var present: [String] { rows.filter { knows($0) } }

  // MARK: Keys

  /// What a key of the trainer does.
  public mutating func press(_ key: Key) -> Action {
    notice = nil
    switch mode {
    case .list: return pressInList(key)
    case .filter:
      edit(key) { wall in
        wall.filter = wall.field.text
        wall.mode = .list
      }
      if mode == .filter { filter = field.text }
    case .line(let names):
      var action = Action.stay
      edit(key) { wall in
        wall.mode = .list
        guard !wall.field.isEmpty else { return }
        action = wall.tell(.note(wall.field.text), names)
      }
      return action
    case .scenarios(let at):
      if let place = choose(key, at, of: scenarios.count) {
        mode = .scenarios(at: place)
      } else if key == .enter {
        mode = .list
        let choice = scenarios[at]
        return tell(.put(scenario: choice.name, title: choice.title), present)
      }
    case .faults(let at, let name):
      if let place = choose(key, at, of: faults.count) {
        mode = .faults(at: place, name)
      } else if key == .enter {
        mode = .list
        return tell(at == faults.count - 1 ? .pullCable : .fault(faults[at].name), [name])
      }
    case .end(let name):
      mode = .list
      if key == .enter { return tell(.end(seconds: 10), [name]) }
    }
    return .stay
  }

  private mutating func pressInList(_ key: Key) -> Action {
    guard let action = WallScreen.keys.action(for: key) else { return .stay }
    switch action {
    case .move(let count): move(count)
    case .sort:
      let all = Order.allCases
      order = all[((all.firstIndex(of: order) ?? 0) + 1) % all.count]
    case .filter: begin(.filter, with: filter)
    case .clear: filter = ""
    case .leave: return .leave
    case .lineToAll: begin(.line(present), with: "")
    case .put: if !scenarios.isEmpty { mode = .scenarios(at: 0) }
    case .watch, .line, .fault, .extend, .end:
      if let name = chosen, knows(name), let seat = seats[name] { return act(action, name, seat) }
    }
    return .stay
  }

  /// Does what is for the one who is chosen.
  private mutating func act(_ action: WallAction, _ name: String, _ seat: Seat) -> Action {
    switch action {
    case .watch where !seat.status.isRefused: return .watch(name)
    case .watch: notice = tr("\(name) lets nobody watch now.")
    case .line: begin(.line([name]), with: "")
    case .fault where seat.status.isExam:
      notice = tr("\(name) sits an exam: nothing goes wrong in it by hand.")
    case .fault: mode = .faults(at: 0, name)
    case .extend: return tell(.extend(minutes: 15), [name])
    case .end: mode = .end(name)
    case .move, .sort, .filter, .clear, .leave, .lineToAll, .put: break
    }
    return .stay
  }

  private mutating func tell(_ order: SessionOrder, _ names: [String]) -> Action {
    notice = names.count == 1 ? tr("Told: \(names[0])") : tr("Told: \(names.count) sessions")
    return .order(order, names)
  }

  private mutating func begin(_ mode: Mode, with text: String) {
    self.mode = mode
    field.text = text
  }

  private mutating func edit(_ key: Key, _ done: (inout WallScreen) -> Void) {
    switch key {
    case .enter: done(&self)
    case .escape:
      if mode == .filter { filter = "" }
      mode = .list
    default: _ = field.handle(.key(key))
    }
  }

  /// Where a choice goes; nil: the key moves nothing. Esc closes the list.
  private mutating func choose(_ key: Key, _ at: Int, of count: Int) -> Int? {
    switch key {
    case .up: return max(0, at - 1)
    case .down: return min(count - 1, at + 1)
    case .escape, .character("q"):
      mode = .list
      return nil
    default: return nil
    }
  }

  private mutating func move(_ count: Int) {
    let rows = rows
    guard !rows.isEmpty else { return }
    let place = chosen.flatMap { rows.firstIndex(of: $0) } ?? 0
    selected = rows[min(max(0, place + count), rows.count - 1)]
  }
}
