import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// Which addresses may sign in from elsewhere: a list that blocks, or one that alone is let in.
struct AccessListPage: Screen {
  private enum Field: Equatable, Sendable {
    case mode
    case address(Int)
    case cancel, apply
  }

  private var form: Form<Field>
  private var addresses: [String]

  init(_ context: ScreenContext) {
    addresses = context.recorder.accessList.addresses
    form = AccessListPage.form(context.recorder.accessList.mode, addresses, context)
    form.settle()
  }

  let name = "access-list"
  let help = [
    "A list that blocks keeps its addresses out; one that allows lets nobody else in. Off: every "
      + "address may log in. The recorder itself is never kept out."
  ]
  var takesText: Bool { form.takesText }
  var holdsUnsaved: Bool { form.isTouched }

  func hints(in context: ScreenContext) -> [KeyHint] { FormKeys.hints(for: form) }

  private static func titles() -> [Phrase] {
    [tr("off"), tr("block these"), tr("allow only these")]
  }

  private static func form(
    _ mode: AccessList.Mode, _ addresses: [String], _ context: ScreenContext
  ) -> Form<Field> {
    let why = context.whyNot(.accessList, .accounts)
    let place = AccessList.Mode.allCases.firstIndex(of: mode) ?? 0
    let rows = addresses.enumerated().map { number, address in
      FormField(
        Field.address(number), tr("Address \(number + 1)"),
        .text(TextField(address, limit: 15, rule: .host)), whyDisabled: why)
    }
    let more = FormField(
      Field.address(addresses.count), tr("Another"),
      .text(TextField("", limit: 15, rule: .host, placeholder: tr("Add address"))),
      whyDisabled: why)
    return Form(
      [
        FormField(
          .mode, tr("Mode"), .choice(options: titles(), selected: place), whyDisabled: why)
      ] + rows + [
        more,
        .note(tr("Clear a line to remove it, then Apply."), .quiet),
        FormField(.cancel, tr("Cancel"), .button(.normal)),
        FormField(.apply, tr("Apply"), .button(.standard), isEnabled: why == nil),
      ])
  }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    switch form.respond(to: input, in: context.area) {
    case .pressed(.apply): return .recorder(.remote(.setAccessList(typed)))
    case .pressed(.cancel):
      self = AccessListPage(context)
      return .pop
    case .pressed(.mode), .pressed(.address), .changed: return .stay
    case .escaped where form.isTouched:
      return .say(.warning(tr("Unsaved changes: apply or cancel them first.")))
    case .escaped: return .pop
    case .handled(let outcome): return outcome
    }
  }

  private var typed: AccessList {
    let lines = (0...addresses.count).map { form.text(.address($0)) }.filter { !$0.isEmpty }
    return AccessList(mode: AccessList.Mode.allCases[form.selected(.mode)], addresses: lines)
  }

  mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    switch event {
    case .recorder(.remote(.accessListChanged)):
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
    let ids = (0...addresses.count).map { Field.address($0) }
    let id = ids.last { form.text($0) == wrong } ?? .address(addresses.count)
    form.refuse(id, Words.of(problem))
  }

  private func presented(_ context: ScreenContext) -> Form<Field> {
    var shown = form
    shown.isFocused = context.hasFocus
    return shown
  }

  func outline(in context: ScreenContext) -> Outline { presented(context).outline() }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    presented(context).draw(on: &canvas, in: area)
  }
}
