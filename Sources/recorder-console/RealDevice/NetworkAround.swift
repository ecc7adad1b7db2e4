import ConsoleRuntime
import HTTPRequests
import Library
import RealNetwork
import RealRecorder
import RecorderEngine
import SessionStore

/// The network around a real recorder, for the laptop's IP Manager.
struct NetworkAround {
  let options: Connect
  /// How the recorder is reached that it is around.
  let recorder: RealRecorder.Setup

  /// The network of `--lan`; nil: nobody has asked for one. Ends the program where it cannot be had.
  func network() -> RealNetwork? {
    guard let card = options.lan else { return nil }
    let search = DeviceSearch(interface: card)
    guard let address = search.ownAddress else {
      Shell.fail(DeviceSearch.Fault.noInterface(card).sentence)
    }
    let pins = TrustedCertificate.folder.map { PinnedCertificates(folder: $0) }
    return RealNetwork(
      RealNetwork.Setup(
        credentials: credentials(), recorder: recorder, address: address,
        trust: { await Trust.asked(of: $0, by: pins) },
        searchTime: Interval(search.time), search: { await search.found() }))
  }

  private func credentials() -> NetworkCredentials {
    guard let path = options.credentials else { return NetworkCredentials() }
    do throws(SecretFile.Fault) {
      let text = try SecretFile.text(path)
      do throws(NetworkCredentials.Fault) {
        return try NetworkCredentials(text)
      } catch {
        Shell.fail("\(path): \(error.message)")
      }
    } catch {
      Shell.fail(error.message(about: path))
    }
  }
}
