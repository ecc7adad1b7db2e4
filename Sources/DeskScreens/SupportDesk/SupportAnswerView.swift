import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// What the support desk said last.
struct SupportAnswerView: Widget {
  let answer: SupportAnswer?

  func draw(on canvas: inout Canvas, in area: Rect) {
    switch answer {
    case nil:
      canvas.writeWrapped(
        tr(
          "Nothing sent yet. What is needed stands on the recorder's Restore Password screen, tab Dynamic Password or Unlock code."
        ), in: area, .quiet)
    case .unreadable:
      canvas.writeWrapped(tr("«I can't read that. Please look again.»"), in: area, .warning)
    case .proofNeeded:
      canvas.writeWrapped(
        tr("«Without the proof of purchase I may not give you a code. Please find the bill.»"),
        in: area, .warning)
    case .closed(let until):
      let text =
        until.map { tr("Nobody answers. The desk opens \(CivilTime($0).text).") }
        ?? tr("Nobody answers, and nobody says until when. Is there another way in?")
      canvas.writeWrapped(text, in: area, .warning)
    case .code(let code, let tab):
      CodeView(
        code: code, title: title(of: tab), foot: tab.isFrozen ? Self.frozenFoot : Self.usedFoot
      ).draw(on: &canvas, in: area)
    }
  }

  /// What the code is for, as whoever made it repeats it.
  private func title(of tab: RecoveryTab) -> String {
    let challenge = tab.challenge
    let details = (challenge?.details ?? []).map { detail in
      Words.mention(challenge?.text(of: detail) ?? "", of: detail).spoken
    }
    return tr("«For \(details.joined(separator: ", ")):»")
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
