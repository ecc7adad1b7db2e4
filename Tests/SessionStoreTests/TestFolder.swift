import Foundation
import PracticeDesk
import RecorderEngine
import Support
import Testing
import Training

@testable import SessionStore

/// A folder of a test's own, gone with the test.
final class TestFolder {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("store-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var database: String { "\(path)/practice.sqlite" }

  /// The names of all files in the folder, sorted.
  var files: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)"))
  }

  func write(_ data: Data, as name: String) throws {
    try data.write(to: URL(fileURLWithPath: "\(path)/\(name)"))
  }

  /// Opens the store where that should succeed without a note.
  func openReady() throws -> (store: SessionStore, last: SessionRecord?) {
    try Self.openReady(path)
  }

  /// Opens the store of any folder where that should succeed without a note.
  static func openReady(_ path: String) throws -> (store: SessionStore, last: SessionRecord?) {
    let opened = SessionStore.open(folder: path)
    guard case .ready(let store, let last) = opened else { throw Unexpected(opened) }
    return (store, last)
  }

  /// Opens, reads and closes.
  func last() throws -> SessionRecord? {
    let (store, last) = try openReady()
    store.close()
    return last
  }

  /// What came where a test needed something else.
  struct Unexpected: Error {
    let answer: String

    init(_ answer: Any) { self.answer = "\(answer)" }
  }
}

/// A practice to be saved, which goes on command by command.
struct Practice {
  var desk: Desk
  var now = TestRecorder.start
  var count = 0

  init(_ profile: RecorderProfile = TestProfile.classic) {
    desk = Desk(recorder: TestRecorder.installed(profile).state, seed: 1, now: TestRecorder.start)
  }

  /// A practice whose log has so many entries.
  init(entries: Int, capacity: Int) {
    self.init(TestProfile.profile("long", logCapacity: capacity))
    for _ in 0..<entries { step() }
  }

  var log: [LogEntry] { desk.recorder.operationLog.entries }

  var record: SessionRecord {
    SessionRecord(
      profile: desk.recorder.snapshot.profile.id, desk: desk, lesson: nil, clock: now,
      place: "Monitor/System/User/Admin")
  }

  /// Signs in or reads the log: one entry more.
  mutating func step() {
    now = now + .seconds(1)
    tell(
      count == 0
        ? .session(.signIn(.admin, TestRecorder.password))
        : .searchRecordings(day: TestRecorder.start))
    count += 1
  }

  mutating func tell(_ command: RecorderCommand) {
    _ = desk.apply(.recorder(command), at: now, with: PlainCryptography())
  }
}
