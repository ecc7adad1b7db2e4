import ONVIFMessages
import RecorderEngine

/// What the device service tells of the network.
extension DeviceView {
  /// What its one network card is called.
  static let interfaceToken = "eth0"

  var hostname: HostnameInformation {
    HostnameInformation(isFromDHCP: false, name: setting(.deviceName))
  }

  var interfaces: [NetworkInterface] {
    let address = setting(.networkAddress).flatMap { IPAddress($0) }
    let prefix = setting(.networkMask).flatMap { IPAddress($0) }?.prefixOfMask
    let own = address.map { PrefixedAddress($0, prefix: prefix ?? 24) }
    let asksDHCP = isOn(.dhcp) ?? false
    return [
      NetworkInterface(
        token: DeviceView.interfaceToken, isEnabled: true, name: DeviceView.interfaceToken,
        hardwareAddress: snapshot.profile.identity.macAddress, mtu: 1_500,
        ipv4: IPv4Configuration(
          isEnabled: true, manual: asksDHCP ? [] : [own].compactMap { $0 },
          fromDHCP: asksDHCP ? own : nil, usesDHCP: asksDHCP))
    ]
  }

  var protocols: [NetworkProtocol] {
    [
      (NetworkProtocolKind.http, SettingKey.httpPort, Bool?.some(true)),
      (.https, .httpsPort, isOn(.https)), (.rtsp, .rtspPort, isOn(.rtsp)),
    ].compactMap { kind, key, isEnabled in
      setting(key).flatMap { Int($0) }.map {
        NetworkProtocol(.known(kind), isEnabled: isEnabled ?? false, ports: [$0])
      }
    }
  }

  var gateway: NetworkGateway {
    let address = setting(.gateway).flatMap { IPAddress($0) }
    return NetworkGateway(ipv4: [address].compactMap { $0 }.filter { $0.bits != 0 })
  }

  var dns: ServerList {
    let servers = [SettingKey.dns1, .dns2].compactMap { setting($0).flatMap { IPAddress($0) } }
    return ServerList(
      isFromDHCP: false, manual: servers.filter { $0.bits != 0 }.map { .ipv4($0) })
  }

  var ntp: ServerList {
    let server = setting(.ntpServer).flatMap { $0.isEmpty ? nil : $0 }
    let host = server.map { text in IPAddress(text).map { .ipv4($0) } ?? NetworkHost.name(text) }
    return ServerList(isFromDHCP: false, manual: [host].compactMap { $0 })
  }
}
