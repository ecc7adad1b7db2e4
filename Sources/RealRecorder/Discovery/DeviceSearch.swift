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
    DeviceSearch.cards(named: interface).first.map {
      IPAddress(bits: UInt32(bigEndian: $0.s_addr))
    }
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
  public func run() throws(Fault) -> [FoundDevice] {
    let destinations = try destinations()
    let cards = targets.isEmpty ? DeviceSearch.cards(named: interface) : [in_addr(s_addr: 0)]
    guard !cards.isEmpty else { throw .noInterface(interface) }
    let sockets = try DeviceSearch.sockets(for: cards)
    defer { for socket in sockets { close(socket) } }
    let questions = DeviceSearch.questions()
    var found = FoundDevices(asked: Set(questions.map(\.messageID)))
    let start = ContinuousClock.now
    let datagrams = questions.map { $0.datagram() }
    send(datagrams, over: sockets, to: destinations)
    DeviceSearch.listen(on: sockets, until: start + min(DeviceSearch.repetition, time), &found)
    if time > DeviceSearch.repetition {
      send(datagrams, over: sockets, to: destinations)
      DeviceSearch.listen(on: sockets, until: start + time, &found)
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

  private func destinations() throws(Fault) -> [sockaddr_in] {
    guard !targets.isEmpty else { return [DeviceSearch.everybody] }
    var all: [sockaddr_in] = []
    for target in targets {
      let parts = target.split(separator: ":", omittingEmptySubsequences: false)
      let port = parts.count == 2 ? UInt16(parts[1]) : DiscoveryMessage.port
      guard parts.count <= 2, let port, let address = DeviceSearch.address(String(parts[0]), port)
      else { throw .noAddress(target) }
      all.append(address)
    }
    return all
  }

  /// The group of WS-Discovery, and its port.
  private static let everybody = DatagramAddress(
    DiscoveryMessage.group, port: DiscoveryMessage.port
  ).system

  private static func address(_ text: String, _ port: UInt16) -> sockaddr_in? {
    IPAddress(text).map { DatagramAddress($0, port: port).system }
  }

  /// The addresses of this computer's cards that can ask everybody.
  private static func cards(named name: String?) -> [in_addr] {
    let wanted = NetworkCard.all.filter { card in name.map { $0 == card.name } ?? !card.isLoopback }
    return wanted.map(\.address.system)
  }

  // MARK: Sockets

  /// How many bytes of answers may wait to be read.
  private static let answersRoom: Int32 = 1 << 20

  /// One for each card, bound to its address, so that each asks and hears on its own.
  static func sockets(
    for cards: [in_addr],
    making make: () -> Int32 = {
      socket(AF_INET, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    }
  ) throws(Fault) -> [Int32] {
    var sockets: [Int32] = []
    for card in cards {
      let socket = make()
      guard socket >= 0 else {
        let why = String(cString: strerror(errno))
        for socket in sockets { close(socket) }
        throw .noSocket(why)
      }
      var own = sockaddr_in()
      own.sin_family = sa_family_t(AF_INET)
      own.sin_addr = card
      var card = card
      setsockopt(
        socket, Int32(IPPROTO_IP), IP_MULTICAST_IF, &card, socklen_t(MemoryLayout<in_addr>.size))
      // Hundreds of devices answer at once.
      var room = answersRoom
      setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &room, socklen_t(MemoryLayout<Int32>.size))
      withUnsafePointer(to: &own) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          _ = bind(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
      sockets.append(socket)
    }
    return sockets
  }

  private func send(
    _ datagrams: [[UInt8]], over sockets: [Int32], to destinations: [sockaddr_in]
  ) {
    for socket in sockets {
      for destination in destinations {
        var destination = destination
        for datagram in datagrams {
          withUnsafePointer(to: &destination) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
              _ = sendto(
                socket, datagram, datagram.count, 0, $0,
                socklen_t(MemoryLayout<sockaddr_in>.size))
            }
          }
        }
      }
    }
  }

  /// Takes what comes until then, or until no socket is left that anything could come over.
  static func listen(
    on sockets: [Int32], until end: ContinuousClock.Instant, _ found: inout FoundDevices
  ) {
    var waiting = sockets.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    var buffer = [UInt8](repeating: 0, count: DiscoveryMessage.largest + 1)
    while true {
      let left = Interval(end - ContinuousClock.now).milliseconds
      guard left > 0, waiting.contains(where: { $0.fd >= 0 }) else { return }
      guard poll(&waiting, nfds_t(waiting.count), Int32(min(left, 1_000))) > 0 else { continue }
      for place in waiting.indices where waiting[place].revents & ~Int16(POLLIN) != 0 {
        // Somebody there does not listen: once read, that is over. What is no socket any more is left.
        if !clearError(of: waiting[place].fd) { waiting[place].fd = -1 }
      }
      for entry in waiting where entry.revents & Int16(POLLIN) != 0 {
        var sender = sockaddr_in()
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let count = withUnsafeMutablePointer(to: &sender) {
          $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            recvfrom(entry.fd, &buffer, buffer.count, Int32(MSG_DONTWAIT), $0, &size)
          }
        }
        guard count > 0 else { continue }
        found.take(buffer[..<count], from: DatagramAddress(sender).host.description)
      }
    }
  }
}

private func clearError(of socket: Int32) -> Bool {
  var code: Int32 = 0
  var size = socklen_t(MemoryLayout<Int32>.size)
  return getsockopt(socket, SOL_SOCKET, SO_ERROR, &code, &size) == 0 && code != 0
}
