import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// What was asked and answered at the support desk, the newest at the bottom, and the code that was
/// told last.
struct SupportConversationView: Widget, Outlined {
  let conversation: SupportConversation
  /// How many rows of the newest are below the area; nil: the end shows, with the code in large.
  var rowsBack: Int?

  private typealias Line = (text: String, role: Role)

  func draw(on canvas: inout Canvas, in area: Rect) {
    guard let last = conversation.turns.last else {
      canvas.writeWrapped(Self.nothing, in: area, .quiet)
      return
    }
    guard rowsBack == nil, case .code(let code?, let tab) = last.answer else {
      draw(lines(columns: area.columns).dropLast(rowsBack ?? 0), on: &canvas, in: area)
      return
    }
    let view = CodeView(
      code: code, title: Self.lead(last) + " " + Self.title(of: tab), foot: Self.foot(of: tab))
    let rows = min(area.rows, view.neededRows(columns: area.columns))
    let earlier =
      conversation.turns.dropLast().flatMap { lines(of: $0, columns: area.columns) }
      + wrapped(asked(last), .text, area.columns)
    let above = area.top(area.rows - rows)
    let used = draw(earlier[...], on: &canvas, in: above)
    view.draw(on: &canvas, in: area.droppingTop(used))
  }

  private static var nothing: String {
    tr(
      "Nothing sent yet. What is needed stands on the recorder's Restore Password screen, tab Dynamic Password or Unlock code."
    )
  }

  private static func foot(of tab: RecoveryTab) -> String { tab.isFrozen ? frozenFoot : usedFoot }

  /// All that was asked and answered, in view or not.
  func outline() -> Outline {
    guard let last = conversation.turns.last else { return Outline(sentences: [Self.nothing]) }
    var sentences = conversation.turns.flatMap { turn in
      [asked(turn), Self.lead(turn) + " " + answered(turn.answer)]
    }
    if case .code(.some, let tab) = last.answer { sentences.append(Self.foot(of: tab)) }
    return Outline(sentences: sentences)
  }

  /// How many rows all of it takes.
  func neededRows(columns: Int) -> Int { lines(columns: columns).count }

  /// Draws the last lines that there is room for, and returns how many.
  @discardableResult
  private func draw(_ lines: ArraySlice<Line>, on canvas: inout Canvas, in area: Rect) -> Int {
    let shown = lines.suffix(area.rows)
    for (row, line) in shown.enumerated() {
      canvas.writeFitted(
        line.text, row: area.row + row, column: area.column, columns: area.columns, line.role)
    }
    return shown.count
  }

  private func lines(columns: Int) -> [Line] {
    conversation.turns.flatMap { lines(of: $0, columns: columns) }
  }

  private func lines(of turn: SupportConversation.Turn, columns: Int) -> [Line] {
    wrapped(asked(turn), .text, columns)
      + wrapped(Self.lead(turn) + " " + answered(turn.answer), role(of: turn.answer), columns)
  }

  private func wrapped(_ text: String, _ role: Role, _ columns: Int) -> [Line] {
    Canvas.wrap(text, columns: columns).map { ($0, role) }
  }

  // MARK: Words

  private func asked(_ turn: SupportConversation.Turn) -> String {
    let request = turn.request
    let details = (request.method.challengeType?.details ?? []).map { detail in
      let text = request.told[detail]
      return Words.mention(text.isEmpty ? "…" : text, of: detail).spoken
    }
    var parts = ["\(Words.of(request.method).spoken): " + details.joined(separator: ", ")]
    if request.isPhoto { parts.append(tr("by photo")) }
    parts.append(request.hasProof ? tr("with the bill") : tr("without the bill"))
    return "\(Self.time(turn)) \(tr("You") as String): " + parts.joined(separator: " · ")
  }

  /// When somebody answered, and who.
  private static func lead(_ turn: SupportConversation.Turn) -> String {
    "\(time(turn)) \(Words.whoAnswers(about: turn.request.method).spoken):"
  }

  private static func time(_ turn: SupportConversation.Turn) -> String {
    String(CivilTime(turn.at).text.dropFirst(11).prefix(5))
  }

  private func role(of answer: SupportAnswer) -> Role {
    if case .code = answer { .accent } else { .warning }
  }

  private func answered(_ answer: SupportAnswer) -> String {
    switch answer {
    case .unreadable: tr("“I can't read that. Please look again.”")
    case .proofNeeded:
      tr("“Without the proof of purchase I may not give you a code. Please find the bill.”")
    case .closed(let until):
      until.map { tr("Nobody answers. The desk opens \(CivilTime($0).text).") }
        ?? tr("Nobody answers, and nobody says until when. Is there another way in?")
    case .code(let code?, let tab): Self.title(of: tab) + " " + code.text
    case .code(nil, let tab):
      Self.title(of: tab) + " " + tr("a code, which is not kept. Write codes down (Ctrl-N).")
    }
  }

  /// What the code is for, as whoever made it repeats it.
  private static func title(of tab: RecoveryTab) -> String {
    let challenge = tab.challenge
    let details = (challenge?.details ?? []).map { detail in
      Words.mention(challenge?.text(of: detail) ?? "", of: detail).spoken
    }
    return tr("“For \(details.joined(separator: ", ")):”")
  }

  private static var frozenFoot: String {
    tr(
      "^ capital  # digit. Type it at the monitor (F2) while its screen stays as it is. Ctrl-N shows your notebook anywhere."
    )
  }

  private static var usedFoot: String {
    tr("^ capital  # digit. Type it at the monitor (F2). It works once.")
  }
}
