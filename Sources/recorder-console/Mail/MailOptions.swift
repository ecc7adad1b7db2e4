import ArgumentParser
import ConsoleRuntime
import RecorderEngine
import SMTPMail
import ServerWords

/// The options for the mail server that carries the recorder's letters.
struct MailOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The mail server for real letters: smtp://HOST[:587] (STARTTLS) or smtps://HOST[:465].",
      valueName: "url"))
  var smtp: String?

  @Option(
    help: ArgumentHelp(
      "The user name there. Its secret is asked for, or read from a file; TLS is required.",
      valueName: "name"))
  var smtpUser: String?

  @Option(
    help: ArgumentHelp(
      "The file with the secret in its one line, readable by you alone (chmod 600).",
      valueName: "file"))
  var smtpSecretFile: String?

  @Option(
    help: ArgumentHelp(
      "The sender's address; left out: the user name, where that is an address.",
      valueName: "address"))
  var smtpFrom: String?

  @Option(
    help: ArgumentHelp(
      "Certificates to trust (PEM) instead of the system's: for a server of your own.",
      valueName: "file"))
  var smtpCa: String?

  @Flag(help: "Send nothing unless the server offers STARTTLS.")
  var smtpRequireTls = false

  func validate() throws {
    guard let smtp else {
      let isAnySet =
        [smtpUser, smtpSecretFile, smtpFrom, smtpCa].contains { $0 != nil } || smtpRequireTls
      if isAnySet { throw ValidationError("the --smtp-… options need --smtp URL") }
      return
    }
    do throws(MailServerFault) {
      _ = try MailServer(smtp)
    } catch {
      throw ValidationError("--smtp \(error.message)")
    }
    if smtpSecretFile != nil, smtpUser == nil {
      throw ValidationError("--smtp-secret-file needs --smtp-user NAME")
    }
    if sender == nil {
      throw ValidationError(
        smtpFrom.map { "--smtp-from expected a mail address, and got “\($0)”" }
          ?? "--smtp-from is missing: the sender's address")
    }
  }

  private var sender: MailAddress? { (smtpFrom ?? smtpUser).flatMap(MailAddress.init) }
}

extension MailOptions {
  /// Whoever carries letters by these options; asks for a secret that is in no file. Ends the
  /// program where the secret cannot be had.
  func courier() -> any MailCourier {
    guard let smtp, let sender,
      let server = try? MailServer(smtp, requiresTLS: smtpRequireTls)
    else { return NoCourier() }
    let signIn = smtpUser.map { user in
      ServerSignIn(
        user: user,
        secret: SecretOption.secret(
          "secret", of: user, at: server.host, in: smtpSecretFile, named: "--smtp-secret-file"))
    }
    return SMTPLetters(
      courier: SMTPCourier(
        server: server, signIn: signIn, authorities: CertificateFile.checked(smtpCa, "--smtp-ca")),
      sender: sender)
  }
}
