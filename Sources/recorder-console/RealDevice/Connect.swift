import ArgumentParser
import Console
import HTTPRequests
import Library
import RealRecorder
import RecorderEngine
import TextUI

/// Opens the console over a recorder that is real.
struct Connect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open the same menu over a real recorder or camera, by ONVIF.",
    usage: "recorder-console connect http://HOST[:PORT] --user NAME [OPTIONS]",
    discussion: """
      EXAMPLES
        recorder-console connect http://192.0.2.10 --user admin
        recorder-console connect https://recorder.example.org --user admin --allow-changes
        recorder-console connect http://192.0.2.10 --user look --secret-file ~/.look

      Nothing is changed unless --allow-changes is given. The password is asked for, or stands
      in a file that only you may read. After one refused password nothing more is tried, so
      that nobody is locked out. What was asked is written to devices/journal.jsonl in the
      state folder, without secrets.
      """)

  @Argument(help: ArgumentHelp("The recorder's address.", valueName: "url"))
  var address: String

  @Option(help: "The account that you log in with.")
  var user: String

  @Option(
    help: ArgumentHelp(
      "A file with the password, mode 600; left out: it is asked for.", valueName: "path"))
  var secretFile: String?

  @Flag(help: "Let the menu change something. Left out: only for looking.")
  var allowChanges = false

  @Option(help: "The colour theme: night, day, contrast or mono.")
  var theme: String?

  @Option(help: "The console's language, en or es.")
  var language: String?

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  @Flag(
    inversion: .prefixedNo,
    help: "Nothing moves by itself: no tiles, no seconds. For braille displays and magnifiers too.")
  var calm: Bool?

  @Flag(help: "Leave the mouse to the terminal.")
  var noMouse = false

  @Option(help: "The folder with the data files, instead of the one that is found.")
  var assets: String?

  func validate() throws {
    do throws(HTTPAddressFault) {
      let address = try HTTPAddress(address)
      guard address.path.isEmpty else {
        throw HTTPAddressFault.pathIsNotWanted(address)
      }
    } catch {
      throw ValidationError(error.message)
    }
    if let language, !Console.languageCodes.contains(language) {
      let codes = Console.languageCodes.joined(separator: ", ")
      throw ValidationError("no language “\(language)”. Available: \(codes).")
    }
    guard !user.isEmpty else { throw ValidationError("expected a name for --user.") }
    guard let theme, Theme.named(theme) == nil else { return }
    let names = Theme.all.map(\.name).joined(separator: ", ")
    throw ValidationError("no theme “\(theme)”. Available: \(names).")
  }

  func run() throws {
    guard let address = try? HTTPAddress(address) else { return }
    LiveConsole(options: self, address: address).start()
  }
}
