extension StandardFault {
  /// What is known of a fault: whose it is, its codes and its words.
  struct Facts {
    let isOfSender: Bool
    let subcodes: [String]
    let reason: String
  }

  /// The table of faults.
  var facts: Facts {
    switch self {
    case .notAuthorized: sender(["NotAuthorized"], "Sender not authorized")
    case .wellFormed: sender(["WellFormed"], "Well-formed error")
    case .invalidArguments: sender(["InvalidArgs"], "Invalid arguments")
    case .invalidValue: sender(["InvalidArgVal"], "Argument value invalid")
    case .operationProhibited: sender(["OperationProhibited"], "Operation not permitted")
    case .actionNotSupported: receiver(["ActionNotSupported"], "Optional action not implemented")
    case .outOfMemory: receiver(["OutofMemory"], "Out of memory")
    case .usernameMissing: invalid("UsernameMissing", "Username missing")
    case .usernameClash: prohibited("UsernameClash", "Username already exists")
    case .usernameTooLong: prohibited("UsernameTooLong", "The username was too long")
    case .usernameTooShort: prohibited("UsernameTooShort", "The username was too short")
    case .passwordTooLong: prohibited("PasswordTooLong", "The password was too long")
    case .passwordTooWeak: prohibited("Password", "Too weak password")
    case .tooManyUsers: receiver(["Action", "TooManyUsers"], "Maximum number of users exceeded")
    case .fixedUser: invalid("FixedUser", "Username may not be changed")
    case .anonymousNotAllowed:
      prohibited("AnonymousNotAllowed", "User level anonymous is not allowed")
    case .invalidTimeZone: invalid("InvalidTimeZone", "An invalid time zone was specified")
    case .invalidDateTime: invalid("InvalidDateTime", "An invalid date or time was specified")
    case .ntpServerUndefined: invalid("NtpServerUndefined", "There is no NTP server")
    case .invalidHostname: invalid("InvalidHostname", "The hostname cannot be accepted")
    case .invalidNetworkInterface:
      invalid("InvalidNetworkInterface", "The network interface does not exist")
    case .invalidIPv4Address: invalid("InvalidIPv4Address", "The IPv4 address is invalid")
    case .invalidIPv6Address: invalid("InvalidIPv6Address", "The IPv6 address is invalid")
    case .invalidGatewayAddress:
      invalid("InvalidGatewayAddress", "The gateway address is invalid")
    case .invalidDnsName: invalid("InvalidDnsName", "The DNS name is invalid")
    case .serviceNotSupported: invalid("ServiceNotSupported", "The service is not supported")
    case .noProfile: invalid("NoProfile", "The media profile does not exist")
    case .invalidStreamSetup: invalid("InvalidStreamSetup", "The stream setup is not possible")
    case .incompleteConfiguration:
      receiver(["Action", "IncompleteConfiguration"], "There is no stream of this profile")
    case .invalidFilter: invalid("InvalidFilterFault", "The filter is not supported")
    case .unacceptableTime: invalid("UnacceptableTime", "The termination time is not possible")
    case .unknownSubscription: sender(["ResourceUnknownFault"], "There is no such subscription")
    }
  }

  private func sender(_ subcodes: [String], _ reason: String) -> Facts {
    Facts(isOfSender: true, subcodes: subcodes, reason: reason)
  }

  private func invalid(_ code: String, _ reason: String) -> Facts {
    sender(["InvalidArgVal", code], reason)
  }

  private func prohibited(_ code: String, _ reason: String) -> Facts {
    sender(["OperationProhibited", code], reason)
  }

  private func receiver(_ subcodes: [String], _ reason: String) -> Facts {
    Facts(isOfSender: false, subcodes: subcodes, reason: reason)
  }
}
