import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit

/// A recorder alone, whatever adapter reaches it: no desk around it, no lesson, nothing kept, and no
/// time that could be let pass.
public actor RecorderSession: DeviceSession {
  /// Nobody: a recorder that is real sends its mail itself.
  public nonisolated let courier: any MailCourier = NoCourier()
  /// What the recorder does without being asked, as its adapter tells it.
  public nonisolated let happenings: AsyncStream<RecorderEvent>
  /// Nothing is kept of a recorder that keeps itself.
  public let opensStoreFirst = false
  private let adapter: any DeviceAdapter
  private let assets: any AssetSource
  private let stick: any FileStick
  private let pictures: (any PictureSource)?
  private let network: (any LaptopNetwork)?
  /// What comes from the network around the recorder.
  public nonisolated let networkEvents: AsyncStream<NetworkEvent>
  private let forgetCertificate: @Sendable () -> Bool

  /// Makes a session; the adapter is connected by `begin`. Without `pictures` no camera shows anything.
  /// `forgetCertificate` forgets what the recorder is known by, and says whether it did.
  public init(
    adapter: any DeviceAdapter, assets: any AssetSource, stick: any FileStick,
    pictures: (any PictureSource)? = nil, network: (any LaptopNetwork)? = nil,
    forgetCertificate: @escaping @Sendable () -> Bool = { false }
  ) {
    self.forgetCertificate = forgetCertificate
    self.pictures = pictures
    self.network = network
    networkEvents = network?.events ?? AsyncStream { $0.finish() }
    self.adapter = adapter
    self.assets = assets
    self.stick = stick
    happenings = adapter.events()
  }

  /// Connects the recorder and shows it with its pictures; throws a sentence why it cannot.
  public func begin() async throws(AssetTrouble) -> [Message] {
    do throws(DeviceFault) {
      let recorder = try await adapter.connect()
      var desk = DeskSnapshot(recorder: recorder, surroundings: Surroundings())
      if let network { desk.absorb(.network(.opened(network.laptop))) }
      return assets.pictures(of: recorder.profile.channels.map(\.scene)) + [
        .reaches(capabilities), .connected(desk, nil, path: nil),
      ]
    } catch {
      throw AssetTrouble(Words.of(error).spoken)
    }
  }

  /// Says that nothing is kept.
  public func openStore() -> [Message] { [.storeOpened(.notWanted)] }

  /// Has the recorder do what its adapter can; what only practice has is refused.
  public func carryOut(_ effect: Effect) async -> [Message] {
    switch effect {
    case .perform(.recorder(let command)): await perform(command)
    case .perform(.network(let command)) where network != nil:
      [.answered(await network?.obey(command).map { .network($0) } ?? [], nil)]
    case .perform, .lesson, .resume, .startAfresh:
      [.fault(.unsupported(RecorderSession.practiceAlone))]
    case .readAnew: await readAnew()
    case .forgetCertificate: [.certificateForgotten(forgetCertificate())]
    case .load(let wish): await load(wish)
    case .file(let wish): [.file(stick.fulfil(wish))]
    case .remember, .ring, .watching, .attend, .suspend, .leave: []
    }
  }

  private var capabilities: Capabilities {
    var capabilities = adapter.capabilities
    capabilities.reachesNetwork = network != nil
    return capabilities
  }

  /// What is said of phone, support desk and lessons beside a real recorder.
  private static var practiceAlone: String { tr("Only practice has this.") }

  private func readAnew() async -> [Message] {
    do throws(DeviceFault) {
      let recorder = try await adapter.connect()
      return [.reaches(capabilities), .refreshed(recorder)]
    } catch {
      return [.notReadAnew(error)]
    }
  }

  private func perform(_ command: RecorderCommand) async -> [Message] {
    do throws(DeviceFault) {
      if let why = adapter.capabilities.whyNot(command) { throw .unsupported(why) }
      let events = try await adapter.perform(command)
      // Somebody else may be let do and see something else.
      return [.reaches(capabilities), .answered(events.map { .recorder($0) }, nil)]
    } catch .unsure {
      // It may have been done. It is never sent again: what is so now is read and shown.
      let seen = try? await adapter.connect()
      return [.fault(.unsure)] + (seen.map { [.refreshed($0)] } ?? [])
    } catch {
      return [.fault(error)]
    }
  }

  /// Reads a file for the screens.
  public func load(_ wish: AssetWish) async -> [Message] {
    guard case .picture(let channel) = wish else { return assets.fulfil(wish).map { .loaded($0) } }
    return [.loaded(.picture(await pictures?.picture(of: channel), channel: channel))]
  }

  /// Has none to hand out.
  public func collectLetters() -> [LetterToSend] { [] }

  /// Takes no note of it.
  public func report(_ delivery: Delivery, of sent: LetterToSend) -> [Message] { [] }

  /// Lets go of the recorder.
  public func close() async {
    await network?.close()
    await adapter.disconnect()
  }
}
