import RecorderEngine
import TextUI

extension RestoreWizard {
  typealias Layout = (frame: Rect, tabs: Rect, form: Rect, foot: Rect)

  func tabs(_ context: ScreenContext) -> Tabs {
    let methods = context.profile.recovery.methods
    var current = 0
    if case .open(let session) = context.recorder.recovery {
      current = methods.firstIndex { $0 == session.method } ?? 0
    }
    var tabs = Tabs(
      methods.map { method in
        Tabs.Tab(
          Words.of(method),
          whyDisabled: context.recorder.unavailability(of: method).map {
            Words.of($0, at: context.now)
          })
      }, current: current)
    tabs.isFocused = isOnTabs
    return tabs
  }

  func layout(_ context: ScreenContext) -> Layout {
    let reasons = reasons(context).count
    let head = isGranted(context) ? 0 : 2
    let tabs = tabs(context).neededColumns + 6
    let width = min(max(76, tabs), context.area.columns - 2)
    let rows = (form?.neededRows(columns: width - 4) ?? 4) + head + reasons + 3
    let frame = context.area.centred(rows: min(rows, context.area.rows), columns: width)
    let inner = frame.inset(rows: 1, columns: 2)
    return (
      frame, inner.top(1), inner.droppingTop(head).droppingBottom(reasons),
      inner.bottom(reasons)
    )
  }

  /// Why the greyed tabs are grey, a row each.
  private func reasons(_ context: ScreenContext) -> [String] {
    guard !isGranted(context) else { return [] }
    return context.profile.recovery.methods.compactMap { method in
      context.recorder.unavailability(of: method).map {
        "\(Words.of(method)) ⊘  \(Words.of($0, at: context.now))"
      }
    }
  }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    var shown = self
    shown.follow(context)
    shown.annotate(context)
    let layout = shown.layout(context)
    canvas.dim()
    canvas.shadow(of: layout.frame)
    canvas.raise(layout.frame)
    canvas.box(
      layout.frame, .border, title: tr("Restore Password · admin"), titleRole: .dialogTitle)
    if !isGranted(context) {
      shown.tabs(context).draw(on: &canvas, in: layout.tabs)
      canvas.rule(
        row: layout.tabs.row + 1, column: layout.tabs.column, columns: layout.tabs.columns)
    }
    for (row, reason) in reasons(context).enumerated() {
      canvas.writeFitted(
        reason, row: layout.foot.row + row, column: layout.foot.column,
        columns: layout.foot.columns, .dialogQuiet)
    }
    if let form = shown.form {
      form.draw(on: &canvas, in: layout.form)
    } else {
      canvas.writeWrapped(RestoreForms.noWay, in: layout.form, .dialog)
    }
  }

  /// Writes into the form what is true at this moment.
  private mutating func annotate(_ context: ScreenContext) {
    form?.isFocused = !isOnTabs
    if case .granted(let grant) = context.recorder.recovery, var form {
      let rules = context.profile.passwords
      NewPasswordFields.annotate(&form, under: rules, level: rules.requiredAfterRecovery.value)
      form.setText("left", (grant.until - context.now).countdown)
      self.form = form
    }
    if let entry = tab?.entry {
      form?.setText("left", (entry.until - context.now).countdown)
      let standing = Words.standing(
        of: context.desk.surroundings.phone.mailbox.standing, context.now)
      form?.replaceNote("standing", standing.text, standing.role)
      if context.desk.surroundings.phone.mailbox.standing != nil {
        form?.replaceNote(
          "phone", tr("A real mail server carries it: look into the mailbox of that address."),
          .dialogQuiet)
      }
    }
    if tab == .app, let until = context.recorder.appCodeUntil {
      form?.replaceNote(
        "standing",
        tr("✓ The app has asked: its code lives for \((until - context.now).countdown)."),
        .success)
    }
    form?.replaceNote("problem", problem.map { "▲ " + $0 } ?? " ", .error)
  }
}
