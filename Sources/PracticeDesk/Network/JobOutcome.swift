/// What came of a device's turn.
public enum JobOutcome: Hashable, Sendable {
  case done
  /// So many wrong passwords it still takes.
  case wrongPassword(left: Int)
  /// This wrong password locked it.
  case lockedNow
  /// It takes no password, not even the right one.
  case locked
  case noAnswer
  /// Another device has the same address: nobody knows which of the two would obey.
  case addressConflict
  /// Somebody has the new address already.
  case addressTaken
  case notActivated
  case noSuchFile
  case otherModel
  case notNewer
  /// The recorder says no: the laptop's address is blocked, two must check, or the like.
  case refused
  /// The job was stopped before its turn.
  case notTried
  /// A real device of which nobody has said who signs in there.
  case notNamed
  /// A real device said no to the password, and not how many wrong ones it still takes.
  case passwordRefused
  /// The order went to a real device, and no answer came: it may have been done.
  case unsure
  /// Nobody trusts the certificate of a real device.
  case notTrusted
  /// A real device has said no to this password before: it is not shown to it again.
  case heldBack

  /// Whether the device says that it will lock itself, or has.
  public var isWarning: Bool {
    switch self {
    case .wrongPassword(let left): left <= 1
    case .lockedNow, .passwordRefused: true
    default: false
    }
  }

  /// Whether the network stands in the way, so that the device never hears of the order.
  var isOnTheWay: Bool {
    switch self {
    case .noAnswer, .addressConflict, .addressTaken: true
    default: false
    }
  }

  /// Whether the order was not carried out.
  public var isFailure: Bool { self != .done }

  /// Whether a retry orders it once more: somebody looks first where it may have been done.
  public var isTriedAgain: Bool { isFailure && self != .unsure }

  private static let plain: [JobOutcome] = [
    .done, .lockedNow, .locked, .noAnswer, .addressConflict, .addressTaken, .notActivated,
    .noSuchFile, .otherModel, .notNewer, .refused, .notTried, .notNamed, .passwordRefused,
    .unsure, .notTrusted, .heldBack,
  ]

  /// Itself as a number, for the file: wrong passwords are 100 and more.
  var number: Int {
    if case .wrongPassword(let left) = self { return 100 + left }
    return JobOutcome.plain.firstIndex(of: self) ?? 0
  }

  init(number: Int) {
    let plain = JobOutcome.plain
    self = plain.indices.contains(number) ? plain[number] : .wrongPassword(left: number - 100)
  }
}
