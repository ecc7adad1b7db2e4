import Testing
import TextUI

@Suite struct ListTests {
  private let area = Rect(row: 0, column: 0, rows: 4, columns: 24)

  private func users(_ count: Int) -> ListView {
    ListView(
      columns: [
        ListColumn("User"), ListColumn("State", width: .fixed(5), align: .right),
      ],
      rows: (0..<count).map { ListRow(["user\($0)", $0 == 1 ? "off" : "on"]) })
  }

  @Test func aShortListHasNoScrollBar() {
    let expected = """
        User             State
      ▸ user0               on
        user1              off
        user2               on
      """
    #expect(frame(4, 24) { users(3).draw(on: &$0, in: $1) } == lines(expected))
  }

  @Test func aLongListScrollsWithItsSelection() {
    var list = users(9)
    for _ in 0..<3 { #expect(list.handle(.key(.down), in: area) == .moved) }
    let expected = """
        User           State
        user1            off ┃
        user2             on │
      ▸ user3             on │
      """
    #expect(frame(4, 24) { list.draw(on: &$0, in: $1) } == lines(expected))
    _ = list.handle(.key(.up), in: area)
    #expect(frame(4, 24) { list.draw(on: &$0, in: $1) }[1].contains("user1"))
  }

  @Test func pagesEndsAndTheWheelStayInTheList() {
    var list = users(9)
    #expect(list.handle(.key(.end), in: area) == .moved)
    #expect(list.handle(.key(.end), in: area) == .ignored)
    #expect(list.selected == 8)
    _ = list.handle(.key(.pageUp), in: area)
    #expect(list.selected == 6)
    _ = list.handle(.mouse(MouseEvent(row: 1, column: 1, kind: .wheelUp)), in: area)
    #expect(list.selected == 3)
    _ = list.handle(.key(.home), in: area)
    #expect(list.selected == 0)
    #expect(list.handle(.key(.enter), in: area) == .activated(0))
  }

  @Test func aClickSelectsAndASecondOneActivates() {
    var list = users(3)
    #expect(list.handle(.click(2, 3), in: area) == .moved)
    #expect(list.handle(.click(2, 3), in: area) == .activated(1))
    #expect(list.handle(.click(0, 3), in: area) == .ignored)
  }

  @Test func theSelectionShowsEvenWithoutTheKeyboard() {
    var list = users(2)
    list.isFocused = false
    let canvas = canvas(4, 24) { list.draw(on: &$0, in: $1) }
    #expect(canvas[1, 0] == Cell(glyph: "▸", ink: .role(.selection)))
    #expect(canvas.cursor == nil)
  }

  @Test func anEmptyListSaysSo() {
    var list = ListView([String]())
    #expect(frame(1, 14) { list.draw(on: &$0, in: $1) } == ["  nothing here"])
    #expect(list.handle(.key(.down), in: area) == .ignored)
  }
}

@Suite struct SmallWidgetTests {
  @Test func tabsReadAsTabs() {
    let tabs = Tabs([.init("One"), .init("Two"), .init("Mail", whyDisabled: "later")])
    #expect(frame(1, 30) { tabs.draw(on: &$0, in: $1) } == ["▌ One ▐   Two  │  Mail ⊘"])
    let area = Rect(row: 0, column: 0, rows: 1, columns: 30)
    #expect(tabs.hit(Point(row: 0, column: 10), in: area) == 1)
  }

  @Test func tabsThatDoNotFitSaySoAtTheirEnds() {
    let titles: [Phrase] = ["One", "Two", "Three", "Four"]
    let shown = (0..<4).map { current in
      frame(1, 16) { Tabs(titles, current: current).draw(on: &$0, in: $1) }[0]
    }
    #expect(shown[0] == "▌One▐ Two│Thre ›", "\(shown)")
    #expect(shown[2].hasPrefix("‹ ") && shown[2].contains("▌Three▐"), "\(shown)")
    #expect(shown[3].hasPrefix("‹ ") && shown[3].hasSuffix("▌Four▐"), "\(shown)")
  }

  @Test func tabsStandCloserBeforeAnyIsCut() {
    let titles: [Tabs.Tab] = [.init("One"), .init("Two"), .init("Mail", whyDisabled: "later")]
    let shown = [26, 25, 19, 15, 14].map { columns in
      frame(1, columns) { Tabs(titles).draw(on: &$0, in: $1) }[0]
    }
    #expect(shown[0] == "▌ One ▐   Two  │  Mail ⊘", "\(shown)")
    #expect(shown[1] == "▌One▐  Two │ Mail ⊘", "\(shown)")
    #expect(shown[3] == "▌One▐ Two│Mail⊘", "\(shown)")
    #expect(shown[4].hasSuffix(" ›"), "\(shown)")
  }

  @Test func disabledTabsAreSteppedOverAndGiveTheirReason() {
    var tabs = Tabs([.init("One"), .init("Mail", whyDisabled: "later"), .init("Two")])
    tabs.step(1)
    #expect(tabs.current == 2)
    tabs.step(1)
    #expect(tabs.current == 0)
    #expect(tabs.select(1) == "later")
    #expect(tabs.current == 0)
  }

  @Test(arguments: [
    (0.0, ""), (0.5, "████"), (0.515625, "████▏"), (1.0, "████████"), (2.0, "████████"),
    (-1.0, ""), (.nan, ""),
  ])
  func aBarFillsByEighths(fraction: Double, expected: String) {
    let bar = ProgressBar(fraction: fraction)
    #expect(frame(1, 8) { bar.draw(on: &$0, in: $1) } == [expected])
  }

  @Test func aBarCarriesMarks() {
    let bar = ProgressBar(
      fraction: 0, marks: [.init(0, "0"), .init(0.5, "10 s"), .init(1, "15 s")])
    #expect(frame(2, 16) { bar.draw(on: &$0, in: $1) }[1] == "0────10 s───15 s")
  }

  @Test func aDialogStandsInTheMiddleOverADimmedPage() {
    var inner = Rect(row: 0, column: 0, rows: 0, columns: 0)
    let canvas = canvas(9, 24) { canvas, area in
      canvas.write("behind", row: 0, column: 0, .text)
      inner = Dialog(title: "Sure?", rows: 1, columns: 10).open(on: &canvas, in: area)
      canvas.write("Leave now?", row: inner.row, column: inner.column, .text)
    }
    let expected = """
      behind

          ┌─ Sure? ──────┐
          │              │
          │  Leave now?  │
          │              │
          └──────────────┘
      """
    #expect(canvas.plainText().prefix(7).elementsEqual(lines(expected)))
    #expect(canvas[0, 0].ink == .role(.backdrop))
    #expect(canvas[7, 8].ink == .role(.shadow))
    #expect(canvas[4, 7] == Cell(glyph: "L", ink: .role(.text), isRaised: true))
  }

  @Test func aMenuSkipsItsLinesAndExplainsItself() {
    var menu = MenuList([
      .init("Log in"), .separator, .init("Shut down", whyDisabled: "log in first"),
    ])
    let size = menu.size
    let area = Rect(size)
    #expect(menu.handle(.key(.down), in: area) == .moved)
    #expect(menu.whyDisabled == "log in first")
    let expected = """
      ┌────────────────┐
      │  Log in        │
      │ ────────────── │
      │▸ Shut down   ⊘ │
      └────────────────┘
      """
    #expect(frame(size.rows, size.columns) { menu.draw(on: &$0, in: $1) } == lines(expected))
    #expect(menu.handle(.typed("l"), in: area) == .moved)
    #expect(menu.handle(.click(1, 4), in: area) == .activated(0))
    #expect(menu.handle(.click(2, 4), in: area) == .ignored)
  }

  @Test func aTextAreaBreaksLinesAndMovesBetweenThem() {
    let area = Rect(row: 0, column: 0, rows: 3, columns: 8)
    var notes = TextArea("one two three", limit: 14)
    #expect(frame(3, 8) { notes.draw(on: &$0, in: $1) } == ["one two", "three", ""])
    #expect(notes.handle(.key(.up), in: area) == .moved)
    #expect(notes.handle(.key(.enter), in: area) == .changed)
    #expect(notes.text == "one t\nwo three")
    #expect(
      notes.handle(.typed("x"), in: area)
        == .refused("At most \(14) characters fit; nothing was entered."))
  }
}

@Suite struct TightSpaceTests {
  private static let widgets: [any Widget & Sendable] = [
    TextField("日本語 text", limit: 20), TextField(isSecret: true, placeholder: "a hint"),
    Form<Int>([
      .init(1, "A label", .text(TextField("text")), note: "a note", problem: "a problem"),
      .init(2, "日本", .choice(options: ["one", "two"], selected: 5)),
      .note("Sentences over the width.", .warning),
      .init(3, "Number", .number(value: 5, range: 1...9, unit: "s")),
      .init(4, "Toggle", .toggle(true)), .init(5, "Do", .button(.danger)),
      .init(6, "Do more", .button(.standard), whyDisabled: "no"),
    ]), Form<Int>([]), ListView((0..<50).map { "row \($0)" }), ListView([String]()),
    Tabs(["日本語", "Two"], current: 1), Tabs([Phrase]()),
    ProgressBar(fraction: 0.3, marks: [.init(0.5, "middle")]),
    Dialog(title: "日本語 title", rows: 5, columns: 20), ScrollBar(count: 9, first: 3),
    MenuList([.init("日本語", shortcut: "F1"), .separator]), MenuList([]),
    TextArea("some words 日本語\nmore"),
    KeyBar([KeyHint(keys: [.function(1)], label: "Help", help: "")]),
  ]

  private static let codes: [any Widget & Sendable] =
    QRMatrix([true]).map { [QRCode($0), QRCode($0, material: .blanks)] } ?? []

  @Test func everyWidgetStaysInsideAnyArea() {
    for widget in Self.widgets + Self.codes {
      for (rows, columns) in (0...5).flatMap({ r in (0...14).map { (r, $0) } }) {
        let area = Rect(row: 2, column: 2, rows: rows, columns: columns)
        var canvas = Canvas(size: Size(rows: 10, columns: 20))
        canvas.fill(canvas.bounds, glyph: "~", .quiet)
        widget.draw(on: &canvas, in: area)
        // A dialog's and a menu's shadow falls outside, and dims without writing.
        for row in 0..<10 {
          for column in 0..<20 where !area.contains(Point(row: row, column: column)) {
            #expect(canvas[row, column].glyph == "~", "\(widget) \(area)")
          }
        }
        if let cursor = canvas.cursor { #expect(area.contains(cursor), "\(widget) \(area)") }
      }
    }
  }

  @Test func everyWidgetDrawsOnOneCellAndOnNone() {
    for widget in Self.widgets + Self.codes {
      for size in [Size(rows: 1, columns: 1), Size(rows: 0, columns: 0)] {
        var canvas = Canvas(size: size)
        widget.draw(on: &canvas, in: Rect(row: -3, column: -3, rows: 9, columns: 30))
        widget.draw(on: &canvas, in: canvas.bounds)
      }
    }
  }
}
