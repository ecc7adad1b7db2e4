import ArgumentParser
import ConsoleRuntime
import RecorderEngine
import SMTPMail
import ScreenKit

/// Sends one letter the way the recorder's letters go, so that a trainer can try the set-up.
struct CheckMail: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-mail",
    abstract: "Send one test letter through a mail server, and say what became of it.",
    usage: "recorder-console check-mail --smtp URL [OPTIONS] --to ADDRESS",
    discussion: """
      EXAMPLES
        recorder-console check-mail --smtp smtp://mail.example.org \\
          --smtp-user trainer@example.org --to trainee@example.org
        recorder-console check-mail --smtp smtps://mail.example.org \\
          --smtp-user trainer --smtp-secret-file ~/.mail-secret \\
          --smtp-from trainer@example.org --to trainee@example.org
        recorder-console check-mail --smtp smtp://localhost:25 \\
          --smtp-from recorder@localhost --to root@localhost

      EXIT STATUS: 0 the server has taken the letter, 1 it has not, 64 usage.
      """)

  @OptionGroup var mail: MailOptions

  @Option(help: ArgumentHelp("The address that the letter goes to.", valueName: "address"))
  var to: String

  func validate() throws {
    guard mail.smtp != nil else { throw ValidationError("--smtp is missing: the mail server") }
    guard MailAddress(to) != nil else {
      throw ValidationError("--to expected a mail address, and got “\(to)”")
    }
  }

  func run() throws {
    let courier = mail.courier()
    let letter = Self.letter(to: to)
    let delivery = Waiting.value { await courier.carry(letter) }
    guard delivery == .delivered else { Shell.fail(Words.of(delivery).spoken) }
    print("\(Words.of(delivery)) It is for \(to).")
  }

  private static func letter(to address: String) -> PostedLetter {
    PostedLetter(
      to: address, subject: "SIMULATED: a test letter",
      body: Secret(
        "This letter was sent by recorder-console check-mail. It reached you, so the practice\n"
          + "recorder's letters will reach you as well. Nothing needs to be done.\n"))
  }
}
