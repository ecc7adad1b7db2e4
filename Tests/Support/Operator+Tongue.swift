import ConsoleData
import TextUI

extension Operator {
  /// A language in which everybody sits down, in place of what the options say.
  public struct Tongue: Sendable {
    public let phrases: Phrases
    /// Whether its words arrive only when `learnWords` is called: the file was slow.
    public let isLate: Bool

    public init(_ phrases: Phrases, isLate: Bool) {
      self.phrases = phrases
      self.isLate = isLate
    }
  }

  @TaskLocal public static var tongue: Tongue?

  /// The frame as it would be if the words of a language arrived now.
  public func canvas(learning phrases: Phrases) -> Canvas {
    var console = console
    _ = console.update(.loaded(.phrases(phrases)), at: clock.now)
    var canvas = Canvas(size: size)
    console.draw(on: &canvas, at: clock.now)
    return canvas
  }

  /// An English text as it stands on the screen now; a number in it is a value.
  public func said(_ english: String) -> String {
    let phrases = console.phrases
    guard !phrases.has(english), let number = english.firstMatch(of: /[0-9]+/) else {
      return phrases(english)
    }
    let pattern = english.replacing(number.output, with: "{1}")
    return phrases(pattern).replacing("{1}", with: number.output)
  }
}
