import ConsoleData
import PracticeDesk
import RecorderEngine

/// The words of a letter, on the phone and by a real mail server alike.
public struct LetterText: Equatable, Sendable {
  /// Who it is from, as a person reads it.
  public let sender: String
  /// What it is about, in a few words.
  public let subject: String
  /// What stands in it, above a code where it has one.
  public let body: String
  /// What stands below a code.
  public let foot: String

  /// Says a letter in the language of the console.
  public init(_ letter: Letter) {
    switch letter.content {
    case .code(_, _, let life):
      sender = letter.from
      subject = tr("Code for Restore Password")
      body = tr(
        "Somebody asked for a new password of admin on \(letter.from). If it was not you, look who stands at your recorder. This is the code:"
      )
      foot = tr("It works once, for \(life). A newer code replaces it.")
    case .wrongAddress:
      sender = letter.from
      subject = tr("No code for Restore Password")
      body = tr(
        "Somebody asked for a new password of admin on \(letter.from), with an e-mail address that is not yours. No code was sent. If it was you, type this address in full."
      )
      foot = ""
    case .alarm(let cause):
      sender = letter.from
      subject = tr("Alarm: \(Words.of(cause))")
      body = tr("\(letter.from) says: \(Words.of(cause)), \(CivilTime(letter.sentAt).text).")
      foot = ""
    case .other(let number):
      let other = LetterText.others[number % LetterText.others.count]
      sender = other.sender
      subject = tr(words: other.subject)
      body = tr("Nothing about the recorder.")
      foot = ""
    }
  }

  /// What fills an inbox.
  private static let others: [(sender: String, subject: String)] = [
    ("Wholesale", "Offer of the week"), ("Bank", "Your statement"), ("Post", "Your parcel"),
    ("Newsletter", "Ten new cameras"), ("Insurance", "Your contract"),
    ("School", "Parents' evening"),
  ]
}
