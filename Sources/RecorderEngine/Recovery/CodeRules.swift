extension RecorderState {
  /// A new ticket; its number has never been used.
  mutating func newTicket(for method: RecoveryMethod, _ turn: Turn) -> CodeTicket {
    CodeTicket(
      method: method, macAddress: snapshot.profile.identity.macAddress,
      number: codes.newTicketNumber(), time: turn.now)
  }

  /// Makes a code that the recorder takes for so long; it replaces the one before.
  mutating func issue(
    for method: RecoveryMethod, life: Interval, _ turn: Turn
  ) -> IssuedCode {
    let code = IssuedCode(ticket: newTicket(for: method, turn), until: turn.now + life)
    codes.issued[method] = code
    return code
  }

  // MARK: Codes by e-mail

  /// Sends a code where the address is the registered one; the answer is the same where it is not.
  mutating func requestRecoveryMail(to address: String, _ turn: inout Turn) {
    guard case .open(let session) = snapshot.recovery, case .email = session.tab else {
      return refuse(.recovery(.notOpen), &turn)
    }
    guard mayAskForMail(.email, &turn) else { return }
    let registered = snapshot.account(.admin)?.email ?? ""
    let typed = Secret(address).folded
    if typed.matches(Secret(registered).folded) {
      sendCodeMail(.email, to: registered, &turn)
    } else {
      outgoing.append(.wrongAddressMail(to: registered))
    }
    show(entryFor: .email, &turn)
  }

  /// Whether another mail may be asked for; asking counts, whatever address was typed.
  mutating func mayAskForMail(_ method: RecoveryMethod, _ turn: inout Turn) -> Bool {
    guard let rules = snapshot.profile.recovery.mailed(method) else { return false }
    guard snapshot.hasNetworkLink else {
      refuse(.cloud(.noNetwork), &turn)
      return false
    }
    let recent = (mailsAsked[method] ?? []).filter { turn.now - $0 < .days(1) }
    guard recent.count < rules.mailsPerDay.value else {
      let next = (recent.first ?? turn.now) + .days(1)
      refuse(.recovery(.tooManyMails(most: rules.mailsPerDay.value, next: next)), &turn)
      return false
    }
    mailsAsked[method] = recent + [turn.now]
    log(.recoveryMailAsked(method), by: .admin, &turn)
    return true
  }

  mutating func sendCodeMail(_ method: RecoveryMethod, to address: String, _ turn: inout Turn) {
    guard let life = snapshot.profile.recovery.mailed(method)?.life.value else { return }
    let code = issue(for: method, life: life, turn)
    outgoing.append(.codeMail(code.ticket, to: address, life: life))
  }

  mutating func openCodeEntry(_ turn: inout Turn) {
    guard case .open(let session) = snapshot.recovery, let method = session.method,
      snapshot.profile.recovery.mailed(method) != nil
    else { return refuse(.recovery(.notOpen), &turn) }
    show(entryFor: method, &turn)
  }

  /// Opens the page for the code; its time begins to run.
  private mutating func show(entryFor method: RecoveryMethod, _ turn: inout Turn) {
    guard let time = snapshot.profile.recovery.mailed(method)?.entryTime.value else { return }
    let entry = CodeEntry(until: turn.now + time)
    put(RecoveryTab(of: method, entry: entry), &turn)
  }

  /// The page for the code has been open long enough: back to the page before.
  mutating func closeCodeEntry(_ turn: inout Turn) {
    guard case .open(let session) = snapshot.recovery, let method = session.method else { return }
    put(RecoveryTab(of: method, entry: nil), &turn)
    emit(.recovery(.codeEntryClosed(method)), &turn)
  }

  // MARK: Entering a code

  /// Compares what was typed with every code that opens what is on the screen.
  mutating func enterRecoveryCode(_ typed: Secret, _ turn: inout Turn) {
    guard case .open(let session) = snapshot.recovery, let tab = session.tab,
      let way = snapshot.profile.recovery.way(of: tab.method),
      let right = way.rightCodes(for: tab, at: self, turn)
    else { return refuse(.recovery(.notOpen), &turn) }
    // All are looked at, so that time does not tell which was nearly right.
    let isRight =
      right.map(typed.matches).contains(true) && session.screen == codes.livingScreen
    guard isRight else {
      return countRecoveryFailure(tab.method, &turn) { .wrongCode(left: $0) }
    }
    emit(.recovery(.codeDied(.used)), &turn)
    codes.issued[tab.method] = nil
    codes.endScreen()
    let time = snapshot.profile.recovery.newPasswordTime.value
    grant(tab.method, until: tab.entry?.until ?? turn.now + time, &turn)
    way.wasUsed(at: &self, &turn)
  }

  /// The code of a method that is on its way, where it still lives.
  func livingCode(of way: some RecoveryWay, _ turn: Turn) -> [Secret] {
    guard let code = codes.issued[way.method], turn.now < code.until,
      let length = way.codeRules?.length.value
    else { return [] }
    return [turn.cryptography.digits(for: code.ticket, scan: 0, length: length)]
  }
}
