import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

extension RestoreWizard {
  /// Where everything stands.
  package struct Layout {
    package var frame: Rect
    package var tabs: Rect
    /// Where the QR code is, if the tab has one and there is room.
    package var code: Rect?
    var form: Rect
    /// As many rows as there is room for reasons.
    package var foot: Rect
  }

  package func tabs(_ context: ScreenContext) -> Tabs {
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
            Words.of($0, in: context)
          })
      }, current: current)
    tabs.isFocused = isOnTabs
    return tabs
  }

  package func layout(_ context: ScreenContext) -> Layout {
    let head = isGranted(context) ? 0 : 2
    let tabs = tabs(context).neededColumns + 6
    let code = code(context)
    let beside = code.map { $0.neededSize.columns + 2 + RestoreWizard.narrowestForm + 4 } ?? 0
    let width = min(max(76, tabs, beside), context.area.columns - 2)
    if let code, let beside = layout(beside: code, width: width, context) {
      return beside
    }
    let needed = (form?.neededRows(columns: width - 4) ?? 4) + head + 3
    let reasons = max(0, min(reasons(context).count, context.area.rows - needed))
    let frame = context.area.centred(
      rows: min(needed + reasons, context.area.rows), columns: width)
    let inner = frame.inset(rows: 1, columns: 2)
    return Layout(
      frame: frame, tabs: inner.top(1), code: nil,
      form: inner.droppingTop(head).droppingBottom(reasons), foot: inner.bottom(reasons))
  }

  // MARK: The QR code

  /// The fewest columns that the form beside a QR code is readable in.
  private static let narrowestForm = 34

  /// The QR code of the tab, once its picture is there.
  private func code(_ context: ScreenContext) -> QRCode? {
    guard case .qrCode(let ticket) = tab else { return nil }
    return context.assets.qrCodes[ticket.payload].map { QRCode($0, in: context) }
  }

  /// The QR code at the left, the form at the right; nil where there is no room for both.
  private func layout(beside code: QRCode, width: Int, _ context: ScreenContext) -> Layout? {
    let (size, area) = (code.neededSize, context.area)
    guard size.rows + 3 <= area.rows,
      size.columns + 2 + RestoreWizard.narrowestForm + 4 <= width
    else { return nil }
    // A long coach line takes the row of the rule below the tabs.
    let head = size.rows + 4 <= area.rows ? 2 : 1
    let spare = area.rows - size.rows - head - 2
    let count = reasons(context).count
    let reasons = spare > count ? count : 0
    let frame = area.centred(
      rows: size.rows + head + 2 + (reasons > 0 ? reasons + 1 : 0), columns: width)
    let inner = frame.inset(rows: 1, columns: 2)
    let body = inner.droppingTop(head).top(size.rows)
    return Layout(
      frame: frame, tabs: inner.top(1), code: body.left(size.columns),
      form: body.droppingLeft(size.columns + 2), foot: inner.bottom(reasons))
  }

  /// Says which size the terminal needs, where the QR code has no room; typing a code still works.
  private mutating func apologise(in terminal: Size, _ context: ScreenContext) {
    guard let code = code(context), layout(context).code == nil else { return }
    let size = code.neededSize
    let width = context.area.columns - 2
    let needed = Size(
      rows: terminal.rows + max(0, size.rows + 3 - context.area.rows),
      columns: terminal.columns
        + max(0, size.columns + 2 + RestoreWizard.narrowestForm + 4 - width))
    form?.replaceNote(.lead, QRCode.apology(needed: needed, found: terminal), .warning)
  }

  /// Why the greyed tabs are grey, a row each.
  private func reasons(_ context: ScreenContext) -> [Phrase] {
    guard !isGranted(context) else { return [] }
    return context.profile.recovery.methods.compactMap { method in
      context.recorder.unavailability(of: method).map {
        "\(Words.of(method)) ⊘  \(Words.of($0, in: context))"
      }
    }
  }

  /// Whether each closed tab's reason stands at the bottom, whole.
  func showsAllReasons(_ context: ScreenContext) -> Bool {
    let (reasons, foot) = (reasons(context), layout(context).foot)
    return reasons.count <= foot.rows
      && reasons.allSatisfy { TextWidth.of($0.spoken) <= foot.columns }
  }

  private static var heading: String { tr("Restore Password · admin") }

  /// The wizard with what is true at this moment, in a terminal of that size.
  private func presented(in terminal: Size, _ context: ScreenContext) -> RestoreWizard {
    var shown = self
    shown.refresh(context)
    shown.annotate(context)
    shown.apologise(in: terminal, context)
    return shown
  }

  /// The tabs with the reasons of those that cannot be used, and what the open one asks for.
  package func outline(in context: ScreenContext) -> Outline {
    let shown = presented(in: context.window, context)
    var outline = Outline(title: RestoreWizard.heading)
    if !isGranted(context) { outline.append(shown.tabs(context).outline()) }
    outline.append(shown.form?.outline() ?? Outline(sentences: [RestoreForms.noWay]))
    return outline
  }

  package func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    let shown = presented(in: canvas.size, context)
    let layout = shown.layout(context)
    canvas.dim()
    canvas.shadow(of: layout.frame)
    canvas.raise(layout.frame)
    canvas.box(
      layout.frame, .border, title: RestoreWizard.heading, titleRole: .dialogTitle)
    if !isGranted(context) {
      shown.tabs(context).draw(on: &canvas, in: layout.tabs)
      if layout.form.row > layout.tabs.row + 1 {
        canvas.rule(
          row: layout.tabs.row + 1, column: layout.tabs.column, columns: layout.tabs.columns)
      }
    }
    for (row, reason) in reasons(context).prefix(layout.foot.rows).enumerated() {
      canvas.writeFitted(
        reason.spoken, row: layout.foot.row + row, column: layout.foot.column,
        columns: layout.foot.columns, .dialogQuiet)
    }
    if let code = layout.code { shown.code(context)?.draw(on: &canvas, in: code) }
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
      form.setText(.left, context.countdown(until: grant.until))
      self.form = form
    }
    if let entry = tab?.entry {
      form?.setText(.left, context.countdown(until: entry.until))
      let mailbox = context.desk.surroundings.phone.mailbox
      let standing = Words.standing(of: mailbox.standing, context.now)
      form?.replaceNote(.standing, standing.text, standing.role)
      if mailbox.standing != nil {
        form?.replaceNote(
          .phone, tr("A real mail server carries it: look into the mailbox of that address."),
          .dialogQuiet)
      }
    }
    if tab == .app, let until = context.recorder.cloud.codeUntil {
      let left = context.countdown(until: until)
      form?.replaceNote(
        .standing, tr("✓ The app has asked: code valid for \(left)."), .success)
    }
    form?.replaceNote(.problem, problem.map { "▲ \($0)" } ?? " ", .error)
  }
}
