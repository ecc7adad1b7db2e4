import HTTPRequests

/// Where a device is looked for once it was told to go somewhere else.
enum DeviceWhereabouts: Equatable {
  case same
  case moved(HTTPAddress)
  /// Somebody else says where it is, or what leads there may lead to another one by now.
  case unknown
}

/// Where a device is once it has restarted: by its last orders about its address and about its ports.
struct PlaceAfterRestart: Equatable, Sendable {
  var host = DeviceWhereabouts.same
  var port = DeviceWhereabouts.same

  /// Where that is, seen from where it is now.
  func place(from address: HTTPAddress) -> DeviceWhereabouts {
    var (newHost, newPort) = (address.host, address.port)
    switch (host, port) {
    case (.same, .same): return .same
    case (.unknown, _), (_, .unknown): return .unknown
    default: break
    }
    if case .moved(let place) = host { newHost = place.host }
    if case .moved(let place) = port { newPort = place.port }
    return address.moved(to: newHost, port: newPort).map { .moved($0) } ?? .unknown
  }
}

/// Going on where a device is by now.
extension Conversation {
  /// Goes on there; nothing more is said to whoever is where it was.
  func go(to place: DeviceWhereabouts) {
    switch place {
    case .same: break
    case .moved(let address): move(to: line.at(address))
    case .unknown: leave()
    }
  }

  /// It has this address once it has restarted.
  func expect(host: DeviceWhereabouts) { afterRestart.host = host }

  /// It has this port once it has restarted.
  func expect(port: DeviceWhereabouts) { afterRestart.port = port }

  /// Nobody knows what it goes by once it has restarted.
  func expectAnything() {
    if afterRestart != PlaceAfterRestart() { afterRestart.host = .unknown }
  }

  /// It restarts, or may have done so: goes on where it will be.
  @discardableResult
  func followRestart() -> DeviceWhereabouts {
    guard !line.isLeft else { return .unknown }
    let place = afterRestart.place(from: line.address)
    afterRestart = PlaceAfterRestart()
    go(to: place)
    return place
  }
}
