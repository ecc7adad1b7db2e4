import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// Which addresses may sign in from elsewhere: a list that blocks, or one that alone is let in.
struct AccessListPage: Screen {
  private var form: Form
  private var addresses: [String]

  init(_ context: ScreenContext) {
    addresses = context.recorder.accessList.addresses
    form = AccessListPage.form(context.recorder.accessList.mode, addresses, context)
    form.settle()
  }

  let name = "access-list"
  let help = [
    "A list that blocks keeps its addresses out; one that allows lets nobody else in. Off: every "
      + "address may sign in. The recorder itself is never kept out."
  ]
  var takesText: Bool { form.takesText }
  var holdsUnsaved: Bool { form.isTouched }

  func hints(in context: ScreenContext) -> [KeyHint] { FormKeys.hints(for: form) }

  private static func titles() -> [String] {
    [tr("off"), tr("block these"), tr("allow only these")]
  }

  private static func form(
    _ mode: AccessList.Mode, _ addresses: [String], _ context: ScreenContext
  ) -> Form {
    let why =
      context.recorder.allows(.accounts)
      ? nil : Words.of(.notAllowed(.accounts), at: context.now)
    let place = AccessList.Mode.allCases.firstIndex(of: mode) ?? 0
    let rows = addresses.enumerated().map { number, address in
      Form.Field(
        "address\(number)", tr("Address \(number + 1)"),
        .text(TextField(address, limit: 15, rule: .host)), whyDisabled: why)
    }
    let more = Form.Field(
      "address\(addresses.count)", tr("Another"),
      .text(TextField("", limit: 15, rule: .host, placeholder: tr("add an address"))),
      whyDisabled: why)
    return Form(
      [
        Form.Field(
          "mode", tr("The list"), .choice(options: titles(), selected: place), whyDisabled: why)
      ] + rows + [
        more,
        Form.Field("note", tr("An emptied line goes when you apply."), .note(.quiet)),
        Form.Field("cancel", tr("Cancel"), .button(.normal)),
        Form.Field("apply", tr("Apply"), .button(.standard), isEnabled: why == nil),
      ])
  }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    if input == .key(.escape), form.isTouched {
      return .say(.warning(tr("Unsaved changes: apply or cancel them first.")))
    }
    switch form.handle(input, in: context.area) {
    case .activated("apply"): return .recorder(.setAccessList(typed))
    case .activated("cancel"):
      self = AccessListPage(context)
      return .pop
    case .changed(let id):
      form.setProblem(id, nil)
      return .stay
    case .refused(let why): return .say(.warning(why))
    case .ignored: return input == .key(.escape) ? .pop : .ignored
    default: return .stay
    }
  }

  private var typed: AccessList {
    let lines = (0...addresses.count).map { form.text("address\($0)") }.filter { !$0.isEmpty }
    return AccessList(mode: AccessList.Mode.allCases[form.selected("mode")], addresses: lines)
  }

  mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    switch event {
    case .recorder(.accessListChanged):
      let focus = form.focusedID
      self = AccessListPage(context)
      form.focusedID = focus
      return .say(.success(tr("Saved.")))
    case .recorder(.refused(.accessList(let problem))):
      show(problem)
      return .stay
    default: return .ignored
    }
  }

  private mutating func show(_ problem: AccessListProblem) {
    let wrong: String? =
      switch problem {
      case .notAnAddress(let text), .twice(let text): text
      case .tooMany: nil
      }
    let ids = (0...addresses.count).map { "address\($0)" }
    let id = ids.last { form.text($0) == wrong } ?? "address\(addresses.count)"
    form.setProblem(id, Words.of(problem))
    form.focusedID = id
  }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    var shown = form
    shown.isFocused = context.hasFocus
    shown.draw(on: &canvas, in: area)
  }
}
