import Foundation
import PracticeDesk
import RecorderEngine
import Support
import Testing
import Training

@testable import SessionStore

/// The practices that are kept beside the present one.
@Suite struct PracticeShelfTests {
  private func record(_ name: String) -> SessionRecord {
    let recorder = TestRecorder.installed()
    var desk = Desk(recorder: recorder.state, seed: 1, now: TestRecorder.start, devices: 4)
    _ = desk.apply(.writeNotes(name), at: TestRecorder.start, with: PlainCryptography())
    return SessionRecord(
      profile: "classic-dvr-2018", desk: desk, lesson: nil, clock: TestRecorder.start,
      place: "monitor/live-view", origin: .recorder("classic-dvr-2018"))
  }

  private func withShelf(_ body: (PracticeShelf, String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("shelf-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(PracticeShelf(in: folder), folder)
  }

  @Test func whatIsPutThereIsReadBack() throws {
    try withShelf { (shelf, _) throws in
      #expect(shelf.list().isEmpty)
      let record = record("first")
      #expect(try shelf.put(record, as: "Shop at night") == "Shop at night")
      #expect(try shelf.put(self.record("second"), as: "Shop at night") == "Shop at night 2")
      #expect(try shelf.read("Shop at night") == record)
      #expect(try shelf.read("Shop at night 2").desk.surroundings.notes == "second")
      #expect(Set(shelf.list().map(\.name)) == ["Shop at night", "Shop at night 2"])
    }
  }

  @Test(arguments: [
    ("../../etc/passwd", "------etc-passwd"), ("", "Practice"), ("   ", "Practice"),
    ("Café 3", "Café 3"),
  ])
  func aNameLeadsOutOfNoFolder(wish: String, name: String) throws {
    try withShelf { (shelf, folder) throws in
      #expect(try shelf.put(record("x"), as: wish) == name)
      let files = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/practices")
      #expect(files == ["\(name).sqlite"])
    }
  }

  @Test func oneIsRenamedAndTakenAway() throws {
    try withShelf { (shelf, _) throws in
      _ = try shelf.put(record("a"), as: "A")
      _ = try shelf.put(record("b"), as: "B")
      #expect(try shelf.rename("A", to: "B") == "B 2")
      #expect(try shelf.read("B 2").desk.surroundings.notes == "a")
      shelf.remove("B")
      #expect(shelf.list().map(\.name) == ["B 2"])
      #expect(throws: StoreFault.self) { try shelf.read("B") }
    }
  }

  @Test func aDamagedOneIsToldAndStays() throws {
    try withShelf { (shelf, folder) throws in
      let name = try shelf.put(record("a"), as: "A")
      let path = "\(folder)/practices/\(name).sqlite"
      try Data(repeating: 7, count: 4_096).write(to: URL(fileURLWithPath: path))
      #expect(throws: StoreFault.self) { try shelf.read(name) }
      #expect(shelf.list().map(\.name) == [name])
    }
  }
}
