import HTTPRequests
import ONVIFMessages
import RecorderEngine

extension RealRecorder {
  /// Goes on where an order has put the device, answered or not: nothing that is signed goes to whoever
  /// may have its old address by now.
  func follow(_ step: Plan.Step) async -> DeviceWhereabouts {
    let place = place(after: step, from: await conversation.line.address)
    await note(.same, afterRestartBy: step)
    await conversation.go(to: place)
    return place
  }

  /// Notes where an order has put the device once it has restarted.
  func expect(_ step: Plan.Step) async {
    let place = place(after: step, from: await conversation.line.address)
    await note(place, afterRestartBy: step)
  }

  private func note(_ place: DeviceWhereabouts, afterRestartBy step: Plan.Step) async {
    switch step {
    case .setInterface: await conversation.expect(host: place)
    case .setProtocols: await conversation.expect(port: place)
    default: break
    }
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
    guard isAskedByItself(at: address) else { return .unknown }
    return address.moved(to: new, port: address.port).map { .moved($0) } ?? .unknown
  }

  /// Whether an address is the device's own. A name, or an address that something between leads on from,
  /// may lead to another one.
  private func isAskedByItself(at address: HTTPAddress) -> Bool {
    telling?.card?.ipv4?.current?.address.description == address.host
  }

  private func place(
    after protocols: [NetworkProtocol], from address: HTTPAddress
  ) -> DeviceWhereabouts {
    let kind: NetworkProtocolKind = address.isEncrypted ? .https : .http
    let own = address.effectivePort
    guard telling?.service(kind)?.ports.contains(own) == true,
      let new = protocols.first(where: { $0.kind == .known(kind) })?.ports.first, new != own
    else { return .same }
    guard isAskedByItself(at: address) else { return .unknown }
    return address.moved(to: address.host, port: new).map { .moved($0) } ?? .unknown
  }
}
