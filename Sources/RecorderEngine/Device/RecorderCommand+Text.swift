/// How a text is written before anybody compares, seals or keeps it: passed in from outside, for
/// which of two spellings of one letter is the usual one is written in tables.
public typealias TextForm = @Sendable (String) -> String

// Without `default`: a new command says whether it carries text.
extension RecorderCommand {
  /// The command with everything that somebody typed in this form.
  public func written(in form: TextForm) -> RecorderCommand {
    switch self {
    case .passTime, .stayAwake, .switchPower, .seeMotion, .moveContact, .plugCamera,
      .refuseAtCameras, .slipClock, .acknowledgeAlarms, .plugNetwork, .pressResetButton,
      .releaseResetButton, .signOut, .openRecovery, .chooseRecoveryMethod,
      .refreshRecoveryScreen, .openCodeEntry, .closeRecovery, .offerBinding, .unbind,
      .requestClientMail, .exportConfiguration, .connectDisk, .setClock, .searchRecordings,
      .readLog, .restart, .shutDown:
      self
    case .seeRival(let address): .seeRival(at: address.map(form))
    case .answerQuestions(let answers): .answerQuestions(answers.map { $0.written(in: form) })
    case .requestRecoveryMail(let address): .requestRecoveryMail(form(address))
    case .enterRecoveryCode(let code): .enterRecoveryCode(code.written(in: form))
    case .setRecoveredPassword(let new): .setRecoveredPassword(new.written(in: form))
    case .setUp(let step): .setUp(step.written(in: form))
    case .changeSettings(let values): .changeSettings(values.mapValues(form))
    case .signIn, .changePassword, .setPassword, .setQuestions, .addAccount, .changeAccount,
      .removeAccount, .addGroup, .changeGroup, .removeGroup:
      writtenAboutAccounts(in: form)
    case .setAccessList, .signInRemotely, .signOutRemotely, .disconnectRemote, .obeyRemotely,
      .bind, .startAppRecovery, .registerClient:
      writtenFromElsewhere(in: form)
    case .factoryDefault, .upgrade, .formatDisk, .restoreConfiguration, .signInToCameras:
      writtenOfMaintenance(in: form)
    }
  }

  private func writtenAboutAccounts(in form: TextForm) -> RecorderCommand {
    switch self {
    case .signIn(let name, let password):
      .signIn(name.written(in: form), password.written(in: form))
    case .changePassword(let current, let new):
      .changePassword(current: current.written(in: form), new.written(in: form))
    case .setPassword(let name, let new):
      .setPassword(name.written(in: form), new.written(in: form))
    case .setQuestions(let questions, let current):
      .setQuestions(
        questions.map { $0.written(in: form) }, current: current.written(in: form))
    case .addAccount(let details, let password):
      .addAccount(details.written(in: form), password.written(in: form))
    case .changeAccount(let name, let change):
      .changeAccount(name.written(in: form), change.written(in: form))
    case .removeAccount(let name): .removeAccount(name.written(in: form))
    case .addGroup(let name, let original): .addGroup(form(name), copyOf: form(original))
    case .changeGroup(let name, let group): .changeGroup(form(name), group.written(in: form))
    case .removeGroup(let name): .removeGroup(form(name))
    default: self
    }
  }

  private func writtenFromElsewhere(in form: TextForm) -> RecorderCommand {
    switch self {
    case .setAccessList(let list): .setAccessList(list.written(in: form))
    case .signInRemotely(let name, let password, let address):
      .signInRemotely(
        name.written(in: form), password.written(in: form), from: form(address))
    case .signOutRemotely(let address): .signOutRemotely(from: form(address))
    case .disconnectRemote(let address): .disconnectRemote(from: form(address))
    case .obeyRemotely(let order, let password, let address):
      .obeyRemotely(order.written(in: form), password.written(in: form), from: form(address))
    case .bind(let account, let offer): .bind(account: form(account), offer: offer)
    case .startAppRecovery(let account): .startAppRecovery(account: form(account))
    case .registerClient(let email, let name, let password, let address):
      .registerClient(
        email: form(email), name.written(in: form), password.written(in: form),
        from: form(address))
    default: self
    }
  }

  private func writtenOfMaintenance(in form: TextForm) -> RecorderCommand {
    switch self {
    case .factoryDefault(let keepsNetwork, let approval):
      .factoryDefault(keepsNetwork: keepsNetwork, approval.written(in: form))
    case .upgrade(let file, let approval):
      .upgrade(with: form(file), approval.written(in: form))
    case .formatDisk(let approval): .formatDisk(approval.written(in: form))
    case .restoreConfiguration(let configuration, let approval):
      .restoreConfiguration(configuration.written(in: form), approval.written(in: form))
    case .signInToCameras(let channels, let user, let password):
      .signInToCameras(channels, user: form(user), password.written(in: form))
    default: self
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
    case .factoryDefault, .restart: self
    }
  }
}
