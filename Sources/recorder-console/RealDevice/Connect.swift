import ArgumentParser
import HTTPRequests
import RealRecorder
import RecorderEngine

/// Opens the console over a recorder that is real.
struct Connect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open the same menu over a real recorder or camera, by ONVIF.",
    usage: "recorder-console connect http://HOST[:PORT][/PATH] --user NAME [OPTIONS]",
    discussion: """
      EXAMPLES
        recorder-console connect http://192.0.2.10 --user admin
        recorder-console connect https://recorder.example.org --user admin --allow-changes
        recorder-console connect http://192.0.2.10 --user look --secret-file ~/.look
        recorder-console connect http://192.0.2.10 --user look --practice-copy shop-copy
        recorder-console connect http://192.0.2.10 --user admin --lan eth0 --credentials site.csv
        recorder-console connect https://recorder.example.org --forget-certificate

      Nothing is changed unless --allow-changes is given. The password is asked for, or stands
      in a file that only you may read. After one refused password nothing more is tried, so
      that nobody is locked out. What was asked is written to devices/journal.jsonl in the
      state folder, without secrets.
      """)

  @Argument(help: ArgumentHelp("The recorder's address, as “discover” finds it.", valueName: "url"))
  var address: String

  @Option(help: "The account that you log in with.")
  var user = ""

  @Option(
    help: ArgumentHelp(
      "A file with the password, mode 600; left out: it is asked for.", valueName: "path"))
  var secretFile: String?

  @Option(
    help: ArgumentHelp(
      "The network card behind which the laptop's IP Manager (F6) looks for devices.",
      valueName: "interface"))
  var lan: String?

  @Option(
    help: ArgumentHelp(
      "A file of lines address,user,password, mode 600: the devices that --lan may sign in to.",
      valueName: "path"))
  var credentials: String?

  @Option(
    help: ArgumentHelp(
      "Write a practice recorder after what this one tells, and end; nothing is changed.",
      valueName: "name"))
  var practiceCopy: String?

  @Flag(help: "Forget the certificate that is known there, and end; nothing is sent.")
  var forgetCertificate = false

  @Flag(help: "Let the menu change something. Left out: only for looking.")
  var allowChanges = false

  @OptionGroup var looks: LookOptions

  func validate() throws {
    do throws(HTTPAddressFault) {
      _ = try HTTPAddress(address)
    } catch {
      throw ValidationError(error.message)
    }
    guard credentials == nil || lan != nil else {
      throw ValidationError("--credentials is for the devices of --lan.")
    }
    guard forgetCertificate || !user.isEmpty else {
      throw ValidationError("expected a name for --user.")
    }
  }

  func run() throws {
    guard let address = try? HTTPAddress(address) else { return }
    if forgetCertificate { return TrustedCertificate(address: address).forget() }
    LiveConsole(options: self, address: address).start()
  }
}
