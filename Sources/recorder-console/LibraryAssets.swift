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
  private let ahead = Mutex<RecorderAhead?>(nil)

  init(library: Library) { self.library = library }

  /// Begins to read a recorder's file and its scenes, for whoever asks for them later.
  func readAhead(recorder name: String) {
    ahead.withLock { if $0?.name != name { $0 = RecorderAhead(name, in: library) } }
  }

  func recorder(_ name: String) throws(AssetTrouble) -> RecorderProfile {
    let profile = ahead.withLock { ahead in
      // Read once: who asks again wants what the file says by then.
      if ahead?.name != name || ahead?.profile == nil { ahead = RecorderAhead(name, in: library) }
      defer { ahead?.profile = nil }
      return ahead?.profile
    }
    let read = profile?.wait()
    return try reading { () throws(LibraryFault) in
      guard let read else { return try library.recorder(name) }
      return try read.get()
    }
  }

  func scenario(_ name: String, seed: UInt64 = 1) throws(AssetTrouble) -> Scenario {
    try reading { () throws(LibraryFault) in
      try name.isPath
        ? library.scenario(file: name, seed: seed) : library.scenario(name, seed: seed)
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
    if let scene = ahead.withLock({ $0?.scenes })?.wait()?[name] { return scene }
    return try reading { () throws(LibraryFault) in try library.scene(name) }
  }

  func readLessons() -> LessonsRead {
    var read = LessonsRead()
    for name in library.scenarioNames() {
      do throws(AssetTrouble) {
        let scenario = try scenario(name)
        if !scenario.steps.isEmpty { read.titles.append(LessonTitle(scenario, id: name)) }
      } catch {
        // It hides none of the others.
        read.troubles.append(error.message)
      }
    }
    read.titles.sort(by: LessonTitle.comesBefore)
    read.troubles += library.hiddenScenarios().map(LibraryAssets.hidden)
    return read
  }

  /// What is said of a file whose name another scenario has.
  static func hidden(_ path: String) -> String {
    "\(path): there is another scenario of this name; give it a name of its own"
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

/// A recorder's file and the scenes that it names, each read by a thread of its own.
private struct RecorderAhead: Sendable {
  let name: String
  /// nil: somebody has it.
  var profile: ReadAhead<Result<RecorderProfile, LibraryFault>>?
  let scenes: ReadAhead<[String: Scene]>

  init(_ name: String, in library: Library) {
    self.name = name
    profile = ReadAhead {
      Result { () throws(LibraryFault) in try library.recorder(name) }
    }
    scenes = ReadAhead {
      var scenes: [String: Scene] = [:]
      // What cannot be read is left for whoever asks for it.
      for scene in library.scenesNamed(inRecorder: name) {
        scenes[scene] = try? library.scene(scene)
      }
      return scenes
    }
  }
}

extension String {
  /// Whether it leads to a file, rather than naming one of the product's own.
  var isPath: Bool { contains("/") || hasSuffix(".yaml") }
}
