import ArgumentParser
import ConsoleRuntime
import DeviceService
import Glibc
import Library
import PracticeCodes
import RecorderEngine
import SessionStore

/// Offers practice recorders on the network, without a screen.
struct Serve: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Offer practice recorders as ONVIF devices, without a screen.",
    usage: "recorder-console serve --onvif [ADDRESS:]PORT [OPTIONS]",
    discussion: """
      EXAMPLES
        recorder-console serve --onvif 8080
        recorder-console serve --recorder nvr-1-4-12 --onvif 192.168.1.10:8080
        recorder-console serve --devices 200 --onvif 8000
        recorder-console serve --onvif 0.0.0.0:8080 --discoverable
        recorder-console serve --onvif 8080 --misbehave digest-only,clock-off=3h

      They are as new, with ONVIF switched on; nothing of them is kept. The line that
      says where they listen names the password as well: everybody may know it.
      Ctrl-C or SIGTERM ends them.
      """)

  @Option(help: "The recorder to offer; see “list recorders”.")
  var recorder = PracticeWishes.standardRecorder

  @OptionGroup(title: "Network options") var service: ServiceOptions

  @Option(help: "How many of them, at ports of their own from the named one on.")
  var devices = 1

  @Option(help: "The seed of everything random, for recorders that can be repeated.")
  var seed: UInt64 = 1

  @Option(help: "The folder with the data files, instead of the one that is found.")
  var assets: String?

  func validate() throws {
    guard let wish = service.wish else {
      throw ValidationError("--onvif is missing: the port to listen at")
    }
    guard (1...1_000).contains(devices) else {
      throw ValidationError("--devices takes a whole number from 1 to 1000, not \(devices)")
    }
    guard wish.address.port == 0 || wish.address.port + devices - 1 <= 65_535 else {
      throw ValidationError("there are no ports above 65535 for the last of \(devices) devices")
    }
  }

  func run() throws {
    guard let wish = service.wish else { return }
    let library = LibraryAssets(library: Shell.library(assets))
    let profile: RecorderProfile
    do throws(AssetTrouble) { profile = try library.recorder(recorder) } catch {
      Shell.fail(error.message)
    }
    guard profile.setting(.onvif) != nil else {
      Shell.fail("The recorder “\(profile.title)” has no ONVIF: choose another one by --recorder.")
    }
    let signals = EndingSignals()
    let (servers, password) = start(profile, wish, library)
    let discovery = discovery(wish, servers)
    say(servers, discovery, profile, password)
    discovery?.greet()
    signals.wait()
    discovery?.stop()
  }

  private func start(
    _ profile: RecorderProfile, _ wish: ServiceWish, _ assets: LibraryAssets
  ) -> (servers: [DeviceServer], password: Secret) {
    let threads = ServiceThreads()
    let options = DeviceOptions.practice(wish, assets: assets)
    let fleet = Fleet(profile.with(initial: DeviceOptions.factorySettings), seed: seed)
    var servers: [DeviceServer] = []
    for number in 0..<devices {
      var address = wish.address
      if address.port != 0 { address.port += number }
      do throws(ListeningFault) {
        servers.append(
          try DeviceServer.start(
            fleet.recorder(number), at: address, on: threads, options: options))
      } catch {
        Shell.fail(error.message)
      }
    }
    return (servers, fleet.password)
  }

  private func discovery(_ wish: ServiceWish, _ servers: [DeviceServer]) -> DiscoveryResponder? {
    do throws(ListeningFault) { return try wish.discovery(for: servers) } catch {
      Shell.fail(error.message)
    }
  }

  private func say(
    _ servers: [DeviceServer], _ discovery: DiscoveryResponder?, _ profile: RecorderProfile,
    _ password: Secret
  ) {
    guard let first = servers.first, let last = servers.last else { return }
    let many = servers.count > 1 ? " to port \(last.address.port)" : ""
    let found = discovery.map { " Searches are answered at UDP port \($0.port)." } ?? ""
    print(
      "\(profile.title) at http://\(first.address.description)/onvif/device_service\(many), "
        + "user admin, password \(password.revealed { $0 }).\(found) Ctrl-C ends it.")
    Output.flush()
  }
}
