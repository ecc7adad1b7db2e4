import HTTPRequests
import ONVIFMessages
import RecorderEngine

/// Where a device is looked for once it was told to go somewhere else.
enum DeviceWhereabouts: Equatable {
  case same
  case moved(HTTPAddress)
  /// Somebody else says where it is, or what leads there may lead to another one by now.
  case unknown
}

extension RealRecorder {
  /// Goes on where an order has put the device, answered or not: nothing that is signed goes to whoever
  /// may have its old address by now.
  func follow(_ step: Plan.Step) async -> DeviceWhereabouts {
    let place = place(after: step, from: await conversation.line.address)
    switch place {
    case .same: break
    case .moved(let address):
      await conversation.move(
        to: DeviceLine(address, pin: setup.certificate?.pin, limits: setup.limits))
    case .unknown: await conversation.leave()
    }
    return place
  }

  private func place(
    after step: Plan.Step, from address: HTTPAddress
  ) -> DeviceWhereabouts {
    switch step {
    case .setInterface(let operation): place(after: operation, from: address)
    case .setProtocols(let protocols): place(after: protocols, from: address)
    default: .same
    }
  }

  private func place(
    after operation: SetNetworkInterfaces, from address: HTTPAddress
  ) -> DeviceWhereabouts {
    // Over IPv6 it is reached as before.
    guard !address.host.contains(":") else { return .same }
    guard operation.usesDHCP != true else { return .unknown }
    let old = telling?.card?.ipv4?.current?.address.description
    guard let new = operation.manual?.first?.address.description, new != old else { return .same }
    // A name, or an address that something between leads on from, may lead to another one.
    guard old == address.host else { return .unknown }
    return address.moved(to: new, port: address.port).map { .moved($0) } ?? .unknown
  }

  private func place(
    after protocols: [NetworkProtocol], from address: HTTPAddress
  ) -> DeviceWhereabouts {
    let kind: NetworkProtocolKind = address.isEncrypted ? .https : .http
    let own = address.effectivePort
    guard telling?.service(kind)?.ports.contains(own) == true,
      let new = protocols.first(where: { $0.kind == .known(kind) })?.ports.first, new != own
    else { return .same }
    return address.moved(to: address.host, port: new).map { .moved($0) } ?? .unknown
  }
}
