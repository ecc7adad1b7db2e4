extension RecorderState {
  /// Does what the app, the client software or Network > App asks for.
  mutating func obey(_ command: CloudCommand, _ turn: inout Turn) {
    switch command {
    case .offerBinding: offerBinding(&turn)
    case .bind(let account, let offer): bind(to: account, offer: offer, &turn)
    case .unbind: unbind(&turn)
    case .startAppRecovery(let account): startAppRecovery(by: account, &turn)
    case .registerClient(let email, let name, let password, let address):
      registerClient(email: email, name, password, from: address, &turn)
    case .requestClientMail: requestClientMail(&turn)
    }
  }

  /// Puts the QR code on Network > Cloud that binds the recorder to whoever scans it.
  mutating func offerBinding(_ turn: inout Turn) {
    guard isAllowed(.network, &turn) else { return }
    guard let rules = snapshot.profile.recovery.app else {
      return refuse(.cloud(.notOffered), &turn)
    }
    if let problem = cloudProblem { return refuse(.cloud(problem), &turn) }
    let until = turn.now + rules.offerTime.value
    emit(
      .cloud(.bindingOffered(BindingOffer(number: codes.newTicketNumber(), until: until))), &turn)
  }

  /// What keeps the cloud from the recorder.
  private var cloudProblem: CloudProblem? {
    if !snapshot.hasNetworkLink { return .noNetwork }
    if snapshot.profile.recovery.app == nil { return .notOffered }
    return snapshot.settings[.cloud] == "off" ? .switchedOff : nil
  }

  /// An app account takes the recorder, with the QR code that is on the screen now.
  mutating func bind(to account: String, offer number: Int, _ turn: inout Turn) {
    if let problem = cloudProblem { return refuse(.cloud(problem), &turn) }
    guard !account.isEmpty, !account.hasUnprintable else {
      return refuse(.cloud(.accountEmpty), &turn)
    }
    guard snapshot.cloud.offer?.number == number else {
      return refuse(.cloud(.offerOver), &turn)
    }
    if let binding = snapshot.cloud.binding, binding.account != account {
      return refuse(.cloud(.boundToAnother), &turn)
    }
    emit(.cloud(.bindingOffered(nil)), &turn)
    let binding = CloudBinding(
      account: account, since: turn.now, shownSince: snapshot.deviceTime(at: turn.now))
    emit(.cloud(.bindingChanged(binding)), &turn)
    log(.cloudBound(account), &turn)
  }

  /// Somebody at the recorder takes it away from its app account.
  mutating func unbind(_ turn: inout Turn) {
    guard isAllowed(.network, &turn) else { return }
    guard snapshot.cloud.binding != nil else { return refuse(.cloud(.notBound), &turn) }
    dropBinding(&turn)
    log(.cloudUnbound, &turn)
  }

  /// The app asks for a code for Restore Password.
  mutating func startAppRecovery(by account: String, _ turn: inout Turn) {
    if let problem = cloudProblem { return refuse(.cloud(problem), &turn) }
    guard snapshot.cloud.binding?.account == account,
      let life = snapshot.profile.recovery.app?.life.value
    else { return refuse(.cloud(.notBound), &turn) }
    if let why = snapshot.unavailability(of: .app) {
      return refuse(.recovery(.unavailable(.app, why)), &turn)
    }
    let code = issue(for: .app, life: life, turn)
    outgoing.append(.appCode(code.ticket, account: account, until: code.until))
    emit(.cloud(.appCodeChanged(until: code.until)), &turn)
    log(.appRecoveryStarted, by: .admin, &turn)
  }

  /// Client software takes the recorder in, as somebody who may sign in.
  mutating func registerClient(
    email: String, _ name: AccountName, _ password: Secret, from address: String,
    _ turn: inout Turn
  ) {
    guard snapshot.profile.recovery.client != nil else {
      return refuse(.cloud(.notOffered), &turn)
    }
    guard email.isLikelyEmail else { return refuse(.account(.emailUnlikely), &turn) }
    guard signInRemotely(name, password, from: address, &turn) else { return }
    // A code on its way to the old address opens nothing any more.
    if email != snapshot.cloud.clientEmail { codes.issued[.client] = nil }
    emit(.cloud(.clientRegistered(email: email)), &turn)
    log(.clientRegistered(address), by: name, &turn)
  }

  /// The client software that has the recorder asks for the e-mail with a code.
  mutating func requestClientMail(_ turn: inout Turn) {
    guard snapshot.hasNetworkLink else { return refuse(.cloud(.noNetwork), &turn) }
    if let why = snapshot.unavailability(of: .client) {
      return refuse(.recovery(.unavailable(.client, why)), &turn)
    }
    guard let email = snapshot.cloud.clientEmail, mayAskForMail(.client, &turn) else { return }
    sendCodeMail(.client, to: email, &turn)
  }

  /// What a reset takes of the cloud: binding and code are gone.
  mutating func dropBinding(_ turn: inout Turn) {
    if snapshot.cloud.offer != nil { emit(.cloud(.bindingOffered(nil)), &turn) }
    if snapshot.cloud.binding != nil { emit(.cloud(.bindingChanged(nil)), &turn) }
    codes.issued[.app] = nil
    if snapshot.cloud.codeUntil != nil { emit(.cloud(.appCodeChanged(until: nil)), &turn) }
  }

  /// Codes that are on their way open nothing any more.
  mutating func dropIssuedCodes(_ turn: inout Turn) {
    codes.issued = [:]
    if snapshot.cloud.codeUntil != nil { emit(.cloud(.appCodeChanged(until: nil)), &turn) }
  }

  /// What a reset of the accounts takes of codes on their way.
  mutating func dropCodesOfAccounts(_ turn: inout Turn) {
    dropIssuedCodes(&turn)
    mailsAsked = [:]
    recoveryFailures = [:]
    codes.unlockTicket = nil
    if snapshot.cloud.clientEmail != nil { emit(.cloud(.clientRegistered(email: nil)), &turn) }
  }
}

extension SettingKey {
  /// Whether the recorder lets the cloud and the app reach it.
  public static let cloud: SettingKey = "network.cloud"
}
