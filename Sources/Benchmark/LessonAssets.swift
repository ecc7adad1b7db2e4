import ConsoleData
import ConsoleRuntime
import Library
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI
import Training

/// The product's lessons with what they need, for rehearsals; nothing that only pictures need.
struct LessonAssets: AssetSource {
  let library: Library

  func recorder(_ name: String) throws(AssetTrouble) -> RecorderProfile {
    try read { () throws(LibraryFault) in try library.recorder(name) }
  }
  func scenario(_ name: String, seed: UInt64) throws(AssetTrouble) -> Scenario {
    try read { () throws(LibraryFault) in try library.scenario(name, seed: seed) }
  }
  func menu(_ skin: Skin) throws(AssetTrouble) -> Menu {
    try read { () throws(LibraryFault) in try library.menu(skin) }
  }
  func network() throws(AssetTrouble) -> NetworkProfile {
    try read { () throws(LibraryFault) in try library.network() }
  }
  func webPages() throws(AssetTrouble) -> [WebPage] {
    try read { () throws(LibraryFault) in try library.webPages() }
  }
  func scene(_ name: String) throws(AssetTrouble) -> Scene {
    try read { () throws(LibraryFault) in try library.scene(name) }
  }
  func recorders() throws(AssetTrouble) -> [RecorderTitle] { [] }
  func readLessons() -> LessonsRead { LessonsRead() }
  func phrases(_ code: String) throws(AssetTrouble) -> Phrases { .english }
  func qr(_ text: String) throws(AssetTrouble) -> QRMatrix {
    throw AssetTrouble("no QR codes are measured")
  }

  private func read<Value>(
    _ body: () throws(LibraryFault) -> Value
  ) throws(AssetTrouble) -> Value {
    do throws(LibraryFault) {
      return try body()
    } catch {
      throw AssetTrouble(error.message)
    }
  }
}
