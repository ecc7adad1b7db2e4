import RecorderEngine

/// Every number of a practice network, in one place. They are our choice, near to what tools and
/// devices of the trade are seen to do.
public enum NetworkTerms {
  /// How many recorders and cameras a practice network may have.
  public static let sizes = 1...10_000
  /// How many it has where nobody says so.
  public static let usualSize = 12
  /// How many devices a job may talk to at once.
  public static let parallelism = 1...64
  /// How many it does where nobody says so.
  public static let usualParallelism = 32

  /// The laptop's own address.
  public static let laptop = IPAddress(192, 168, 226, 250)
  /// The router's address, which is the gateway of every device.
  public static let router = IPAddress(192, 168, 226, 1)

  /// The installer's password: it stands on a note under the laptop's lid, for everybody to read.
  public static let notedPassword = "Site-2024"

  /// What comes within the same half second is seen, and kept, at once.
  static let beat = Interval.milliseconds(500)
  /// How long answers to a search come in, and how much longer for each device.
  static let searchTime = Interval.milliseconds(2_000)
  static let searchTimeOfEach = 0.8

  /// Wrong passwords in a row until a device takes none, and for how long.
  static let tries = 5
  static let lockOut = Interval.minutes(30)

  /// From an order to the device's answer.
  static func time(for act: RemoteAct) -> Interval {
    switch act {
    case .setPassword: .milliseconds(600)
    case .changeAddress: .milliseconds(1_200)
    case .factoryDefault: .milliseconds(900)
    case .restart: .milliseconds(400)
    case .upgrade: .seconds(45)
    }
  }

  /// Until nobody can answer any more, the laptop has waited for so long.
  static let patience = Interval.seconds(3)
  /// From a restart to the device's greeting.
  static let startTime = Interval.seconds(25)
  /// An unplugged device is plugged in again after so long, where anybody does it.
  static let returnTime = Interval.minutes(10)

  /// So many of a thousand devices …
  enum Share {
    static let recorders = 150
    /// … were never activated, have the factory's password, or one that nobody knows any more.
    static let notActivated = 200
    static let factoryPassword = 200
    static let lostPassword = 120
    /// … are unplugged, share an address with another one, or are close to their lock-out.
    static let offline = 50
    static let conflict = 40
    static let nearLockOut = 60
  }
}
