import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// What was said in the call that was taken last.
struct CallView: Outlined {
  let call: Call?
  let caller: Caller?

  /// How it is drawn.
  var view: ConversationView {
    var view = ConversationView(nothing: Self.nothing)
    // What the caller says of it stands beneath it.
    view.saysCodeWithoutRoom = true
    guard let call, let last = call.turns.last else { return view }
    view.earlier = call.turns.dropLast().flatMap(sentences)
    view.latest = sentences(of: last)
    if case .codeMade(.code(let code?, let tab), _) = last.deed {
      view.code = CodeView(
        code: code, title: you(last, Self.title(of: tab)),
        foot: answer(to: last).map { they(last, $0) } ?? "")
    }
    return view
  }

  /// All that was said, in view or not.
  func outline() -> Outline { view.outline() }

  private static var nothing: String { tr("The phone rings. Take the call.") }

  private func sentences(of turn: CallTurn) -> [ConversationView.Sentence] {
    let said = Self.said(turn.deed).map { ConversationView.Sentence(you(turn, $0)) }
    let answered = answer(to: turn).map {
      ConversationView.Sentence(they(turn, $0), Self.role(of: turn.deed))
    }
    let remark = remark(on: turn.deed).map { ConversationView.Sentence($0, .warning) }
    return [said, answered, remark].compactMap { $0 }
  }

  private func you(_ turn: CallTurn, _ words: String) -> String {
    "\(turn.at.clock) \(tr("You") as String): \(words)"
  }

  private func they(_ turn: CallTurn, _ words: String) -> String {
    "\(turn.at.clock) \(caller?.name ?? ""): \(words)"
  }

  private static func role(of deed: CallTurn.Deed) -> Role {
    if case .codeMade(_, let opens) = deed, !opens { .warning } else { .accent }
  }

  // MARK: What the trainee says

  /// nil: nothing was said to the caller.
  private static func said(_ deed: CallTurn.Deed) -> String? {
    switch deed {
    case .taken: tr("“Support desk. Which recorder is it, and what does its screen say?”")
    case .proofAsked: tr("“What shows that the recorder is yours?”")
    case .readAgain: tr("“Please read it to me once more, character by character.”")
    case .screenAsked: tr("“Is that screen still open, as you have read it?”")
    case .codeMade(.code(let code?, let tab), _): title(of: tab) + " " + code.text
    case .codeMade(.code(nil, let tab), _): title(of: tab) + " " + tr("a code, which is not kept.")
    case .codeMade: nil
    case .refused: tr("“I may not give you a code.”")
    case .passedOn: tr("“A technician will come and look at the recorder and your papers.”")
    case .hungUp: nil
    }
  }

  private static func title(of tab: RecoveryTab) -> String {
    let challenge = tab.challenge
    let details = (challenge?.details ?? []).map { detail in
      Words.mention(challenge?.text(of: detail) ?? "", of: detail).spoken
    }
    return tr("“For \(details.joined(separator: ", ")):”")
  }

  // MARK: What the caller says

  private func answer(to turn: CallTurn) -> String? {
    switch turn.deed {
    case .taken(let reading): own(.greeting, "") + " " + Self.read(reading)
    case .proofAsked(.yes): own(.proof, tr("“I have the bill in front of me.”"))
    case .proofAsked(.no): own(.proof, tr("“There is no bill.”"))
    case .proofAsked(.otherName): own(.proof, tr("“There is one, made out to somebody else.”"))
    case .readAgain(let reading): own(.reading, tr("“Gladly.”")) + " " + Self.read(reading)
    case .screenAsked(nil): own(.screen, tr("“Yes, nobody has touched it.”"))
    case .screenAsked(let reading?):
      own(.screen, tr("“No, it was gone. I have opened it again.”")) + " " + Self.read(reading)
    case .codeMade(.code, opens: true): own(.code, tr("“It takes it. Thank you!”"))
    case .codeMade(.code, opens: false):
      own(.wrongCode, tr("“It says that the code is not right.”"))
    case .codeMade: nil
    case .refused: own(.refusal, tr("“That is a pity. Goodbye.”"))
    case .passedOn: own(.handover, tr("“Good, I shall wait for that.”"))
    case .hungUp: own(.hangUp, tr("“I have no more time for this.”"))
    }
  }

  /// What the caller says at such a time by the scenario, between quotes, or as everybody would.
  private func own(_ occasion: Caller.Occasion, _ usual: String) -> String {
    caller?.lines[occasion].map { "“\(tr(words: $0) as String)”" } ?? usual
  }

  private static func read(_ reading: CallReading) -> String {
    let details = DynamicChallenge.details.map { reading.told[$0] } + [reading.serialNumber]
    return tr("Reads out: \(details.joined(separator: " · "))")
  }

  // MARK: What stands between

  /// What is to be known beside what was said.
  private func remark(on deed: CallTurn.Deed) -> String? {
    switch deed {
    case .codeMade(.unreadable(let details), _):
      tr("No code can be made of that.") + " "
        + details.map { Words.complaint(about: $0).spoken }.joined(separator: " ")
    case .hungUp: tr("The caller has hung up.")
    case .taken, .proofAsked, .readAgain, .screenAsked, .codeMade, .refused, .passedOn: nil
    }
  }
}
