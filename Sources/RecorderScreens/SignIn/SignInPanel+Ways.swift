import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// Signing in and Restore Password side by side, as the smart skin has them.
extension SignInPanel {
  typealias Layout = (dialog: Dialog, form: Rect, ways: Rect)

  /// The columns that it takes to show both.
  private static let wide = 100
  private static let formColumns = 46
  private static let waysColumns = 40

  func isSideBySide(_ context: ScreenContext) -> Bool {
    context.profile.skin == .smart && context.area.columns >= SignInPanel.wide
  }

  func layout(of panel: FormPanel, _ context: ScreenContext) -> Layout {
    let (left, right) = (SignInPanel.formColumns, SignInPanel.waysColumns)
    guard isSideBySide(context) else {
      let inner = panel.inner(in: context.area)
      return (Dialog(title: panel.title, rows: 0, columns: 0), inner, inner)
    }
    let rows = max(
      panel.form.neededRows(columns: left), ways(context).neededRows(columns: right))
    let dialog = Dialog(title: panel.title, rows: rows, columns: left + 5 + right)
    let inner = dialog.inner(in: context.area)
    return (dialog, inner.left(left), inner.right(right))
  }

  /// Each method of the firmware: to be begun, or greyed with its reason.
  func ways(_ context: ScreenContext) -> Form {
    let recorder = context.recorder
    let methods = context.profile.recovery.methods.flatMap { method in
      let why = recorder.unavailability(of: method).map { Words.of($0, at: context.now) }
      return [
        Form.Field("before" + method.rawValue, "", .gap),
        Form.Field(
          method.rawValue, "", .action(Words.of(method)),
          note: why.map { "⊘ " + $0 } ?? tr("✓ can be used"),
          noteRole: why == nil ? .success : .dialogQuiet, whyDisabled: why),
      ]
    }
    let lead =
      methods.isEmpty
      ? tr("This recorder has no way to restore a password here; only its reset button.")
      : tr("Ways back in for whoever proves that the recorder is theirs:")
    var form = Form(
      [
        Form.Field("heading", tr("Restore Password"), .heading),
        Form.Field("lead", lead, .note(.dialogQuiet)),
      ] + methods)
    form.focusedID = way
    form.isFocused = isOnWays
    return form
  }

  /// What a key or click means for the methods; nil: it is the form's.
  mutating func handleWays(_ input: InputEvent, _ context: ScreenContext) -> Outcome? {
    if case .mouse(let event) = input {
      let area = layout(of: presented(in: context), context).ways
      isOnWays = area.contains(event.point)
      return isOnWays ? handleOnWays(input, in: area, context) : nil
    }
    if isOnWays {
      return handleOnWays(input, in: layout(of: presented(in: context), context).ways, context)
    }
    let methods = context.profile.recovery.methods
    guard !methods.isEmpty, case .key(let key) = input else { return nil }
    let focus = panel.form.focused?.id
    switch (key, focus) {
    case (.tab, "signIn"), (.right, "signIn"): way = methods.first?.rawValue
    case (.backTab, "name"): way = methods.last?.rawValue
    default: return nil
    }
    isOnWays = true
    return .stay
  }

  private mutating func handleOnWays(
    _ input: InputEvent, in area: Rect, _ context: ScreenContext
  ) -> Outcome {
    let methods = context.profile.recovery.methods.map(\.rawValue)
    var form = ways(context)
    switch input {
    case .key(.escape), .key(.left): return leaveWays(to: "signIn")
    case .key(.tab) where form.focused?.id == methods.last: return leaveWays(to: "name")
    case .key(.backTab) where form.focused?.id == methods.first: return leaveWays(to: "signIn")
    default: break
    }
    let outcome = form.handle(input, in: area)
    way = form.focused?.id
    switch outcome {
    case .activated(let id): return begin(RecoveryMethod(rawValue: id), context)
    case .refused(let why): return .say(.warning(why))
    case .ignored: return .ignored
    default: return .stay
    }
  }

  private mutating func leaveWays(to field: String) -> Outcome {
    isOnWays = false
    panel.form.focusedID = field
    return .stay
  }

  /// The recorder opens at the first method that can be used; another one is chosen after that.
  private func begin(_ method: RecoveryMethod?, _ context: ScreenContext) -> Outcome {
    guard let method else { return .stay }
    let first = context.profile.recovery.methods.first {
      context.recorder.unavailability(of: $0) == nil
    }
    guard method != first else { return .recorder(.openRecovery) }
    return .all([.recorder(.openRecovery), .recorder(.chooseRecoveryMethod(method))])
  }

  func drawSideBySide(
    _ shown: FormPanel, on canvas: inout Canvas, _ context: ScreenContext
  ) {
    let layout = layout(of: shown, context)
    layout.dialog.open(on: &canvas, in: context.area)
    canvas.verticalRule(
      row: layout.form.row, column: layout.form.endColumn + 2, rows: layout.form.rows)
    shown.form.draw(on: &canvas, in: layout.form)
    ways(context).draw(on: &canvas, in: layout.ways)
  }
}
