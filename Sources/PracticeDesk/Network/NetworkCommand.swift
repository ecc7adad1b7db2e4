import RecorderEngine

/// What can be asked of the laptop's IP Manager.
public enum NetworkCommand: Sendable {
  /// Makes the network of what its file says, and opens the laptop on it; nothing else is obeyed
  /// before.
  case open(NetworkProfile)
  /// Asks all devices who they are.
  case discover
  /// Says what a job would do to each device, without doing it or trying a password.
  case rehearse(JobRequest)
  case begin(JobRequest)
  /// Gives no further device its turn; those that have one finish.
  case stop
  /// Forgets the last job's results.
  case forgetResults
}

/// What happened on the network, as far as the laptop sees it.
public enum NetworkEvent: Equatable, Sendable {
  case opened(LaptopSetup)
  case searchBegan(since: Timestamp, until: Timestamp)
  /// Devices that said who they are: asked, or because they have just come up.
  case answered([KnownDevice])
  /// The search is over; these are in the laptop's address book and did not answer.
  case searchEnded(silent: [KnownDevice])
  /// Nobody could be asked: what is known of the devices stays as it was.
  case searchFailed(SearchFault)
  case rehearsed(Rehearsal)
  case jobBegan(JobReport)
  /// What has come in at once: results, how many had their turn, and devices that are different now.
  case jobMoved([JobResult], begun: Int, changed: [KnownDevice])
  case jobEnded(JobReport.State, at: Timestamp)
  case resultsForgotten
  case refused(NetworkRefusal)
  /// When something will next come from the network, so that somebody looks then.
  case watched(next: Timestamp?)
}

/// Why the devices of a network could not be asked who they are.
public enum SearchFault: Equatable, Sendable {
  /// The laptop has no such network card, or it is off; nil: it has none at all.
  case noCard(String?)
  /// Nothing could be sent, with the words of the system.
  case notSent(String)
}

/// Why the IP Manager does not even begin.
public enum NetworkRefusal: Equatable, Sendable {
  case jobRunning
  case noTargets
  /// The device's number; nobody has found it yet.
  case unknownDevice(Int)
  case parallelism(ClosedRange<Int>)
  case password(PasswordProblem)
  /// Not as many addresses as devices, or one twice.
  case addresses
  case noSuchFile(String)
  /// The devices are real, and nobody has asked to change any.
  case readOnly
}
