import ConsoleData
import TextUI

/// What can be done with a replay.
enum ReplayAction: Equatable, Sendable {
  case pause, slower, faster
  case seek(seconds: Int)
  case start, end, nextMarker, previousMarker
  /// Has the arrows move the picture, or seek again.
  case switchArrows
  case move(rows: Int, columns: Int)
  case help, leave
}

/// The keys of a replay.
enum ReplayKeys {
  /// The keys while the arrows seek.
  static let seeking = KeyMap<ReplayAction>(
    first + [
      KeyBinding(
        keys: [.left], action: .seek(seconds: -5), label: "5 s",
        help: "Five seconds back."),
      KeyBinding(
        keys: [.right], action: .seek(seconds: 5), label: "5 s", help: "Five seconds ahead."),
    ] + second)

  /// The keys while the arrows move the picture.
  static let moving = KeyMap<ReplayAction>(
    first + [
      KeyBinding(
        keys: [.left], action: .move(rows: 0, columns: -8), label: "Move",
        help: "Moves the picture, which is larger than the window."),
      KeyBinding(
        keys: [.right], action: .move(rows: 0, columns: 8), label: "Move",
        help: "Moves the picture, which is larger than the window."),
      KeyBinding(
        keys: [.up], action: .move(rows: -1, columns: 0), label: "Move",
        help: "Moves the picture, which is larger than the window."),
      KeyBinding(
        keys: [.down], action: .move(rows: 1, columns: 0), label: "Move",
        help: "Moves the picture, which is larger than the window."),
    ] + second)

  private static let first: [KeyBinding<ReplayAction>] = [
    KeyBinding(
      keys: [.character(" ")], action: .pause, label: "Pause",
      help: "Pause and go on; at the end, from the start again.")
  ]

  private static let second: [KeyBinding<ReplayAction>] = [
    KeyBinding(
      keys: [.pageUp], action: .seek(seconds: -60), label: "Minute", help: "A minute back."),
    KeyBinding(
      keys: [.pageDown], action: .seek(seconds: 60), label: "Minute", help: "A minute ahead."),
    KeyBinding(
      keys: [.character("m"), .character("n")], action: .nextMarker, label: "Marker",
      help: "The next marker: a step or a place."),
    KeyBinding(
      keys: [.character("M"), .character("p")], action: .previousMarker, label: "Marker",
      help: "The marker before."),
    KeyBinding(
      keys: [.character("-")], action: .slower, label: "Speed", help: "Half as fast."),
    KeyBinding(
      keys: [.character("+"), .character("=")], action: .faster, label: "Speed",
      help: "Twice as fast."),
    KeyBinding(
      keys: [.home], action: .start, label: "Start", help: "The start.", isOnBar: false),
    KeyBinding(keys: [.end], action: .end, label: "End", help: "The end.", isOnBar: false),
    KeyBinding(
      keys: [.tab], action: .switchArrows, label: "Arrows",
      help: "Has the arrows move a larger picture, or seek again.",
      isOnBar: false),
    KeyBinding(
      keys: [.function(1), .character("?")], action: .help, label: "Help",
      help: "This list, and back."),
    KeyBinding(
      keys: [.function(10), .character("q")], action: .leave, label: "Leave",
      help: "Leave the replay. Also “q” or Ctrl-C."),
  ]
}
