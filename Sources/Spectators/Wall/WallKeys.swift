import ConsoleData
import TextUI

/// What can be done at the wall.
enum WallAction: Equatable, Sendable {
  case move(Int)
  case sort, filter, clear, watch, line, lineToAll, put, fault, extend, end, leave
}

extension WallScreen {
  /// The keys of the list.
  static let keys = KeyMap<WallAction>([
    KeyBinding(keys: [.up], action: .move(-1), label: "Choose", help: "The session above."),
    KeyBinding(keys: [.down], action: .move(1), label: "Choose", help: "The session below."),
    KeyBinding(
      keys: [.pageUp], action: .move(-10), label: "Choose", help: "Ten above.", isOnBar: false),
    KeyBinding(
      keys: [.pageDown], action: .move(10), label: "Choose", help: "Ten below.", isOnBar: false),
    KeyBinding(
      keys: [.home], action: .move(-1_000), label: "Choose", help: "The first.", isOnBar: false),
    KeyBinding(
      keys: [.end], action: .move(1_000), label: "Choose", help: "The last.", isOnBar: false),
    KeyBinding(keys: [.enter], action: .watch, label: "Watch", help: "Looks over a shoulder."),
    KeyBinding(
      keys: [.character("m")], action: .line, label: "Line", help: "Sends a line to this one."),
    KeyBinding(
      keys: [.character("M")], action: .lineToAll, label: "to all",
      help: "Sends a line to all that are shown."),
    KeyBinding(
      keys: [.character("p")], action: .put, label: "Put",
      help: "Puts a scenario in front of all that are shown; an exam is left alone."),
    KeyBinding(
      keys: [.character("f")], action: .fault, label: "Fault",
      help: "Has something go wrong for this one."),
    KeyBinding(
      keys: [.character("e")], action: .extend, label: "+15 min",
      help: "Gives this one a quarter of an hour more."),
    KeyBinding(
      keys: [.character("x")], action: .end, label: "End",
      help: "Ends this session, after a question and a countdown."),
    KeyBinding(
      keys: [.character("s")], action: .sort, label: "Sort",
      help: "By name, stuck first, by step, last key or score."),
    KeyBinding(
      keys: [.character("/")], action: .filter, label: "Filter",
      help: "Shows only those whose name or scenario has this in it."),
    KeyBinding(
      keys: [.escape], action: .clear, label: "All", help: "Shows all again.", isOnBar: false),
    KeyBinding(
      keys: [.function(10), .character("q"), .control("c")], action: .leave, label: "Leave",
      help: "Leaves the wall; nothing ends with it."),
  ])
}
