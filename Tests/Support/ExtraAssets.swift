import ConsoleData
import ConsoleRuntime
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI
import Training

/// The repository's files and recorders beside them that a test has made.
public struct ExtraAssets: AssetSource {
  private let files = RepositoryAssets()
  private let profiles: [String: RecorderProfile]

  private let ownMenu: Menu?
  private let ownScenario: Scenario?
  /// What is wrong with the file of the network; nil: nothing.
  private let networkTrouble: AssetTrouble?

  public init(
    _ recorders: RecorderProfile..., menu: Menu? = nil, scenario: Scenario? = nil,
    networkTrouble: AssetTrouble? = nil
  ) {
    self.networkTrouble = networkTrouble
    ownMenu = menu
    ownScenario = scenario
    profiles = Dictionary(recorders.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
  }

  public func recorder(_ name: String) throws(AssetTrouble) -> RecorderProfile {
    if let recorder = profiles[name] { return recorder }
    return try files.recorder(name)
  }

  public func scenario(_ name: String, seed: UInt64) throws(AssetTrouble) -> Scenario {
    if let ownScenario, ownScenario.id == name { return ownScenario }
    return try files.scenario(name, seed: seed)
  }
  public func menu(_ skin: Skin) throws(AssetTrouble) -> Menu {
    if let ownMenu { return ownMenu }
    return try files.menu(skin)
  }
  public func network() throws(AssetTrouble) -> NetworkProfile {
    if let networkTrouble { throw networkTrouble }
    return try files.network()
  }
  public func scene(_ name: String) throws(AssetTrouble) -> Scene { try files.scene(name) }
  public func recorders() throws(AssetTrouble) -> [RecorderTitle] { try files.recorders() }
  public func readLessons() -> LessonsRead { files.readLessons() }
  public func webPages() throws(AssetTrouble) -> [WebPage] { try files.webPages() }
  public func phrases(_ code: String) throws(AssetTrouble) -> Phrases { try files.phrases(code) }
  public func qr(_ text: String) throws(AssetTrouble) -> QRMatrix { try files.qr(text) }
}
