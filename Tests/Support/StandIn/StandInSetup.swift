import HTTPRequests
import ONVIFMessages
import RealRecorder
import RecorderEngine

extension RealRecorder.Setup {
  /// How a device of a test is reached. Whether this machine is quick or slow is no matter there: answers
  /// are waited for as long as it takes.
  public init(
    patientlyAt url: String, as credentials: Credentials, mayChange: Bool = true,
    isForOneOrder: Bool = false, journal: Journal = Journal(folder: nil),
    systemClock: @escaping @Sendable () -> Timestamp = { StandInState.now },
    localClock: @escaping @Sendable () -> Timestamp = { StandInState.now }
  ) throws {
    self.init(
      address: try HTTPAddress(url), credentials: credentials, mayChange: mayChange,
      isForOneOrder: isForOneOrder, profile: try RepositoryAssets().recorder("onvif"),
      journal: journal, systemClock: systemClock, localClock: localClock)
    limits.connecting = .seconds(600)
    limits.overall = .seconds(600)
  }
}

extension NetworkInterface {
  /// A card at which nobody asks.
  public static var other: NetworkInterface {
    let address = PrefixedAddress(IPAddress(bits: 0xC0A8_0707), prefix: 24)
    return NetworkInterface(
      token: "eth1", isEnabled: true, name: "eth1",
      ipv4: IPv4Configuration(isEnabled: true, manual: [address], usesDHCP: false))
  }
}

extension StandInDevice {
  /// The time here; whoever asks this device for it keeps the device.
  public var now: Timestamp { StandInState.now }

  /// The operations that were asked, without those that came before.
  public func operations(after count: Int = 0) -> [String] {
    asked.dropFirst(count).map { $0.operation + ($0.isSigned ? "" : " (unsigned)") }
  }

  /// How many requests carried a proof.
  public var proofs: Int { asked.count { $0.isSigned } }
}
