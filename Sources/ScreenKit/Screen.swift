import PracticeDesk
import RecorderEngine
import TextUI

/// One thing to look at: a picture, a panel, a page, a question.
public protocol Screen: Sendable {
  /// The name that a path uses, so that a resumed session opens where it stopped.
  var name: String { get }
  /// What stands behind the place in the title row; nil leaves the title of the screen below.
  func title(in context: ScreenContext) -> Phrase?
  /// Whether the screen below stays visible.
  var isOverlay: Bool { get }
  /// The keys of this screen here and now, from the table that handles them.
  func hints(in context: ScreenContext) -> [KeyHint]
  /// What the help page says of this screen, paragraph by paragraph.
  var help: [String] { get }
  /// Whether a text field has the focus: letters are text.
  var takesText: Bool { get }
  /// Whether something was changed here and not saved.
  var holdsUnsaved: Bool { get }
  /// The list in front that “/” searches; nil: there is none, or it has a search of its own.
  func searchedList(in context: ScreenContext) -> ListView?
  /// When the screen wants to be drawn again though nothing happens.
  func nextChange(in context: ScreenContext) -> Timestamp?
  /// What the front screen above all places asks for when that moment has come.
  func timeCame(in context: ScreenContext) -> Outcome
  /// Whether it asks something, or says what must be read: it takes no other keys meanwhile.
  var asks: Bool { get }
  /// Whether nobody can have read yet what it asks.
  var isUnread: Bool { get }
  /// It has stood on the screen.
  mutating func presented()
  /// What must still be done when the console is left while the screen is open.
  func lastWish(in context: ScreenContext) -> DeskCommand?
  /// What the screen asks for when it comes to the front for the first time.
  mutating func opened(in context: ScreenContext) -> Outcome
  /// What the screen asks for when somebody comes to its place and it is in front there.
  mutating func entered(in context: ScreenContext) -> Outcome
  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome
  mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome
  /// Everything that was asked for has been answered, whether anything happened or not.
  mutating func answered(in context: ScreenContext) -> Outcome
  /// The command that was asked for has no answer: nothing may go on as if one were to come.
  mutating func unanswered(in context: ScreenContext)
  /// What came of an `Outcome.file`; the front screen hears it.
  mutating func notice(_ answer: FileAnswer, in context: ScreenContext) -> Outcome
  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext)
  /// Everything that it draws in words, in reading order, and where the keyboard is; a secret is
  /// only counted.
  func outline(in context: ScreenContext) -> Outline
}

extension Screen {
  /// nil: it leaves the title of the screen below.
  public func title(in context: ScreenContext) -> Phrase? { nil }
  /// No: it hides the screen below.
  public var isOverlay: Bool { false }
  /// No: a letter is a key.
  public var takesText: Bool { false }
  /// No: there is nothing to save.
  public var holdsUnsaved: Bool { false }
  /// nil: it has no list.
  public func searchedList(in context: ScreenContext) -> ListView? { nil }
  /// nil: it changes only where something happens.
  public func nextChange(in context: ScreenContext) -> Timestamp? { nil }
  /// It asks for nothing.
  public func timeCame(in context: ScreenContext) -> Outcome { .stay }
  /// No: other keys than its own work.
  public var asks: Bool { false }
  /// No: it may be answered at once.
  public var isUnread: Bool { false }
  /// It takes no note of that.
  public mutating func presented() {}
  /// nil: nothing must be done.
  public func lastWish(in context: ScreenContext) -> DeskCommand? { nil }
  /// It asks for nothing.
  public mutating func opened(in context: ScreenContext) -> Outcome { .stay }
  /// It asks for nothing.
  public mutating func entered(in context: ScreenContext) -> Outcome { .stay }
  /// What happens means nothing to it.
  public mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    .ignored
  }
  /// An answer means nothing to it.
  public mutating func answered(in context: ScreenContext) -> Outcome { .ignored }
  /// It waits for no answer.
  public mutating func unanswered(in context: ScreenContext) {}
  /// It has wished for no file.
  public mutating func notice(_ answer: FileAnswer, in context: ScreenContext) -> Outcome {
    .ignored
  }
}

/// A screen that asks or warns: no key from before it was shown counts, and then only its own.
package protocol Asking: Screen {
  /// Whether it has stood on the screen.
  var isShown: Bool { get set }
}

extension Asking {
  package var asks: Bool { true }
  package var isUnread: Bool { !isShown }
  package mutating func presented() { isShown = true }
}
