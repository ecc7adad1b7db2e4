import Testing
import TextUI

@Suite struct FormTests {
  @Test func controlZPutsBackWhatTheFieldHeld() {
    enum Field: Equatable, Sendable { case name, kind, ok }
    var form = Form<Field>([
      FormField(.name, "Name", .text(TextField("old"))),
      FormField(.kind, "Kind", .choice(options: ["a", "b"], selected: 0)),
      FormField(.ok, "OK", .button(.standard)),
    ])
    let area = Rect(row: 0, column: 0, rows: 5, columns: 40)
    _ = form.handle(.typed("x"), in: area)
    #expect(form.text(.name) == "oldx")
    #expect(form.handle(.key(.control("z")), in: area) == .changed(.name))
    #expect(form.text(.name) == "old" && !form.isTouched)
    #expect(form.handle(.key(.control("z")), in: area) == .moved)
    _ = form.handle(.key(.tab), in: area)
    _ = form.handle(.key(.right), in: area)
    #expect(form.handle(.key(.control("z")), in: area) == .changed(.kind))
    #expect(form.selected(.kind) == 0)
    _ = form.handle(.key(.tab), in: area)
    #expect(form.handle(.key(.control("z")), in: area) == .moved)
  }

  @Test func aChoiceThatIsTooLongTakesAnotherRow() {
    let form = Form<Field>([
      FormField(.user, "Begins", .choice(options: ["last Sunday of March"], selected: 0)),
      FormField(.mail, "Name", .toggle(true)),
    ])
    let narrow = frame(4, 28) { canvas, area in form.draw(on: &canvas, in: area) }
    #expect(
      narrow == [
        "▸ Begins  ‹ last Sunday  ▾ ›", "          ‹ of March       ›", "  Name    [x]", "",
      ])
    let wide = frame(3, 40) { canvas, area in form.draw(on: &canvas, in: area) }
    #expect(wide[0].contains("‹ last Sunday of March ▾ ›"))
    #expect(wide[1].contains("Name"))
  }

  private let area = Rect(row: 0, column: 0, rows: 12, columns: 44)

  private enum Field: Equatable, Sendable {
    case user, password, stay, mail, cancel, save
  }

  private func login() -> Form<Field> {
    Form([
      .init(.user, "User name", .choice(options: ["admin", "night"], selected: 0)),
      .init(.password, "Password", .text(TextField(limit: 8, isSecret: true))),
      .init(.stay, "Stay", .toggle(false)),
      .reading("Group", "Ordinary"),
      .init(.mail, "E-mail", .text(TextField()), whyDisabled: "needs firmware 1.4.2"),
      .gap,
      .init(.cancel, "Cancel", .button(.normal)),
      .init(.save, "Save", .button(.standard)),
    ])
  }

  @Test func labelsAndFieldsStandInColumnsAndButtonsAtTheRight() {
    var form = login()
    form.setProblem(.password, "Too short.")
    form.setNote(.stay, "for today")
    let expected = """
      ▸ User name  ‹ admin                       ▾ ›
        Password   [                               ]
                   ▲ Too short.
        Stay       [ ]  for today
        Group      Ordinary
        E-mail     [                               ]

                                        [ Cancel ]  ( Save )
      """
    #expect(frame(8, 54) { form.draw(on: &$0, in: $1) } == lines(expected))
  }

  @Test func tabWalksInOrderAndRoundTheEnd() {
    var form = login()
    var order: [Field?] = []
    for _ in 0..<7 {
      order.append(form.focused?.id)
      _ = form.handle(.key(.tab), in: area)
    }
    #expect(order == [.user, .password, .stay, .mail, .cancel, .save, .user])
    _ = form.handle(.key(.backTab), in: area)
    #expect(form.focused?.id == .user)
  }

  @Test func downEntersTheButtonsAtTheDefaultAndUpLeavesTheRow() {
    var form = login()
    form.focusedID = .mail
    #expect(form.handle(.key(.down), in: area) == .moved)
    #expect(form.focused?.id == .save)
    #expect(form.handle(.key(.left), in: area) == .moved)
    #expect(form.focused?.id == .cancel)
    #expect(form.handle(.key(.up), in: area) == .moved)
    #expect(form.focused?.id == .mail)
    form.focusedID = .save
    #expect(form.handle(.key(.down), in: area) == .ignored)
  }

  @Test func aDisabledFieldWithAReasonCanBeAsked() {
    var form = login()
    form.focusedID = .mail
    #expect(form.handle(.typed("x"), in: area) == .refused("needs firmware 1.4.2"))
    #expect(form.text(.mail).isEmpty)
    form.setEnabled(.save, false, why: "nothing changed")
    form.focusedID = .save
    #expect(form.handle(.key(.enter), in: area) == .refused("nothing changed"))
  }

  @Test func aDisabledFieldWithoutAReasonIsPassedOver() {
    var form = login()
    form.setEnabled(.mail, false)
    form.focusedID = .stay
    _ = form.handle(.key(.tab), in: area)
    #expect(form.focused?.id == .cancel)
  }

  @Test func enterGoesOnAndFromTheLastFieldSaves() {
    var form = login()
    #expect(form.handle(.key(.enter), in: area) == .moved)
    #expect(form.focused?.id == .password)
    form.setEnabled(.mail, true)
    form.focusedID = .mail
    #expect(form.handle(.key(.enter), in: area) == .pressed(.save))
  }

  @Test func valuesChangeByTheKeysOfTheirKind() {
    var form = login()
    #expect(form.handle(.key(.right), in: area) == .changed(.user))
    #expect(form.handle(.key(.right), in: area) == .ignored)
    #expect(form.handle(.typed("a"), in: area) == .changed(.user))
    #expect(form.text(.user) == "admin")
    form.focusedID = .stay
    #expect(form.handle(.typed(" "), in: area) == .changed(.stay))
    #expect(form.isOn(.stay))
  }

  @Test func aFormKnowsWhetherItWasTouched() {
    var form = login()
    form.focusedID = .password
    _ = form.handle(.typed("x"), in: area)
    #expect(form.isTouched)
    _ = form.handle(.key(.backspace), in: area)
    #expect(!form.isTouched)
    form.setText(.password, "y")
    form.settle()
    #expect(!form.isTouched)
  }

  @Test func aLineThatIsPutInOrTakenOutTouchesNothing() {
    var form = login()
    form.fields.insert(.note("Read this first.", .warning), at: 0)
    form.fields.removeAll { $0.id == .stay }
    #expect(!form.isTouched)
    form.setText(.password, "x")
    #expect(form.isTouched)
  }

  @Test func typingTakesAProblemAway() {
    var form = login()
    form.setProblem(.password, "Too short.")
    form.focusedID = .password
    _ = form.handle(.typed("x"), in: area)
    #expect(form[.password]?.problem == nil)
  }

  @Test func aClickFocusesTogglesAndPresses() {
    var form = login()
    #expect(form.handle(.click(1, 20), in: area) == .moved)
    #expect(form.focused?.id == .password)
    #expect(form.handle(.click(2, 14), in: area) == .changed(.stay))
    #expect(form.handle(.click(6, 40), in: area) == .pressed(.save))
    #expect(form.handle(.click(6, 30), in: area) == .pressed(.cancel))
    #expect(form.handle(.click(3, 15), in: area) == .ignored)
  }

  @Test func aLowFormScrollsToItsFocusAndSaysThatThereIsMore() {
    var form = login()
    form.focusedID = .save
    let bottom = frame(3, 44) { form.draw(on: &$0, in: $1) }
    #expect(bottom[0].hasSuffix("▲"))
    #expect(bottom[2].hasSuffix("(▸Save◂)"))
    form.focusedID = .user
    let top = frame(3, 44) { form.draw(on: &$0, in: $1) }
    #expect(top[0].hasPrefix("▸ User name"))
    #expect(top[2].hasSuffix("▼"))
  }

  @Test func theCursorIsOnTheFocusedField() {
    var form = login()
    form.focusedID = .password
    _ = form.handle(.paste("abc"), in: area)
    let canvas = canvas(12, 44) { form.draw(on: &$0, in: $1) }
    #expect(canvas.cursor == Point(row: 1, column: 18))
    #expect(canvas.cursorIsVisible)
  }
}

@Suite struct NumberFieldTests {
  private let area = Rect(row: 0, column: 0, rows: 3, columns: 40)
  private enum Field: Equatable, Sendable { case out, ok }

  private let form = Form<Field>([
    .init(.out, "Log out", .number(value: 10, range: 5...60, unit: "minutes")),
    .init(.ok, "OK", .button(.standard)),
  ])

  @Test(arguments: [("4", 10), ("5", 5), ("59", 59), ("60", 60)])
  func whatIsTypedCountsOnceItIsInRange(digits: String, expected: Int) {
    var form = form
    for digit in digits { _ = form.handle(.typed(digit), in: area) }
    #expect(form.number(.out) == expected)
  }

  private let minutes: Phrase = "minutes"

  @Test func tooMuchIsRefusedAtOnceAndTooLittleOnLeaving() {
    var form = form
    _ = form.handle(.typed("6"), in: area)
    #expect(form.handle(.typed("1"), in: area) == .refused("At most \(60) \(minutes) can be set."))
    _ = form.handle(.key(.backspace), in: area)
    _ = form.handle(.typed("4"), in: area)
    #expect(
      form.handle(.key(.tab), in: area)
        == .refused("\(5) to \(60) \(minutes) can be set; \(6) was kept."))
    #expect(form.focused?.id == .ok)
  }

  @Test func arrowsStepWithinTheRange() {
    var form = form
    #expect(form.handle(.key(.left), in: area) == .changed(.out))
    #expect(form.number(.out) == 9)
    _ = form.handle(.key(.pageDown), in: area)
    #expect(form.number(.out) == 5)
    #expect(form.handle(.key(.left), in: area) == .refused("\(5) to \(60) \(minutes) can be set."))
  }
}
