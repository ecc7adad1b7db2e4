import Console
import Library
import PracticeCodes
import Recordings
import Rehearsals
import ScreenKit
import TerminalLanguage
import TextUI

/// A recording of somebody who presses a key a second, in the lines that `--record` writes.
struct RecordedHour {
  /// The lines of the file.
  private(set) var lines: [UInt8] = []
  /// How many seconds it lasts.
  let seconds: Int

  private static let size = Size(rows: 24, columns: 80)
  private static let secondsBetweenMarkers = 60

  /// The live view with its menu, and places; each third key draws another screen.
  private static let keys: [Key] =
    [.character(" "), .down, .down, .down, .down, .up, .up, .up, .up, .escape]
    + [3, 5, 4, 2].map { .function($0) }

  /// Plays so many keys on the console, and records each frame.
  init(keys count: Int = 3_600) throws {
    let library = Library(folder: try AssetFolder.find(explicit: nil))
    let assets = RememberedAssets(LessonAssets(library: library))
    var rehearsal = try Rehearsal(
      assets.scenario("eleven-at-night", seed: 1), assets: assets,
      cryptography: PracticeCryptography.forRehearsals, size: Self.size)
    var script = CastScript(.two, title: "An hour", started: 1_800_000_000)
    for second in 0..<count {
      let key = Self.keys[second % Self.keys.count]
      let time = Duration.seconds(second)
      rehearsal.press(.key(key))
      var canvas = Canvas(size: Self.size)
      rehearsal.console.draw(on: &canvas, at: rehearsal.now)
      lines += script.input(key.sequence, at: time) + script.frame(canvas, .night, at: time)
      if second % Self.secondsBetweenMarkers == 0 {
        lines += script.marker("Minute \(second / Self.secondsBetweenMarkers)", at: time)
      }
    }
    seconds = count
    lines += script.end(status: 0, at: .seconds(count))
  }
}
