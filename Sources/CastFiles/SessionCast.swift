import Glibc
import Recordings
import Synchronization
import TextUI

/// A session that is recorded as it goes on; what goes wrong with the file never stops the session.
///
/// What it is handed is written as it is: frames have their secrets hidden, and keys into secret
/// fields are not among them.
public final class SessionCast: Sendable {
  private struct State {
    var script: CastScript
    var size = 0
    var isFull = false
    var hasEnded = false
  }

  /// The largest recording, in bytes: half a day of practice, and less than a class may write.
  public static let largest = 60 << 20
  /// Room for the last lines.
  private static let reserve = 4 << 10

  private let path: String
  private let limit: Int
  private let file: CastFile
  private let start = ContinuousClock.now
  private let state: Mutex<State>

  /// Makes the file; its name must not be taken. Nothing is in it before the first frame.
  public init(
    _ path: String, _ form: CastForm, title: String, limit: Int = largest
  ) throws(CastFile.Fault) {
    self.path = path
    self.limit = limit
    file = try CastFile(path)
    state = Mutex(State(script: CastScript(form, title: title, started: time(nil))))
  }

  /// What a person should know of the recording while it goes on; nil: all is well.
  public var trouble: String? {
    if let fault = file.fault { return fault.message(about: path) }
    return state.withLock { $0.isFull } ? fullMessage : nil
  }

  private var fullMessage: String {
    "\(path) ends before the session did: a recording has at most \(limit >> 20) MiB."
  }

  /// Records a frame that was shown, its secrets hidden.
  public func frame(_ canvas: Canvas, _ theme: Theme) {
    add { $0.frame(canvas, theme, at: $1) }
  }

  /// Records a key or a text that was typed, as it may be told.
  public func input(_ text: String) { add { $0.input(text, at: $1) } }

  /// Marks the moment: a step or a place that begins.
  public func marker(_ label: String) { add { $0.marker(label, at: $1) } }

  /// Ends the recording with the session's exit status, and returns what went wrong with it, as a
  /// sentence; nil: it is whole. More than once does no harm.
  @discardableResult
  public func end(status: Int32) -> String? {
    add(isLast: true) { $0.end(status: status, at: $1) }
    file.finish()
    return trouble
  }

  private func add(
    isLast: Bool = false, _ lines: (inout CastScript, Duration) -> [UInt8]
  ) {
    let now = ContinuousClock.now - start
    let made = state.withLock { state -> [UInt8] in
      guard !state.hasEnded, file.fault == nil else { return [] }
      var made = lines(&state.script, now)
      // The last lines have their room.
      if !isLast, state.size + made.count > limit - Self.reserve {
        state.isFull = true
        made = state.script.end(status: 0, at: now)
      }
      state.size += made.count
      state.hasEnded = isLast || state.isFull
      return made
    }
    file.append(made)
  }
}
