import ONVIFMessages
import RecorderEngine

extension Refusal {
  /// The fault that ONVIF has for it. Whoever is not let in learns nothing of why.
  var fault: StandardFault {
    switch self {
    case .wrongNameOrPassword, .lockedOut, .accountDisabled, .notAllowed, .signInNeeded,
      .passwordExpired, .setup, .addressBlocked, .wrongCurrentPassword:
      .notAuthorized
    case .password(let problem): problem.fault
    case .account(let problem): problem.fault
    case .setting(let key, let problem): problem.fault(of: key)
    case .notRunning, .alreadyRunning, .signedInAlready, .questions, .recovery, .resetHoldTooShort,
      .resetHoldTooLong, .resetNeedsSwitchingOn, .approval, .upgrade, .configuration, .accessList,
      .disk, .cloud, .camera, .service, .told:
      .operationProhibited
    }
  }
}

extension PasswordProblem {
  fileprivate var fault: StandardFault {
    switch self {
    case .tooLong: .passwordTooLong
    case .tooShort, .lacks, .notTheSameTwice, .sameAsBefore, .unprintable: .passwordTooWeak
    }
  }
}

extension AccountProblem {
  fileprivate var fault: StandardFault {
    switch self {
    case .noSuchAccount: .usernameMissing
    case .nameEmpty: .usernameTooShort
    case .nameTooLong: .usernameTooLong
    case .nameTaken: .usernameClash
    case .tooMany: .tooManyUsers
    case .adminIsFixed, .notYourself: .fixedUser
    case .nameUnprintable, .nameLetter, .noSuchGroup, .remarkTooLong, .emailUnlikely,
      .tooManyGroups, .groupTaken, .groupIsFixed, .groupInUse:
      .invalidValue
    case .beyondYou: .operationProhibited
    }
  }
}

extension SettingProblem {
  fileprivate func fault(of key: SettingKey) -> StandardFault {
    guard self != .unknown else { return .actionNotSupported }
    return switch key {
    case .clock: .invalidDateTime
    case .timeZone: .invalidTimeZone
    case .deviceName: .invalidHostname
    case .ntpServer: .invalidDnsName
    case .networkAddress, .networkMask, .dns1, .dns2: .invalidIPv4Address
    case .gateway: .invalidGatewayAddress
    default: .invalidValue
    }
  }
}
