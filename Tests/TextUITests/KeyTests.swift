import Testing
import TextUI

@Suite struct KeyTests {
  private enum Act { case up, down, open, look, help, leave }

  private let map = KeyMap<Act>([
    KeyBinding(keys: [.enter], action: .open, label: "Open", help: "Opens."),
    KeyBinding(keys: [.up, .character("k")], action: .up, label: "Choose", help: "Goes up."),
    KeyBinding(keys: [.down, .character("j")], action: .down, label: "Choose", help: "Down."),
    KeyBinding(keys: (2...6).map(Key.function), action: .look, label: "Look", help: "Looks."),
    KeyBinding(keys: [.function(1), .character("?")], action: .help, label: "Help", help: "H."),
    KeyBinding(keys: [.function(10)], action: .leave, label: "Leave", help: "Leaves."),
  ])

  @Test func oneTableHandlesAndExplains() {
    #expect(map.action(for: .character("j")) == .down)
    #expect(map.action(for: .character("x")) == nil)
    #expect(map.hints().map(\.keyText) == ["Enter", "↑↓", "F2-F6", "F1", "F10"])
    #expect(map.clashes.isEmpty)
  }

  @Test func aKeyBoundTwiceIsAClash() {
    let twice = KeyMap<Act>([
      KeyBinding(keys: [.enter], action: .open, label: "", help: ""),
      KeyBinding(keys: [.enter], action: .leave, label: "", help: ""),
    ])
    #expect(twice.clashes == [.enter])
    #expect(twice.action(for: .enter) == .open)
  }

  @Test(arguments: [
    (54, " Enter Open  ↑↓ Choose  F2-F6 Look  F1 Help  F10 Leave"),
    (53, " Enter Open  ↑↓ Choose  F1 Help  F10 Leave"),
    (42, " Enter Open  ↑↓ Choose  F1 Help  F10 Leave"),
    (41, " Enter Open  F1 Help  F10 Leave"), (30, " F1 Help  F10 Leave"),
    (19, " F1 Help  F10 Leave"), (18, " F1 Help"), (8, " F1 Help"), (7, ""), (1, ""),
  ])
  func aNarrowBarKeepsHelpAndTheWayOut(columns: Int, expected: String) {
    #expect(frame(1, columns) { KeyBar(map.hints()).draw(on: &$0, in: $1) } == [expected])
  }

  @Test func aDisabledKeyIsMarked() {
    let hints = map.hints { $0 == .look ? "nothing to look at" : nil }
    let shown = frame(1, 80) { KeyBar(hints).draw(on: &$0, in: $1) }[0]
    #expect(shown.contains("F2-F6 Look ⊘"))
  }

  @Test func aClickOnTheBarIsItsKey() {
    let bar = KeyBar(map.hints())
    let area = Rect(row: 0, column: 0, rows: 1, columns: 80)
    #expect(bar.hit(Point(row: 0, column: 3), in: area) == .enter)
    #expect(bar.hit(Point(row: 0, column: 14), in: area) == .up)
    #expect(bar.hit(Point(row: 0, column: 79), in: area) == nil)
  }

  @Test func keysHaveTheNamesPrintedOnThem() {
    let keys: [Key] = [
      .enter, .backTab, .function(1), .control("r"), .character(" "), .up, .alt(.character("x")),
    ]
    #expect(
      keys.map(\.name) == ["Enter", "Shift-Tab", "F1", "Ctrl-R", "Space", "↑", "Alt-x"])
  }
}
