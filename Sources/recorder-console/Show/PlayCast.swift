import ArgumentParser
import CastFiles
import ConsoleData
import Glibc
import Library
import Recordings

/// Plays a recorded session.
struct PlayCast: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Play a recorded session, ours or any other asciicast.",
    usage: "recorder-console replay FILE.cast [OPTIONS]",
    discussion: """
      EXAMPLES
        recorder-console replay session.cast
        recorder-console replay session.cast --speed 2 --idle 0
        recorder-console replay demo.cast --loop

      Space pauses, ←→ seek by five seconds, PgUp and PgDn by a minute, m and M by marker, + and - \
      change the speed, ? lists all keys. Versions 2 and 3 of asciicast are played.
      """)

  @Argument(
    help: "The file, as --record or asciinema wrote it.",
    completion: .file(extensions: ["cast"]))
  var file: String

  @Option(help: "How fast: 0.25, 0.5, 1, 2, 4, 8 or 16.")
  var speed = 1.0

  @Option(
    help: """
      The longest pause that is played, in seconds; 0 plays all of every pause. Left out: as the file \
      says, or two seconds.
      """)
  var idle: Double?

  @Flag(help: "Begin again at the end.")
  var loop = false

  @OptionGroup var looks: LookOptions

  func validate() throws {
    guard Replay.speeds.contains(speed) else {
      throw ValidationError("expected 0.25, 0.5, 1, 2, 4, 8 or 16 for --speed, found \(speed).")
    }
    if let idle, !(0...86_400).contains(idle) {
      throw ValidationError("expected 0 to 86400 seconds for --idle, found \(idle).")
    }
  }

  func run() throws {
    let cast: Cast
    do throws(CastFault) {
      cast = try Cast(
        CastReading(file), idle: idle.map { .milliseconds(Int(($0 * 1_000).rounded())) })
    } catch {
      Shell.fail(error.message(about: file))
    }
    let taken = TakenTerminal(looks.look, Preferences.read())
    let words = looks.words(taken.options.language)
    let loop = ReplayLoop(
      terminal: taken.terminal, theme: taken.options.theme,
      replay: Replay(cast, speed: speed, loops: loop))
    let ending = words.spoken { loop.run() }
    taken.terminal.close()
    if case .failed(let fault) = ending { Shell.fail(fault.message(about: file)) }
  }
}
