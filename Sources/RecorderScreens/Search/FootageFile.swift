import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

/// A stretch of footage as an asciicast (version 2): it plays in any terminal.
package struct FootageFile: Sendable {
  /// What the footage is of: `CAM 1 Driveway`.
  package let title: String
  package let scene: Scene?
  /// 1, 2, 3 …
  let channel: Int
  let footage: FootageDay
  /// The first and the last second of the day.
  package let seconds: ClosedRange<Int>
  /// How dates and times are written.
  package let format: ClockFormat
  /// What moved in front of the camera at a time around the recorder.
  let motion: @Sendable (Timestamp) -> Motion?

  private static let size = Size(rows: 21, columns: 72)
  /// More than anybody watches of a practice recorder, and still a small file.
  private static let mostFrames = 240

  /// The name for the file, from its channel and its first and last second: no two stretches
  /// share one.
  package func name(channel: Int) -> String {
    let ends = [seconds.lowerBound, seconds.upperBound].map { CivilTime(footage.time(at: $0)) }
    let clock = ends.map { $0.clockText.filter { $0 != ":" } }.joined(separator: "-")
    // Of what the clock showed twice there can be two files.
    let turn = footage.turn(at: seconds.lowerBound).map { "_\($0.number)of\($0.of)" } ?? ""
    return "cam\(channel)_\(ends[0].dateText)_\(clock)\(turn)\(Self.suffix)"
  }

  private static let suffix = ".cast"

  /// Whether a file of that name holds footage.
  package static func isName(_ name: String) -> Bool { name.hasSuffix(suffix) }

  /// The file's text.
  package var text: String {
    let shown = "\(title), \(format.text(footage.time(at: seconds.lowerBound)))"
    let head =
      "{\"version\": 2, \"width\": \(Self.size.columns), \"height\": \(Self.size.rows), "
      + "\"title\": \"\(Self.escaped(shown))\"}\n"
    let length = seconds.count
    let step = max(1, (length + Self.mostFrames - 1) / Self.mostFrames)
    let moments = stride(from: seconds.lowerBound, through: seconds.upperBound, by: step)
    return head
      + moments.enumerated().map { number, second in
        // Half a second a frame: a minute of footage is watched in half of one.
        "[\(number / 2).\(number % 2 * 5), \"o\", \"\(Self.escaped(frame(second)))\"]\n"
      }.joined()
  }

  private func frame(_ second: Int) -> String {
    let time = format.text(footage.time(at: second))
    var text = "\u{1b}[H\u{1b}[0m" + TextWidth.fitted("\(title)  \(time)", columns: 70) + "\u{1b}[K"
    guard let scene else { return text }
    guard !footage.isCovered(at: second, channel: channel) else { return text + "\u{1b}[J" }
    let picture = ScenePainter.picture(
      of: scene, rows: (Self.size.rows - 1) * 2, columns: Self.size.columns,
      second: footage.clock(at: second), beat: second, frame: moversFrame(of: scene, second))
    for cells in picture.cells { text += "\r\n" + line(cells) }
    return text
  }

  private func moversFrame(of scene: Scene, _ second: Int) -> Int? {
    guard let time = footage.trueTime(at: second, channel: channel), let motion = motion(time)
    else { return nil }
    return ScenePainter.frame(of: scene, in: motion, at: time)
  }

  /// A row of cells with as few colour changes as it takes.
  private func line(_ cells: [PictureCell]) -> String {
    var text = ""
    var ink: UInt8?
    var paper: UInt8?
    for cell in cells {
      if cell.glyph != " ", cell.ink != ink {
        text += "\u{1b}[38;5;\(cell.ink)m"
        ink = cell.ink
      }
      if cell.paper != paper {
        text += "\u{1b}[48;5;\(cell.paper)m"
        paper = cell.paper
      }
      text.append(cell.glyph.character)
    }
    return text + "\u{1b}[0m"
  }

  /// The text as it stands between the quotes of a JSON string.
  package static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
