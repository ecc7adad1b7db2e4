import RecorderEngine

/// What somebody does with the phone.
public enum PhoneCommand: Sendable {
  case openLetter(Int)
  case deleteLetter(Int)
  /// Out of the spam folder.
  case moveToInbox(Int)
  /// Looks at what the app has told.
  case readNotifications
  case clearNotifications
  /// Signs in to the app; the first time that an account is named, it is opened with the password.
  case signInToApp(String, Secret)
  case signOutOfApp
  /// Holds the app's scanner before the monitor: binds the recorder, or gets a code.
  case scan
  /// Has the app ask the recorder for a code.
  case askForCode
}

/// What happened on the phone.
public enum PhoneEvent: Equatable, Sendable {
  case letterSent(Letter, arrivesAt: Timestamp)
  /// A real mail server is to carry it.
  case letterHandedOver(Letter)
  case mailReported(MailStanding)
  case letterArrived(Letter)
  /// It found no room, or is for somebody else.
  case letterLost(Int)
  case letterOpened(Int, SpokenCode?)
  case letterMoved(Int)
  case letterDeleted(Int)
  case notified(PhoneNotification)
  case notificationsRead
  case notificationsCleared
  case appSignedIn(String)
  case appSignedOut
  case appRefused(AppProblem)
  case codeShown(ShownCode)
  case scanFailed(ScanProblem)
  /// The code goes to the registered address.
  case scanAnsweredByMail
}

/// Why the app lets nobody in.
public enum AppProblem: Equatable, Sendable {
  case wrongPassword
  /// A new account's password has fewer characters than the app asks for.
  case passwordTooShort(shortest: Int)
}

/// Why the app's scanner found nothing to its liking.
public enum ScanProblem: String, Equatable, Sendable {
  /// Nobody is signed in to the app.
  case notSignedIn
  /// There is no QR code on the monitor.
  case nothingThere
  /// This QR code has given all its codes.
  case usedUp
  /// The recorder belongs to nobody that the maker could send a code to.
  case noOwner
}
