import DeviceService
import RecorderEngine
import SessionStore

/// The practice recorder on the network, for as long as the program runs.
struct PracticeOffer {
  /// Who answers, once there is somebody.
  private let recorder = LateRecorder()
  /// The key under which passwords can be read again.
  let key: [UInt8]
  /// Where it is reached.
  let address: String
  private let server: DeviceServer
  private let discovery: DiscoveryResponder?
  private let threads = ServiceThreads()

  /// Begins to listen, or ends the program where that cannot be.
  init(_ wish: ServiceWish, _ wishes: PracticeWishes, _ assets: LibraryAssets) {
    PracticeOffer.check(wishes, assets)
    do throws(StoreFault) {
      key = try PracticeOffer.key(isKept: wishes.isKept)
    } catch {
      Shell.fail(error.message)
    }
    do throws(ListeningFault) {
      server = try DeviceServer.start(
        recorder, at: wish.address, on: threads,
        options: .practice(wish, assets: assets))
      discovery = try wish.discovery(for: [server])
    } catch {
      Shell.fail(error.message)
    }
    address = "http://\(server.address.description)/onvif/device_service"
  }

  /// Says who answers, and tells the network that it is there.
  func comeUp(as recorder: any CallableRecorder) {
    self.recorder.comeUp(as: recorder)
    discovery?.greet()
  }

  /// Tells the network that it goes.
  func end() { discovery?.stop() }

  /// What recorders have otherwise from the factory: ONVIF is on, and in free practice they stand in
  /// the zone of this computer, so that clients find their clocks right.
  func factorySettings(inLesson: Bool) -> [SettingKey: SettingValue] {
    inLesson ? [.onvif: "on"] : DeviceOptions.factorySettings
  }

  private static func key(isKept: Bool) throws(StoreFault) -> [UInt8] {
    guard isKept, let folder = Practice.stateFolder else { return ReadableKey.fresh() }
    return try ReadableKey.readOrMake(in: folder)
  }

  /// Ends the program where the recorder has no ONVIF.
  private static func check(_ wishes: PracticeWishes, _ assets: LibraryAssets) {
    guard wishes.scenario == nil, let profile = try? assets.library.recorder(wishes.recorder),
      profile.setting(.onvif) == nil
    else { return }
    Shell.fail("The recorder “\(profile.title)” has no ONVIF: choose another one by --recorder.")
  }
}
