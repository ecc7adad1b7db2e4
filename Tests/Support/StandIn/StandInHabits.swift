import DeviceProofs
import ONVIFMessages
import RecorderEngine

/// What a stand-in device does as real ones do: each is something that was seen.
public struct StandInHabits: Sendable {
  /// How it wants to be shown that a password is known.
  public enum SignIn: Sendable {
    case token
    case digest([DigestAlgorithm])
    case nothing
  }

  /// The form in which it says that it does not let somebody in.
  public enum Refusal: Sendable {
    case fault(status: Int)
    /// A fault without the code that says why.
    case withoutSubcode(status: Int)
    case words(String, status: Int)
    case bare(status: Int)
  }

  /// How the bytes of an answer leave.
  public enum Delivery: Sendable, Equatable {
    case whole, chunked, gzip
    /// The line is cut in the middle.
    case cut
    /// The envelope is whole, and the length that was told is larger.
    case lengthTooLarge
    case never
    /// A byte now and then, for as long as somebody listens.
    case dripping
    case endless
  }

  public var signIn = SignIn.token
  public var refusal = Refusal.fault(status: 400)
  /// How far its clock is from the one here.
  public var clockOffset = Interval.zero
  /// How far what it tells as UTC is from its own clock: local time, told as UTC.
  public var toldAsUTC = Interval.zero
  public var tellsUTC = true
  /// It tells who sets its clock, and whether that knows summer time.
  public var tellsClockSource = true
  public var tellsSummerTime = true
  public var locksClock = false
  public var sendsDate = true
  /// What becomes of the answer to an operation, by its name.
  public var deliveries: [String: Delivery] = [:]
  /// Operations whose next answer is cut in the middle, once.
  public var cutsOnce: Set<String> = []
  /// The answer to whatever has a proof is cut in the middle.
  public var cutsProofs = false
  /// It hangs up on a proof for these, without a word.
  public var dropsProofsOf: Set<String> = []
  /// The answers to these do not leave for as long as this says so.
  public var holds: Set<String> = []
  /// Operations that are answered with this status and nothing else.
  public var statuses: [String: Int] = [:]
  /// Operations that are done, and answered with this status and nothing else.
  public var answersEmptily: [String: Int] = [:]
  /// Operations that everybody may do without a proof.
  public var opens: Set<String> = []
  /// Operations that are answered with success and not done.
  public var pretends: Set<String> = []
  /// Operations that it goes by after its next restart only.
  public var needsReboot: Set<String> = []
  /// Operations that are refused with these words, by their name.
  public var faults: [String: String] = [:]
  /// It takes a new password and leaves the level as it is.
  public var keepsLevels = false
  /// It tells that all accounts have this level.
  public var tellsLevel: UserLevel?
  /// It tells that there are no accounts.
  public var tellsNoUsers = false
  /// Operations that are not known.
  public var lacks: Set<String> = []
  /// Operations that only administrators may do here are open to nobody.
  public var forbids: Set<String> = []
  /// What its services' addresses begin with; nil: what was asked.
  public var toldHost: String?
  /// A digest's nonce is good for one request.
  public var usesUpNonces = false
  /// A digest's nonce is good at the path alone where it was told.
  public var bindsNonces = false
  /// The next signed request is answered with `stale=true`, once.
  public var isStaleOnce = false
  /// Another prefix for the names of its answers.
  public var hasWrongPrefixes = false
  /// It moves its clock once somebody has been refused.
  public var movesClockOnRefusal: Interval?
  /// Passwords longer than that are refused; it does not say so before.
  public var longestPassword: Int?
  /// It answers a request that names its action with nothing.
  public var breaksOnAction = false

  /// How the maker's own API is signed in to.
  public var makerSignIn = MakerSignIn.missing
  /// What that answers, by the name of the operation.
  public var makerAnswers: [String: String] = [:]
  /// Its next signed request is answered with `stale=true`, once.
  public var isMakerStaleOnce = false

  /// Whether there is an API of the maker's own, and whom it answers.
  public enum MakerSignIn: Sendable {
    case missing, digest, basic, nobody
  }

  /// Whether it tells what happens, to whoever fetches it.
  public var hasEvents = false
  /// How long a fetch waits at most; nil: as long as it asks for.
  public var longestWait: Interval?
  /// It hangs up on the next fetch that waits, without a word, once.
  public var dropsFetchOnce = false
  /// How long it says that a subscription lasts; nil: it does not say.
  public var lifetime: Interval?

  /// What its cameras show, byte for byte; nil: it tells of no place for pictures.
  public var picture: [UInt8]?
  /// How pictures are signed for; nothing: everybody sees them.
  public var pictureSignIn = PictureSignIn.none

  /// Who sees a picture.
  public enum PictureSignIn: Sendable {
    case none, digest, basic, nobody
  }

  public init() {}
}
