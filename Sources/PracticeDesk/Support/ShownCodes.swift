import RecorderEngine

extension Surroundings {
  /// Every code that a screen of the desk shows, or would if it were opened, whoever told it.
  public var shownCodes: [String] {
    let told = conversation.turns.map { turn in
      if case .code(let code, _) = turn.answer { code } else { nil as SpokenCode? }
    }
    let made = (chair?.calls ?? []).flatMap(\.turns).map { turn in
      if case .codeMade(.code(let code, _), _) = turn.deed { code } else { nil as SpokenCode? }
    }
    let onPhone = [phone.mailbox.open?.code, phone.app.code?.code]
    return (told + made + onPhone).compactMap { $0?.text }
  }
}
