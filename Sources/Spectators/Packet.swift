import TextUI

/// What goes between a session and those who watch it: one packet of a local socket each, so that each
/// comes whole and in its order.
public enum Packet: Equatable, Sendable {
  /// Somebody comes: how they are called, and whether they see the session or only hear how it stands.
  case hello(name: String, sees: Bool)
  /// Some runs of a whole frame of this size; with the last of them it is whole.
  case keyFrame(Size, isLast: Bool, [CellRun])
  /// What has changed since the frame before; with the last of them it is whole.
  case change(isLast: Bool, [CellRun])
  /// Where the cursor is in the frame that follows; nil: nowhere.
  case cursor(Point?, isVisible: Bool)
  /// What the session does, said also to those who may not watch it.
  case status(SessionStatus)
  /// A watcher asks for the keyboard, under a number of its own.
  case ask(UInt32)
  /// A watcher does not ask any more, or gives the keyboard back: that of its ask of this number.
  case giveUp(UInt32)
  /// The watcher's ask of this number is answered by the keyboard, under the session's number `grant`.
  case grant(ask: UInt32, grant: UInt32)
  /// The watcher's ask of this number is answered by no.
  case declined(UInt32)
  /// The keyboard that was handed over under this number is taken back.
  case takenBack(UInt32)
  /// A key of whoever was handed the keyboard under this number.
  case key(UInt32, Key)
  /// Something that somebody wants who may: a trainer, or the next session of the same trainee.
  case order(SessionOrder)
  /// The session is over.
  case end
  /// Of a kind that newer programs know.
  case unknown

  /// The version of all of this: only the same understand one another.
  public static let version: UInt8 = 1
  /// The most bytes of a packet.
  public static let mostBytes = 32 * 1_024
  /// The most rows and columns of a frame: of a larger one its upper left is handed on.
  public static let largest = Size(rows: 500, columns: 500)
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

/// What a session is wanted to do.
public enum SessionOrder: Equatable, Sendable {
  /// To save and go at once: the same trainee has come again.
  case leave
  /// To end after so many seconds, which are counted down.
  case end(seconds: Int)
  /// To last so many minutes longer.
  case extend(minutes: Int)
  /// To show a line of whoever leads the class.
  case note(String)
  /// To ask whoever sits there to begin a scenario, by its name; nothing happens to an exam that runs.
  case put(scenario: String, title: String)
  /// To have something go wrong, by the name of a fault; not in an exam.
  case fault(String)
  /// To have the network cable come out; not in an exam.
  case pullCable
  /// To offer something to be looked at.
  case offer(SessionOffer)
}

/// What is shown to everybody who wants to see it.
public enum SessionOffer: Equatable, Sendable {
  /// The session of this name, in which somebody presents.
  case presentation(String)
  /// The recording of this name in the folder of sessions.
  case recording(String)
}

/// What can be said of a session beside its picture.
public struct SessionStatus: Equatable, Sendable {
  /// Who practises.
  public var name: String
  /// The scenario, by its name and by its title in the language of whoever practises; empty: none.
  public var scenario: String
  public var lesson: String
  /// When this session, its step and its last key were, in seconds since 1970; 0: none yet.
  public var begun: UInt32 = 0
  public var stepBegun: UInt32 = 0
  public var lastKey: UInt32 = 0
  /// The points of a hundred, once the lesson is over; nil: it is not.
  public var points: Int?
  /// Whether it is an exam.
  public var isExam = false
  /// The step that is being done, from 1, and how many there are; 0: none.
  public var step: Int
  public var steps: Int
  /// How many watch.
  public var watchers: Int
  /// Whether the one who is watched has said that nobody may.
  public var isRefused: Bool

  /// Makes a status.
  public init(
    name: String, scenario: String = "", lesson: String = "", step: Int = 0, steps: Int = 0,
    watchers: Int = 0,
    isRefused: Bool = false
  ) {
    self.name = name
    (self.scenario, self.lesson) = (scenario, lesson)
    self.step = step
    self.steps = steps
    self.watchers = watchers
    self.isRefused = isRefused
  }
}
