import ConsoleData
import ConsoleRuntime
import PracticeDesk
import RecorderEngine
import ScreenKit
import Synchronization
import TextUI
import Training

/// Files that are read once for as many rehearsals as there are.
public final class RememberedAssets: AssetSource {
  private struct Read {
    var recorders: [String: RecorderProfile] = [:]
    var menus: [Skin: Menu] = [:]
    var scenes: [String: Scene] = [:]
    var network: NetworkProfile?
    var webPages: [WebPage]?
  }

  private let source: any AssetSource
  private let known = Mutex(Read())

  /// Remembers what another source has read.
  public init(_ source: any AssetSource) { self.source = source }

  /// The recorder's profile of that name.
  public func recorder(_ name: String) throws(AssetTrouble) -> RecorderProfile {
    if let profile = known.withLock({ $0.recorders[name] }) { return profile }
    let profile = try source.recorder(name)
    known.withLock { $0.recorders[name] = profile }
    return profile
  }

  /// The main menu of a skin.
  public func menu(_ skin: Skin) throws(AssetTrouble) -> Menu {
    if let menu = known.withLock({ $0.menus[skin] }) { return menu }
    let menu = try source.menu(skin)
    known.withLock { $0.menus[skin] = menu }
    return menu
  }

  /// What a camera sees, by the name of the scene.
  public func scene(_ name: String) throws(AssetTrouble) -> Scene {
    if let scene = known.withLock({ $0.scenes[name] }) { return scene }
    let scene = try source.scene(name)
    known.withLock { $0.scenes[name] = scene }
    return scene
  }

  /// What practice networks are made of.
  public func network() throws(AssetTrouble) -> NetworkProfile {
    if let network = known.withLock({ $0.network }) { return network }
    let network = try source.network()
    known.withLock { $0.network = network }
    return network
  }

  /// What the laptop's search of the web can find.
  public func webPages() throws(AssetTrouble) -> [WebPage] {
    if let pages = known.withLock({ $0.webPages }) { return pages }
    let pages = try source.webPages()
    known.withLock { $0.webPages = pages }
    return pages
  }

  /// The scenario of that name: it may have been changed since it was read last.
  public func scenario(_ name: String, seed: UInt64) throws(AssetTrouble) -> Scenario {
    try source.scenario(name, seed: seed)
  }

  /// The recorders there are to choose from.
  public func recorders() throws(AssetTrouble) -> [RecorderTitle] { try source.recorders() }
  /// The lessons there are to choose from.
  public func readLessons() -> LessonsRead { source.readLessons() }
  /// The words of the language with this code.
  public func phrases(_ code: String) throws(AssetTrouble) -> Phrases { try source.phrases(code) }
  /// The QR code of the text.
  public func qr(_ text: String) throws(AssetTrouble) -> QRMatrix { try source.qr(text) }
}
