import RecorderEngine

extension Desk {
  /// How long a mail takes where nothing holds it up.
  static let usualMailTime = Interval.seconds(4)

  /// Carries what left the recorder by the network to whom it is for.
  mutating func carry(
    _ outgoing: [Outgoing], _ events: [RecorderEvent], at now: Timestamp,
    with cryptography: any DeviceCryptography
  ) -> [DeskEvent] {
    var number = surroundings.phone.mailbox.nextNumber
    func letter(to address: String, _ content: Letter.Content) -> DeskEvent {
      defer { number += 1 }
      return post(
        Letter(number: number, to: address, from: senderName, sentAt: now, content: content))
    }
    var carried: [DeskEvent] = []
    for item in outgoing {
      switch item {
      case .codeMail(let ticket, let address, let life):
        carried.append(letter(to: address, .code(ticket, scan: 0, life: life)))
      case .wrongAddressMail(let address):
        // The practice mailbox gets what a real recorder sends, and that is nothing.
        guard hasRealMail else { continue }
        carried.append(letter(to: address, .wrongAddress))
      case .appCode(let ticket, let account, let until):
        guard surroundings.phone.app.account == account else { continue }
        let length = recorder.snapshot.profile.recovery.app?.code.length.value ?? 6
        let code = SpokenCode(cryptography.digits(for: ticket, scan: 0, length: length))
        carried.append(
          .phone(.codeShown(ShownCode(code: code, source: .app(ticket), until: until))))
      }
    }
    for case .alarms(.notified(let cause, let way, _)) in events {
      switch way {
      case .email:
        carried += recorder.snapshot.alarmRecipients.map { letter(to: $0, .alarm(cause)) }
      case .phone: carried += notify(cause, at: now)
      }
    }
    return carried
  }

  var senderName: String {
    recorder.snapshot.settings[.deviceName] ?? recorder.snapshot.profile.identity.model
  }

  /// Hands a letter to the real server, or has it on its way to the practice mailbox.
  func post(_ letter: Letter) -> DeskEvent {
    guard !hasRealMail else { return .phone(.letterHandedOver(letter)) }
    let delay = surroundings.faults.length(of: .mailDelay) ?? Desk.usualMailTime
    return .phone(.letterSent(letter, arrivesAt: letter.sentAt + delay))
  }

  /// The app of the account that has the recorder says it.
  private func notify(_ cause: AlarmCause, at now: Timestamp) -> [DeskEvent] {
    guard let account = surroundings.phone.app.account,
      recorder.snapshot.cloud.binding?.account == account
    else { return [] }
    return [.phone(.notified(PhoneNotification(cause: cause, at: now)))]
  }

  /// What becomes of the letter that arrives next: one at a time, for the one before it may have
  /// had the last place of the inbox.
  func arriveNext() -> [DeskEvent] {
    let mailbox = surroundings.phone.mailbox
    guard var letter = mailbox.nextUnderway?.letter else { return [] }
    let isForSomebodyElse = mailbox.address.map { $0.lowercased() != letter.to.lowercased() }
    letter.folder = surroundings.faults.has(.spam) ? .spam : .inbox
    let hasNoRoom = letter.folder == .inbox && mailbox.isFull
    let isLost = isForSomebodyElse == true || hasNoRoom
    return [.phone(isLost ? .letterLost(letter.number) : .letterArrived(letter))]
  }
}

extension RecorderSnapshot {
  /// Who gets the e-mails about alarms.
  var alarmRecipients: [String] {
    [SettingKey.mailRecipient1, .mailRecipient2].compactMap { settings[$0] }
      .filter { !$0.isEmpty }
  }
}
