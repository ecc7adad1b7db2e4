import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// What was asked and answered at the support desk, the newest at the bottom, and the code that was
/// told last.
struct SupportConversationView: Outlined {
  let conversation: SupportConversation

  /// How it is drawn.
  var view: ConversationView {
    guard let last = conversation.turns.last else { return ConversationView(nothing: Self.nothing) }
    var view = ConversationView(
      nothing: Self.nothing,
      earlier: conversation.turns.dropLast().flatMap(sentences)
        + [ConversationView.Sentence(asked(last))], latest: [answer(of: last)])
    if case .code(let code?, let tab) = last.answer {
      view.code = CodeView(
        code: code, title: Self.lead(last) + " " + Self.title(of: tab), foot: Self.foot(of: tab))
    }
    return view
  }

  private static var nothing: String {
    tr(
      "Nothing sent yet. What is needed stands on the recorder's Restore Password screen, tab Dynamic Password or Unlock code."
    )
  }

  private static func foot(of tab: RecoveryTab) -> String { tab.isFrozen ? frozenFoot : usedFoot }

  /// All that was asked and answered, in view or not.
  func outline() -> Outline {
    var outline = view.outline()
    if case .code(.some, let tab) = conversation.turns.last?.answer {
      outline.sentences.append(Self.foot(of: tab))
    }
    return outline
  }

  private func sentences(of turn: SupportConversation.Turn) -> [ConversationView.Sentence] {
    [ConversationView.Sentence(asked(turn)), answer(of: turn)]
  }

  private func answer(of turn: SupportConversation.Turn) -> ConversationView.Sentence {
    ConversationView.Sentence(
      Self.lead(turn) + " " + answered(turn.answer), role(of: turn.answer))
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
    return "\(turn.at.clock) \(tr("You") as String): " + parts.joined(separator: " · ")
  }

  /// When somebody answered, and who.
  private static func lead(_ turn: SupportConversation.Turn) -> String {
    "\(turn.at.clock) \(Words.whoAnswers(about: turn.request.method).spoken):"
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
