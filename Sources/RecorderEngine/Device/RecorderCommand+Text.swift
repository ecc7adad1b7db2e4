/// How a text is written before anybody compares, seals or keeps it: passed in from outside, for
/// which of two spellings of one letter is the usual one is written in tables.
public typealias TextForm = @Sendable (String) -> String

// Without `default`: a new command says whether it carries text.
extension RecorderCommand {
  /// The command with everything that somebody typed in this form.
  public func written(in form: TextForm) -> RecorderCommand {
    switch self {
    case .passTime, .setClock, .ptz, .searchRecordings, .recordByHand, .acknowledgeAlarms, .readLog,
      .testService:
      self
    case .session(let command): .session(command.written(in: form))
    case .hands(let command): .hands(command.written(in: form))
    case .recovery(let command): .recovery(command.written(in: form))
    case .accounts(let command): .accounts(command.written(in: form))
    case .groups(let command): .groups(command.written(in: form))
    case .remote(let command): .remote(command.written(in: form))
    case .cloud(let command): .cloud(command.written(in: form))
    case .maintenance(let command): .maintenance(command.written(in: form))
    case .setUp(let step): .setUp(step.written(in: form))
    case .changeSettings(let values): .changeSettings(values.mapValues(form))
    case .signInToCameras(let channels, let user, let password):
      .signInToCameras(channels, user: form(user), password.written(in: form))
    }
  }
}

extension SessionCommand {
  fileprivate func written(in form: TextForm) -> SessionCommand {
    switch self {
    case .signIn(let name, let password):
      .signIn(name.written(in: form), password.written(in: form))
    case .signOut, .stayAwake: self
    }
  }
}

extension HandCommand {
  fileprivate func written(in form: TextForm) -> HandCommand {
    switch self {
    case .seeRival(let address): .seeRival(at: address.map(form))
    case .switchPower, .pressResetButton, .releaseResetButton, .connectDisk, .plugNetwork,
      .plugCamera, .coverCamera, .moveContact, .seeMotion, .slipClock, .refuseAtCameras:
      self
    }
  }
}

extension RecoveryCommand {
  fileprivate func written(in form: TextForm) -> RecoveryCommand {
    switch self {
    case .open, .choose, .refresh, .openCodeEntry, .close: self
    case .answer(let answers): .answer(answers.map { $0.written(in: form) })
    case .requestMail(let address): .requestMail(form(address))
    case .enterCode(let code): .enterCode(code.written(in: form))
    case .setPassword(let new): .setPassword(new.written(in: form))
    }
  }
}

extension AccountCommand {
  fileprivate func written(in form: TextForm) -> AccountCommand {
    switch self {
    case .changePassword(let current, let new):
      .changePassword(current: current.written(in: form), new.written(in: form))
    case .setPassword(let name, let new, let group):
      .setPassword(name.written(in: form), new.written(in: form), group: group.map { form($0) })
    case .setQuestions(let questions, let current):
      .setQuestions(
        questions.map { $0.written(in: form) }, current: current.written(in: form))
    case .add(let details, let password):
      .add(details.written(in: form), password.written(in: form))
    case .change(let name, let change):
      .change(name.written(in: form), change.written(in: form))
    case .remove(let name): .remove(name.written(in: form))
    }
  }
}

extension GroupCommand {
  fileprivate func written(in form: TextForm) -> GroupCommand {
    switch self {
    case .add(let name, let original): .add(form(name), copyOf: form(original))
    case .change(let name, let group): .change(form(name), group.written(in: form))
    case .remove(let name): .remove(form(name))
    }
  }
}

extension RemoteCommand {
  fileprivate func written(in form: TextForm) -> RemoteCommand {
    switch self {
    case .setAccessList(let list): .setAccessList(list.written(in: form))
    case .signIn(let name, let password, let address):
      .signIn(name.written(in: form), password.written(in: form), from: form(address))
    case .signOut(let address): .signOut(from: form(address))
    case .disconnect(let address): .disconnect(from: form(address))
    case .obey(let order, let password, let address):
      .obey(order.written(in: form), password.written(in: form), from: form(address))
    case .call(let call): .call(call.written(in: form))
    }
  }
}

extension RemoteCall {
  fileprivate func written(in form: TextForm) -> RemoteCall {
    var proof = proof
    if case .password(let password) = proof { proof = .password(password.written(in: form)) }
    return RemoteCall(
      request.written(in: form), as: account.written(in: form), proof, from: form(address))
  }
}

extension RemoteRequest {
  fileprivate func written(in form: TextForm) -> RemoteRequest {
    switch self {
    case .read, .restart, .factoryDefault: self
    case .setClock(let utc, let values): .setClock(utc: utc, values.mapValues(form))
    case .addAccounts(let accounts): .addAccounts(accounts.map { $0.written(in: form) })
    case .changeAccounts(let accounts): .changeAccounts(accounts.map { $0.written(in: form) })
    case .removeAccounts(let names): .removeAccounts(names.map { $0.written(in: form) })
    case .changeSettings(let values): .changeSettings(values.mapValues(form))
    }
  }
}

extension RemoteAccount {
  fileprivate func written(in form: TextForm) -> RemoteAccount {
    RemoteAccount(
      name: name.written(in: form), password: password?.written(in: form), level: level)
  }
}

extension CloudCommand {
  fileprivate func written(in form: TextForm) -> CloudCommand {
    switch self {
    case .offerBinding, .unbind, .requestClientMail: self
    case .bind(let account, let offer): .bind(account: form(account), offer: offer)
    case .startAppRecovery(let account): .startAppRecovery(account: form(account))
    case .registerClient(let email, let name, let password, let address):
      .registerClient(
        email: form(email), name.written(in: form), password.written(in: form),
        from: form(address))
    }
  }
}

extension MaintenanceCommand {
  fileprivate func written(in form: TextForm) -> MaintenanceCommand {
    switch self {
    case .factoryDefault(let keepsNetwork, let approval):
      .factoryDefault(keepsNetwork: keepsNetwork, approval.written(in: form))
    case .upgrade(let file, let approval):
      .upgrade(with: form(file), approval.written(in: form))
    case .restoreConfiguration(let configuration, let approval):
      .restoreConfiguration(configuration.written(in: form), approval.written(in: form))
    case .formatDisk(let approval): .formatDisk(approval.written(in: form))
    case .exportConfiguration, .restart, .shutDown: self
    }
  }
}

extension Secret {
  /// The secret in this form: one password, however its letters were typed.
  public func written(in form: TextForm) -> Secret { revealed { Secret(form($0)) } }
}

extension NewPassword {
  /// Both times of typing in this form.
  public func written(in form: TextForm) -> NewPassword {
    NewPassword(password.written(in: form), again: again.written(in: form))
  }
}

extension AccountName {
  fileprivate func written(in form: TextForm) -> AccountName { AccountName(form(text)) }
}

extension QuestionAndAnswer {
  fileprivate func written(in form: TextForm) -> QuestionAndAnswer {
    QuestionAndAnswer(question: form(question), answer: answer.written(in: form))
  }
}

extension AccountDetails {
  fileprivate func written(in form: TextForm) -> AccountDetails {
    AccountDetails(
      name: name.written(in: form), group: form(group), email: form(email), remark: form(remark))
  }
}

extension AccountChange {
  fileprivate func written(in form: TextForm) -> AccountChange {
    AccountChange(
      name: name.map { $0.written(in: form) }, group: group.map(form), isEnabled: isEnabled,
      email: email.map(form), remark: remark.map(form))
  }
}

extension Group {
  fileprivate func written(in form: TextForm) -> Group {
    Group(name: form(name), local: local, remote: remote, isBuiltIn: isBuiltIn)
  }
}

extension AccessList {
  fileprivate func written(in form: TextForm) -> AccessList {
    AccessList(mode: mode, addresses: addresses.map(form))
  }
}

extension Approval {
  fileprivate func written(in form: TextForm) -> Approval {
    Approval(
      password.written(in: form),
      second: second.map {
        Second(name: $0.name.written(in: form), password: $0.password.written(in: form))
      })
  }
}

extension Configuration {
  fileprivate func written(in form: TextForm) -> Configuration {
    Configuration(
      model: form(model), firmware: firmware, settings: settings.mapValues(form),
      groups: groups.map { $0.written(in: form) }, accessList: accessList.written(in: form))
  }
}

extension SetupStep {
  fileprivate func written(in form: TextForm) -> SetupStep {
    switch self {
    case .settings(let values): .settings(values.mapValues(form))
    case .password(let new): .password(new.written(in: form))
    case .questions(let questions): .questions(questions.map { $0.written(in: form) })
    case .email(let address): .email(form(address))
    case .clock, .formatDisk, .finish, .skip: self
    }
  }
}

extension RemoteOrder {
  fileprivate func written(in form: TextForm) -> RemoteOrder {
    switch self {
    case .setPassword(let new): .setPassword(new.written(in: form))
    case .changeAddress(let settings): .changeAddress(settings.mapValues(form))
    case .upgrade(let file): .upgrade(with: form(file))
    case .setTime(.server(let server)): .setTime(.server(form(server)))
    case .setTime(.clock): self
    case .factoryDefault, .restart: self
    }
  }
}
