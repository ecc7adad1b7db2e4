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

/// The library as the runtime asks for it.
final class LibraryAssets: AssetSource {
  let library: Library
  /// The scenes of the recorder that was read last.
  private let scenes = Mutex<ReadAhead<[String: Scene]>?>(nil)

  init(library: Library) { self.library = library }

  func recorder(_ name: String) throws(AssetTrouble) -> RecorderProfile {
    let ahead = ReadAhead { [library] in
      var scenes: [String: Scene] = [:]
      // What cannot be read is left for whoever asks for it.
      for scene in library.scenesNamed(inRecorder: name) {
        scenes[scene] = try? library.scene(scene)
      }
      return scenes
    }
    scenes.withLock { $0 = ahead }
    return try reading { () throws(LibraryFault) in try library.recorder(name) }
  }

  func scenario(_ name: String) throws(AssetTrouble) -> Scenario {
    try reading { () throws(LibraryFault) in
      try name.isPath ? library.scenario(file: name) : library.scenario(name)
    }
  }

  func recorders() throws(AssetTrouble) -> [RecorderTitle] {
    var titles: [RecorderTitle] = []
    for name in library.folder.recorderNames() {
      let profile = try reading { () throws(LibraryFault) in try library.recorder(name) }
      titles.append(RecorderTitle(id: name, title: profile.title))
    }
    return titles
  }

  func menu(_ skin: Skin) throws(AssetTrouble) -> Menu {
    try reading { () throws(LibraryFault) in try library.menu(skin) }
  }

  func network() throws(AssetTrouble) -> NetworkProfile {
    try reading { () throws(LibraryFault) in try library.network() }
  }

  func scene(_ name: String) throws(AssetTrouble) -> Scene {
    if let scene = scenes.withLock({ $0 })?.wait()?[name] { return scene }
    return try reading { () throws(LibraryFault) in try library.scene(name) }
  }

  func lessons() throws(AssetTrouble) -> [LessonTitle] {
    var titles: [LessonTitle] = []
    for name in library.folder.scenarioNames() {
      let scenario = try scenario(name)
      guard !scenario.steps.isEmpty else { continue }
      titles.append(LessonTitle(scenario, id: name))
    }
    return titles.sorted(by: LessonTitle.comesBefore)
  }

  func scenarioHash(_ name: String) -> String { library.hash(ofScenario: name) }

  func webPages() throws(AssetTrouble) -> [WebPage] {
    try reading { () throws(LibraryFault) in try library.webPages() }
  }

  func phrases(_ code: String) throws(AssetTrouble) -> Phrases {
    try reading { () throws(LibraryFault) in try library.phrases(code) }
  }

  func qr(_ text: String) throws(AssetTrouble) -> QRMatrix {
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

extension String {
  /// Whether it leads to a file, rather than naming one of the product's own.
  var isPath: Bool { contains("/") || hasSuffix(".yaml") }
}
