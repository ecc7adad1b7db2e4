import Console
import RecorderEngine
import ScreenKit
import TextUI

/// Somebody who sees what goes on at a console: who records it, or hands it on. Nothing secret comes here.
///
/// All of it happens on the loop's thread: nobody may wait for anything here.
public protocol Onlooker: AnyObject {
  /// A key comes, before the console has made anything of it, as far as it may be told.
  func hear(_ key: ToldKey)
  /// Whether an input of whoever sits here goes to the console.
  func admits(_ input: InputEvent) -> Bool
  /// Whether a key of somebody elsewhere goes to the console, which types text with it or does not; `grant` is
  /// the number under which they were handed the keyboard. What is private has been kept out already.
  func admits(guest key: Key, grant: UInt32, whereTextIsTyped typesText: Bool) -> Bool
  /// Does what those who watch shall be told.
  func carryOut(_ wish: WatchingWish)
  /// Draws over a frame before it is shown, for whoever sits here.
  func decorate(_ frame: inout Canvas, of console: Console, at now: Timestamp)
  /// A frame has been handed to the terminal, with all that was drawn over it.
  func see(_ view: PublicView)
}

extension Onlooker {
  /// Hears nothing.
  public func hear(_ key: ToldKey) {}
  /// Lets every input through.
  public func admits(_ input: InputEvent) -> Bool { true }
  /// Lets every key through.
  public func admits(guest key: Key, grant: UInt32, whereTextIsTyped typesText: Bool) -> Bool {
    true
  }
  /// Tells nobody anything.
  public func carryOut(_ wish: WatchingWish) {}
  /// Draws nothing.
  public func decorate(_ frame: inout Canvas, of console: Console, at now: Timestamp) {}
  /// Sees nothing.
  public func see(_ view: PublicView) {}
}

/// Somebody who plays on a console, and so knows all of it.
public protocol Player: AnyObject {
  /// Whether nobody shall see and hear what happens now.
  var isUnseen: Bool { get }
  /// The practice time that a frame shall show.
  func shownTime(_ now: Timestamp) -> Timestamp
  /// The console has been shown as it is now.
  func follow(_ console: Console, at now: Timestamp)
}

/// What others may know of a console while it shows a frame.
public struct PublicView: Sendable {
  /// The frame, with dots for all that is secret.
  public let frame: Canvas
  /// Its colours.
  public let theme: Theme
  /// Where the console is.
  public let place: String
  /// The lesson's name and title, its step from 1 with how many there are, and what is to be done in it; nil:
  /// none.
  public let lessonName: String?
  public let lesson: String?
  public let step: (number: Int, count: Int)?
  public let stepWords: String?
  /// The points of a hundred once the lesson is over, and whether it is an exam.
  public let points: Int?
  public let isExam: Bool

  init(_ frame: Canvas, of console: Console, at now: Timestamp) {
    self.frame = console.hidingSecrets(in: frame, at: now)
    theme = console.theme
    place = console.placeTitle
    lessonName = console.lessonName
    lesson = console.lessonTitle
    step = console.stepNumber.map { ($0.number, $0.count) }
    stepWords = console.stepWords
    points = console.lessonPoints
    isExam = console.isExam
  }
}
