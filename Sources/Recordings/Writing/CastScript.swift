import TextUI

/// A session as the lines of a cast: frames, keys and marks in, whole lines out.
///
/// A frame is the difference from the one before; it is whole at the start, at another size and
/// once a minute, so that whoever plays the cast may begin in its middle.
public struct CastScript: Sendable {
  private static let wholeEvery = Duration.seconds(60)

  private struct Early: Sendable {
    let code: CastText.Code
    let text: String
    let time: Duration
  }

  private let form: CastForm
  private let title: String
  private let started: Int
  private var text: CastText
  private var painter = FramePainter()
  /// The window's size; nil before the first frame.
  private var size: Size?
  private var lastWhole = Duration.zero
  /// What happened before the first frame, of which the header needs the size.
  private var early: [Early] = []

  /// Begins a cast; `started` is in seconds since 1970, all other times count from there.
  public init(_ form: CastForm, title: String, started: Int) {
    self.form = form
    self.title = title
    self.started = started
    text = CastText(form)
  }

  /// The lines of a frame; none where it shows what the one before did.
  public mutating func frame(_ canvas: Canvas, _ theme: Theme, at time: Duration) -> [UInt8] {
    var lines: [UInt8] = []
    if size == nil {
      lines = text.header(size: canvas.size, started: started, title: title)
      lastWhole = time
    } else if size != canvas.size {
      let shown = "\(canvas.size.columns)x\(canvas.size.rows)"
      lines = text.event(.resize, Array(shown.utf8), at: time)
      lastWhole = time
    } else if time - lastWhole >= Self.wholeEvery {
      painter.forget()
      lastWhole = time
    }
    for event in early { lines += text.event(event.code, Array(event.text.utf8), at: event.time) }
    early = []
    size = canvas.size
    let bytes = painter.bytes(for: canvas, theme)
    return bytes.isEmpty ? lines : lines + text.event(.output, bytes, at: time)
  }

  /// The line of a key, as it may be told.
  public mutating func input(_ key: String, at time: Duration) -> [UInt8] {
    event(.input, key, at: time)
  }

  /// The line of a mark: a step or a place that begins here.
  public mutating func marker(_ label: String, at time: Duration) -> [UInt8] {
    event(.marker, label, at: time)
  }

  /// The last lines; none where nothing was ever shown.
  public mutating func end(status: Int32, at time: Duration) -> [UInt8] {
    guard let size else { return [] }
    var lines = text.event(.output, FramePainter.ending(rows: size.rows), at: time)
    if form == .three { lines += text.event(.exit, Array("\(status)".utf8), at: time) }
    return lines
  }

  private mutating func event(_ code: CastText.Code, _ data: String, at time: Duration) -> [UInt8] {
    guard size != nil else {
      early.append(Early(code: code, text: data, time: time))
      return []
    }
    return text.event(code, Array(data.utf8), at: time)
  }
}
