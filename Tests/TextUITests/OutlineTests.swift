import Testing
import TextUI

/// What a widget draws it can also say.
@Suite struct OutlineTests {
  private static func form(focusedOn id: Int) -> Form<Int> {
    var form = Form<Int>([
      .note("Answer all of them.", .dialog), .note(" ", .error), .gap,
      .heading("Account"),
      FormField(0, "User name", .text(TextField("admin")), note: "as on the label"),
      FormField(1, "Password", .text(TextField("zebra", isSecret: true)), problem: "Too short."),
      FormField(2, "E-mail", .text(TextField(placeholder: "optional"))),
      FormField(3, "Group", .choice(options: ["Guests", "Owners"], selected: 1)),
      FormField(4, "Enabled", .toggle(true)),
      FormField(5, "Log out after", .number(value: 10, range: 5...60, unit: "minutes")),
      .reading("Model", "NVR 8"),
      FormField(6, "Questions", .action("3 set, Edit")),
      .note("Nothing is saved yet.", .warning),
      FormField(7, "Cancel", .button(.normal)),
      FormField(8, "Save", .button(.standard), whyDisabled: "Nothing was changed."),
    ])
    form.focusedID = id
    return form
  }

  private static var longList: ListView {
    let columns = [ListColumn("Time", width: .fixed(8)), ListColumn("Event")]
    var list = ListView(columns: columns, total: 200, selected: 150, emptyText: "none")
    list.show(in: area) { ListRow(["at \($0)", "door \($0 % 7)"]) }
    return list
  }

  private static let area = Rect(row: 0, column: 0, rows: 24, columns: 80)
  private static let widgets: [any Widget & Outlined & Sendable] =
    (0...8).map { form(focusedOn: $0) } + [
      ListView(
        columns: [ListColumn("User"), ListColumn("Group")],
        rows: [ListRow(["admin", "Owners"]), ListRow(["night", ""])], selected: 1),
      ListView(columns: [ListColumn("User")], rows: [], emptyText: "Nobody is here."),
      ListView(["one", "two"]), longList,
      MenuList(
        [.init("Live view", shortcut: "F2"), .separator, .init("Format", whyDisabled: "No disk.")],
        title: "Menu", selected: 2),
      Tabs([.init("Questions"), .init("App", whyDisabled: "Not bound."), .init("E-mail")]),
      TextField("some text"), TextField(placeholder: "search"), TextArea("two\nlines of text"),
      ProgressBar(fraction: 0.3, marks: [.init(0.5, "middle")]),
    ]

  @Test func everyWordThatIsDrawnIsInTheOutline() {
    for widget in Self.widgets {
      let drawn = frame(24, 80) { widget.draw(on: &$0, in: $1) }.joined(separator: " ")
      let said = Set(words(widget.outline().texts.joined(separator: " ")))
      // A toggle's cross is its state.
      for word in words(drawn.replacing("[x]", with: "")) {
        #expect(said.contains(word), "“\(word)” of \(widget)")
      }
    }
  }

  @Test func whereTheCursorIsTheOutlineSaysThatTheKeyboardIs() throws {
    for widget in Self.widgets {
      let canvas = canvas(24, 80) { widget.draw(on: &$0, in: $1) }
      let outline = widget.outline()
      guard let cursor = canvas.cursor else {
        #expect(outline.focus == nil)
        continue
      }
      let item = try #require(outline.focusedItem, "\(widget)")
      let row = Set(words(canvas.plainText()[cursor.row]))
      let label = words(item.label).filter { !["User", "Time"].contains($0) }
      #expect(label.allSatisfy(row.contains) || item.kind == .text, "\(item)")
    }
  }

  @Test func itemsOfAWidgetStandAtDifferentPlaces() {
    for widget in Self.widgets {
      let places = widget.outline().items.compactMap(\.place)
      #expect(Set(places).count == places.count, "\(widget)")
    }
  }

  @Test func aSecretIsACountThoughItIsShown() {
    var form = Self.form(focusedOn: 1)
    _ = form.handle(.key(.control("r")), in: Self.area)
    #expect(frame(24, 80) { form.draw(on: &$0, in: $1) }.joined().contains("zebra"))
    #expect(form.outline().focusedItem?.value == .secret(count: 5))
    #expect(!"\(form.outline())".contains("zebra"))
  }

  @Test func aFormTellsStatesReasonsAndProblems() {
    let outline = Self.form(focusedOn: 8).outline()
    #expect(outline.sentences == ["Answer all of them."])
    let items = outline.items
    #expect(items.first { $0.label == "Enabled" }?.state == .on)
    #expect(items.first { $0.label == "Password" }?.problem == "Too short.")
    #expect(items.first { $0.label == "E-mail" }?.placeholder == "optional")
    #expect(outline.focusedItem?.whyDisabled == "Nothing was changed.")
    #expect(outline.focusedItem?.isEnabled == false)
  }

  @Test func whatIsTypedIntoANumberIsToldAsItStands() {
    var form = Self.form(focusedOn: 5)
    _ = form.handle(.typed("3"), in: Self.area)
    #expect(form.number(5) == 10)
    #expect(form.outline().focusedItem?.value == .text("3 minutes"))
  }

  @Test func marksAndNumbersBeforeTheFirstWordDoNotNameARow() {
    let columns = [
      ListColumn("", width: .fixed(1)), ListColumn("Channel"), ListColumn("State"),
    ]
    func item(_ texts: String...) -> OutlineItem {
      ListView(columns: columns, rows: [ListRow(texts)]).outline().items[0]
    }
    #expect(item("●", "Gate", "live").label == "Channel: Gate")
    #expect(item("●", "Gate", "live").note == "●")
    #expect(item("·", "Gate", "live").note == nil)
    #expect(item("2", "Gate", "live").label == "2, Channel: Gate")
    #expect(item("2", "Gate", "live").value == .text("State: live"))
    #expect(item("", "", " live").label == "State: live")
  }

  @Test func whatIsSaidBelowItemsIsASentenceAmongThem() {
    var outline = Outline()
    outline.say("First.")
    outline.say(" ")
    outline.add(OutlineItem("Name", .text), isFocused: true)
    outline.say("Last.")
    #expect(outline.sentences == ["First."])
    #expect(outline.items.map(\.label) == ["Name", "Last."])
    #expect(outline.focusedItem?.label == "Name")
  }

  @Test func partsStandBelowEachOtherAndOneHasTheKeyboard() {
    var form = Self.form(focusedOn: 0)
    form.isFocused = false
    var tabs = Tabs(["One", "Two"], current: 1)
    tabs.isFocused = true
    var screen = Outline(place: "monitor/restore", title: "Restore")
    screen.append(tabs.outline())
    screen.append(form.outline())
    #expect(screen.focusedItem?.label == "Two")
    #expect(screen.items[2] == OutlineItem("Answer all of them.", .sentence))
    let dialog = Dialog(title: "Sure?", rows: 3, columns: 20)
    #expect(dialog.outline(of: form.outline()).title == "Sure?")
  }
}

/// The words of a text: signs and frames are decoration.
private func words(_ text: String) -> [String] {
  text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
}

extension Outline {
  fileprivate var texts: [String] { [title] + sentences + items.flatMap(\.texts) }
}

extension OutlineItem {
  fileprivate var texts: [String] {
    let held = if case .text(let text) = value { text } else { "" }
    return [label, held, placeholder, note ?? "", problem ?? "", whyDisabled ?? ""]
  }
}
