import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit

/// A letter for the real mail server.
public struct LetterToSend: Sendable {
  /// 1, 2, 3 … for the life of the session.
  public let number: Int
  /// What is to be sent, and to whom.
  public let letter: PostedLetter
}

extension PracticeSession {
  private var phrases: Phrases { Phrases.chosen(at: known?.recorder, from: languages) }

  /// Writes down what the recorder has handed over, for whoever sends it.
  func write(_ letter: Letter) async {
    let code = await adapter?.desk.code(in: letter, with: cryptography)
    lastLetter += 1
    if letter.isAwaited { awaitedLetter = lastLetter }
    letters.append(
      LetterToSend(number: lastLetter, letter: PostedLetter(letter, code: code, in: phrases)))
  }

  /// Hands out the letters that are to be sent, each once.
  public func collectLetters() -> [LetterToSend] {
    defer { letters = [] }
    return letters
  }

  /// Tells the desk what became of a letter, where it is the newest one that is awaited.
  public func report(_ delivery: Delivery, of sent: LetterToSend) async -> [Message] {
    guard sent.number == awaitedLetter else { return [] }
    return await perform(.reportMail(sent.letter.standing(after: delivery, in: phrases)))
  }
}
