import Console
import RecorderEngine
import ScreenKit
import TextUI

/// Somebody who sees what goes on at a console: who records it, publishes it, or plays a demo on it.
///
/// All of it happens on the loop's thread: nobody may wait for anything here.
public protocol Onlooker: AnyObject {
  /// An input comes, before the console has made anything of it.
  func hear(_ input: InputEvent, at console: Console, now: Timestamp)
  /// Whether a key of whoever sits here goes to the console.
  func admits(_ input: InputEvent, at console: Console, now: Timestamp) -> Bool
  /// Whether a key of somebody elsewhere does.
  func admits(guest key: Key, at console: Console, now: Timestamp) -> Bool
  /// Does what those who watch shall be told.
  func carryOut(_ wish: WatchingWish)
  /// The practice time that a frame shall show.
  func shownTime(_ now: Timestamp) -> Timestamp
  /// Draws over a frame before it is shown.
  func decorate(_ frame: inout Canvas, of console: Console, at now: Timestamp)
  /// The frame has been handed to the terminal, with all that was drawn over it.
  func see(_ frame: Canvas, of console: Console, at now: Timestamp)
}

extension Onlooker {
  /// Hears nothing.
  public func hear(_ input: InputEvent, at console: Console, now: Timestamp) {}
  /// Lets every key through.
  public func admits(_ input: InputEvent, at console: Console, now: Timestamp) -> Bool { true }
  /// Lets every key through.
  public func admits(guest key: Key, at console: Console, now: Timestamp) -> Bool { true }
  /// Tells nobody anything.
  public func carryOut(_ wish: WatchingWish) {}
  /// The time as it is.
  public func shownTime(_ now: Timestamp) -> Timestamp { now }
  /// Draws nothing.
  public func decorate(_ frame: inout Canvas, of console: Console, at now: Timestamp) {}
  /// Sees nothing.
  public func see(_ frame: Canvas, of console: Console, at now: Timestamp) {}
}
