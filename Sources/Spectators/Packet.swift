import TextUI

/// What goes between a session and those who watch it: one packet of a local socket each.
public enum Packet: Equatable, Sendable {
  /// Somebody comes: how they are called, and how large their window is.
  case hello(name: String, Size)
  /// They may watch; the session's window is this large.
  case welcome(Size)
  /// Some runs of the whole frame of this number; with the last of them it is whole.
  case keyFrame(UInt32, Size, isLast: Bool, [CellRun])
  /// What has changed since the frame before this number; with the last of them it is whole.
  case change(UInt32, isLast: Bool, [CellRun])
  /// Where the cursor is in the frame of this number; nil: nowhere.
  case cursor(UInt32, Point?, isVisible: Bool)
  /// What the session does, said also to those who may not watch it.
  case status(SessionStatus)
  /// A watcher asks for the keyboard, or does not any more.
  case ask(Bool)
  /// The keyboard is this watcher's under a number, until `takenBack` of it.
  case grant(UInt32)
  case takenBack(UInt32)
  /// A key of whoever has the keyboard under this number.
  case key(UInt32, Key)
  /// The session is over.
  case end

  /// The version of all of this: only the same understand one another.
  public static let version: UInt8 = 1
  /// The most bytes of a packet.
  public static let mostBytes = 32 * 1_024
}

/// Cells side by side that look alike.
public struct CellRun: Equatable, Sendable {
  /// Where the first of them stands.
  public let row: Int
  public let column: Int
  /// How they are coloured, and on which ground.
  public let ink: Ink
  public let isRaised: Bool
  /// What stands in each; a blank text is the right half of the wide one before it.
  public let glyphs: [String]

  /// Makes a run.
  public init(row: Int, column: Int, ink: Ink, isRaised: Bool, glyphs: [String]) {
    self.row = row
    self.column = column
    self.ink = ink
    self.isRaised = isRaised
    self.glyphs = glyphs
  }
}

/// What can be said of a session beside its picture.
public struct SessionStatus: Equatable, Sendable {
  /// Who practises, and what.
  public var name: String
  public var lesson: String
  /// The step that is being done, from 1, and how many there are; 0: none.
  public var step: Int
  public var steps: Int
  /// How many watch.
  public var watchers: Int
  /// Whether the one who is watched has said that nobody may.
  public var isRefused: Bool

  /// Makes a status.
  public init(
    name: String, lesson: String = "", step: Int = 0, steps: Int = 0, watchers: Int = 0,
    isRefused: Bool = false
  ) {
    self.name = name
    self.lesson = lesson
    self.step = step
    self.steps = steps
    self.watchers = watchers
    self.isRefused = isRefused
  }
}
