import ConsoleData
import ConsoleRuntime
import Library
import QRCodes
import RecorderEngine
import ScreenKit
import TextUI
import Training

/// The library as the runtime asks for it.
struct LibraryAssets: AssetSource {
  let library: Library
  private let scenesAhead = ScenesAhead()

  init(library: Library) { self.library = library }

  func recorder(_ name: String) throws(AssetTrouble) -> RecorderProfile {
    scenesAhead.begin(library.scenesNamed(inRecorder: name)) { try? library.scene($0) }
    return try reading { () throws(LibraryFault) in try library.recorder(name) }
  }

  func scenario(_ name: String) throws(AssetTrouble) -> Scenario {
    try reading { () throws(LibraryFault) in try library.scenario(name) }
  }

  func menu(_ skin: Skin) throws(AssetTrouble) -> Menu {
    try reading { () throws(LibraryFault) in try library.menu(skin) }
  }

  func scene(_ name: String) throws(AssetTrouble) -> Scene {
    if let scene = scenesAhead.take(name) { return scene }
    return try reading { () throws(LibraryFault) in try library.scene(name) }
  }

  func lessons() throws(AssetTrouble) -> [LessonTitle] {
    var titles: [LessonTitle] = []
    for name in library.folder.scenarioNames() {
      let scenario = try scenario(name)
      titles.append(LessonTitle(id: name, title: scenario.title, story: scenario.story))
    }
    return titles
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
