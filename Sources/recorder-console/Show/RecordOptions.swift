import ArgumentParser
import CastFiles
import Glibc
import Recordings

/// The options by which a session is recorded.
struct RecordOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Record the session as an asciicast, without a secret in it; “replay” and asciinema play it.",
      valueName: "file.cast"),
    completion: .file(extensions: ["cast"]))
  var record: String?

  @Flag(help: "Record as version 3 of asciicast, which asciinema 2 does not play.")
  var recordV3 = false

  func validate() throws {
    guard !recordV3 || record != nil else {
      throw ValidationError("--record-v3 is for --record FILE.cast, which is missing.")
    }
    guard record?.isEmpty != true else {
      throw ValidationError("expected a file for --record, such as session.cast.")
    }
  }

  /// Ends the program where the file is there already: before the terminal is taken, and without a file made.
  func check() {
    var facts = stat()
    guard let record, lstat(record, &facts) == 0 else { return }
    Shell.fail(CastFile.Fault.isThere.message(about: record))
  }

  /// The recording that was asked for, of what is shown on a terminal, or the end of the program where its
  /// file cannot be made; nil: none was asked for. Once all else is known to be well: what fails leaves no file.
  func open(title: String, on taken: TakenTerminal) -> SessionCast? {
    guard let record else { return nil }
    do throws(CastFile.Fault) {
      return try SessionCast(record, recordV3 ? .three : .two, title: title)
    } catch {
      taken.fail(error.message(about: record))
    }
  }
}
