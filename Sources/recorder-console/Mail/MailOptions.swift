import ArgumentParser
import ConsoleRuntime
import Library
import RecorderEngine
import SMTPMail

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
      SMTPCourier.SignIn(user: user, secret: secret(of: user, at: server.host))
    }
    return SMTPLetters(
      courier: SMTPCourier(server: server, signIn: signIn, authorities: authorities()),
      sender: sender)
  }

  /// The file of certificates, looked at before a letter is to leave; ends the program where it is
  /// none.
  private func authorities() -> String? {
    guard let path = smtpCa else { return nil }
    let largest = 1 << 20
    do throws(PlainFile.Fault) {
      let text = String(decoding: try PlainFile.bytes(of: path, atMost: largest), as: UTF8.self)
      if text.contains("-----BEGIN CERTIFICATE-----") { return path }
    } catch {
      Shell.fail("--smtp-ca: \(path) could not be read: \(error.reason(atMost: largest)).")
    }
    Shell.fail("--smtp-ca: \(path) was expected to hold certificates (PEM), and has none.")
  }

  private func secret(of user: String, at host: String) -> Secret {
    CoreFiles.forbid()
    if let path = smtpSecretFile {
      do throws(SecretFile.Fault) {
        return try SecretFile.read(path)
      } catch {
        Shell.fail("--smtp-secret-file: \(error.message(about: path))")
      }
    }
    do throws(SecretPrompt.Fault) {
      return try SecretPrompt.ask("Secret of \(user) at \(host): ")
    } catch .noTerminal {
      Shell.fail(
        "the secret of \(user) is asked for at a terminal, and stdin is none: "
          + "name a file with --smtp-secret-file")
    } catch {
      Shell.fail("no secret was given")
    }
  }
}
