/// How far the start-up wizard is.
public enum SetupPhase: Equatable, Sendable, Codable {
  case done
  /// The recorder is in factory state and its wizard is open.
  case open(isRequired: Bool, hasPassword: Bool)
  /// It comes at every start, as the settings ask for: for whoever has logged in since, to look
  /// through what is set up already.
  case repeated
}

/// A page of the start-up wizard that was filled in.
public enum SetupStep: Sendable {
  case settings([SettingKey: SettingValue])
  case clock(Timestamp)
  case password(NewPassword)
  case questions([QuestionAndAnswer])
  case email(String)
  /// Erases the disk: nobody has a password yet who could be asked for it.
  case formatDisk
  /// Ends the wizard and signs admin in where it has a password.
  case finish
  /// Leaves everything as it is; only where the wizard is offered.
  case skip
}

/// Why the wizard does not go on.
public enum SetupProblem: Equatable, Sendable, Codable {
  case notOpen
  /// Until the wizard is through nobody signs in.
  case needed
  case passwordNeeded
}
