import ConsoleData
import PracticeDesk
import RecorderEngine

/// A letter that a recorder sends to a person's real mailbox.
public struct PostedLetter: Sendable {
  /// The address it goes to.
  public let to: String
  /// The subject line, which holds no code.
  public let subject: String
  /// It may hold a code, so that nothing describes it.
  public let body: Secret
  /// The code in it, if it has one.
  public let code: SpokenCode?
  /// Whether Restore Password says what becomes of it.
  public let isAwaited: Bool

  /// Makes a letter, one without a code that nobody waits for unless said otherwise.
  public init(
    to: String, subject: String, body: Secret, code: SpokenCode? = nil, isAwaited: Bool = false
  ) {
    self.to = to
    self.subject = subject
    self.body = body
    self.code = code
    self.isAwaited = isAwaited
  }

  /// A letter of the practice recorder as a real mailbox gets it: marked, in that language, and the
  /// code on a line of its own.
  public init(_ letter: Letter, code: SpokenCode?, in phrases: Phrases) {
    let text = phrases.spoken { LetterText(letter) }
    let parts = [text.body, code?.text ?? "", text.foot].filter { !$0.isEmpty }
    self.init(
      to: letter.to, subject: "SIMULATED: \(text.subject)",
      body: Secret(parts.joined(separator: "\n\n") + "\n"), code: code,
      isAwaited: letter.isAwaited)
  }

  /// What became of the letter, as the recorder's pages show it.
  ///
  /// A server may quote the letter that it refuses: its code is taken out.
  public func standing(after delivery: Delivery, in phrases: Phrases) -> MailStanding {
    guard delivery != .delivered else { return .sent }
    let sentence = phrases.spoken { Words.of(delivery).spoken }
    return .failed(code.map { sentence.replacing($0.text, with: "…") } ?? sentence)
  }
}
