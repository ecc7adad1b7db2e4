import ConsoleData
import RecorderEngine
import TextUI

extension Words {
  /// A service of the network, as the menu calls it.
  public static func of(_ service: NetworkService) -> Phrase {
    switch service {
    case .mail: tr("E-mail")
    case .ftp: tr("FTP")
    case .ddns: tr("DDNS")
    case .upnp: tr("UPnP")
    case .platform: tr("Platform")
    case .time: tr("NTP")
    }
  }

  /// A service that works.
  package static func worked(_ service: NetworkService) -> Phrase {
    switch service {
    case .mail: tr("The mail server took the test mail.")
    case .ftp: tr("The FTP server took the test file.")
    case .ddns: tr("The provider took the recorder's address.")
    case .upnp: tr("The router has opened the ports.")
    case .platform: tr("The platform answers.")
    case .time: tr("The time server answers.")
    }
  }

  /// What a test of a service came to.
  static func failed(_ service: NetworkService, _ problem: ServiceProblem?) -> Phrase {
    guard let problem else { return tr("\(of(service)): nothing is set up to test.") }
    return tr("\(of(service)): \(of(problem)).")
  }

  /// Why a service does not work.
  package static func of(_ problem: ServiceProblem) -> Phrase {
    switch problem {
    case .noNetwork: tr("no way to the Internet: check cable, address and gateway")
    case .noDNS: tr("the name was not found: check the DNS servers")
    case .noServer: tr("no server is filled in")
    case .noAnswer: tr("the server does not answer: check its name")
    case .wrongPort: tr("nothing listens on this port")
    case .wrongEncryption: tr("the port is for another encryption")
    case .noSender: tr("the server wants a sender with an @")
    case .noRecipient: tr("no recipient is filled in")
    case .noName: tr("no host name is filled in")
    case .nameRefused: tr("the provider does not know this host name and user")
    case .noFolder: tr("the folder does not exist")
    case .routerRefuses: tr("the router does not open ports")
    }
  }
}
