import ArgumentParser
import DeviceService

/// Where a recorder is to be offered on the network, and how.
struct ServiceWish {
  var address: ListeningAddress
  var misbehaviours: [Misbehaviour] = []
  /// The port at which searches are answered; nil: they are not.
  var discoveryPort: Int?
}

extension ServiceWish {
  /// Begins to answer searches for devices, where that is wished.
  func discovery(for servers: [DeviceServer]) throws(ListeningFault) -> DiscoveryResponder? {
    guard let discoveryPort else { return nil }
    return try .start(for: servers, port: discoveryPort)
  }
}

/// The options for a recorder that answers ONVIF.
struct ServiceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Offer the recorder by ONVIF at this port; without an address only this computer reaches it.",
      valueName: "[address:]port"))
  var onvif: String?

  @Option(
    help: ArgumentHelp(
      "What real devices do wrong, with commas between. \(Misbehaviour.help).",
      valueName: "list"))
  var misbehave: String?

  @Flag(help: "Answer whoever searches the network for recorders, by WS-Discovery.")
  var discoverable = false

  // Searches go to one port by the standard; tests beside one another need others.
  @Option(help: .hidden)
  var discoveryPort: UInt16 = 3_702

  func validate() throws {
    if let onvif, ListeningAddress(onvif) == nil {
      throw ValidationError(
        "--onvif expected a port or an address with one, such as 8080, 192.168.1.10:8080 or "
          + "[::1]:8080, and got “\(onvif)”")
    }
    if misbehave != nil, onvif == nil {
      throw ValidationError("--misbehave needs --onvif PORT")
    }
    if discoverable, onvif == nil { throw ValidationError("--discoverable needs --onvif PORT") }
    for word in words where Misbehaviour(word) == nil {
      throw ValidationError(
        "no “\(word)” for --misbehave. Available: \(Misbehaviour.help).")
    }
  }

  private var words: [Substring] { (misbehave ?? "").split(separator: ",") }

  /// What the options say; nil: no recorder is to be offered.
  var wish: ServiceWish? {
    onvif.flatMap { ListeningAddress($0) }.map {
      ServiceWish(
        address: $0, misbehaviours: words.compactMap { Misbehaviour($0) },
        discoveryPort: discoverable ? Int(discoveryPort) : nil)
    }
  }
}
