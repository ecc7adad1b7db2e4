import ConsoleData
import ConsoleRuntime
import Library
import PracticeDesk
import QRCodes
import RecorderEngine
import ScreenKit
import Synchronization
import TextUI
import Training

/// The files that the repository ships, each read once for all tests.
public struct RepositoryAssets: AssetSource {
  private let library = Library(
    folder: AssetFolder(path: PackageRoot.url.appendingPathComponent("Assets").path))

  private static let recorders = Mutex<[String: RecorderProfile]>([:])
  private static let scenarios = Mutex<[String: Scenario]>([:])
  private static let menus = Mutex<[Skin: Menu]>([:])
  private static let scenes = Mutex<[String: Scene]>([:])

  private let hasScenes: Bool

  /// The files; without the scenes every picture is plain, and soon drawn.
  public init(hasScenes: Bool = true) { self.hasScenes = hasScenes }

  public func recorder(_ name: String) throws(AssetTrouble) -> RecorderProfile {
    if let known = Self.recorders.withLock({ $0[name] }) { return known }
    let read = try reading { () throws(LibraryFault) in try library.recorder(name) }
    Self.recorders.withLock { $0[name] = read }
    return read
  }

  public func scenario(_ name: String, seed: UInt64 = 1) throws(AssetTrouble) -> Scenario {
    let key = "\(name) \(seed)"
    if let known = Self.scenarios.withLock({ $0[key] }) { return known }
    let read = try reading { () throws(LibraryFault) in try library.scenario(name, seed: seed) }
    Self.scenarios.withLock { $0[key] = read }
    return read
  }

  public func menu(_ skin: Skin) throws(AssetTrouble) -> Menu {
    if let known = Self.menus.withLock({ $0[skin] }) { return known }
    let read = try reading { () throws(LibraryFault) in try library.menu(skin) }
    Self.menus.withLock { $0[skin] = read }
    return read
  }

  public func network() throws(AssetTrouble) -> NetworkProfile {
    try reading { () throws(LibraryFault) in try library.network() }
  }

  public func scene(_ name: String) throws(AssetTrouble) -> Scene {
    guard hasScenes else { throw AssetTrouble("No scene “\(name)”.") }
    if let known = Self.scenes.withLock({ $0[name] }) { return known }
    let read = try reading { () throws(LibraryFault) in try library.scene(name) }
    Self.scenes.withLock { $0[name] = read }
    return read
  }

  public func lessons() throws(AssetTrouble) -> [LessonTitle] {
    var titles: [LessonTitle] = []
    for name in library.folder.scenarioNames() {
      let scenario = try scenario(name)
      titles.append(LessonTitle(scenario, id: name))
    }
    return titles.sorted(by: LessonTitle.comesBefore)
  }

  public func readLessons() -> LessonsRead {
    do {
      return LessonsRead(titles: try lessons())
    } catch {
      return LessonsRead(troubles: [error.message])
    }
  }

  public func recorders() throws(AssetTrouble) -> [RecorderTitle] {
    var titles: [RecorderTitle] = []
    for name in library.folder.recorderNames() {
      titles.append(RecorderTitle(id: name, title: try recorder(name).title))
    }
    return titles
  }

  public func webPages() throws(AssetTrouble) -> [WebPage] {
    try reading { () throws(LibraryFault) in try library.webPages() }
  }

  public func phrases(_ code: String) throws(AssetTrouble) -> Phrases {
    try reading { () throws(LibraryFault) in try library.phrases(code) }
  }

  public func qr(_ text: String) throws(AssetTrouble) -> QRMatrix {
    do throws(QRFault) {
      return try QRCodes.matrix(of: text)
    } catch {
      throw AssetTrouble(error.message)
    }
  }

  private func reading<Value>(
    _ body: () throws(LibraryFault) -> Value
  ) throws(AssetTrouble) -> Value {
    do {
      return try body()
    } catch {
      throw AssetTrouble(error.message)
    }
  }
}
