import RecorderEngine

extension Desk {
  mutating func use(
    _ command: PhoneCommand, at now: Timestamp, with cryptography: any DeviceCryptography
  ) -> [DeskEvent] {
    switch command {
    case .openLetter(let number): open(number, with: cryptography)
    case .deleteLetter(let number): exists(number) ? [.phone(.letterDeleted(number))] : []
    case .moveToInbox(let number): exists(number) ? [.phone(.letterMoved(number))] : []
    case .readNotifications:
      surroundings.phone.unread > 0 ? [.phone(.notificationsRead)] : []
    case .clearNotifications: [.phone(.notificationsCleared)]
    case .signInToApp(let account, let password):
      signInToApp(account, password, with: cryptography)
    case .signOutOfApp: [.phone(.appSignedOut)]
    case .scan: scan(at: now, with: cryptography)
    case .askForCode: askForCode(at: now, with: cryptography)
    }
  }

  private func exists(_ number: Int) -> Bool {
    surroundings.phone.mailbox.letter(number) != nil
  }

  /// Opens a letter: its code is made of the ticket in it.
  private func open(
    _ number: Int, with cryptography: any DeviceCryptography
  ) -> [DeskEvent] {
    guard let letter = surroundings.phone.mailbox.letter(number) else { return [] }
    return [.phone(.letterOpened(number, code(in: letter, with: cryptography)))]
  }

  /// The code in a letter, for whoever may read it.
  public func code(
    in letter: Letter, with cryptography: any DeviceCryptography
  ) -> SpokenCode? {
    guard case .code(let ticket, let scan, _) = letter.content else { return nil }
    return SpokenCode(
      cryptography.digits(for: ticket, scan: scan, length: length(of: ticket)))
  }

  private func length(of ticket: CodeTicket) -> Int {
    recorder.snapshot.profile.recovery.code(of: ticket.method)?.length.value ?? 6
  }

  // MARK: The app

  /// The maker of a phone app asks for so many characters; it is no recorder's rule.
  private static let shortestAppPassword = 6

  private mutating func signInToApp(
    _ account: String, _ password: Secret, with cryptography: any DeviceCryptography
  ) -> [DeskEvent] {
    guard !account.isEmpty else { return [] }
    if let secret = appSecrets?[account] {
      let isRight =
        switch secret {
        case .sealed(let sealed): cryptography.opens(sealed, with: password)
        case .written(let text): password.matches(Secret(text))
        }
      return isRight ? [.phone(.appSignedIn(account))] : [.phone(.appRefused(.wrongPassword))]
    }
    guard password.count >= Desk.shortestAppPassword else {
      return [.phone(.appRefused(.passwordTooShort(shortest: Desk.shortestAppPassword)))]
    }
    let salt = freshSalt()
    appSecrets = (appSecrets ?? [:]).merging(
      [account: .sealed(cryptography.seal(password, salt: salt))]) { $1 }
    return [.phone(.appSignedIn(account))]
  }

  private mutating func scan(
    at now: Timestamp, with cryptography: any DeviceCryptography
  ) -> [DeskEvent] {
    guard let account = surroundings.phone.app.account else { return failed(.notSignedIn) }
    if case .open(let session) = recorder.snapshot.recovery, case .qrCode(let ticket) = session.tab
    {
      return scan(ticket, as: account, at: now, with: cryptography)
    }
    guard let offer = recorder.snapshot.cloud.offer, recorder.snapshot.power == .running else {
      return failed(.nothingThere)
    }
    return tell(.cloud(.bind(account: account, offer: offer.number)), at: now, with: cryptography)
  }

  private func failed(_ problem: ScanProblem) -> [DeskEvent] { [.phone(.scanFailed(problem))] }

  /// The maker knows the owner by the app account: the app shows the code. To anybody else it goes
  /// by e-mail to the registered address.
  private func scan(
    _ ticket: CodeTicket, as account: String, at now: Timestamp,
    with cryptography: any DeviceCryptography
  ) -> [DeskEvent] {
    guard let rules = recorder.snapshot.profile.recovery.qrCode else { return failed(.noOwner) }
    let scan = surroundings.phone.app.scans(of: ticket) + 1
    guard scan <= rules.codesPerPicture.value else { return failed(.usedUp) }
    guard recorder.snapshot.cloud.binding?.account == account else {
      guard let address = recorder.snapshot.account(.admin)?.email, !address.isEmpty else {
        return failed(.noOwner)
      }
      let content = Letter.Content.code(ticket, scan: scan, life: rules.life.value)
      return [
        post(
          Letter(
            number: surroundings.phone.mailbox.nextNumber, to: address, from: senderName,
            sentAt: now, content: content)), .phone(.scanAnsweredByMail),
      ]
    }
    let code = cryptography.digits(for: ticket, scan: scan, length: rules.code.length.value)
    let shown = ShownCode(
      code: SpokenCode(code), source: .qrCode(ticket), until: ticket.time + rules.life.value)
    return [.phone(.codeShown(shown))]
  }

  private mutating func askForCode(
    at now: Timestamp, with cryptography: any DeviceCryptography
  ) -> [DeskEvent] {
    guard let account = surroundings.phone.app.account else { return failed(.notSignedIn) }
    return tell(.cloud(.startAppRecovery(account: account)), at: now, with: cryptography)
  }
}
