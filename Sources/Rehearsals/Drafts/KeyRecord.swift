import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// What somebody pressed in a practice, and when: messages to a console go in, a draft of a lesson can
/// be made of it.
public struct KeyRecord: Sendable {
  /// One key, click or paste.
  struct Entry: Sendable {
    let input: InputEvent
    let at: Timestamp
    /// The codes that could be read off a screen by then.
    var codes: [Guide.CodePlace: String] = [:]
  }

  private(set) var entries: [Entry] = []
  private var known: DeskSnapshot?
  private var begunAt: Timestamp?
  /// Whether another practice was begun meanwhile: of that one nothing is known here.
  public private(set) var isElsewhere = false

  /// Begins a record with nothing in it.
  public init() {}

  /// Whether nothing was pressed.
  public var isEmpty: Bool { entries.isEmpty }

  /// Notes a message to the console; most mean nothing.
  public mutating func note(_ message: Message, at now: Timestamp) {
    switch message {
    case .input(let input): note(input, at: now, seeing: known?.surroundings)
    case .connected(let desk, let lesson, _):
      // Begun anew, everything before it counts no more.
      entries = []
      let beginning = begunAt ?? now
      begunAt = beginning
      isElsewhere = lesson != nil || abs((now - beginning).milliseconds) > 60_000
      known = desk
    case .answered(let events, _), .changed(let events, _):
      for event in events { known?.absorb(event) }
    case .presented, .reaches, .refreshed, .notReadAnew, .certificateForgotten, .happened, .fault,
      .unreadable, .loaded, .file, .shelf, .storeOpened, .storeStanding, .wayBack, .watched,
      .demoTakenOver, .recordingEnded, .sessionEnds, .trainer, .tick:
      break
    }
  }

  /// Notes what was pressed by somebody who saw phone and support desk so.
  mutating func note(_ input: InputEvent, at now: Timestamp, seeing surroundings: Surroundings?) {
    switch input {
    case .key(.control("c")), .woken, .hangup, .terminate, .suspend: return
    case .key, .paste, .mouse, .resize: break
    }
    var entry = Entry(input: input, at: now)
    for name in Guide.CodePlace.allCases {
      entry.codes[name] = surroundings.flatMap { name.code(in: $0, at: now)?.text }
    }
    entries.append(entry)
  }
}
