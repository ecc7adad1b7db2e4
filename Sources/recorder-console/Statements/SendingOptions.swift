import ArgumentParser
import Foundation
import HTTPRequests
import RecorderEngine
import ResultStore
import SMTPMail
import ServerWords

/// The options for sending statements to a learning record store.
struct SendingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Send the xAPI statements that wait to the store whose xAPI is there.", valueName: "url"))
  var lrs: String?

  @Option(
    help: ArgumentHelp(
      "The file with NAME:PASSWORD in its one line, readable by you alone (chmod 600).",
      valueName: "file"))
  var lrsLogin: String?

  @Option(
    help: ArgumentHelp(
      "The name to log in with there; its password is asked for.", valueName: "name"))
  var lrsUser: String?

  @Option(
    help: ArgumentHelp(
      "Certificates to trust (PEM) instead of the system's: for a store of your own.",
      valueName: "file"))
  var lrsCa: String?

  @Option(help: "The seconds to go on trying while the store has no answer.")
  var patience = 60

  @Flag(help: "Send what the store did not take once more.")
  var again = false

  func validate() throws {
    guard let lrs else {
      if [lrsLogin, lrsUser, lrsCa].contains(where: { $0 != nil }) || again {
        throw ValidationError("--lrs-… and --again need --lrs URL")
      }
      return
    }
    guard (0...86_400).contains(patience) else {
      throw ValidationError("expected 0 to 86400 seconds for --patience, found \(patience)")
    }
    guard lrsLogin == nil || lrsUser == nil else {
      throw ValidationError("Either --lrs-login or --lrs-user, not both.")
    }
    let address: HTTPAddress
    do throws(HTTPAddressFault) {
      address = try RecordStore.address(lrs)
    } catch {
      throw ValidationError("--lrs \(error.message)")
    }
    if lrsLogin ?? lrsUser != nil, !HTTPClient.keepsSecrets(to: address) {
      throw ValidationError("a password goes over https only: --lrs https://…")
    }
  }
}

extension SendingOptions {
  /// The store that the options name; nil where they name none. Asks for a password that is in no file,
  /// and ends the program where it cannot be had.
  func store() -> RecordStore? {
    guard let lrs, let address = try? RecordStore.address(lrs) else { return nil }
    return RecordStore(
      address: address, signIn: signIn(at: address.host),
      authorities: CertificateFile.checked(lrsCa, "--lrs-ca"))
  }

  private func signIn(at host: String) -> ServerSignIn? {
    guard lrsLogin ?? lrsUser != nil else { return nil }
    if let path = lrsLogin { return signIn(in: path) }
    guard let user = lrsUser else { return nil }
    return .init(
      user: user,
      secret: SecretOption.secret("password", of: user, at: host, in: nil, named: "--lrs-login"))
  }

  private func signIn(in path: String) -> ServerSignIn {
    let parts = SecretOption.secret(in: path, named: "--lrs-login").revealed { line in
      line.split(separator: ":", maxSplits: 1).map(String.init)
    }
    if parts.count == 2 { return .init(user: parts[0], secret: Secret(parts[1])) }
    Shell.fail("--lrs-login: \(path) was expected to have NAME:PASSWORD in its one line.")
  }
}

extension OutboxTally {
  /// Of how many there are statements to send.
  var all: Int { there + waiting + refused + conflicting }

  /// What is not there, as a person reads it.
  var shortcomings: [String] {
    ["\(waiting) waiting", "\(refused) refused", "\(conflicting) conflicting"]
  }
}

extension StatementCourier.Ending {
  /// Why nothing more was sent; nil: all was that could be.
  var sentence: String? {
    switch self {
    case .done: nil
    case .denied(let words): "the store does not take what it is sent: \(words)"
    case .unanswered(let words, let until):
      "the store has no answer (\(words)); what waits is sent the next time"
        + (until.timeIntervalSinceNow > 1 ? ", from \(until.formatted(.iso8601)) on" : "")
    case .busy: "another program is sending to the store"
    }
  }
}
