import Datagrams
import Foundation
import ONVIFMessages
import RecorderEngine

/// Asks a network by WS-Discovery which devices are there.
public struct DeviceSearch: Sendable {
  /// Why nobody could be asked.
  public enum Fault: Error, Equatable, Sendable {
    case noInterface(String?)
    case noAddress(String)
    case noSocket(String)
  }

  /// The card of this computer to ask on; nil: each that has a network.
  public var interface: String?
  /// The addresses to ask one by one, `192.0.2.7` or with a port; empty: everybody at once.
  public var targets: [String]
  /// How long answers are waited for.
  public var time: Duration

  /// Makes a search.
  public init(interface: String? = nil, targets: [String] = [], time: Duration = .seconds(5)) {
    self.interface = interface
    self.targets = targets
    self.time = time
  }

  /// The address of this computer on the card; nil: there is no such card, or it has none.
  public var ownAddress: IPAddress? {
    DeviceSearch.cards(named: interface).first?.address
  }

  /// What `run` does, on a thread of its own.
  public func found() async -> Result<[FoundDevice], Fault> {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(returning: Result { () throws(Fault) in try run() })
      }
    }
  }

  /// What lies between a question and the same question once more: datagrams get lost.
  private static let repetition = Duration.milliseconds(300)

  /// Asks, each question twice, and waits for the time; the devices are in the order of their answers.
  public func run() throws(Fault) -> [FoundDevice] { try run(until: { _ in false }) }

  /// Does the same, and waits no longer once those who were found are enough.
  func run(until areEnough: ([FoundDevice]) -> Bool) throws(Fault) -> [FoundDevice] {
    let destinations = try destinations()
    let sockets = try sockets()
    let questions = DeviceSearch.questions()
    var found = FoundDevices(asked: Set(questions.map(\.messageID)))
    let start = ContinuousClock.now
    let datagrams = questions.map { $0.datagram() }
    send(datagrams, over: sockets, to: destinations)
    let pause = start + min(DeviceSearch.repetition, time)
    DeviceSearch.listen(on: sockets, until: pause, &found, areEnough)
    if time > DeviceSearch.repetition, !areEnough(found.all) {
      send(datagrams, over: sockets, to: destinations)
      DeviceSearch.listen(on: sockets, until: start + time, &found, areEnough)
    }
    return found.all
  }

  /// For cameras and recorders, and for whatever answers to no type.
  private static func questions() -> [DiscoveryMessage] {
    var random = SystemRandomNumberGenerator()
    return [["NetworkVideoTransmitter"], []].map {
      DiscoveryMessage(
        messageID: DiscoveryMessage.freshID(using: &random), .probe(types: $0, scopes: []))
    }
  }

  private func destinations() throws(Fault) -> [DatagramAddress] {
    guard !targets.isEmpty else { return [DeviceSearch.everybody] }
    var all: [DatagramAddress] = []
    for target in targets {
      let parts = target.split(separator: ":", omittingEmptySubsequences: false)
      let port = parts.count == 2 ? UInt16(parts[1]) : DiscoveryMessage.port
      guard parts.count <= 2, let port, let host = IPAddress(String(parts[0])) else {
        throw .noAddress(target)
      }
      all.append(DatagramAddress(host, port: port))
    }
    return all
  }

  /// The group of WS-Discovery, and its port.
  private static let everybody = DatagramAddress(
    DiscoveryMessage.group, port: DiscoveryMessage.port)

  /// This computer's cards that can ask everybody.
  private static func cards(named name: String?) -> [NetworkCard] {
    NetworkCard.all.filter { card in name.map { $0 == card.name } ?? !card.isLoopback }
  }

  // MARK: Sockets

  /// How many bytes of answers may wait to be read: hundreds of devices answer at once.
  private static let answersRoom = 1 << 20

  /// One for each card, at its address, so that each asks and hears on its own; one for all targets.
  private func sockets() throws(Fault) -> [DatagramSocket] {
    guard targets.isEmpty else {
      return [try DeviceSearch.socket(at: IPAddress(bits: 0))]
    }
    let cards = DeviceSearch.cards(named: interface)
    guard !cards.isEmpty else { throw .noInterface(interface) }
    var sockets: [DatagramSocket] = []
    for card in cards {
      let socket = try DeviceSearch.socket(at: card.address)
      socket.speakToGroups(over: card)
      sockets.append(socket)
    }
    return sockets
  }

  static func socket(at address: IPAddress) throws(Fault) -> DatagramSocket {
    do throws(DatagramSocket.Fault) {
      let socket = try DatagramSocket(at: DatagramAddress(address, port: 0))
      socket.makeRoom(for: answersRoom)
      return socket
    } catch {
      throw .noSocket(String(cString: strerror(error.code)))
    }
  }

  private func send(
    _ datagrams: [[UInt8]], over sockets: [DatagramSocket], to destinations: [DatagramAddress]
  ) {
    for socket in sockets {
      for destination in destinations {
        for datagram in datagrams { socket.send(datagram, to: destination) }
      }
    }
  }

  /// Takes what comes until then, or until those who were found are enough.
  private static func listen(
    on sockets: [DatagramSocket], until end: ContinuousClock.Instant, _ found: inout FoundDevices,
    _ areEnough: ([FoundDevice]) -> Bool
  ) {
    var waiting = sockets.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
    while !areEnough(found.all) {
      let left = Interval(end - ContinuousClock.now).milliseconds
      guard left > 0 else { return }
      guard poll(&waiting, nfds_t(waiting.count), Int32(min(left, 1_000))) > 0 else { continue }
      // Somebody there may not listen: once that is read, it is over.
      for (entry, socket) in zip(waiting, sockets) where entry.revents != 0 {
        guard let (bytes, sender) = socket.receive(most: DiscoveryMessage.largest + 1) else {
          continue
        }
        found.take(bytes, from: sender.host.description)
      }
    }
  }
}
